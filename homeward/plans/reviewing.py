"""When a plan is looked at again, by the program's due rules for the client's level of care."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from homeward.kernel.reasons import Source
from homeward.program.queries import closed_days, deadlines_for
from homeward.program.rules.default_deadlines import DueRule
from homeward.program.rules.due import due_at

DOCUMENT = "plan_review"
STAY = "continued_stay"
MOST_AHEAD_YEARS = 1


def review_rule(episode: Any, on: date, document: str = DOCUMENT) -> DueRule:
    """The rule for this episode's level, or the one for all."""
    return deadlines_for(episode.program_id, on, (f"level:{episode.level_code}",))[document]


def next_review_on(episode: Any, now: datetime, zone: str, document: str = DOCUMENT) -> date:
    """The last day for the next review, counted from now at the client's site."""
    today = now.astimezone(ZoneInfo(zone)).date()
    rule = review_rule(episode, today, document)
    last = due_at(rule, now, zone, _closed(episode, today, rule))
    if rule.unit in ("minutes", "hours") or not rule.limit:
        return last.astimezone(ZoneInfo(zone)).date()
    # The instant is the end of the day; the day itself is what a plan names.
    return date.fromordinal(last.astimezone(ZoneInfo(zone)).date().toordinal() - 1)


def source_of_review(episode: Any, on: date, document: str = DOCUMENT) -> Source:
    """Where the interval comes from."""
    return review_rule(episode, on, document).source


def _closed(episode: Any, today: date, rule: DueRule) -> frozenset[date]:
    if rule.calendar != "business":
        return frozenset()
    return closed_days(
        episode.program_id, today, today.replace(year=today.year + MOST_AHEAD_YEARS, day=1)
    )
