"""Pages at addresses that the guide had before: each leads on to the page that took its place."""

from ..writer import Writer


def moved_pages(writer: Writer) -> dict[str, str]:
    """Return the pages by path below the docs folder."""
    views, words = writer.views, writer.views.library.words
    return {
        f"{one.old}.html": writer.markdown(
            "moved.html.j2",
            {
                "title": views.addresses.titles.get(one.page, ""),
                "href": views.addresses.page(one.page, one.anchor),
                "words": words,
            },
        )
        for one in views.library.guide.moved
    }
