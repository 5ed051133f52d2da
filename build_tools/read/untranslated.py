"""Untranslated texts: what readers of an edition in another language meet in that of the guide."""

from ..model.edition import is_of_edition
from ..model.language import GUIDE_LANGUAGE, Language
from ..model.library import Library
from .reading import Reading


def untranslated(
    library: Library, language: Language, reading: Reading
) -> tuple[int, frozenset[str]]:
    """Return the number of texts and pages without a translation, and these texts with the front matter of such pages.

    They have single spaces, as in finished pages.
    """
    if language.name == GUIDE_LANGUAGE.name:
        return 0, frozenset()
    pages = [page for page in library.pages if not is_of_edition(page.path)]
    heads = [text for page in pages for text in (page.title, page.answer)]
    texts = frozenset(" ".join(text.split()) for text in (*reading.of_guide, *heads))
    return len(reading.of_guide) + len(pages), texts
