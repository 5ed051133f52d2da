"""Bytes: pages, standalone pages, files for other programs and sheets, made of views by templates."""
