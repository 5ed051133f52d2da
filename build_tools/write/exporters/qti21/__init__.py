"""QTI 2.1: a package with a test and a file for each item."""

from ....show.items import ItemView
from ...archive import archive_of
from ...render import Templates
from ..exporter import Exporter, ExportForm


def _write(form: ExportForm, templates: Templates) -> bytes:
    paths = {item.id: f"items/{templates.identifier(item.id)}.xml" for item in form.items}

    def rendered(template: str, item: ItemView | None = None) -> bytes:
        context = {"form": form, "paths": paths, "item": item}
        return templates.xml.get_template(f"qti21/{template}").render(context).encode()

    items = {paths[item.id]: rendered(_TEMPLATES[item.grid], item) for item in form.items}
    wrapped = {
        "imsmanifest.xml": rendered("imsmanifest.xml.j2"),
        "test.xml": rendered("test.xml.j2"),
    }
    return archive_of(wrapped | items, form.made)


_TEMPLATES = {False: "choice.xml.j2", True: "grid.xml.j2"}

QTI21 = Exporter(id="qti21", suffix="qti21.zip", write=_write, lost=frozenset({"version", "topic"}))
