"""What opens a review between the weekly ones, whom it asks, and by when it is held.

| Cause            | Opened by                                              | Asked first |
| ---------------- | ------------------------------------------------------ | ----------- |
| test_result      | a presumptive or named positive test                   | counselor   |
| test_specimen    | an adulterated or substituted specimen without a finding | counselor |
| missed_in_row    | as many program days missed in a row as the program says | counselor |
| danger_answer    | a safety duty: an answer, a check-in, an arrival       | counselor   |
| withdrawal_signs | a withdrawal score from the program's number on, or told | nurse     |
| overdose         | told by the team, or a crisis about the client         | nurse       |
| hospital_visit   | told by the team, or a crisis that ended there         | nurse       |
| hospital_visit   | a hospital was told in a medical emergency             | nurse       |
| unsafe_housing   | told by the team                                       | counselor   |
| mind_crisis      | told by the team, or a crisis about the client         | counselor   |
| return           | somebody came back into the same episode               | counselor   |

Each is held within the program's business days. None of them changes anything by itself.
While a card waits, further causes bring it up to date. Once it is decided, something that happened
opens another; what merely lasts (days missed, signs of withdrawal) not again at once (`Again`).
Source: the handbook's continuum chapter, step-up triggers, one business day as the default.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from homeward.program.rules.due import business_days_after

COUNSELOR, NURSE = "counselor", "nurse"
CAME_BACK = "return"
TEST_RESULT, TEST_SPECIMEN = "test_result", "test_specimen"


class Again(StrEnum):
    """When a cause opens another card after the team has decided one."""

    EACH = "each"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its code, who on the team is asked first, and whether staff may tell it.

    `has_duty`: what opened it is somebody's duty already, so that no second one is opened.
    """

    code: str
    asks: str = COUNSELOR
    is_told: bool = False
    has_duty: bool = False
    again: Again = Again.EACH

    def counts_from(self, on: date) -> date | None:
        """The first day whose cards stand in for a new one of this cause; None where none does.

        >>> CAUSES["overdose"].counts_from(date(2026, 11, 24)) is None
        True
        """
        if self.again is Again.EACH:
            return None
        return on if self.again is Again.DAILY else on - timedelta(days=on.weekday())


CAUSES = {
    each.code: each
    for each in (
        Cause("weekly", again=Again.WEEKLY),
        Cause(TEST_RESULT),
        Cause(TEST_SPECIMEN),
        Cause("test_missed"),
        Cause("missed_in_row", again=Again.WEEKLY),
        Cause("danger_answer", has_duty=True),
        Cause("withdrawal_signs", NURSE, is_told=True, again=Again.DAILY),
        Cause("overdose", NURSE, is_told=True),
        Cause("hospital_visit", NURSE, is_told=True),
        Cause("unsafe_housing", is_told=True),
        Cause("mind_crisis", is_told=True),
        Cause(CAME_BACK, again=Again.WEEKLY),
    )
}
TOLD = tuple(code for code, cause in CAUSES.items() if cause.is_told)
WEEKLY = "weekly"


def held_by(
    opened_at: datetime, business_days: int, zone: str, closed: Collection[date] = ()
) -> datetime:
    """The end of the business day on which the review is held at the latest."""
    day = business_days_after(opened_at.astimezone(ZoneInfo(zone)).date(), business_days, closed)
    after = day + timedelta(days=1)
    midnight = datetime(after.year, after.month, after.day, tzinfo=ZoneInfo(zone))
    return midnight.astimezone(opened_at.tzinfo)
