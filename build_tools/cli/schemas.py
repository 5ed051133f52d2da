"""`schemas`: what editors know of the YAML files."""

import argparse
import json
from pathlib import Path

from ..model.edition import Edition
from ..read.declared import shape_of
from ..read.inputs import INPUT
from ..read.overlay import may_change
from ..read.schemas import EDITION_SCHEMAS, edition_schema, schema, schema_path
from ..write.files import write_file

_SETTINGS = ".vscode/settings.json"


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Write a schema for each kind of YAML file, and which one editors take for which file."""
    for path, text in files().items():
        write_file(root / path, text.encode())
    print(f"Wrote {len(files()) - 1} schemas, and {_SETTINGS}.")


def files() -> dict[str, str]:
    """Return all that editors read, by path."""
    own = {schema_path(pattern): _json(schema(content)) for pattern, content in INPUT.items()}
    laid_over = {
        schema_path(pattern, EDITION_SCHEMAS): _json(edition_schema(content))
        for pattern, content in INPUT.items()
        if may_change(shape_of(content)) and content is not Edition
    }
    settings = {
        # As the build reads YAML, where yes and no are not texts.
        "yaml.yamlVersion": "1.1",
        "yaml.schemas": {schema_path(pattern): pattern for pattern in INPUT},
    }
    return {**own, **laid_over, _SETTINGS: _json(settings)}


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
