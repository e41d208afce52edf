"""A recipient who may endanger the client learns nothing, on any basis."""

from ..case import Case
from ..instants import within


def forbids(case: Case, basis: str | None) -> str | None:
    """A recipient flagged for this client at this instant."""
    flagged = any(
        flag.client == case.request.client
        and flag.recipient.forbids(case.request.recipient)
        and within(case.now, flag.start, flag.end)
        for flag in case.world.safety_flags
    )
    return "safety_flag" if flagged else None
