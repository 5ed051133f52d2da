"""Tokens: eight hex digits that change with the meaning of what they stand for."""

import hashlib


def content_hash(*parts: str) -> str:
    """Return eight hex digits that change when any part changes; the parts' borders count."""
    joined = "\x00".join(parts).encode()
    return hashlib.sha256(joined).hexdigest()[:8]
