"""A draft planned as a coordinator's press plans it: by the engine itself, in a process apart."""

import pytest

from homeward.testing.cast import cast
from homeward.timetable.drafting import planner, reading
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.tests.week.house import house

__all__ = ["cast"]
SECONDS = 6


@pytest.mark.django_db
def test_the_engine_plans_the_week_that_the_record_tells_of(cast):
    """From the rows to a kept week, with no stand-in on the way: checked, priced, reproducible."""
    week = house(cast)
    draft = week.start(effort="quick", seconds=SECONDS)

    assert planner.run(draft.pk) == "ready"

    seen = reading.open_draft(week.sam.actor, draft.pk)
    told = instance_of(seen.draft.instance)
    assert seen.schedule is not None and check(told, seen.schedule).holds
    by_hand = check(told, greedy(told)).tiers
    found = seen.report.tiers
    assert (found.tier1, found.tier2, found.tier3) <= (by_hand.tier1, by_hand.tier2, by_hand.tier3)
    assert seen.steps and seen.draft.fingerprint
    assert seen.draft.bounds["tier1"] <= found.tier1, "how good it is, is not said"
