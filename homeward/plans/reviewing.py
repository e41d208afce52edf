"""When a plan is looked at again, by the program's due rules for the client."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from homeward.kernel.reasons import Source
from homeward.packets.queries import holds_for
from homeward.program.queries import closed_days, deadlines_for
from homeward.program.rules.default_deadlines import DueRule
from homeward.program.rules.due import due_at

DOCUMENT = "plan_review"
STAY = "continued_stay"
MOST_AHEAD_YEARS = 1


def review_rule(episode: Any, on: date, document: str = DOCUMENT) -> DueRule:
    """The narrowest rule that holds: the client's payer, the site, the level, or all."""
    holds = holds_for(episode.client, on, episode.level_code)
    return deadlines_for(episode.program_id, on, holds)[document]


def next_review_on(episode: Any, now: datetime, zone: str, document: str = DOCUMENT) -> date:
    """The last day for the next review, counted from now at the client's site."""
    today = now.astimezone(ZoneInfo(zone)).date()
    rule = review_rule(episode, today, document)
    last = due_at(rule, now, zone, closed_for(episode, today, rule))
    if rule.unit in ("minutes", "hours") or not rule.limit:
        return last.astimezone(ZoneInfo(zone)).date()
    # The instant is the end of the day; the day itself is what a plan names.
    return date.fromordinal(last.astimezone(ZoneInfo(zone)).date().toordinal() - 1)


def source_of_review(episode: Any, on: date, document: str = DOCUMENT) -> Source:
    """Where the interval comes from."""
    return review_rule(episode, on, document).source


def closed_for(episode: Any, today: date, rule: DueRule) -> frozenset[date]:
    """The program's closed days where the rule counts working days; none where it does not."""
    if rule.calendar != "business":
        return frozenset()
    return closed_days(
        episode.program_id, today, today.replace(year=today.year + MOST_AHEAD_YEARS, day=1)
    )
