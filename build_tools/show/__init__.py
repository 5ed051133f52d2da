"""Views: what templates are handed, made of records; one file a page. Every address is made here.

The view of a record has its name: `AskView` shows an `Ask`. Any other view has a name of its own.
"""
