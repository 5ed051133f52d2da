"""QTI 1.2 as Canvas writes it, which both of its quiz engines read with all feedback."""

from ...archive import archive_of
from ...render import Templates
from ..exporter import Exporter, ExportForm, fitting


def _write(form: ExportForm, templates: Templates) -> bytes:
    name = templates.identifier(form.id)
    context = {"form": form, "name": name, "title": fitting(form.title)}

    def rendered(template: str) -> bytes:
        return templates.xml.get_template(f"qti12/{template}").render(context).encode()

    return archive_of(
        {
            "imsmanifest.xml": rendered("imsmanifest.xml.j2"),
            f"{name}/{name}.xml": rendered("assessment.xml.j2"),
            f"{name}/assessment_meta.xml": rendered("assessment_meta.xml.j2"),
            "non_cc_assessments/": b"",  # Canvas looks there for quizzes that cartridges cannot hold
        },
        form.made,
    )


QTI12 = Exporter(
    id="qti12",
    suffix="qti12.zip",
    write=_write,
    # New Quizzes reads no feedback of a single row.
    flattened=frozenset({"row-reasons"}),
    # An id of an item is longer than an identifier may be, and no other place is free.
    lost=frozenset({"ids", "part-ids", "version", "topic"}),
)
