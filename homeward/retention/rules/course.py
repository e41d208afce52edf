"""What the signals may know of somebody's course: dated facts of care, nothing about the person.

No age, sex, race, language, substance, payer or place is among the kinds, and a test holds the list
closed: dropout that differs between groups is a question for the equity report, never an input.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET = "signals-1"
VERSION = "1"
RAISED, QUIET = "raised", "quiet"
SOURCE = Source(
    "retention_signals", "Signals of early leaving, field practice; measured on its own page"
)
DAY = timedelta(days=1)


class Kind(StrEnum):
    """Everything a signal may look at."""

    CAME = "came"
    CAME_LATE = "came_late"
    ABSENT = "absent"
    CALL_UNANSWERED = "call_unanswered"
    REACHED = "reached"
    TEST_NEGATIVE = "test_negative"
    TEST_POSITIVE = "test_positive"
    TEST_PRESUMPTIVE = "test_presumptive"
    TEST_NOT_GIVEN = "test_not_given"
    CRAVING = "craving"
    HOUSING_LOST = "housing_lost"
    JOB_LOST = "job_lost"
    PHASE_BEGAN = "phase_began"
    COVER_ENDS = "cover_ends"
    COUNSELOR_CHANGED = "counselor_changed"
    CLOSED_DAY = "closed_day"
    OWN_DATE = "own_date"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is on record: what, on which day, and the row where it can be read.

    `value` is the craving (0 to 10), the days in a row without program around a closed day, or
    nothing. `known_on` is the day from which it was on record, where that was before its day.
    """

    kind: Kind
    on: date
    source: str
    ref: str
    value: int = 0
    known_on: date | None = None

    @property
    def key(self) -> str:
        """Which row this is, for telling old facts from new ones."""
        return f"{self.source}:{self.ref}"

    def evidence(self) -> Evidence:
        """The fact as a line of a decision, its day in ISO form."""
        return Evidence(self.source, self.ref, self.on.isoformat())


@dataclass(frozen=True, slots=True)
class Course:
    """One episode: the day of admission, and every fact in any order."""

    admitted_on: date
    facts: tuple[Fact, ...] = ()

    def told(self, kinds: Kind | Collection[Kind], first: date, last: date, on: date) -> list[Fact]:
        """The facts of these kinds from one day to another, both included, known by `on`."""
        wanted = (kinds,) if isinstance(kinds, Kind) else kinds
        found = [
            fact
            for fact in self.facts
            if fact.kind in wanted and first <= fact.on <= last and (fact.known_on or fact.on) <= on
        ]
        return sorted(found, key=lambda fact: (fact.on, fact.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalNumbers:
    """The program's dated numbers: days, counts and points."""

    first_week_days: int
    absences: int
    absence_days: int = 7
    late_arrivals: int
    late_days: int
    unreturned_calls: int
    unreturned_days: int
    test_days: int
    negatives_before: int
    craving_points: int
    craving_answers: int
    life_days: int
    phase_days: int
    cover_days_ahead: int
    counselor_days: int
    own_dates_ahead: int
    holidays_ahead: int
    gap_days: int

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            first_week_days=int(numbers["signal_first_week_days"]),
            absences=int(numbers["signal_absences_in_7_days"]),
            late_arrivals=int(numbers["signal_late_arrivals"]),
            late_days=int(numbers["signal_late_days"]),
            unreturned_calls=int(numbers["signal_unreturned_calls"]),
            unreturned_days=int(numbers["signal_unreturned_days"]),
            test_days=int(numbers["signal_test_days"]),
            negatives_before=int(numbers["signal_negatives_before"]),
            craving_points=int(numbers["signal_craving_points"]),
            craving_answers=int(numbers["signal_craving_answers"]),
            life_days=int(numbers["signal_life_days"]),
            phase_days=int(numbers["signal_phase_days"]),
            cover_days_ahead=int(numbers["signal_payer_days_ahead"]),
            counselor_days=int(numbers["signal_counselor_days"]),
            own_dates_ahead=int(numbers["signal_own_date_days_ahead"]),
            holidays_ahead=int(numbers["signal_holiday_days_ahead"]),
            gap_days=int(numbers["max_gap_days"]),
        )


def raised(code: str, facts: Collection[Fact], trigger: Fact, /, **detail: object) -> Decision:
    """The signal stands on exactly these facts; `trigger` is the one that brought it about."""
    lines = tuple(fact.evidence() for fact in facts)
    return Decision(
        RAISED,
        RULE_SET,
        VERSION,
        (Reason(f"signal_{code}", State.MET, lines, SOURCE, detail),),
        {
            "signal": code,
            "trigger": trigger.key,
            "on": trigger.on.isoformat(),
            "facts": [[fact.kind.value, *_row(fact)] for fact in facts],
        },
    )


def quiet(code: str, /, **detail: object) -> Decision:
    """Nothing on record speaks for it."""
    return Decision(
        QUIET,
        RULE_SET,
        VERSION,
        (Reason(f"signal_{code}", State.NOT_MET, (), SOURCE, detail),),
        {"signal": code},
    )


def distinct_days(facts: Collection[Fact]) -> int:
    """On how many days they lie."""
    return len({fact.on for fact in facts})


def _row(fact: Fact) -> tuple[str, str, str, int]:
    return fact.on.isoformat(), fact.source, fact.ref, fact.value
