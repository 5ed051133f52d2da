"""Standalone pages: one file a quiz, and what other sites take of them besides."""
