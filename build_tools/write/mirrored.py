"""Styles for letters that run from right to left: left and right change places, and nothing else.

Done here and not by logical properties, which every page would carry for a language that most copies do not have.
"""

import re

_OTHER = {"left": "right", "right": "left"}
_SIDE = re.compile(
    r"(?<=[{;\s])((?:margin|padding|border(?:-(?:top|bottom))?|scroll-(?:margin|padding))-)?(left|right)"
    r"(?=(?:-(?:width|color|style|radius))?\s*:)"
)
"""A property of one side or corner."""
_TO_A_SIDE = re.compile(r"(?<=[{;\s])((?:text-align|float|clear)\s*:\s*)(left|right)\b")
_MOVED = re.compile(r"(translateX\(\s*)(-?)")
_AROUND = re.compile(
    r"(?<=[{;\s])((margin|padding|inset|border-(?:width|color|style|radius))\s*:\s*)([^;{}!]+)"
)
"""A property of all four sides, or corners."""
_VALUES = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")
_SIDES = {4: (0, 3, 2, 1)}
_CORNERS = {2: (1, 0), 3: (1, 0, 1, 2), 4: (1, 0, 3, 2)}
"""Which value comes where, by how many there are; with fewer, both sides have the same."""


def mirrored(style: str) -> str:
    style = _SIDE.sub(lambda match: f"{match[1] or ''}{_OTHER[match[2]]}", style)
    style = _TO_A_SIDE.sub(lambda match: f"{match[1]}{_OTHER[match[2]]}", style)
    style = _MOVED.sub(lambda match: f"{match[1]}{'' if match[2] else '-'}", style)
    return _AROUND.sub(_around, style)


def _around(match: re.Match[str]) -> str:
    before, name, whole = match.groups()
    values = _VALUES.findall(whole)
    orders = _CORNERS if name == "border-radius" else _SIDES
    order = orders.get(len(values)) if "/" not in values else None
    return before + " ".join(values[at] for at in order) if order else match[0]
