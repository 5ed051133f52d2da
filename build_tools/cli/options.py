"""What each command is told besides its name, as argparse takes it."""

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from .findings import FORMATS

_LAST_PORT = 65_535
_MOST = 100
"""Percent."""


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def _whole(text: str, most: int) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"write a whole number from 1 to {most}")
    return int(text)


_Settings = Mapping[str, Any]


def _option(purpose: str, **settings: Any) -> _Settings:
    return {"help": purpose, **settings}


_EDITION = {
    "--edition": _option(
        "as the edition of a center: content/editions/ID/, or any folder with an edition.yml",
        metavar="ID",
    )
}
_CHOICES = {
    "--list": _option("say what there is", action="store_true"),
    "--form": _option("write this one only"),
    "--out": _option("where to", type=_folder, metavar="FOLDER"),
}
"""Of a command that writes files outside the project."""
OPTIONS: Mapping[str, Mapping[str, _Settings]] = {
    "find": {"words": _option("some words of a sentence, in quotes")},
    "new-edition": {"id": _option("in lower case and hyphens, such as westbrook")},
    "translate": {"edition": _option("the id of the edition: content/editions/ID/")},
    "editions": {
        "--since": _option("say what has moved below them since a tag or commit", metavar="COMMIT")
    },
    "check": _EDITION
    | {
        "--format": _option(
            "for a person, for an editor (json), or for the lines of a pull request (github)",
            choices=tuple(FORMATS),
            default="text",
        ),
        "--strict": _option("take warnings for errors", action="store_true"),
    },
    "items": _EDITION
    | {"--from": _option("a CSV file", dest="source", type=Path, required=True, metavar="FILE")},
    "generate": _EDITION,
    "build": _EDITION
    | {
        "--all": _option(
            "with the files to take away: quizzes, sheets to print, and the whole site",
            action="store_true",
        )
    },
    "release": _EDITION,
    "serve": _EDITION
    | {"--port": _option("default: 8000", type=partial(_whole, most=_LAST_PORT), default=8000)},
    "export": _EDITION
    | _CHOICES
    | {
        "--format": _option("write this one only"),
        "--score": _option(
            "tell the platform scores and answers too, not only who is done (scorm12 only)",
            action="store_true",
        ),
        "--pass-mark": _option(
            "as --score; who has so many percent right has passed (1 to 100)",
            type=partial(_whole, most=_MOST),
            metavar="N",
        ),
    },
    "paper": _EDITION
    | _CHOICES
    | {"--paper": _option("write this size only: letter, a4 or large")},
}
"""Options and arguments of each command that has any, by its name."""
