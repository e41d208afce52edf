"""What the client, the court and the calendar say; none of them changes what is indicated.

Each may be the reason why the level provided differs from the level indicated, and is then
recorded as a discrepancy.
"""

from collections.abc import Iterator

from homeward.kernel import levels
from homeward.kernel.reasons import Reason, State
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.dimensions import is_minor
from homeward.placement.rules.needs import EMERGENCY_LEVEL, Finding, Need
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.sources import DISCREPANCY, LEVELS_3, LEVELS_4
from homeward.placement.rules.stating import reason, state_of

WITHDRAWAL_RANKS = {"1-WM": 10, "2-WM": 21, "3.2-WM": 31, "3.7-WM": 37, "4-WM": 40}


def rank_of(code: str, edition: str) -> int:
    """How intensive a level is; emergency care stands above every level."""
    if code == EMERGENCY_LEVEL:
        return 99
    if code in WITHDRAWAL_RANKS:
        return WITHDRAWAL_RANKS[code]
    return levels.level(edition, code).rank


def step_down(assessment: Assessment) -> Finding:
    """Somebody coming from a treatment level has a condition to treat: more than early help."""
    came_from = assessment.facts.step_down_from
    line = reason("step_down", State.UNKNOWN, DISCREPANCY, step_down_from=came_from)
    if came_from is None:
        return Finding(line)
    line = Reason("step_down", State.MET, line.evidence, DISCREPANCY)
    return Finding(line, asks=_least_after(came_from, assessment.edition))


def _least_after(came_from: str, edition: str) -> Need:
    """Remission monitoring (4th edition, 1.0) may follow outpatient care, not a higher level."""
    if edition == "4" and rank_of(came_from, edition) < rank_of("2.1", edition):
        return Need.EARLY_HELP
    return Need.OUTPATIENT


def lines(assessment: Assessment, level: str, numbers: PlacementNumbers) -> Iterator[Finding]:
    """What stands beside the indicated level, once it is known."""
    yield _smaller_than_before(assessment, level)
    yield _court(assessment, level)
    yield _preference(assessment, level)
    yield _hours(assessment, level, numbers)


def _smaller_than_before(assessment: Assessment, level: str) -> Finding:
    came_from = assessment.facts.step_down_from
    is_lower = (
        None
        if came_from is None
        else rank_of(level, assessment.edition) < rank_of(came_from, assessment.edition)
    )
    return Finding(
        reason("ready_to_step_down", state_of(is_lower), DISCREPANCY, step_down_from=came_from)
    )


def _court(assessment: Assessment, level: str) -> Finding:
    ordered = assessment.facts.court_ordered_residential
    line = reason(
        "court_ordered_residential",
        state_of(ordered),
        DISCREPANCY,
        court_ordered_residential=ordered,
    )
    differs = (
        level != EMERGENCY_LEVEL and not levels.level(assessment.edition, level).is_residential
    )
    return Finding(line, discrepancy="court_order" if ordered and differs else None)


def _preference(assessment: Assessment, level: str) -> Finding:
    prefers = assessment.facts.prefers
    same = None if prefers is None else prefers == level
    return Finding(
        reason("client_prefers_this_level", state_of(same), DISCREPANCY, prefers=prefers),
        discrepancy="client_prefers_another_level" if same is False else None,
    )


def _hours(assessment: Assessment, level: str, numbers: PlacementNumbers) -> Finding:
    hours = assessment.facts.can_attend_hours_week
    wanted = hours_wanted(assessment, level, numbers)
    enough = None if hours is None or wanted is None else hours >= wanted
    source = LEVELS_3 if assessment.edition == "3" else LEVELS_4
    line = reason("can_attend_the_hours", state_of(enough), source, can_attend_hours_week=hours)
    line = Reason(line.code, line.state, line.evidence, source, {"hours_wanted": wanted})
    return Finding(line, discrepancy="cannot_attend_the_hours" if enough is False else None)


def hours_wanted(assessment: Assessment, level: str, numbers: PlacementNumbers) -> int | None:
    """The fewest clinical hours a week of an outpatient level; None where it sets none."""
    if level == EMERGENCY_LEVEL:
        return None
    found = levels.level(assessment.edition, level)
    if found.is_residential or not found.hours_from:
        return None
    if found.code == "2.1" and is_minor(assessment, numbers):
        return numbers.adolescent_intensive_hours
    return found.hours_from
