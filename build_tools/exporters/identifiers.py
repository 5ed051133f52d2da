"""Slugs as other formats allow them; each is made of slugs alone, so that it never moves."""

from __future__ import annotations

import hashlib


def identifier(slug: str) -> str:
    """Return a slug as an XML identifier, in which neither a slash nor a digit in front may stand.

    A slug holds no dot and no underscore, so it can be told from its identifier.
    """
    dotted = slug.replace("/", ".")
    return f"_{dotted}" if dotted[0].isdigit() else dotted


def number(*slugs: str) -> str:
    """Return nine digits that stand for these slugs.

    Canvas reads meaning into identifiers of answers (“wrong”, “_all”, any digits in them), so they
    are numbers, as in its own files: instructure/canvas-lms,
    gems/plugins/qti_exporter/lib/qti/assessment_item_converter.rb and associate_interaction.rb.
    """
    digest = hashlib.sha256("\x00".join(slugs).encode()).digest()
    return str(int.from_bytes(digest[:8], "big") % 900_000_000 + 100_000_000)
