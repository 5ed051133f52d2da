"""Forms for the screen of a room: each in one file, with one large item at a time."""

from ..show.addresses import PRESENT
from .writer import Writer

_STYLES = ("shared/colors.css", "channels/present/present.css")
_SCRIPT = "channels/present/keys.js"


def presented_pages(writer: Writer) -> dict[str, str]:
    """Return the pages by path, before they are finished.

    Links lead to the folder above, and never to a site on the web: a room may have no network.
    """
    writer = writer.leading("../", standalone=True)
    views, pages = writer.views, {}
    for form in views.quizzes.forms:
        context = {
            "form": views.form(form.id, views.title_of(form), form.items),
            "intro": form.blueprint.intro,
            "guide": views.addresses.page(views.page_of(form)),
            "site_name": views.library.words["site_name"],
            "style": writer.templates.joined(*_STYLES),
            "script": writer.templates.joined(_SCRIPT),
        }
        page = writer.html("channels/present/page.html.j2", context)
        pages[f"{PRESENT}/{form.id}.html"] = page
    return pages
