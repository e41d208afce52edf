"""Which level a phase is, and by when somebody who steps down must be seen.

Source: nine hours a week is the intensive level's least (the trap of the taper: an adult planned
for less is no longer at 2.1, and level, authorization and codes change); a warm hand-off brings a
first appointment within the program's days.
"""

from datetime import date, timedelta

OUTPATIENT = {"3": "1", "4": "1.5"}
INTENSIVE = "2.1"


def level_for(phase_level: str, weekly_minutes: int, least_minutes: int, edition: str) -> str:
    """The level a client of that phase is at, whatever the program file called it.

    >>> level_for("2.1", 360, 540, "3")
    '1'
    >>> level_for("2.1", 540, 540, "3")
    '2.1'
    """
    if phase_level == INTENSIVE and weekly_minutes < least_minutes:
        return OUTPATIENT.get(edition, "1")
    return phase_level


def handoff_is_soon(from_day: date, first_appointment_on: date, within_days: int) -> bool:
    """Whether the first appointment lies on the day of the step or in the days after it."""
    return from_day <= first_appointment_on <= from_day + timedelta(days=within_days)
