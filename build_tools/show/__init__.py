"""Views: what templates are handed, made of records; one file a page. Every address is made here.

A view goes by what it is; where a record has that name, it is the view of it: `AskView` shows an `Ask`.
"""
