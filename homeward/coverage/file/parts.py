"""Payers as the program file states them."""

from dataclasses import dataclass

from homeward.program.file.outline import NumberPart
from homeward.program.file.positions import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerPart:
    """A plan, a state fund, or the person, with its own numbers."""

    where: Path
    code: str
    name: str
    kind: str
    needs_authorization: bool
    numbers: tuple[NumberPart, ...]
