"""Language: the words of a text, and how hard it is to read, by a formula made for its language."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

import syllapy

from ..model.rule_words import Formula

_WORD = re.compile(r"[A-Za-z]++(?:['’][A-Za-z]++)*")
_LETTERS = re.compile(r"\w++(?:[-’]\w++)*")
_SENTENCE_END = re.compile(r"[.!?…:]+[”\"')\]]*(?=\s|$)")
_SILENT_U = re.compile(r"(q|g)u(?=[eiéí])")
_NUCLEUS = re.compile(r"[iuü]?[aeoáéó](?:[iuü]|y\b)?(?![íú])|[aeoáéó]|[íú]|[iuü]+(?:y\b)?|y\b")
_SCALE = ((100, 4), (90, 5), (80, 6), (70, 7), (60, 9), (50, 13), (30, 16), (0, 20))
"""Marks of ease, and the grade that a text takes there."""


@lru_cache(maxsize=1024)  # A rule for each item and one for the bank ask for the same.
def reading_grade(text: str, formula: Formula = "flesch-kincaid") -> float:
    """Return the school grade that a plain text takes; 0.0 for text without words."""
    return _FORMULAS[formula](text)


def _flesch_kincaid(text: str) -> float:
    """Return the grade of English text.

    Source: Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75 (1975):
    0.39 × words per sentence + 11.8 × syllables per word − 15.59.
    """
    all_words = _WORD.findall(text)
    if not all_words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(map(_syllables, all_words))
    return 0.39 * len(all_words) / sentences + 11.8 * syllables / len(all_words) - 15.59


def _fernandez_huerta(text: str) -> float:
    """Return the grade of Spanish text, by the scale that was published with its ease of reading.

    Source: J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959), with the correction of
    G. Law, Error in the Fernandez Huerta Readability Formula (2011): 206.84 − 60 × syllables per word − 1.02 × words
    per sentence. The scale: 90 to 100 is for the fourth grade, 80 for the fifth, 70 for the sixth, 60 for the seventh
    and eighth, 50 for those before university, 30 for its first courses, and what is below for later ones.
    """
    all_words = words(text)
    if not all_words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(map(_spanish_syllables, all_words))
    ease = 206.84 - 60 * syllables / len(all_words) - 1.02 * len(all_words) / sentences
    return _on_scale(ease)


def _on_scale(ease: float) -> float:
    """Return the grade of an ease, between those of the marks beside it; beyond the last ones, as between these."""
    pairs = list(pairwise(_SCALE))
    (high, grade), (low, harder) = next((pair for pair in pairs if ease >= pair[1][0]), pairs[-1])
    return grade + (high - ease) * (harder - grade) / (high - low)


@lru_cache(maxsize=16384)
def _spanish_syllables(word: str) -> int:
    """Return how many vowels, or vowels that are said as one, a word of Spanish has."""
    return max(1, len(_NUCLEUS.findall(_SILENT_U.sub(r"\1", word))))


@lru_cache(maxsize=16384)
def _syllables(word: str) -> int:
    return max(1, int(syllapy.count(word.replace("’", "'"))))


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of plain text in lower case, with ’ for either apostrophe."""
    return tuple(_LETTERS.findall(text.casefold().replace("'", "’")))


_FORMULAS: Mapping[Formula, Callable[[str], float]] = {
    "flesch-kincaid": _flesch_kincaid,
    "fernandez-huerta": _fernandez_huerta,
}
