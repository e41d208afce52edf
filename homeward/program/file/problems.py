"""What is wrong with a program file, said so that a person can mend it."""

from dataclasses import dataclass, field

from homeward.program.file.positions import Path, Positions, dotted


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the line, the field as a dotted path, and how to mend it."""

    line: int
    field: str
    mend: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.field or 'file'}: {self.mend}"

    def to_json(self) -> dict[str, str | int]:
        return {"line": self.line, "field": self.field, "mend": self.mend}


@dataclass(slots=True)
class Findings:
    """Collects every problem and warning of one file; the first problem of a field stands."""

    positions: Positions
    _problems: dict[Path, Problem] = field(default_factory=dict)
    _warnings: dict[Path, Problem] = field(default_factory=dict)

    def refuse(self, path: Path, mend: str) -> None:
        """This field is wrong."""
        self._problems.setdefault(path, self._at(path, mend))

    def warn(self, path: Path, mend: str) -> None:
        """This field may stand, but somebody should look at it."""
        self._warnings.setdefault(path, self._at(path, mend))

    def is_sound(self, path: Path) -> bool:
        """Whether nothing at or below this path is wrong, so that it can be reasoned about."""
        return not any(found[: len(path)] == path for found in self._problems)

    def _at(self, path: Path, mend: str) -> Problem:
        return Problem(self.positions.line_of(path), dotted(path), mend)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._problems.values()))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._warnings.values()))
