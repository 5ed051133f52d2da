"""Translations in PO files: written by `translate`, worked on by people and their programs, and read over the guide."""

import re

import pytest
from conftest import Kept, change, copy_sample, problems
from edited import begin, library

from build_tools.cli import main
from build_tools.generate import generate_tree, make_project, read_writer
from build_tools.model.edition import EDITION
from build_tools.problems import ContentError

SPANISH = "content/editions/es"
ASKS = f"{SPANISH}/content/asks.po"
TITLE = 'msgctxt "good-word/title"\nmsgid "A good word about me"\nmsgstr "{}"\n'


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """The sample with an edition in Spanish that `translate` has just begun, to be put right after each test."""
    folder = tmp_path_factory.mktemp("begun")
    root = copy_sample(folder / "sample")
    begin(root, "name: Pedir bien\nlanguage: es\n", SPANISH)
    translate(root)
    return Kept(folder)


@pytest.fixture
def spanish(begun):
    yield begun.folder / "sample"
    begun.put_right()


def translate(root):
    assert main(["--root", str(root), "translate", "es"]) == 0


def say(root, text="Buenas palabras"):
    """Translate one title, as a translator's program does."""
    change(root, ASKS, TITLE.format(""), TITLE.format(text))


def asks(root):
    return (root / ASKS).read_text("utf-8")


def page(root):
    return generate_tree(root, {EDITION: "es"}).files["ask-good-word.md"].decode()


def reworded(root):
    """Give the text of the guide other words than those that were translated."""
    told = "title: A good word about me\n"
    change(root, "content/asks.yml", told, told.replace("good", "kind"))


def title(root):
    return library(root, "es").asks.by_id["good-word"].title


def counted(root):
    return library(root, "es").edition.counts


def test_each_text_waits_for_its_translation_under_its_address(spanish):
    assert TITLE.format("") in asks(spanish)
    assert counted(spanish).translated == 0
    written = "".join(file.read_text("utf-8") for file in (spanish / SPANISH).rglob("*.po"))
    addresses = re.findall(r"^msgctxt (.*)", written, re.MULTILINE)
    # What an edition is called stands in its own file.
    assert counted(spanish).texts == len(addresses) - addresses.count('"site_name"')


def test_a_translation_stands_in_place_of_the_text(spanish):
    assert "# A good word about me" in page(spanish)
    say(spanish)

    assert "# Buenas palabras" in page(spanish)
    assert counted(spanish).translated == 1


def test_what_is_translated_stays_when_the_files_are_written_again(spanish):
    say(spanish)
    before = asks(spanish)
    translate(spanish)

    assert asks(spanish) == before


WORDS = f"{SPANISH}/content/words.po"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Más en otra página", "the text of the guide has {title} too; write it here"),
        ("Más en {título}", "the text of the guide has {title} too; write it as it stands there, in place of {título}"),
        ("Más en {title} {page}", "{page} stands here, which nobody fills in; leave it out"),
    ],
)  # fmt: skip
def test_a_translation_keeps_each_blank_that_is_filled_in(spanish, text, what):
    word = re.search(r'msgctxt "more_in"\nmsgid (".*")\nmsgstr ""', (spanish / WORDS).read_text())
    change(spanish, WORDS, word[0], word[0][:-1] + text + '"')
    line = (spanish / WORDS).read_text()[: word.start(1)].count("\n") + 1

    assert problems(spanish, "es") == [f"{WORDS}:{line}:1: more_in: {what}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hola, {Sam}: ¿hay {un buen momento}?", []),
        ("Hola, {Sam}.", ["blanks in braces: 1, where the text has 2"]),
    ],
)
def test_a_message_to_adapt_has_blanks_of_its_own_in_a_translation_and_as_many(spanish, text, told):
    messages = "content/messages.yml"
    change(spanish, messages, "Hi Sam, I wrote last week. Is there a", "Hi {Sam}, is there {a")
    change(spanish, messages, "good time?", "good time}?")
    translate(spanish)
    po = f"{SPANISH}/content/messages.po"
    there = 'msgid "Hi {Sam}, is there {a good time}?"\nmsgstr "'
    change(spanish, po, there, there + text)

    warnings = make_project(spanish, {EDITION: "es"}).warnings
    assert [one.what for one in warnings if one.place.path == po] == told


def test_a_text_that_has_changed_since_waits_and_says_what_it_was(spanish):
    say(spanish)
    reworded(spanish)

    assert "# A kind word about me" in page(spanish)
    assert (counted(spanish).translated, counted(spanish).stale) == (0, 1)
    translate(spanish)
    assert (
        '#, fuzzy\n#| msgid "A good word about me"\nmsgctxt "good-word/title"\nmsgid "A kind word about me"\nmsgstr "Buenas palabras"\n'
        in asks(spanish)
    )
    assert counted(spanish).stale == 1


def test_a_looked_at_translation_stands_again(spanish):
    say(spanish)
    reworded(spanish)
    translate(spanish)
    change(spanish, ASKS, '#, fuzzy\n#| msgid "A good word about me"\n', "")

    assert title(spanish) == "Buenas palabras"


def test_a_translation_of_what_is_gone_is_counted_and_kept_until_the_text_is_back(spanish):
    say(spanish)
    change(spanish, ASKS, 'msgctxt "good-word/title"', 'msgctxt "good-word/gone"')
    assert counted(spanish).unknown == 1
    for _ in range(2):
        translate(spanish)
        assert '#~ msgctxt "good-word/gone"' in asks(spanish)
        assert counted(spanish).unknown == 0

    change(spanish, ASKS, '#~ msgctxt "good-word/gone"', '#~ msgctxt "good-word/title"')
    translate(spanish)
    assert TITLE.format("Buenas palabras") in asks(spanish)
    assert "#~" not in asks(spanish)


HEADS = {
    "nothing": "",
    "words that no program knows": '"Language: Spanish (Spain)\\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n',
    "days that are none": '"POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"PO-Revision-Date: 2026-13-45 99:99+0000\\n"\n',
    "another encoding": '"Content-Type: text/plain; charset=CHARSET\\n"\n',
}


@pytest.mark.parametrize("head", HEADS)
def test_the_head_that_other_programs_write_keeps_nobody_from_translating(spanish, head):
    say(spanish)
    text = asks(spanish)
    top = f'#, fuzzy\nmsgid ""\nmsgstr ""\n{HEADS[head]}\n' if head != "nothing" else ""
    (spanish / ASKS).write_text(top + text[text.index('\nmsgctxt "') :], "utf-8")

    assert counted(spanish).translated == 1
    translate(spanish)
    assert counted(spanish).translated == 1


def headed(root, old, new):
    """Change the header of a file; return the line that is changed, what is wrong, and what is to be looked at."""
    line = asks(root)[: asks(root).index(old)].count("\n") + 1
    change(root, ASKS, old, new)
    try:
        told = (make_project(root, {EDITION: "es"}).warnings, ())
    except ContentError as error:
        told = (error.warnings, error.problems)
    warned, wrong = ([str(one) for one in some if one.place.path == ASKS] for some in told)
    return line, wrong, warned


@pytest.mark.parametrize("named", ["pt", "pt_BR", "ca_ES.UTF-8", "sr@latin", "en"])
def test_translations_into_another_language_are_refused(spanish, capsys, named):
    line, wrong, warned = headed(spanish, "Language: es", f"Language: {named}")

    tag = re.split("[.@]", named)[0].replace("_", "-")
    said = f"{ASKS}:{line}:1: header: these are translations into “{tag}”, in an edition in “es”; "
    assert wrong == [f"{said}move the file to the edition in “{tag}”, or write Language: es"]
    assert warned == []
    assert main(["--root", str(spanish), "translate", "es"]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", ":1:1: language: its translations are into “es”, and nothing says that it is; write “language: es”"),
        ("language: xx\n", ":2:11: content/editions/es/edition.yml: language: “xx” is no language"),
    ],
)  # fmt: skip
def test_a_fault_of_the_language_of_an_edition_is_told_once_and_not_of_its_translations(
    spanish, line, told
):
    change(spanish, f"{SPANISH}/edition.yml", "language: es\n", line)

    (said,) = problems(spanish, "es")
    assert said.startswith(f"{SPANISH}/edition.yml{told}")


@pytest.mark.parametrize("named", ["es_MX", "ES", "es_ES.UTF-8"])
def test_a_language_of_one_country_is_that_language(spanish, named):
    assert headed(spanish, "Language: es", f"Language: {named}")[1:] == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Language: es\\n", "Language: \\n", "it names no language that is known; write Language: es, or let"),
        ("Language: es\\n", "Language: Spanish (Spain)\\n", "it names no language that is known; write Language: es, or let"),
        ("charset=utf-8", "charset=ISO-8859-1", "it names “ISO-8859-1” as the encoding; save it as UTF-8, and let"),
    ],
)  # fmt: skip
def test_a_header_that_says_less_than_it_should_is_to_be_looked_at(spanish, old, new, told):
    line, wrong, warned = headed(spanish, old, new)

    assert (wrong, warned) == ([], [f"{ASKS}:{line}:1: header: {told} “translate” write it"])


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("\nmsgctxt ", "no header says which language it is in; let “translate” write it"),
        (None, "the file is empty; bring back an earlier version, or let “translate” write it"),
    ],
    ids=["without a header", "emptied"],
)
def test_a_file_that_says_nothing_of_itself_is_to_be_looked_at(spanish, start, told):
    text = asks(spanish)
    (spanish / ASKS).write_text(text[text.index(start) :] if start else "\n", "utf-8")

    warnings = make_project(spanish, {EDITION: "es"}).warnings
    assert [str(one) for one in warnings if one.place.path == ASKS] == [f"{ASKS}:1:1: file: {told}"]


@pytest.mark.parametrize(
    "more",
    [
        '#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "Viejo"\n',
        "#: \u2068a file.py:3\n#. a hint\n#, c-format\n#= fuzzy\n",
        '#~ msgctxt "good-word/title"\n#~ msgid "A good word about me"\n#~ msgstr "Otra"\n',
    ],
    ids=["what it was before", "hints of any kind", "the same in use"],
)
def test_what_other_programs_note_does_not_change_what_is_read(spanish, more):
    say(spanish)
    (spanish / ASKS).write_text(f"{asks(spanish)}\n{more}", "utf-8")

    assert (counted(spanish).translated, counted(spanish).unknown) == (1, 0)
    assert title(spanish) == "Buenas palabras"


@pytest.mark.parametrize("before", ["msgctxt", "msgid", "msgstr"])
def test_a_translation_is_fuzzy_wherever_in_it_somebody_wrote_so(spanish, before):
    said = TITLE.format("Buenas palabras")
    marked = said.replace(before, f"#, fuzzy\n{before}", 1)
    change(spanish, ASKS, TITLE.format(""), marked)

    assert (counted(spanish).stale, title(spanish)) == (1, "A good word about me")


def test_what_a_broken_line_leaves_in_english_is_not_told_besides(spanish):
    change(spanish, f"{SPANISH}/edition.yml", "language: es", "language: es\npublished: true")
    change(spanish, ASKS, TITLE.format(""), f"{TITLE.format('')[:-1]}x\n")

    with pytest.raises(ContentError) as told:
        read_writer(spanish, {EDITION: "es"})
    assert (len(told.value.problems), told.value.warnings) == (1, ())


def test_quotes_that_a_word_processor_made_round_are_told_three_times_and_then_counted(spanish):
    (spanish / ASKS).write_text(asks(spanish).replace('msgstr ""', "msgstr “”"), "utf-8")

    *first, last = problems(spanish, "es")
    assert len(first) == 3
    assert all("the quotation marks around a text are not straight" in one for one in first)
    more = asks(spanish).count("msgstr “") - 3
    assert f": file: {more} more lines from here on are no lines of a PO file; mend" in last


def test_two_translations_that_were_merged_are_told(spanish):
    say(spanish, "#-#-#-#-#  a.po  #-#-#-#-#\\nBuenas palabras")

    (said,) = problems(spanish, "es")
    assert "“#-#-#-#-#” is a mark of two translations that were merged" in said


def test_what_a_translator_notes_stays(spanish):
    change(spanish, ASKS, 'msgctxt "good-word/title"', '# A title.\nmsgctxt "good-word/title"')
    translate(spanish)

    assert '# A title.\nmsgctxt "good-word/title"' in asks(spanish)


LINES = {
    'msgstr "Buenas" palabras"': 'a quotation mark stands inside a text; write msgstr "Buenas\\" palabras"',
    'msgstr "Buenas': 'a quotation mark is missing, or both; write msgstr "Buenas"',
    "msgstr Buenas": 'a quotation mark is missing, or both; write msgstr "Buenas"',
    'Msgstr "Buenas"': 'no line of a PO file begins with “Msgstr”; write msgstr "Buenas"',
    'msgstr: "Buenas"': 'no line of a PO file begins with “msgstr:”; write msgstr "Buenas"',
    '- msgst "Buenas"': 'no line of a PO file begins with “- msgst”; write msgstr "Buenas"',
    'msgstr "Buenas" # nota': '“# nota” stands behind the text; write msgstr "Buenas"',
    "// nota": "a note begins with //; begin it with # and a space",
    "nota": "this is no line of a PO file; write # and a space before a note, and quotes around a text; let",
}


@pytest.mark.parametrize("text", LINES)
def test_every_broken_line_is_told_with_its_number_and_what_to_write(spanish, text):
    other = 'msgctxt "good-word/say"'
    change(spanish, ASKS, TITLE.format(""), f"{TITLE.format('')[:-10]}{text}\n")
    change(spanish, ASKS, other, f"{other} x")
    lines = asks(spanish).split("\n")
    told = {text: LINES[text], f"{other} x": f"“x” stands behind the text; write {other}"}
    wrong = [
        f"{ASKS}:{at}:1: file: {told[line]}" for at, line in enumerate(lines, 1) if line in told
    ]

    faults = problems(spanish, "es")
    assert [one[: len(said)] for one, said in zip(faults, wrong, strict=True)] == wrong


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('msgctxt "good-word/title"\n', "", "nothing says where this text stands"),
        ('msgctxt "good-word/say"\n', 'msgctxt "good-word/title"\n', "translated twice"),
        (TITLE.format(""), TITLE.format("Una") + "\n" + TITLE.format("Otra"), "translated twice"),
        (TITLE.format(""), TITLE.format("Una") + 'msgstr "Otra"\n', "a message without msgid"),
        ('msgid "A good word about me"\n', "", "a message without msgid"),
        ('msgid "A good word about me"', 'msgid ""', "a message whose msgid is empty"),
        ('msgid "A good word about me"', 'msgid "A good word about me"\nmsgid_plural "Words"', "no text here has a plural"),
        ('\nmsgstr ""\n\nmsgctxt "good-word/say"', '\n\nmsgctxt "good-word/say"', "a message without msgstr"),
        (TITLE.format(""), 'msgstr "Una"\n' + TITLE.format("").replace('msgstr ""\n', ""), "msgid stands too late in a message"),
    ],
)  # fmt: skip
def test_a_message_that_cannot_be_placed_is_told(spanish, old, new, what):
    change(spanish, ASKS, old, new)

    (problem,) = problems(spanish, "es")
    assert what in problem


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE.format(""), TITLE.format("").replace("msgstr", 'msgid_plural "Words"\nmsgstr[0] ""\nmsgstr[1]')),
        (TITLE.format(""), TITLE.format("Buenas\nde mí,\npalabras")),
        ('msgid ""\nmsgstr ""\n"Project', 'msgid ""\n"Project'),
        ('msgid ""\nmsgstr ""\n"Project', '"Project'),
    ],
    ids=["a plural", "a text over lines", "a header without its msgstr", "a header without keywords"],
)  # fmt: skip
def test_what_is_wrong_in_several_lines_of_a_message_is_told_once(spanish, old, new):
    change(spanish, ASKS, old, new)

    assert len(problems(spanish, "es")) == 1


def test_two_files_that_were_put_one_behind_the_other_are_read(spanish):
    say(spanish)
    change(spanish, ASKS, 'msgctxt "good-word/say"', '\ufeffmsgctxt "good-word/say"')

    assert counted(spanish).translated == 1


def test_the_translations_of_another_file_are_to_be_looked_at(spanish):
    (spanish / ASKS).write_bytes((spanish / WORDS).read_bytes())

    warned = make_project(spanish, {EDITION: "es"}).warnings
    assert [str(one) for one in warned if one.place.path == ASKS] == [
        f"{ASKS}:1:1: file: none of its texts is one of this file of the guide; bring back an earlier version, or let “translate” write it"
    ]


@pytest.mark.parametrize("command", ["check --edition", "translate"])
@pytest.mark.parametrize("instead", ["a folder", "a link to nowhere"])
def test_what_stands_in_the_place_of_translations_is_told_and_stays(
    spanish, capsys, command, instead
):
    (spanish / ASKS).unlink()
    if instead == "a folder":
        (spanish / ASKS).mkdir()
    else:
        (spanish / ASKS).symlink_to("nowhere")

    assert main(["--root", str(spanish), *command.split(), "es"]) == 1
    assert capsys.readouterr().err.startswith(f"{ASKS}:1:1: file: ")
    assert (spanish / ASKS).is_dir() == (instead == "a folder")
    (spanish / ASKS).rmdir() if instead == "a folder" else (spanish / ASKS).unlink()


def test_an_edition_to_translate_may_be_named_by_its_folder(spanish):
    assert main(["--root", str(spanish), "translate", str(spanish / SPANISH)]) == 0


def test_a_rule_names_the_line_of_the_translation_that_breaks_it(spanish):
    words = f"{SPANISH}/quiz/words.po"
    source = 'msgid "Question {number} of {total}"\nmsgstr "'
    change(spanish, words, source, f"{source}Pregunta {{numero}}")
    before = (spanish / words).read_text("utf-8").partition(source)[0]
    line = before.count("\n") + 1

    assert [one for one in problems(spanish, "es") if one.startswith(f"{words}:{line}:")]


def test_a_rule_on_a_whole_record_names_the_file_of_its_translation(spanish):
    bank = f"{SPANISH}/quiz/bank/which-ask-fits.po"
    source = re.search(
        r'^msgctxt "items/the-mill/stem"\nmsgid .*\nmsgstr "',
        (spanish / bank).read_text("utf-8"),
        re.MULTILINE,
    )[0]
    change(spanish, bank, source, f"{source}Omar lives near the mill.")

    assert any(one.startswith(f"{bank}:") and "Omar" in one for one in problems(spanish, "es"))


def test_the_files_are_written_though_something_else_of_the_edition_is_wrong(spanish, capsys):
    (spanish / ASKS).unlink()
    (spanish / SPANISH / "content/words.yml").write_text("no_such_word: Nada\n", "utf-8")
    translate(spanish)

    assert TITLE.format("") in asks(spanish)
    assert "1 error in what it holds" in capsys.readouterr().out


def test_what_programs_leave_beside_files_is_not_taken_for_texts_to_translate(spanish):
    left = [spanish / "quiz/bank/._items.yml", spanish / "content/contact-types/~$neighbors.yml"]
    for path in left:
        path.write_bytes(b"\0\1")

    translate(spanish)
    assert not list((spanish / SPANISH).rglob("[.~]*"))
    for path in left:
        path.unlink()


def test_a_command_says_what_an_edition_needs_for_translations(sample, capsys):
    begin(sample, "name: Pedir bien\n", SPANISH)

    assert main(["--root", str(sample), "translate", "es"]) == 1
    assert f"{SPANISH}/edition.yml:1:1: language: it is missing" in capsys.readouterr().err
    assert not (sample / SPANISH / "content").exists()


def test_no_edition_is_no_edition_to_translate(sample, capsys):
    assert main(["--root", str(sample), "translate", " "]) == 2

    assert capsys.readouterr().err == "translate: say which edition, by its id, such as es\n"


def test_editions_say_how_far_a_translation_is(spanish, capsys):
    say(spanish)
    main(["--root", str(spanish), "editions"])

    texts = counted(spanish).texts
    assert f"1 of {texts} texts in es" in capsys.readouterr().out
