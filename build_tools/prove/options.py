"""Rules of one item: its options beside each other, and the rows of a grid."""

from collections.abc import Iterator, Mapping

from ..derive.proof import FEWEST_OPTIONS
from ..model.items import Choice, Grid, Item
from .language import words
from .rule import Finding, Subject, distractors, fitting_nobody, phrases_in

_MOST_ROWS = 6
SHARE = 0.3
"""How far from their mean length options may be, as a part of it."""
CHARACTERS = 8
"""How far they may be in any case."""
LONG_WORD = 5
"""How many letters a word has that tells something."""


def options_are_three(item: Choice, _subject: Subject) -> Iterator[Finding]:
    """I02: three options; more only where the contact types are a closed set."""
    if len(item.options) > FEWEST_OPTIONS and not item.closed:
        what = f"{len(item.options)} options"
        yield Finding.of(item, what, "keep the key and the two best distractors")


def options_stand_alone(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I04: no option speaks of other options."""
    for option in item.options:
        if phrases_in(option.text, subject.listed("combined")):
            what = f"“{option.text}” speaks of other options"
            yield Finding.of(item, what, "write an answer that stands alone", option.text)


def lengths_are_alike(item: Choice, _subject: Subject) -> Iterator[Finding]:
    """I05: each option is within 30% of the item's mean length, or within 8 characters."""
    mean = sum(len(option.text) for option in item.options) / len(item.options)
    for option in item.options:
        if abs(len(option.text) - mean) > max(SHARE * mean, CHARACTERS) and not _titles(item):
            what = f"“{option.text}” has {len(option.text)} characters; the mean is {mean:.0f}"
            yield Finding.of(item, what, "make the options alike in length", option.text)


def openings_are_alike(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I09: options begin with a word of one class and end with one mark."""
    if _titles(item):
        return
    names = {word for name in item.names for word in (*words(name), *words(f"{name}’s"))}
    openings = {**subject.words.openings, **dict.fromkeys(names, "thing")}
    texts = [option.text for option in item.options if words(option.text)]
    begun = dict.fromkeys(_opening(text, openings) for text in texts)
    unknown = [word for word, name in begun if not name]
    if len({word for word, _ in begun}) > 1 and unknown:
        what = f"an option begins with “{unknown[0]}”, which has no class"
        instead = "begin it like the others, or add it to openings.yml of its language"
        yield Finding.of(item, what, instead)
    elif len({name for _, name in begun}) > 1:
        listed = ", ".join(f"“{word}” ({name})" for word, name in begun)
        yield Finding.of(item, f"options begin unlike: {listed}", "begin them alike")
    if len({_mark(option.text) for option in item.options}) > 1:
        yield Finding.of(item, "options end in different marks", "end all of them alike")


def _opening(text: str, openings: Mapping[str, str]) -> tuple[str, str]:
    """Return the first word of an option with its class, or the first two words if they have a class as two."""
    both = " ".join(words(text)[:2])
    opening = both if both in openings else words(text)[0]
    # A mark before a question says what it is, whatever word comes first.
    return opening, "question" if text.startswith("¿") else openings.get(opening, "")


def distractors_fit_somebody(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I45: each distractor says for whom it would be right, or asks too much of anybody."""
    too_much = {ask.id for ask in subject.library.asks if ask.kind == "overreach"}
    for option in fitting_nobody(item):
        if option.ask not in too_much:
            what = f"“{option.text}” is right for nobody"
            instead = "offer what suits another person or case, and name it under “right_for:”"
            yield Finding.of(item, what, instead)


def key_is_not_absolute(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I12: no absolute word in the key, and at most one distractor with one."""
    listed = subject.listed("absolutes")
    for word in phrases_in(item.key.text, listed):
        yield Finding.of(
            item, f"the key says “{word}”", "say what is true without it", item.key.text
        )
    telling = [option.text for option in distractors(item) if phrases_in(option.text, listed)]
    if len(telling) > 1:
        what = f"{len(telling)} distractors hold an absolute word"
        yield Finding.of(item, what, f"reword “{telling[0]}”", telling[0])


def stem_does_not_tell(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I13: no content word is shared by the stem and the key alone, where no other option has one.

    Where each option names somebody or something of the stem, that tells nothing.
    """
    prompt = subject.content(f"{item.stem} {item.question}")
    if all(prompt & subject.content(option.text) for option in distractors(item)):
        return
    others = {word for option in distractors(item) for word in words(option.text)}
    shared = (prompt & subject.content(item.key.text)) - others - set(words(" ".join(item.names)))
    for word in sorted(word for word in shared if len(word) >= LONG_WORD):
        what = f"the stem and the key alone share “{word}”"
        yield Finding.of(item, what, "reword one of them, or use it in a distractor", item.key.text)


def options_are_more_than_frequencies(item: Choice, subject: Subject) -> Iterator[Finding]:
    """I14: no option is a vague frequency word and nothing else."""
    for option in item.options:
        if " ".join(words(option.text)) in subject.listed("frequency"):
            what = f"“{option.text}” says no more than how often"
            yield Finding.of(item, what, "say what happens", option.text)


def _titles(item: Choice) -> bool:
    """Whether the options are the titles of the contact types, the same in every such item."""
    return item.closed and item.model == item.kind


def _mark(text: str) -> str:
    last = text.rstrip("”\"'")[-1:]
    return "" if last.isalnum() else last


def rows_are_few(item: Item, _subject: Subject) -> Iterator[Finding]:
    """I02, for grids: six rows or fewer."""
    if isinstance(item, Grid) and len(item.rows) > _MOST_ROWS:
        yield Finding.of(item, f"{len(item.rows)} rows", f"keep the {_MOST_ROWS} that teach most")
