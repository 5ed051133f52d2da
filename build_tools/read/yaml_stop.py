"""The point at which the YAML reader stopped, for guessing what an author meant."""

from dataclasses import dataclass

from ..problems import Place

Fault = tuple[Place, str, str]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the YAML reader stopped, where what it was reading began, and what it says."""

    path: str
    lines: list[str]
    problem: str
    line: int
    """From 1, as `column`."""
    column: int
    begun_line: int
    begun_column: int

    def at(self, line: int, column: int) -> Place:
        return Place(path=self.path, line=line, column=column)

    def text(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def near(self) -> tuple[int, ...]:
        """The lines where the fault may be, the likeliest first."""
        return tuple(dict.fromkeys((self.begun_line, self.line, self.line - 1)))
