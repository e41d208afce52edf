"""Criminal justice monitoring goes only to officials with a duty to monitor (42 CFR 2.35(a))."""

from ..case import Case
from ..codes import MONITORING_PURPOSE

MONITORS = frozenset({"probation_officer", "court"})


def forbids(case: Case, basis: str | None) -> str | None:
    """Monitoring by somebody without the duty, on any basis."""
    if case.request.purpose != MONITORING_PURPOSE:
        return None
    if case.request.recipient.classes & MONITORS:
        return None
    return "no_duty_to_monitor"
