"""Files for other sites: the scripts of the element, answers to pasted addresses, and plain HTML."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...problems import BuildError
from ...show.addresses import EMBED_FOLDER, OEMBED_FOLDER
from ..writer import Writer
from .pages import Standalone

RELEASED = "quiz/channels/embed/released"
_SIZE = {"width": 600, "height": 640}
_DAY = 86_400


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """A released version of the element’s script: its bytes never change, so its hash may be trusted."""

    name: str
    data: bytes

    @property
    def integrity(self) -> str:
        """What `integrity=` says of it; see Subresource Integrity, 3.1."""
        return f"sha384-{b64encode(hashlib.sha384(self.data).digest()).decode()}"


def released(root: Path) -> tuple[Script, ...]:
    """Return every released script, the newest last; raise `BuildError` where there is none."""
    paths = sorted((root / RELEASED).glob("*.js"), key=_version)
    if not paths:
        raise BuildError(f"{RELEASED} holds no script; bring back those that were released")
    return tuple(Script(name=path.name, data=path.read_bytes()) for path in paths)


def embedding_files(writer: Writer, pages: Iterable[Standalone]) -> dict[str, str]:
    """Return what belongs to standalone pages, by path below the docs folder."""
    files: dict[str, str] = {}
    for page in pages:
        files |= dict(_oembed(page, writer))
        if page.plain:
            # In ASCII, which reads the same in any encoding: many servers name none for a file of plain text.
            pasted = _paste(page, writer).encode("ascii", "xmlcharrefreplace").decode("ascii")
            files[f"{EMBED_FOLDER}/{page.id}.txt"] = pasted
    return files


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.stem.rsplit("-", 1)[-1].split("."))


def _oembed(page: Standalone, writer: Writer) -> Iterator[tuple[str, str]]:
    """Yield the answer to a pasted address (oembed.com) with its path; none if the site has no address."""
    site = writer.views.addresses.site
    if not site:
        return
    context = {"page": page, "frame": f"{site}{EMBED_FOLDER}/{page.id}.html", **_SIZE}
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": writer.views.library.words["site_name"],
        "provider_url": site,
        "cache_age": _DAY,
        "html": writer.html("channels/embed/oembed.html.j2", context).strip(),
        **_SIZE,
    }
    yield f"{OEMBED_FOLDER}/{page.id}.json", json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _paste(page: Standalone, writer: Writer) -> str:
    context = {
        "page": page,
        "linked": bool(writer.views.addresses.site),
        "site_name": writer.views.library.words["site_name"],
        "license": writer.views.library.words["license"],
        "form": page.context["form"],
    }
    return writer.html("channels/embed/paste.html.j2", context)
