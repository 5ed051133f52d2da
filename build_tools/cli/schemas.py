"""`schemas`: what editors know of the YAML files."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..read.inputs import INPUT
from ..read.schemas import schema, schema_path
from ..write.files import write_file

_SETTINGS = ".vscode/settings.json"


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Write a schema for each kind of YAML file, and which one editors take for which file."""
    for path, text in files().items():
        write_file(root / path, text.encode())
    print(f"Wrote {len(INPUT)} schemas, and {_SETTINGS}.")


def files() -> dict[str, str]:
    """Return all that editors read, by path."""
    made = {schema_path(pattern): _json(schema(kind)) for pattern, kind in INPUT.items()}
    settings = {
        # As the build reads it: yes and no are no texts there.
        "yaml.yamlVersion": "1.1",
        "yaml.schemas": {schema_path(pattern): pattern for pattern in INPUT},
    }
    return {**made, _SETTINGS: _json(settings)}


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
