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


_Settings = Mapping[str, Mapping[str, Any]]
_EDITION: _Settings = {
    "--edition": {
        "metavar": "ID",
        "help": "as the edition of a center: content/editions/ID/, or any folder with an edition.yml",
    }
}
_CHOICES: _Settings = {
    "--list": {"action": "store_true", "help": "say what there is"},
    "--form": {"help": "write this one only"},
    "--out": {"type": _folder, "metavar": "FOLDER", "help": "where to"},
}
"""Of a command that writes files outside the project."""
OPTIONS: Mapping[str, _Settings] = {
    "find": {"words": {"help": "some words of a sentence, in quotes"}},
    "new-edition": {"id": {"help": "in lower case and hyphens, such as westbrook"}},
    "translate": {"edition": {"help": "the id of the edition: content/editions/ID/"}},
    "editions": {
        "--since": {
            "metavar": "COMMIT",
            "help": "say what has moved below them since a tag or commit",
        }
    },
    "check": {
        **_EDITION,
        "--format": {
            "choices": tuple(FORMATS),
            "default": "text",
            "help": "for a person, for an editor (json), or for the lines of a pull request (github)",
        },
        "--strict": {"action": "store_true", "help": "take warnings for errors"},
    },
    "items": {
        **_EDITION,
        "--from": {
            "dest": "source",
            "type": Path,
            "required": True,
            "metavar": "FILE",
            "help": "a CSV file",
        },
    },
    "generate": _EDITION,
    "build": {
        **_EDITION,
        "--all": {
            "action": "store_true",
            "help": "with the files to take away: quizzes, sheets to print, and the whole site",
        },
    },
    "release": _EDITION,
    "serve": {
        **_EDITION,
        "--port": {
            "type": partial(_whole, most=_LAST_PORT),
            "default": 8000,
            "help": "default: 8000",
        },
    },
    "export": {
        **_EDITION,
        **_CHOICES,
        "--format": {"help": "write this one only"},
        "--score": {
            "action": "store_true",
            "help": "tell the platform scores and answers too, not only who is done (scorm12 only)",
        },
        "--pass-mark": {
            "type": partial(_whole, most=_MOST),
            "metavar": "N",
            "help": "as --score; who has so many percent right has passed (1 to 100)",
        },
    },
    "paper": {
        **_EDITION,
        **_CHOICES,
        "--paper": {"help": "write this size only: letter, a4 or large"},
    },
}
"""Options and arguments of each command that has any, by its name."""
