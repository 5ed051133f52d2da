"""Rules of one item: what its words say of people, and how strong they are."""

import re
from collections.abc import Iterator

from ..model.items import Item
from .language import words
from .rule import Finding, Subject, explanation, phrases_in, rests_on, with_phrase

REPEATS = 0.8
"""How much of a rationale may stand in its option too, as a part of its words."""
# A capital that neither a sentence nor a quotation begins with.
_INNER_CAPITAL = re.compile(r"(?<=[\w,;’] )[A-Z][\w’-]*")
_CAPITAL = re.compile(r"\b[A-Z][\w-]*")
_CAPITAL_PAIR = re.compile(r"\b([A-Z][\w-]*) (?=([A-Z][\w’-]*))")


def rationales_explain(item: Item, _subject: Subject) -> Iterator[Finding]:
    """I21: each option or row has a rationale that does more than repeat it."""
    for part in item.parts:
        reason_words = set(words(part.rationale))
        if not part.rationale:
            yield Finding.of(
                item, f"“{part.text}” has no rationale", "say why it is right or wrong", part.text
            )
        elif len(reason_words & set(words(part.text))) >= REPEATS * len(reason_words):
            what = f"the rationale of “{part.text}” repeats it"
            yield Finding.of(item, what, "say why it is right or wrong", part.rationale)


def feedback_does_not_judge(item: Item, subject: Subject) -> Iterator[Finding]:
    """I22: feedback neither praises nor blames; the template ends it with the true statement."""
    for word in phrases_in(explanation(item), subject.listed("judging")):
        text = with_phrase(word, (part.rationale for part in item.parts))
        yield Finding.of(
            item, f"feedback says “{word}”", "speak of the request, not of the reader", text
        )


def names_are_first_names(item: Item, subject: Subject) -> Iterator[Finding]:
    """I28: people have a reviewed first name, no surname and no title, and are listed in `names`."""
    text = " | ".join((item.stem, item.question, *(part.text for part in item.parts)))
    known = set(subject.words.names)
    followed = {first for first, _ in _CAPITAL_PAIR.findall(text)}
    for name in item.names:
        if known and name not in known:
            yield Finding.of(
                item, f"the name {name} was not reviewed", "add it to quiz/rules/names.yml"
            )
        if name in followed:
            yield Finding.of(item, f"{name} has a surname", "use the first name alone")
    for name in sorted(set(_CAPITAL.findall(text)) & known - set(item.names)):
        yield Finding.of(item, f"{name} is not among its “names”", "add the name there")
    for title in phrases_in(text, subject.listed("titles")):
        yield Finding.of(item, f"somebody has the title “{title}”", "use a first name alone")


def nobody_is_pointed_at(item: Item, subject: Subject) -> Iterator[Finding]:
    """I29: no real employer, brand or place, and no capital that might be one."""
    text = " | ".join(_texts(item))
    for word in phrases_in(text, subject.listed("pointing")):
        where = with_phrase(word, _texts(item))
        yield Finding.of(
            item, f"“{word}” is real", "say what kind of employer or place it is", where
        )
    capitals = {one.removesuffix("’s") for one in _INNER_CAPITAL.findall(text)}
    free = {*subject.listed("capitals"), *subject.listed("quoted"), *subject.words.names}
    surnames = {
        second.removesuffix("’s")
        for first, second in _CAPITAL_PAIR.findall(text)
        if first in item.names
    }
    # Other lines and rules tell of these already.
    told = {*subject.listed("pointing"), *subject.listed("titles")}
    for word in sorted(capitals - free - surnames - set(item.names)):
        if word.casefold() not in told:
            what = f"“{word}” may point to somebody"
            instead = "leave it out, or add it to “capitals” in words.yml of its language"
            yield Finding.of(item, what, instead, with_phrase(word, _texts(item)))


def qualifiers_are_kept(item: Item, subject: Subject) -> Iterator[Finding]:
    """I30: an item on a qualified claim keeps the qualifier, in its key or row or in the rationale."""
    for name, claim in item.claims:
        statement = subject.library.statements.get(name)
        needed = subject.words.qualifiers.get((statement.source or "") if statement else "", ())
        if needed and not phrases_in(claim, needed):
            what = f"the qualifier of {name} is lost"
            yield Finding.of(item, what, f"say it with one of: {', '.join(needed)}")


def opinions_are_not_asked(item: Item, subject: Subject) -> Iterator[Finding]:
    """I31: no item rests on one person's opinion, or names who holds it."""
    for name in sorted(rests_on(item)):
        statement = subject.library.statements.get(name)
        if statement and statement.source in subject.listed("opinions"):
            yield Finding.of(
                item, f"{name} is one person’s opinion", "rest it on another statement"
            )
    for name in phrases_in(f"{item.stem} {explanation(item)}", subject.listed("quoted")):
        what = f"{name} is quoted on the evidence page"
        yield Finding.of(item, what, "name the person nowhere else")


def words_are_ours(item: Item, subject: Subject) -> Iterator[Finding]:
    """I42: the words and the spelling of this guide, with plain international ones where there is a choice."""
    usage = subject.words.usage
    parts = " ".join(part.text for part in item.parts)
    text = f"{item.stem} {item.question} {parts} {explanation(item)}"
    for word in phrases_in(text, usage):
        where = with_phrase(word, (*_texts(item), *(part.text for part in item.parts)))
        what = f"“{word}” is not how this guide says it"
        yield Finding.of(item, what, f"write “{usage[word]}”", where)


def _texts(item: Item) -> tuple[str, ...]:
    """Return what an item tells by itself, text by text, without its options."""
    return (item.stem, item.question, *(part.rationale for part in item.parts))
