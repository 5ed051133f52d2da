"""Errors and warnings in the form of whoever reads them: a person, an editor, or the page of a change on GitHub."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..problems import Problem

_Said = Callable[[Sequence[Problem], Sequence[Problem]], str]
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}
"""What would end a workflow command, or a property of one, too early.

Source: the toolkit of GitHub Actions, packages/core/src/command.ts.
"""


def _text(_: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Return the warnings; the errors come last of all, as with every command."""
    return "\n".join(f"warning: {warning}" for warning in warnings)


def _json(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Return one list: a record for each error and warning."""
    records = [
        {
            "file": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": severity,
            "item": problem.where,
            "rule": problem.rule,
            "what": problem.what,
            "instead": problem.instead,
        }
        for severity, problem in _by_severity(errors, warnings)
    ]
    # ASCII, since an editor reads it in whatever encoding its console has.
    return json.dumps(records, indent=1)


def _github(errors: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(
        f"::{severity} {_properties(problem)}::{_escaped(f'{problem.what}; {problem.instead}', _DATA)}"
        for severity, problem in _by_severity(errors, warnings)
    )


def _properties(problem: Problem) -> str:
    title = f"{problem.where}: {problem.rule}" if problem.rule else problem.where
    place = problem.place
    values = {"file": place.path, "line": place.line, "col": place.column, "title": title}
    return ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in values.items())


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(one, one) for one in text)


def _by_severity(
    errors: Sequence[Problem], warnings: Sequence[Problem]
) -> Iterator[tuple[str, Problem]]:
    yield from (("error", problem) for problem in errors)
    yield from (("warning", problem) for problem in warnings)


FORMATS: Mapping[str, _Said] = {"text": _text, "json": _json, "github": _github}
"""How each form is made of errors and warnings."""
