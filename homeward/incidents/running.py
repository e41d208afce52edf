"""Where each clock of an incident stands in its row: until when it runs, and when it was kept."""

from datetime import datetime
from typing import Any

from homeward.incidents.models import Incident
from homeward.incidents.rules import breach
from homeward.incidents.rules.timers import INTERNAL, ROOT_CAUSE, STATE, due_of
from homeward.kernel.reasons import Decision

# Clock -> (the column of its due instant, the column of when it was kept), in their order.
COLUMNS = {
    INTERNAL: ("internal_due_at", "internal_at"),
    STATE: ("state_due_at", "state_at"),
    ROOT_CAUSE: ("root_cause_due_at", "root_cause_at"),
    breach.PEOPLE: ("people_due_at", "people_told_at"),
    breach.HHS: ("hhs_due_at", "hhs_told_at"),
    breach.MEDIA: ("media_due_at", "media_told_at"),
}
# Whom telling keeps which clock.
KEPT_BY_TELLING = {
    "state": STATE, "people": breach.PEOPLE, "hhs": breach.HHS, "media": breach.MEDIA,
}  # fmt: skip


def due_values(decision: Decision) -> dict[str, Any]:
    """The due columns as a decision sets them; a clock that does not run has none."""
    due = {each.code: each.due_at for each in due_of(decision)}
    return {column: due.get(code) for code, (column, _kept) in COLUMNS.items()}


def running(incident: Incident) -> dict[str, tuple[datetime, datetime | None]]:
    """The clocks that run or ran, each with when it is due and when it was kept."""
    found = {}
    for code, (due, kept) in COLUMNS.items():
        at = getattr(incident, due)
        if at is not None:
            found[code] = (at, getattr(incident, kept))
    return found


def warns_from(incident: Incident, code: str) -> datetime | None:
    """From when a clock of a breach warns; None for the others."""
    told = incident.timers.get("timers", {}).get("extras", {}).get("warns", {}).get(code)
    return datetime.fromisoformat(told) if told else None
