"""Pictures of an edition: its logo and its card, each looked at before anybody is shown it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET
from zlib import crc32

from ..model.center import Look, Picture
from ..problems import UnfitError
from .files import SourceTree
from .record import RecordReader
from .saved_as import other_kind

_FILE = re.compile(r"[\w-][\w.-]*\.(svg|png)")
_NAMED = "put an .svg or .png file beside edition.yml, named in small letters and without spaces, and write its name"
_PNG = b"\x89PNG\r\n\x1a\n"
_SHAPES = re.compile(
    "svg|g|path|rect|circle|ellipse|line|polyline|polygon|defs|clipPath|mask|symbol|use|title|desc|style"
    "|linearGradient|radialGradient|stop"
)
"""What a drawing may be made of: it runs nothing, moves nothing, loads nothing, and looks alike on every machine."""
_PLAIN = "save it as “plain SVG” or “optimized SVG”, with shapes alone"
_ONCE_MORE = "save the drawing as SVG once more, as UTF-8"
_LETTERS = "in the drawing program, turn letters into paths: other machines do not have the font"
_SPACE = "http://www.w3.org/2000/svg"
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_INSTRUCTS = re.compile(r"<\?(?!xml\s)", re.IGNORECASE)
"""What is said to a program, such as which style or script to load with the drawing."""
_ENCODED = re.compile(
    r"<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"'])", re.IGNORECASE
)
_LOADS = re.compile(r"@import|\\|(?:image-set|src)\(|url\(\s*[\"']?(?!#|[\"'])", re.IGNORECASE)
"""With a backslash, a style can spell any of these in another way."""
_MOVES = re.compile(r"animation|@keyframes|transition", re.IGNORECASE)
_SIZED = 'begin it with <svg viewBox="0 0 120 40" …'
_LARGE = 100_000
"""No drawing is wider or higher, in its own measure."""
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*", re.ASCII)
_HEAVIEST = {"logo": 12_000, "card": 300_000}
"""In bytes. A logo stands in every quiz that is one file."""
_CARD = (1200, 630)
_SHARPEST, _LARGEST = 72, 2000
"""How high a PNG has to be, so that it is sharp on a phone, and how high or wide it may be."""
_WIDEST, _HIGHEST = 5, 2
"""How much wider than high a logo may be, beside a name on a phone, and how much higher than wide."""


def read_look(edition: RecordReader, tree: SourceTree, name: str) -> Look:
    """Return how an edition of this name looks, after noting what is wrong with its pictures."""
    record = edition.record("look", Look)
    look: Look = record.read(Look)
    if look.logo_alt and look.logo_alt.casefold() in name.casefold():
        what = "the name beside the logo says that already"
        record.note("logo_alt", what, "leave it out, or write what only the logo says")
    return replace(
        look,
        logo_picture=_read(record, "logo", look.logo, tree, _logo),
        card_picture=_read(record, "card", look.card, tree, _card),
    )


def _read(
    record: RecordReader,
    key: str,
    name: str | None,
    tree: SourceTree,
    looked_at: Callable[[str, bytes], Picture],
) -> Picture | None:
    """Return a picture that is named under a key, if it is one that can be shown."""
    if name is None:
        return None
    if not _FILE.fullmatch(name):
        what = f"“{name}” is no name of a picture"
        record.note(key, what, _NAMED)
        return None
    folder, _, _ = record.place(key).path.rpartition("/")
    data = tree.data(f"{folder}/{name}", record.place(key))
    if data is None:
        return None
    try:
        what = f"{len(data):,} bytes are more than {_HEAVIEST[key]:,}"
        instead = "save a simpler or smaller one: people load it with each quiz"
        _hold(len(data) <= _HEAVIEST[key], what, instead)
        return looked_at(name, data)
    except UnfitError as error:
        record.note(key, f"{name}: {error.what}", error.instead)
        return None


def _hold(holds: bool, what: str, instead: str) -> None:  # noqa: FBT001 - what holds is the point
    if not holds:
        raise UnfitError(what, instead)


def _logo(name: str, data: bytes) -> Picture:
    width, height = _size_of_png(data) if name.endswith(".png") else _size_of_svg(data)
    shown = f"{width:g} by {height:g}"
    if name.endswith(".png"):
        fits = height >= _SHARPEST and max(width, height) <= _LARGEST
        instead = f"save it from {_SHARPEST} to {_LARGEST} pixels high, or as SVG"
        _hold(fits, f"it is {shown} pixels", instead)
    fits = height / _HIGHEST <= width <= height * _WIDEST
    _hold(fits, f"{shown} is too long to stand beside a name", "take the short form of your logo")
    return Picture(name=name, data=data, width=width, height=height)


def _card(name: str, data: bytes) -> Picture:
    width, height = _size_of_png(data)
    instead = f"save it with {_CARD[0]} by {_CARD[1]}"
    _hold((width, height) == _CARD, f"it is {width:g} by {height:g} pixels", instead)
    return Picture(name=name, data=data, width=width, height=height)


def _size_of_png(data: bytes) -> tuple[float, float]:
    """Return width and height, which stand first in the file; see the PNG specification, 5 and 11.2.2."""
    parts = list(_parts(data))
    whole = data.startswith(_PNG) and parts[:1] == [b"IHDR"] and parts[-1:] == [b"IEND"]
    _hold(
        whole and {b"IDAT", b""} & {*parts} == {b"IDAT"},
        "it is no whole PNG file",
        "save the picture as PNG once more",
    )
    _hold(b"acTL" not in parts, "it moves", "save one picture of it as PNG")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the name of each part of a PNG file, and “” for one that is not whole, or not as it was written."""
    at = len(_PNG)
    while at < len(data):
        end = at + int.from_bytes(data[at : at + 4]) + 8
        whole = int.from_bytes(data[end : end + 4]) == crc32(data[at + 4 : end])
        yield data[at + 4 : at + 8] if whole and end + 4 <= len(data) else b""
        at = end + 4


def _size_of_svg(data: bytes) -> tuple[float, float]:
    """Return width and height of a drawing that holds shapes alone."""
    root = parts_of_svg(data)
    _hold(root.tag == f"{{{_SPACE}}}svg", "it is no SVG", f'begin it with <svg xmlns="{_SPACE}" …')
    for part in root.iter():
        _look_at(part)
    box = root.get("viewBox", "").replace(",", " ").split()
    written = box[2:] if box else [root.get("width", ""), root.get("height", "")]
    sizes = [float(number[1]) for one in written if (number := _NUMBER.fullmatch(one))]
    _hold(len(sizes) == 2, "nothing says how large it is", _SIZED)  # noqa: PLR2004 - width and height
    fits = min(sizes) >= 1 and max(sizes) <= _LARGE
    _hold(fits, f"it says that it is {sizes[0]:g} by {sizes[1]:g}", _SIZED)
    return sizes[0], sizes[1]


def parts_of_svg(data: bytes) -> ET.Element:
    """Return what a drawing is made of; raise `UnfitError` where it is not whole, or more than a drawing."""
    text = _svg(data)
    try:
        return ET.fromstring(text)  # noqa: S314 - what declares nothing can expand nothing
    except ET.ParseError as error:
        line, column = error.position
        what = f"it is no whole SVG (line {line}, column {column + 1})"
        raise UnfitError(what, _ONCE_MORE) from error


def _svg(data: bytes) -> str:
    """Return the text of a drawing, which browsers read in no other way and with nothing beside it."""
    if other := other_kind(data, "a drawing"):
        raise UnfitError(*other)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnfitError("it is not saved as UTF-8", _ONCE_MORE) from error
    _hold(not _ENCODED.search(text), "it says that it is not saved as UTF-8", _ONCE_MORE)
    _hold(not _DECLARED.search(text), "it declares types or names of its own", _PLAIN)
    _hold(not _INSTRUCTS.search(text), "it tells programs to load something (<?)", _PLAIN)
    return text


def _look_at(part: ET.Element) -> None:
    """Hold a part of a drawing against what one may be made of."""
    tag = _local(part.tag)
    _hold(tag not in ("text", "tspan"), "it holds letters as text", _LETTERS)
    ours = part.tag == f"{{{_SPACE}}}{tag}" and _SHAPES.fullmatch(tag) is not None
    _hold(ours, f"<{tag}> has no place in a logo", _PLAIN)
    for full, given in part.attrib.items():
        name, value = _local(full), given.strip()
        _hold(not name.lower().startswith("on"), f"{name}= runs a script", _PLAIN)
        _hold(name not in ("base", "handler"), f"{name}= has no place in a logo", _PLAIN)
        _hold(name != "href" or value.startswith("#"), f"it loads “{value}”", _PLAIN)
        _hold(not _LOADS.search(value), f"{name}= loads something", _PLAIN)
        _hold(name != "style" or not _MOVES.search(value), f"{name}= moves something", _PLAIN)
    style = "".join(part.itertext()) if tag == "style" else ""
    _hold(not _LOADS.search(style), f"<{tag}> loads something", _PLAIN)
    _hold(not _MOVES.search(style), f"<{tag}> moves something", _PLAIN)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
