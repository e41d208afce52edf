"""What no permit outweighs. Each takes a case and the basis that would carry it, or None."""

from collections.abc import Callable

from ..case import Case
from . import (
    ambiguous_recipient,
    counseling_notes,
    legal_proceedings,
    monitoring,
    restriction,
    safety_flag,
)

Forbid = Callable[[Case, str | None], str | None]

FORBIDS: tuple[Forbid, ...] = (
    ambiguous_recipient.forbids,
    safety_flag.forbids,
    restriction.forbids,
    counseling_notes.forbids,
    legal_proceedings.forbids,
    monitoring.forbids,
)


def forbidden(case: Case, basis: str | None) -> tuple[str, ...]:
    """Every forbid that stands against the case on this basis."""
    codes = (forbid(case, basis) for forbid in FORBIDS)
    return tuple(code for code in codes if code is not None)
