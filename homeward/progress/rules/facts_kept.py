"""The facts of a review as they were known, written down so that any rule set can be run again.

What is written today is read in years: a field that came later has its default in older facts,
and a field nobody knows any more is refused, never dropped in silence.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from homeward.progress.rules.review import ReviewNumbers, Standing

DAYS = frozenset(
    {"on", "admitted_on", "phase_began_on", "last_positive_on", "last_attended_on"}
)  # fmt: skip
LISTS = frozenset({"measures_worse"})


class FactsUnreadable(ValueError):
    """The kept facts name something no version of these rules knows, or lack something."""


def facts_json(standing: Standing, numbers: ReviewNumbers) -> dict[str, Any]:
    """Standing and numbers as JSON; `facts_from` reads the same back."""
    known = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(standing).items()
    }
    return {
        "standing": {**known, "measures_worse": list(standing.measures_worse)},
        "numbers": asdict(numbers),
    }


def facts_from(kept: Mapping[str, Any]) -> tuple[Standing, ReviewNumbers]:
    """Standing and numbers as they were kept. Raises FactsUnreadable."""
    try:
        standing = {name: _value(name, value) for name, value in kept["standing"].items()}
        _refuse_unknown(Standing, standing)
        _refuse_unknown(ReviewNumbers, kept["numbers"])
        return Standing(**standing), ReviewNumbers(**kept["numbers"])
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise FactsUnreadable(str(fault)) from fault


def _refuse_unknown(kind: Any, given: Mapping[str, Any]) -> None:
    if unknown := set(given) - {field.name for field in fields(kind)}:
        raise FactsUnreadable(", ".join(sorted(unknown)))


def _value(name: str, value: Any) -> Any:
    if name in DAYS and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if name in LISTS else value
