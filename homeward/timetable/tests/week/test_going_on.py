"""A week that only recurring groups have made: gone on from, and filled around them."""

import pytest

from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.drafting.happening import instance_now
from homeward.timetable.models import TherapyGroup
from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.filling import fill
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house

__all__ = ["cast"]


@pytest.mark.django_db
def test_one_to_ones_are_placed_around_the_groups_that_recur(cast):
    """The groups stand as they recur, none of them moves, and everybody gets their talks."""
    week = house(cast)
    for client in week.clients:
        for group in TherapyGroup.objects.filter(cohort="early-a"):
            actions.take_seat(
                actor=week.dana.actor, group_id=group.pk, client_id=client.pk, starts_on=MONDAY,
                now=BEFORE,
            )  # fmt: skip
    asked = {"program_id": week.program.pk, "site_id": week.site.pk, "starts_on": MONDAY}
    actions.plan_week(actor=week.sam.actor, now=BEFORE, **asked)

    draft = actions.reopen_week(actor=week.sam.actor, now=BEFORE, **asked)

    instance, standing = instance_now(draft), schedule_of(draft.schedule)
    assert standing.groups and not standing.singles
    (way,) = fill(instance, standing, 0, Params(effort=1, bounds=False))
    assert way.schedule.singles
    assert way.unplaced < check(instance, standing).unplaced
    assert promises(instance, standing).items() <= promises(instance, way.schedule).items()
