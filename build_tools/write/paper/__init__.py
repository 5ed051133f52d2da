"""Sheets of paper: pages for browsers to print, and the same as tagged PDF."""
