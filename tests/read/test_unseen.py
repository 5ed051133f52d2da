"""Signs that nobody sees: those that were copied along are left out and told, those that harm are refused, those that a script needs stay."""

import re

import pytest
from conftest import change, problems
from test_questions import PLAIN

from build_tools.generate import make_project
from build_tools.problems import Problems
from build_tools.read.questions import read_questions
from build_tools.read.unseen import harm, mended

ASKS, PAGE = "content/asks.yml", "content/pages/credibility.md"
NEWS = "Tell them my news"
COPIED = {
    "a soft hyphen": ("n\u00adews", "news"),
    "a zero width space": ("my\u200b news", "my news"),
    "a word joiner": ("my \u2060news", "my news"),
    "a byte order mark": ("\ufeffnews", "news"),
    "a no-break space": ("my\u00a0news", "my news"),
    "a narrow one": ("my\u202fnews", "my news"),
    "an ideographic one": ("my\u3000news", "my news"),
    "a mark of direction between Latin letters": ("ne\u200ews", "news"),
    "a joiner between Latin letters": ("ne\u200dws", "news"),
    "letters in one sign": ("o\ufb03ce \ufb01nds", "office finds"),
    "letters in bold of mathematics": ("𝗧𝗵𝗲𝗺 𝓷𝓮𝔀𝓼 𝟮", "Them news 2"),
    "an accent beside its letter": ("re\u0301sume\u0301", "résumé"),
}
KEPT = [
    "« oui »".replace(" ", "\u00a0"),
    "10\u202f000 €",
    "می\u200cخواهم",
    "👩\u200d👩\u200d👧 ❤\ufe0f",
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "שלום\u200f!",
    "\u2067שלום (x)\u2069 and \u202aC:\\x\u202c",
    "“MANHÃ”, MANHÃ… e MANHÃ —: São João, l’Âge, √π, √2, ¬p",
]
REFUSED = {
    "\u202e": "U+202E (right-to-left override) turns around what comes after it; delete it",
    "\u2067": "U+2067 (right-to-left isolate) turns around what comes after it; delete it",
    "\u202c": "U+202C (pop directional formatting) turns around what comes after it; delete it",
    "\ufffd": "U+FFFD (replacement character) stands for a letter that was lost; type the letter anew",
    "\uf0b7": "U+F0B7 (which has no name) is a sign of one font, which readers do not have; write a sign that all fonts have",
    "\u3164": "here stands U+3164 (hangul filler), which looks like nothing or like a space; replace it with a plain space",
    "\ufffc": "here stands U+FFFC (object replacement character), which nobody sees; delete it",
    "â€™": "“â€™” is what a program made of ’, as it took the file for one of another encoding; write ’, and look for more of that",
    "Ã©": "“Ã©” is what a program made of é, as it took the file for one of another encoding; write é, and look for more of that",
    "√±": "“√±” is what a program made of ñ, as it took the file for one of another encoding; write ñ, and look for more of that",
    "#-#-#-#-#": "“#-#-#-#-#” is a mark of two translations that were merged; keep one of them",
    "\U000e0041": "here stands U+E0041 (tag latin capital letter a), which nobody sees; delete it",
}


@pytest.mark.parametrize(("typed", "read"), COPIED.values(), ids=COPIED)
def test_what_was_copied_along_is_left_out(typed, read):
    assert mended(f"- id: a\n  title: {typed}\n")[0] == f"- id: a\n  title: {read}\n"


def test_the_mark_of_a_file_that_was_put_behind_another_one_is_left_out():
    assert (
        mended("- id: a\n\ufeff- id: b\n  \ufefftitle: c\n")[0] == "- id: a\n- id: b\n  title: c\n"
    )


@pytest.mark.parametrize("text", KEPT)
def test_what_a_script_needs_stays_and_is_no_fault(text):
    assert (mended(text), harm(text)) == ((text, []), None)


@pytest.mark.parametrize("path", [ASKS, PAGE])
def test_one_warning_a_file_tells_what_was_copied_along(sample, path):
    text = (sample / path).read_text("utf-8")
    there = re.compile("(?<=e)ople|(?<=Tel)l")
    (sample / path).write_text(there.sub(lambda one: f"\u00ad{one[0]}", text), "utf-8")
    place = text[: there.search(text).start()]
    many = len(there.findall(text)) - 1

    (said,) = make_project(sample, {}).warnings
    at = f"{path}:{place.count(chr(10)) + 1}:{len(place) - place.rfind(chr(10))}: file: U+00AD (soft hyphen)"
    more = f" and {many} more" if many else ""
    assert str(said) == (
        f"{at}{more}, which nobody sees, came along with words that were copied; "
        "leave it so, as it is read as nothing or as a space, or type the words anew"
    )


def test_an_id_and_a_key_are_found_whatever_was_copied_along_with_them(sample):
    change(
        sample, ASKS, "alternatives: [good-word, name-inside]", "alternatives: [good-\u200bword]"
    )

    assert problems(sample) == []


@pytest.mark.parametrize(
    ("sign", "says"), REFUSED.items(), ids=[f"U+{ord(one[0]):04X}" for one in REFUSED]
)
def test_what_harms_readers_is_refused_where_it_stands(sample, sign, says):
    change(sample, ASKS, NEWS, f"Tell{sign} them my news")
    assert problems(sample) == [f"{ASKS}:41:14: short-update: title: {says}"]

    change(sample, ASKS, f"Tell{sign} them", "Tell them")
    body = (sample / PAGE).read_text("utf-8")
    (sample / PAGE).write_text(f"{body}\nAsk{sign} them.\n", "utf-8")
    line = body.count("\n") + 2
    assert problems(sample) == [f"{PAGE}:{line}:4: credibility: {says}"]


@pytest.mark.parametrize("sign", REFUSED)
def test_a_cell_of_a_spreadsheet_may_not_hold_it_either(sign):
    told = Problems()
    read_questions("a.csv", PLAIN.replace(b"Ines", f"In{sign}es".encode(), 1), told)

    (said,) = told.errors
    assert (said.place.line, f"{said.what}; {said.instead}") == (2, REFUSED[sign])


def test_a_cell_holds_the_words_without_what_was_copied_along():
    data = PLAIN.replace(b"Ines", "In\u00ades\u200b".encode(), 1)

    assert "Ines" in read_questions("a.csv", data, Problems())[0]["scene"].text
