"""What must not repeat: ids in each family, and texts that tell records apart."""

import re
from dataclasses import dataclass, field, replace
from textwrap import shorten

from .. import families
from ..families import Family
from ..model.guide import MENU_GROUPS
from ..model.library import PRINCIPLES
from ..model.pages import TITLES
from ..problems import Place, Problem, Problems
from .files import stem_of

_SHOWN = 60
_GIVE = "give one of them its own"
_OTHER = "give it another id"
_DELETE = "delete the copy, or give each another id"
_FEW = 3
"""Up to this many ids that stand twice in two files, or in one, get a problem each; more mean that one is a copy."""
OF_WINDOWS = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that no file can have on Windows, whatever its ending."""
_FILED = (families.TYPE, families.PAGE, families.FORM)
"""The families of records whose ids are names of files of the site."""
_OURS = {families.TYPE: (PRINCIPLES,), families.PAGE: (*TITLES, *MENU_GROUPS)}
"""Ids that no record of a family may have, since code uses them."""


def is_ours(name: str, *families: Family) -> bool:
    """Return whether code uses this id for something that is no record of these families."""
    return any(name in _OURS.get(family, ()) for family in families)


@dataclass(frozen=True, kw_only=True, slots=True)
class Claims:
    """The ids and texts seen so far, and where repeated ones are noted."""

    problems: Problems
    _seen: dict[tuple[str, str, str], Place] = field(default_factory=dict)
    _copied: dict[tuple[str, str], list[Problem]] = field(default_factory=dict)
    """The ids that two files share, by the two."""

    def claim(self, name: str, place: Place, family: Family, scope: str = "") -> bool:
        """Return whether no record before has this id in its family; note it if one has."""
        first = self._seen.setdefault((family, scope, name), place)
        if family in _FILED and OF_WINDOWS.fullmatch(name):
            what = f"Windows can save no file that is called “{name}”"
            self.problems.add(place, name, what, _OTHER)
        ours = is_ours(name, family)
        if not ours and (not name or first is place):
            return True
        if ours:
            self.problems.add(place, name, f"“{name}” is the name of something else", _OTHER)
        else:
            # A copy keeps the name of the other file with a word more, and may come before it.
            if name == stem_of(place.path) != stem_of(first.path):
                first, place = place, first
            self._note(name, place, first)
        self.problems.lose(family)
        # One of the two is meant to have another id, which its file may be named after.
        self.problems.excuse(stem_of(first.path), stem_of(place.path))
        return False

    def _note(self, name: str, place: Place, first: Place) -> None:
        """Note an id that is there twice; many in the same two files are one problem, since one file is a copy."""
        same = self._copied.setdefault((first.path, place.path), [])
        same.append(
            Problem(place=place, where=name, what=f"this id stands at {first} too", instead=_OTHER)
        )
        if len(same) <= _FEW:
            self.problems.errors.append(same[-1])
            return
        what = f"{same[0].what}, and so do {len(same) - 1} more of this file"
        reported = {same[0].place} if len(same) > _FEW + 1 else {one.place for one in same}
        self.problems.errors[:] = [one for one in self.problems.errors if one.place not in reported]
        self.problems.errors.append(replace(same[0], what=what, instead=_DELETE))

    def distinct(self, text: str, place: Place, family: str, key: str, where: str) -> None:
        """Note a text that another record of the family has under the same key."""
        first = self._seen.setdefault((family, key, text.casefold()), place)
        paths = {first.path, place.path}
        copied = len(paths) > 1 and all(self.problems.excuses(stem_of(path)) for path in paths)
        if text and first is not place and not copied:
            shown = shorten(text, _SHOWN, placeholder="…")
            self.problems.add(place, where, f"“{shown}” stands at {first} too", _GIVE)
            # What is told apart by these is not judged while it cannot be.
            self.problems.lose(families.WHY)
