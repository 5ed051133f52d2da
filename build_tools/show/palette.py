"""The palette: colors made of the accent of an edition, each dark or light enough to be read on its ground."""

import math
from dataclasses import dataclass

_DARKEST, _LIGHTEST = 0.13, 0.5
"""The most light of what stands on a light ground, and the least of what stands on a dark one; by WCAG’s measure of it. With
4.5 to 1 against each ground of colors.css and right-ask.css, and a little to spare (a test tries them)."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""How much red, green and blue count in it."""
_STEP = 0.01
_PALER = 0.95

_BENDS = 0.04045
"""Below it, sRGB goes straight: www.w3.org/TR/css-color-4/#color-conversion-code."""
_HAIR = 1e-4
"""What rounding may put a color beyond what screens show."""

Lch = tuple[float, float, float]
"""A color by lightness, chroma and hue, as OKLab has them: www.w3.org/TR/css-color-4/#ok-lab."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scheme:
    """The colors of one scheme, as #rrggbb."""

    accent: str
    """Links, and the ground of buttons."""
    strong: str
    """The same where a pointer is over it."""
    tint: str
    """A quiet ground."""
    on_accent: str
    """Words on a button."""
    hero: str
    """The ground of the greeting at home."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Palette:
    light: Scheme
    dark: Scheme


def palette_of(accent: str) -> Palette:
    """Return the colors of both schemes for an accent, which stays as it is wherever it can be read."""
    lightness, chroma, hue = _lch(accent)
    pale = min(chroma, 0.022)
    light = _mended((lightness, chroma, hue), -_STEP)
    dark = _mended((lightness, chroma, hue), _STEP)
    return Palette(
        light=Scheme(
            accent=_hex(light),
            strong=_hex(_lighter(light, -0.09)),
            tint=_hex((0.955, pale, hue)),
            on_accent="#ffffff",
            hero=_hex((0.925, 2 * pale, hue)),
        ),
        dark=Scheme(
            accent=_hex(dark),
            strong=_hex(_lighter(dark, 0.06)),
            tint=_hex((0.31, pale, hue)),
            on_accent=_hex((0.22, pale, hue)),
            hero=_hex((0.34, 1.5 * pale, hue)),
        ),
    )


def _mended(color: Lch, step: float) -> Lch:
    """Return the nearest color of the same hue that is dark enough, or light enough."""
    while not _can_be_read(color, step):
        color = _lighter(color, step)
    return color


def _can_be_read(color: Lch, step: float) -> bool:
    """Return whether a color has little or much light enough, as WCAG 2.2 measures relative luminance."""
    light = sum(weight * part for weight, part in zip(_WEIGHTS, _linear(color), strict=True))
    return light <= _DARKEST if step < 0 else light >= _LIGHTEST


def _lighter(color: Lch, step: float) -> Lch:
    lightness, chroma, hue = color
    return min(max(lightness + step, 0.0), 1.0), chroma, hue


def _lch(color: str) -> Lch:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (((x + 0.055) / 1.055) ** 2.4 if x > _BENDS else x / 12.92 for x in parts)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _linear(color: Lch) -> tuple[float, ...]:
    """Return linear red, green and blue, paler where no screen shows the color."""
    lightness, chroma, hue = color
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    light = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    shown = all(-_HAIR <= part <= 1 + _HAIR for part in light)
    if shown or chroma < _STEP / 10:
        return tuple(min(max(part, 0.0), 1.0) for part in light)
    return _linear((lightness, chroma * _PALER, hue))


def _hex(color: Lch) -> str:
    parts = (
        x * 12.92 if x <= _BENDS / 12.92 else 1.055 * x ** (1 / 2.4) - 0.055 for x in _linear(color)
    )
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
