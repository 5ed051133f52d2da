"""Views: what templates are handed, made of records; one file a page. Every address is made here."""
