"""The end of an episode: its kinds, what each needs, and what state reporting calls it.

Sources: TEDS-D reason codes with the handbook's mapping; an administrative discharge needs its
cause, the steps before it, a look at safety, a referral offered and the notice of appeal; the day
of discharge and the day of last contact are two facts.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

TEDS = {
    "completed": 1,
    "left_against_advice": 2,
    "lost_to_contact": 2,
    "administrative": 3,
    "transferred": 4,
    "incarcerated": 5,
    "deceased": 6,
    "other": 7,
}
KINDS_AS_OTHER = {
    "moved": "other",
    "medical": "other",
    "military": "other",
    "admitted_in_error": "other",
}
ADMINISTRATIVE = ("prior_steps", "safety_review", "referral_offered", "appeal_notice_given")
NALOXONE = ("given", "declined", "not_offered")
SHORTEST_NARRATIVE = 20
MONTHS = (1, 3, 6, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the counselor wrote about the end."""

    type: str
    reason: str
    admitted_on: date
    last_contact_on: date
    discharged_on: date
    narrative: str
    naloxone: str
    has_appointment: bool
    administrative: frozenset[str] = frozenset()


def type_of(kind: str) -> str:
    """The stored type of a kind; one without a type of its own is `other`, its kind the reason."""
    return KINDS_AS_OTHER.get(kind, kind)


def problems_before_discharge(ending: Ending) -> tuple[str, ...]:
    """What still stands in the way, as codes; empty when the episode may end."""
    problems = []
    if ending.type not in TEDS:
        problems.append("discharge_type")
    if ending.last_contact_on > ending.discharged_on:
        problems.append("last_contact_after_discharge")
    if ending.last_contact_on < ending.admitted_on:
        problems.append("last_contact_before_admission")
    if ending.type in {"other", "administrative"} and not ending.reason.strip():
        problems.append("discharge_reason")
    if ending.type == "administrative" and set(ADMINISTRATIVE) - ending.administrative:
        problems.append("administrative_steps")
    if len(ending.narrative.strip()) < SHORTEST_NARRATIVE:
        problems.append("narrative")
    if ending.type != "deceased" and ending.naloxone not in NALOXONE:
        problems.append("naloxone")
    return tuple(problems)


def follow_up_days(discharged_on: date, months: int) -> date:
    """The same day so many months later, or the month's last day.

    >>> follow_up_days(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    at = discharged_on.month - 1 + months
    year, month = discharged_on.year + at // 12, at % 12 + 1
    return date(year, month, min(discharged_on.day, monthrange(year, month)[1]))
