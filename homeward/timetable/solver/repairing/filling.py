"""What a week lacks is placed, and nobody who has a place is moved.

Only the process that plans imports this.
"""

from contextlib import suppress
from dataclasses import replace

from homeward.timetable.solver.answer import Params, ShouldStop
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import newly_broken
from homeward.timetable.solver.guard import TimeIsUp
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.repairing.alternative import Alternative, still_impossible
from homeward.timetable.solver.repairing.changes import changes
from homeward.timetable.solver.repairing.freeing import gain, join
from homeward.timetable.solver.repairing.parting import in_parts
from homeward.timetable.solver.repairing.repairing_week import RepairingWeek
from homeward.timetable.solver.schedule import Schedule

FILL = "fill"


def fill(
    instance: Instance,
    schedule: Schedule,
    horizon: int,
    params: Params,
    should_stop: ShouldStop | None = None,
) -> tuple[Alternative, ...]:
    """The schedule with as much of what it lacks as fits beside it; none where nothing does.

    Seats of groups and series that meet, groups and series that enough of those people could form,
    and one-to-ones; nothing before `horizon`. A draft may be filled before anybody was told, so no
    series is made up by single meetings.
    """
    now = ordered(replace(instance, previous=schedule))
    work = RepairingWeek(now, schedule, horizon, params, should_stop)
    work.standing = in_parts(schedule)
    with suppress(TimeIsUp):
        join(work)
        gain(work, of_series=False)
    made = work.schedule()
    was, report = check(instance, schedule), check(instance, made)
    if newly_broken(was, report) or report.tiers.tier1 >= was.tiers.tier1:
        return ()
    impossible = still_impossible(instance, made, propagate(instance).impossible)
    return (
        Alternative(
            FILL, made, changes(instance, schedule, made), report.tiers, report.unplaced, impossible
        ),
    )
