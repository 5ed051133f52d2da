"""Moodle XML: a category of the question bank for each form, below that of its blueprint."""

import re

from ...render import Templates
from ..exporter import Exporter, ExportForm, fitting


def _write(form: ExportForm, templates: Templates) -> bytes:
    path = "/".join(map(_part, dict.fromkeys((form.site, form.group, form.title))))
    # With “$course$” in front, Moodle 5 puts the questions into a bank that no page of a course shows (create_category_path in
    # its public/question/format.php); without, into the one that somebody has opened, as earlier versions do.
    context = {"form": form, "category": f"top/{path}", "fitting": fitting}
    return templates.xml.get_template("moodle/quiz.xml.j2").render(context).encode()


def _part(title: str) -> str:
    """Return a title as a part of a path of categories, as Moodle writes it: a slash is doubled, and kept from the ends by a blank.

    Moodle takes “<” with no blank behind it for a tag, and drops all that follows (clean_param in its split_category_path).
    """
    doubled = re.sub(r"<(?=\S)", "< ", fitting(title)).replace("/", "//")
    return " " * doubled.startswith("/") + doubled + " " * doubled.endswith("/")


MOODLE = Exporter(
    id="moodle",
    suffix="moodle.xml",
    write=_write,
    flattened=frozenset({"row-reasons"}),  # a matching question has one feedback for all its rows
    lost=frozenset({"part-ids"}),
)
