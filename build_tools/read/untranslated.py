"""What readers of an edition in another language meet in that of the guide."""

from collections.abc import Iterator

from ..model.edition import is_of_edition
from ..model.guide import ProsePage
from ..model.language import GUIDE_LANGUAGE, Language
from ..model.library import Library
from .reading import Reading


def count_untranslated(library: Library, language: Language, reading: Reading) -> int:
    """Return how many texts and pages nobody has translated."""
    if language.name == GUIDE_LANGUAGE.name:
        return 0
    return len(reading.of_guide) + len([*_pages(library)])


def untranslated(library: Library, language: Language, reading: Reading) -> frozenset[str]:
    """Return these texts, and what such pages begin with, with single spaces as finished pages have them."""
    if language.name == GUIDE_LANGUAGE.name:
        return frozenset()
    heads = [text for page in _pages(library) for text in (page.title, page.answer)]
    return frozenset(" ".join(text.split()) for text in (*reading.of_guide, *heads))


def _pages(library: Library) -> Iterator[ProsePage]:
    return (page for page in library.pages if not is_of_edition(page.path))
