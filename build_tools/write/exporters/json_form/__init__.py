"""JSON: everything, for programs; the schema beside it says how it is built."""

import json
from pathlib import Path
from typing import Any

from ....show.items import ChoiceView, GridView, ItemView, StatementView
from ...render import Templates
from ..exporter import Exporter, ExportForm

_SCHEMA = "form.schema.json"


def _write(form: ExportForm, templates: Templates) -> bytes:
    writing = templates.writing
    whole = {
        "$schema": _SCHEMA,
        **({"language": writing.tag} if writing.foreign else {}),
        "id": form.id,
        "title": form.title,
        "quiz": form.group,
        "intro": form.intro,
        "license": form.license,
        "items": [_item(view, form) for view in form.items],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _item(view: ItemView, form: ExportForm) -> dict[str, Any]:
    common = {
        "id": view.id,
        "version": view.token,
        "kind": view.item.kind,
        "topic": view.topic,
        "closed": view.item.closed,
        "stem": view.stem,
        "question": view.question,
    }
    return common | (_choice(view, form) if isinstance(view, ChoiceView) else _grid(view, form))


def _choice(view: ChoiceView, form: ExportForm) -> dict[str, Any]:
    basis = {part.id: part.rests_on for part in view.item.parts}
    options = [
        {
            "id": option.id,
            "text": option.text,
            "right": option.right,
            "reason": option.feedback,
            "rests_on": basis[option.id],
            **_link(option.href, form),
        }
        for option in view.options
    ]
    return {"options": options, "statement": _statement(view.statement, form)}


def _grid(view: GridView, form: ExportForm) -> dict[str, Any]:
    rows = [
        {
            "id": row.id,
            "text": row.text,
            "bin": row.bin.id,
            "reason": row.rationale,
            "statement": _statement(row.statement, form),
        }
        for row in view.rows
    ]
    return {"bins": [{"id": bin_.id, "text": bin_.label} for bin_ in view.bins], "rows": rows}


def _statement(one: StatementView, form: ExportForm) -> dict[str, str]:
    return {"id": one.id, "text": one.with_reason, "page": one.home, **_link(one.href, form)}


def _link(href: str, form: ExportForm) -> dict[str, str]:
    return {"link": href} if form.linked else {}


JSON = Exporter(
    id="json",
    suffix="json",
    write=_write,
    beside={_SCHEMA: Path(__file__).with_name(_SCHEMA).read_bytes()},
)
