"""The end of an episode: its kinds, what each needs, and what state reporting calls it.

Sources: TEDS-D reason codes with the handbook's mapping; an administrative discharge needs its
safeguards (`rules.administrative`); the day of discharge and the day of last contact are two facts
(`rules.contact`). A step down inside the program is a change of level and no discharge.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from homeward.progress.rules.contact import Away, problems_before_lost

TEDS: Mapping[str, int] = MappingProxyType(
    {
        "completed": 1,
        "left_against_advice": 2,
        "lost_to_contact": 2,
        "administrative": 3,
        "transferred": 4,
        "incarcerated": 5,
        "deceased": 6,
        "other": 7,
    }
)
KINDS_AS_OTHER: Mapping[str, str] = MappingProxyType(
    {"moved": "other", "medical": "other", "military": "other", "admitted_in_error": "other"}
)
# What an administrative discharge is only signed with; `rules.administrative` says when it is so.
ADMINISTRATIVE = ("prior_steps", "safety_review", "referral_offered", "appeal_notice_given")
# Kinds that are a stop as well: nothing goes out any more (people.stops).
STOPS: Mapping[str, str] = MappingProxyType({"deceased": "died", "incarcerated": "jail"})
NALOXONE = ("given", "has_one", "declined", "not_offered")
SHORTEST_NARRATIVE = 20
RETURNED = "returned"  # the end of a check-up whose client came back into care
# The program's own numbers of months from the discharge to each check-up; 0 is none.
CHECKUPS = (
    "checkup_first_months", "checkup_second_months", "checkup_third_months",
    "checkup_fourth_months",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the counselor wrote about the end, and what the record says to it.

    `has_appointment`: one that lies ahead and that somebody there confirmed. A transfer without
    one says where to and why none is booked. `has_case` whether an administrative case is open,
    `case_missing` what it still lacks. `tries` counts attempts since the last contact;
    `team_days` is the program's number.
    """

    type: str
    reason: str
    admitted_on: date
    last_contact_on: date
    discharged_on: date
    narrative: str
    naloxone: str
    has_appointment: bool
    referred_to: str = ""
    has_kit: bool = True
    has_case: bool = False
    case_missing: tuple[str, ...] = ()
    team_decided_on: date | None = None
    team_days: int = 14
    tries: int = 0


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
    problems += _by_kind(ending)
    if len(ending.narrative.strip()) < SHORTEST_NARRATIVE:
        problems.append("narrative")
    if ending.type != "deceased":
        if ending.naloxone not in NALOXONE:
            problems.append("naloxone")
        elif ending.naloxone == "given" and not ending.has_kit:
            problems.append("naloxone_kit")
    return tuple(problems)


def _by_kind(ending: Ending) -> tuple[str, ...]:
    if ending.type == "administrative":
        if not ending.has_case:
            return ("administrative_case",)
        return ("administrative_steps",) if ending.case_missing else ()
    if ending.type == "lost_to_contact":
        away = Away(
            on=ending.discharged_on,
            last_contact_on=ending.last_contact_on,
            tries=ending.tries,
            team_decided_on=ending.team_decided_on,
        )
        return problems_before_lost(away, team_days=ending.team_days)
    if ending.type == "transferred" and not ending.has_appointment:
        place = () if ending.referred_to.strip() else ("receiving",)
        why = () if ending.reason.strip() else ("no_booking_reason",)
        return (*place, *why)
    return ()


def checkup_months(numbers: Mapping[str, Any]) -> tuple[int, ...]:
    """After how many months check-ups are, each once, the first to come first.

    >>> checkup_months(dict(zip(CHECKUPS, (6, 1, 0, 6))))
    (1, 6)
    """
    return tuple(sorted({int(numbers[code]) for code in CHECKUPS} - {0}))


def follow_up_days(discharged_on: date, months: int) -> date:
    """The same day so many months later, or the month's last day.

    >>> follow_up_days(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    at = discharged_on.month - 1 + months
    year, month = discharged_on.year + at // 12, at % 12 + 1
    return date(year, month, min(discharged_on.day, monthrange(year, month)[1]))
