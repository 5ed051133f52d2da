"""HTML to tagged PDF by WeasyPrint, in our own font; it runs in processes that do nothing else.

WeasyPrint needs Pango, which no Python package brings, and it takes long to load: so all of this is
imported only where something is made.
"""

import atexit
import gc
import logging
import os
import warnings
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from ...problems import BuildError

REMEDY = "install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0, or what your system calls them"
_FONT = "fontpkg_atkinson_hyperlegible"
_SCHEME = "font:"
_NO_FONTS = Path(__file__).with_name("no-fonts.conf")


def missing() -> str:
    """Return what keeps PDFs from being made on this machine; “” where nothing does."""
    try:
        import_module(_FONT)
        import_module("segno")
        subset = import_module("weasyprint.text.ffi").harfbuzz_subset
    except ImportError as error:
        return f"the Python package {error.name}"
    except OSError:
        return "Pango"
    return "" if subset else "HarfBuzz-Subset"


@cache
def revision() -> str:
    """Return what a PDF depends on besides its HTML, except for Pango and HarfBuzz, whose versions are not known."""
    metadata: Any = import_module("importlib.metadata")
    names = ("weasyprint", "pydyf", "fonttools", _FONT)
    versions = (f"{name} {metadata.version(name)}" for name in names)
    ours = (path.read_text("utf-8") for path in (Path(__file__), _NO_FONTS))
    return " ".join((*versions, *ours))


def start() -> None:
    """Prepare a process: it never sees a font of the machine."""
    os.environ["FONTCONFIG_FILE"] = str(_NO_FONTS)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured")
        import_module("weasyprint")
    # Fonts delete their copies as they go, and at the very end they no longer can.
    atexit.register(_look.cache_clear)
    # A sheet makes millions of objects, few of them in cycles: collecting garbage took an eighth of the time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


def pdf(html: str, style: str) -> bytes:
    """Return a page of HTML as PDF; raise `BuildError` on all that WeasyPrint complains of."""
    weasyprint: Any = import_module("weasyprint")
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        sheet, fonts = _look(style)
        document = weasyprint.HTML(string=html, url_fetcher=_fetcher()).render(
            pdf_variant="pdf/ua-1", stylesheets=[sheet], font_config=fonts
        )
        data: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    finally:
        logger.removeHandler(complaints)
    for font in document.fonts.values():
        complaints.lines += [f"the font has no “{chr(sign)}”" for sign in font.missing]
    if complaints.lines:
        raise BuildError(f"{document.metadata.title}: {'; '.join(complaints.lines)}")
    return data


class _Complaints(logging.Handler):
    """Keeps what is logged from warnings on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@cache
def _look(style: str) -> tuple[Any, Any]:
    """Return a style that was read once, with the fonts it names, for every page of this process."""
    weasyprint: Any = import_module("weasyprint")
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    return weasyprint.CSS(string=style, url_fetcher=_fetcher(), font_config=fonts), fonts


@cache
def _fetcher() -> Any:
    """Return the fetcher of WeasyPrint, which gives it our font and data addresses, and nothing else."""
    urls: Any = import_module("weasyprint.urls")
    folder = Path(import_module(_FONT).ROOT) / "files"

    class Fetcher(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):  # the logo of an edition
                return super().fetch(url, headers)
            style = url.removeprefix(_SCHEME)
            data = (folder / f"AtkinsonHyperlegible-{style}.ttf").read_bytes()
            return urls.URLFetcherResponse(url, data)

    return Fetcher(fail_on_errors=True)
