"""Whether what is known of a place was checked lately enough."""

from dataclasses import dataclass
from datetime import date, timedelta

NEVER, DUE, CURRENT = "never", "due", "current"


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entry stands; `due_on` is the day it is to be checked again, None before a check."""

    state: str
    due_on: date | None


def standing(verified_on: date | None, today: date, every_days: int) -> Standing:
    """Never checked, due again, or current; on the due day itself it is due."""
    if verified_on is None:
        return Standing(NEVER, None)
    due_on = verified_on + timedelta(days=every_days)
    return Standing(DUE if today >= due_on else CURRENT, due_on)
