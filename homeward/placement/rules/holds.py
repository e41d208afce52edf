"""Which holds still stand, and what lets each of them go.

A hold that an examination answers is released by recording who examined the client. A hold that
a fact answers goes when the fact is known and the dimensions are rated again.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

BY_EXAMINATION = frozenset(
    {"emergency_services_now", "same_day_medical_evaluation", "psychiatric_evaluation_now"}
)


def open_holds(
    suggestion: Mapping[str, Any] | None, released: Collection[str]
) -> tuple[Mapping[str, Any], ...]:
    """The holds of a stored suggestion nobody has released, in its order."""
    if not suggestion:
        return ()
    holds: Iterable[Mapping[str, Any]] = suggestion.get("extras", {}).get("holds", ())
    return tuple(hold for hold in holds if hold["code"] not in released)


def may_be_released(code: str) -> bool:
    """Whether an examination answers this hold; the others need new facts."""
    return code in BY_EXAMINATION
