"""What exporters render with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from ..render import html_environment, xml_environment
from .identifiers import identifier, number


@dataclass(frozen=True, kw_only=True, slots=True)
class Templates:
    """The templates of the exporters, and those of the pages that some of them wrap."""

    root: Path
    xml: Environment
    html: Environment


def templates(root: Path) -> Templates:
    """Return the templates for all exporters."""
    xml = xml_environment(root)
    xml.filters |= {"identifier": identifier, "number": number}
    return Templates(root=root, xml=xml, html=html_environment(root))
