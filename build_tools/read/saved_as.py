"""Files that are not the text that their names promise: what other programs saved in their place."""

import codecs

_AS_TEXT = "in the program that wrote it, save it as plain text, with UTF-8 as the encoding"
_KINDS = (
    (b"pk\x03\x04", "the document of an office program, or an archive", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "the document of an office program", _AS_TEXT),
    (rb"{\rtf", "rich text", f"{_AS_TEXT} (in TextEdit: “Make Plain Text”)"),
    (b"%pdf-", "a PDF", "put the text itself there"),
    (b"<!doctype html", "a page of the web", "download the file itself, which may need a login"),
    (b"<html", "a page of the web", "download the file itself, which may need a login"),
    (b"\x89png", "a picture", "put the text itself there"),
    (b"\xff\xd8\xff", "a picture", "put the text itself there"),
    (b"gif8", "a picture", "put the text itself there"),
    (b"riff", "a picture", "put the text itself there"),
)
"""How such files begin, in small letters."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LOOKED_AT = 64
_INSTEAD = {"a drawing": "save the drawing as SVG, or name a PNG file .png"}
"""What to do where no text is expected."""


def other_kind(data: bytes, named: str = "a text") -> tuple[str, str] | None:
    """Return what a file is that is `named` so, in place of text in UTF-8, and what to do, or None where it may be that."""
    begins = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for beginning, called, instead in _KINDS:
        if begins.startswith(beginning):
            return f"it is {called} under the name of {named}", _INSTEAD.get(named, instead)
    if begins.startswith(b"version https://git-lfs"):
        return "it is what Git LFS leaves in place of a file", "run “git lfs pull”"
    wide = b"\0" in (data[:1], data[1:2]) and data.count(b"\0") * 4 > len(data)
    if b"\0\0" in data and not (wide and begins.strip(b"\0")) and not data.startswith(_WIDE):
        return "it holds zeros in place of text, as after a crash", "bring back an earlier version"
    if data.startswith(_WIDE) or wide:
        return "it is saved as UTF-16 or UTF-32", "save it as UTF-8"
    if begins.startswith(b"```"):
        return "a line with ``` stands around its text", "delete that line and the one at its end"
    return None
