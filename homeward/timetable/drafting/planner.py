"""Planning a draft in the worker: the solver runs in a child process, its progress becomes rows.

No transaction is open while it searches. A stop asked for on the page, or a draft that was put
away, ends the search; the best week found by then is kept.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.timetable.actions.keep_planned import keep_planned, note_failure
from homeward.timetable.actions.start_draft import EFFORTS
from homeward.timetable.drafts import PlanningStep, WeekDraft
from homeward.timetable.solver.answer import Params, Progress, Result
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.process import PlanningFailed, solve_apart
from homeward.timetable.solver.reading import instance_of

WORKERS = 2
LOOK_SECONDS = 1.0
PLANNER = Actor.of_service("timetable.planner")
Solve = Callable[..., Result]
_log = logging.getLogger(__name__)


def run(draft_id: UUID, *, solve: Solve = solve_apart) -> str:
    """Plan one draft that waits for it; returns the state it ended in. Safe to call again."""
    draft = WeekDraft.objects.filter(pk=draft_id).first()
    if draft is None or draft.state != WeekDraft.State.PLANNING:
        return draft.state if draft else ""
    instance = instance_of(draft.instance)
    watch = Watch(draft_id)
    params = Params(
        effort=EFFORTS.get(draft.effort, EFFORTS["normal"]),
        seconds=float(draft.seconds),
        workers=WORKERS,
        seed=draft.seed,
    )
    watch.seen()
    try:
        result = _solved(instance, params, watch, solve)
    except PlanningFailed as fault:
        _log.warning("planning %s ended without a week: %s", draft_id, fault)
        note_failure(actor=PLANNER, draft_id=draft_id, reason="planning_failed", now=clock.now())
    except Exception:
        _log.exception("planning %s broke", draft_id)
        note_failure(actor=PLANNER, draft_id=draft_id, reason="planning_broke", now=clock.now())
    else:
        keep_planned(actor=PLANNER, draft_id=draft_id, result=result, now=clock.now())
    return str(WeekDraft.objects.values_list("state", flat=True).get(pk=draft_id))


def _solved(instance: Instance, params: Params, watch: "Watch", solve: Solve) -> Result:
    return solve(instance, params, on_progress=watch.progress, should_stop=watch.should_stop)


class Watch:
    """Progress told in rows, and whether somebody asked to stop; looks at most once a second."""

    def __init__(self, draft_id: UUID) -> None:
        self.draft_id = draft_id
        self.began = time.monotonic()
        self.looked = 0.0
        self.number = 0
        self.told: tuple[object, ...] = ()
        self.stop = False

    def progress(self, step: Progress) -> None:
        """Write down a new stage or a better week."""
        standing = (step.stage, step.tiers, step.unplaced)
        if standing == self.told:
            return
        self.told = standing
        self.number += 1
        now = self.seen()
        PlanningStep.objects.create(
            draft_id=self.draft_id, number=self.number, at=now, stage=step.stage[:40],
            seconds=round(time.monotonic() - self.began, 1), tiers=step.tiers.to_json(),
            unplaced=step.unplaced,
        )  # fmt: skip

    def should_stop(self) -> bool:
        """Whether the draft was cancelled or put away; asked of the database once a second."""
        if not self.stop and time.monotonic() - self.looked >= LOOK_SECONDS:
            self.looked = time.monotonic()
            asked = WeekDraft.objects.filter(pk=self.draft_id, state=WeekDraft.State.PLANNING)
            self.stop = not asked.filter(cancel_asked_at=None).exists()
            self.seen()
        return self.stop

    def seen(self) -> datetime:
        """Say that planning is alive."""
        now = clock.now()
        WeekDraft.objects.filter(pk=self.draft_id).update(seen_at=now)
        return now
