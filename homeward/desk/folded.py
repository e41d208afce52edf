"""Long lists of people: the first stand open, the others folded below them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import ngettext

FIRST_SHOWN = 6

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Folded(Generic[Line]):
    """A list in two parts; a single last one is shown rather than folded alone."""

    first: tuple[Line, ...]
    rest: tuple[Line, ...]

    @classmethod
    def of(cls, lines: tuple[Line, ...]) -> "Folded[Line]":
        """The first few of them, and the others."""
        cut = FIRST_SHOWN if len(lines) > FIRST_SHOWN + 1 else len(lines)
        return cls(lines[:cut], lines[cut:])

    @property
    def rest_words(self) -> str:
        """What the fold is called."""
        return ngettext("%d more person", "%d more people", len(self.rest)) % len(self.rest)
