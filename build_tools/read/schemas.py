"""JSON Schemas, by which editors complete keys, explain them and mark what is wrong, made of the records' declarations."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from ..model.fields import NOT_EMPTY, Cases, Names
from . import values
from .declared import Declared, Shape, declaration, shape_of
from .web import WEB

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML extensions of editors support in full."""
_Schema = dict[str, Any]
EDITION_SCHEMAS = "docs/schemas/editions"
"""The folder of the schemas of such files of an edition."""
_VALUES: Mapping[str, _Schema] = {
    "text": {"type": "string", "pattern": r"\S"},
    "slug": {"type": "string", "pattern": f"^{values.SLUG.pattern}$"},
    "reference": {"type": "string", "pattern": r"\S"},
    "url": {"type": "string", "pattern": f"^{WEB}$"},
    "doi": {"type": "string", "pattern": f"^{values.DOI.pattern}$"},
    "language": {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"},
    "color": {"type": "string", "pattern": f"^{values.COLOR.pattern}$"},
    "mail": {"type": "string", "pattern": f"^{values.MAIL.pattern}$"},
    "phone": {"type": "string", "pattern": f"^{values.PHONE.pattern}$"},
    "link": {"type": "string", "pattern": f"^({values.LINK.pattern})$"},
    "day": {"type": "string", "format": "date"},
    "number": {"type": "number"},
    "grade": {"type": "number", "minimum": 1, "maximum": values.HIGHEST},
    "count": {"type": "integer", "minimum": 1},
    "flag": {"type": "boolean"},
}


def schema_path(pattern: str, folder: str = "docs/schemas") -> str:
    return f"{folder}/{pattern.removesuffix('.yml').replace('/*', '').replace('/', '-')}.json"


def schema(content: Any) -> _Schema:
    records: dict[str, _Schema] = {}
    whole = _of(shape_of(content), records)
    return {"$schema": _DRAFT, **whole, "definitions": dict(sorted(records.items()))}


def edition_schema(content: Any) -> _Schema:
    """Return the schema of a file of an edition, where a record says only what it changes.

    Whether it changes what may change, and whether a new record has all it needs, takes the guide to tell.
    """
    whole: _Schema = _in_part(schema(content))
    return whole


def _in_part(node: Any) -> Any:
    """Return a part of a schema without its required keys."""
    if isinstance(node, list):
        return [_in_part(one) for one in node if not _needs_a_key(one)]
    if not isinstance(node, dict):
        return node
    left_out = ("required", "minItems") if "type" in node else ()
    return {key: _in_part(one) for key, one in node.items() if key not in left_out}


def _needs_a_key(condition: Any) -> bool:
    """Whether a condition of a record says no more than that a key must be there."""
    return isinstance(condition, dict) and (
        "oneOf" in condition or "required" in condition.get("then", {})
    )


def _of(shape: Shape, records: dict[str, _Schema]) -> _Schema:
    if shape.record:
        return _reference(shape.record, records)
    if shape.listed:
        least = {"minItems": 1} if NOT_EMPTY in shape.marks else {}
        return {"type": "array", "items": _of(shape.listed, records), **least}
    if shape.entry:
        return _mapping(shape, shape.entry, records)
    if shape.value_type.name == "choice":
        return {"enum": list(shape.allowed)}
    if shape.value_type.name == "pattern":
        known = "|".join(map(re.escape, shape.allowed))
        return {"type": "string", "pattern": rf"^([^{{}}]|\{{\{{|\}}\}}|\{{({known})\}})+$"}
    described = (
        {"description": f"An id: {shape.value_type.family}."} if shape.value_type.family else {}
    )
    return {**described, **_VALUES[shape.value_type.name]}


def _mapping(shape: Shape, entry: Shape, records: dict[str, _Schema]) -> _Schema:
    names = shape.mark(Names)
    needed = sorted(names.needed) if names else []
    more = _of(entry, records) if names is None or names.more else False
    under = {key: _of(shape.under(key), records) for key in [*needed, *shape.blanks]}
    named = {"properties": dict(sorted(under.items())), "required": needed} if names else {}
    return {"type": "object", **named, "additionalProperties": more}


def _reference(record: type, records: dict[str, _Schema]) -> _Schema:
    name = record.__name__
    if name not in records:
        records[name] = {}
        records[name] = _record(record, records)
    return {"$ref": f"#/definitions/{name}"}


def _record(record: type, records: dict[str, _Schema]) -> _Schema:
    fields = declaration(record).fields.values()
    needed = [field for field in fields if field.required and not field.when]
    conditions = [one for field in fields for one in _conditions(field, record, records)]
    content = {
        "type": "object",
        "description": inspect.getdoc(record),
        "properties": {
            key: _field(field, record, records) for field in fields for key in field.keys
        },
        "required": [key for field in needed if len(field.keys) == 1 for key in field.keys],
        "additionalProperties": False,
        "allOf": conditions,
    }
    return {key: value for key, value in content.items() if value not in (None, [])}


def _field(field: Declared, record: type, records: dict[str, _Schema]) -> _Schema:
    if field.shape.mark(Cases):
        content: _Schema = {"type": "array"}
    else:
        content = _of(field.shape, records)
    description = _docs(record).get(field.name)
    if description and "$ref" in content:  # What stands beside a reference is passed over.
        content = {"allOf": [content]}
    return {**content, "description": description} if description else content


def _conditions(field: Declared, record: type, records: dict[str, _Schema]) -> Iterator[_Schema]:
    """Yield the other constraints of a field, besides its type."""
    when, cases = field.when, field.shape.mark(Cases)
    key, *more = field.keys or ("",)
    if field.required and more:
        yield {"oneOf": [{"required": [one]} for one in field.keys]}
    if when:
        decides = declaration(record).fields[when.field].shape
        others = [one for one in decides.allowed if one not in when.values]
        yield _if(when.field, list(when.values), {"required": [key]})
        yield _if(when.field, others, {"properties": {key: False}})
    if cases:
        for value, case in cases.records.items():
            items = {"items": _reference(case, records)}
            yield _if(cases.field, [value], {"properties": {key: items}})


def _if(key: str, allowed: list[str], then: _Schema) -> _Schema:
    return {"if": {"properties": {key: {"enum": allowed}}, "required": [key]}, "then": then}


def _docs(record: type) -> dict[str, str]:
    """Return what the docstrings of a class, and of those it is made of, say of each field."""
    return {
        name: doc for one in reversed(record.__mro__[:-1]) for name, doc in _own_docs(one).items()
    }


@cache
def _own_docs(record: type) -> dict[str, str]:
    (body,) = ast.parse(inspect.getsource(record)).body
    lines = body.body if isinstance(body, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in pairwise(lines)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }
