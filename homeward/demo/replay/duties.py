"""Doing the duties that answers opened."""

from datetime import datetime
from functools import partial

from homeward.demo.replay.performing import Replay
from homeward.demo.rows.duties import disposition_of, done_at
from homeward.tasks.actions import complete_task
from homeward.tasks.models import CareTask

OPENED_BY_ANSWERS = ("safety", "check_in")


def do_duties_later(replay: Replay) -> None:
    """Have each new duty done when the story's people do it."""
    for task in CareTask.objects.unscoped("replay").filter(
        client_id=replay.client_id, closed_at=None, kind__in=OPENED_BY_ANSWERS
    ):
        if task.origin not in replay.ids:
            replay.ids[task.origin] = task.pk
            replay.later(done_at(replay.profile.cast, task), partial(_do, replay, task))


def _do(replay: Replay, task: CareTask, now: datetime) -> None:
    code = next(code for code, row in replay.setting.workers.items() if row.pk == task.owner_id)
    complete_task(
        actor=replay.staff(code),
        task_id=task.pk,
        disposition=disposition_of(task),
        now=now,
    )
