"""What is said of one record while it is read: its problems, its references, and what is lost with it."""

from __future__ import annotations

from dataclasses import dataclass

from ..problems import Place, Problems, Reference


@dataclass(kw_only=True, slots=True)
class Report:
    """The report on one record."""

    where: str
    """What the record is called in its problems."""
    place: Place
    problems: Problems
    families: tuple[str, ...]
    """What else is lost when the record is not built as expected."""
    sound: bool = True
    """Whether the record has all that others may look for."""

    def note(self, place: Place, key: str, what: str, instead: str) -> None:
        """Note a problem that leaves the record usable; without `key` it is of the whole record."""
        where = f"{self.where}: {key}" if key else self.where
        self.problems.add(place, where, what, instead)

    def fault(self, place: Place, key: str, what: str, instead: str) -> None:
        """Note a problem that leaves the record without something others may look for."""
        self.note(place, key, what, instead)
        self.lose()

    def lose(self) -> None:
        """Count the record, and what depends on it, as not to be judged."""
        self.sound = False
        self.problems.lose(*self.families)

    def refer(self, place: Place, key: str, family: str, name: str) -> None:
        """Remember an id of `family`, to be looked up when all is read."""
        where = f"{self.where}: {key}"
        self.problems.references.append(
            Reference(place=place, where=where, family=family, name=name, holder=self.place)
        )
