"""A published week mended in steps, each freeing a few more people than the one before.

Only the process that plans imports this.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from homeward.timetable.solver.answer import OnProgress, Params, Progress, ShouldStop
from homeward.timetable.solver.best import Best
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report, newly_broken
from homeward.timetable.solver.guard import TimeIsUp
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.repairing.alternative import Alternative, still_impossible
from homeward.timetable.solver.repairing.changes import changes
from homeward.timetable.solver.repairing.changing import changed
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.repairing.freeing import (
    free_groups,
    free_short,
    make_up,
    others_too,
)  # fmt: skip
from homeward.timetable.solver.repairing.repairing_week import RepairingWeek
from homeward.timetable.solver.schedule import Schedule

OnFound = Callable[[Alternative], None]
KEEP_SEATS, MAKE_UP, FREE_SHORT, FREE_GROUPS, OTHERS_TOO = (
    "keep_seats", "make_up", "free_short", "free_groups", "others_too",
)  # fmt: skip


def repair(
    instance: Instance,
    schedule: Schedule,
    disruption: Disruption,
    params: Params,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    only: frozenset[str] = frozenset(),
    on_found: OnFound | None = None,
) -> tuple[Alternative, ...]:
    """Alternatives from least disturbance upward; the first keeps every seat it can.

    What begins before the horizon keeps its time. First only the lack of those is mended whom the
    events touch; the last alternative looks after what others lacked before, too, so that one
    absence sends no news to people it has nothing to do with unless that is chosen. Tier 1 is
    minimised first, then broken promises, then comfort. An alternative that mends no more than the
    one before it is left out, and so is a first one for which no search found anything, unless it
    is all there is. `only` narrows whose lack is mended; others may still be moved for them.
    `on_found` is told of each as soon as it is there.
    """
    now = ordered(changed(instance, schedule, disruption))
    impossible = propagate(now).impossible
    was = check(now, schedule)
    horizon = disruption.horizon(instance.grid)
    work = RepairingWeek(now, schedule, horizon, params, should_stop, only)
    best = Best(now, work.effort.total)
    found: list[Alternative] = []
    touched = only or (work.broken.touched | disruption.named())
    work.look_after(touched)
    steps: tuple[tuple[str, Callable[[], bool]], ...] = (
        (KEEP_SEATS, work.keep_seats),
        (MAKE_UP, partial(make_up, work)),
        (FREE_SHORT, partial(free_short, work)),
        (FREE_GROUPS, partial(free_groups, work)),
        (OTHERS_TOO, partial(others_too, work)),
    )
    spare: Alternative | None = None
    for name, step in steps:
        if name == OTHERS_TOO:
            if only or not touched:
                break
            work.look_after(frozenset())
        if found and (work.effort.is_over or _is_all_there_is(found[-1])):
            break
        if found and not work.lacking():
            continue
        helped = True
        with suppress(TimeIsUp):
            # What was taken over before the time was up stands, and is checked below.
            helped = step()
        if not helped and (found or spare):
            continue
        made = work.schedule()
        report = check(now, made)
        if not _may_stand(was, report):
            best.offer(name, made, work.effort.spent)
            made, report = best.schedule, best.report
        tiers = report.tiers
        if on_progress is not None:
            effort = work.effort
            on_progress(Progress(name, effort.spent, effort.total, tiers, report.unplaced, made))
        if not found or (tiers.tier1, tiers.tier2) < (found[-1].tiers.tier1, found[-1].tiers.tier2):
            alternative = Alternative(
                name, made, changes(now, schedule, made), tiers, report.unplaced,
                still_impossible(now, made, impossible),
            )  # fmt: skip
            if not helped:
                # Only what the search begins from, with more taken out than has to be.
                spare = alternative
                continue
            found.append(alternative)
            if on_found is not None:
                on_found(alternative)
    return tuple(found) or ((spare,) if spare else ())


def _is_all_there_is(made: Alternative) -> bool:
    """Whether nothing is unplaced but what no week could place."""
    return made.unplaced <= sum(each.missing for each in made.impossible)


def _may_stand(was: Report, report: Report) -> bool:
    """Whether nothing is broken that the week as it was told had not broken already.

    A week told long ago may rest on a shape that today's rules would not give; it stays.
    """
    return not newly_broken(was, report)
