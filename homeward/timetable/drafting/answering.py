"""Answering a question in the worker: the engine runs in a child process, outside a transaction."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import UUID

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.timetable.actions.ask_engine import add_answer, keep_answer, note_no_answer
from homeward.timetable.drafting.engines import repaired, what_came_of
from homeward.timetable.drafting.happening import after_happened, happened_in, instance_now
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report, newly_broken
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.process import PlanningFailed
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule

ANSWERER = Actor.of_service("timetable.answerer")
Alternative = dict[str, Any]
EMPTY: dict[str, Any] = {"groups": [], "singles": []}
Tell = Callable[[Alternative], None]
Engine = Callable[[Instance, Schedule, dict[str, Any], Tell], list[Alternative]]
ENGINES: dict[str, Engine] = {
    WeekQuestion.Kind.REPAIR: repaired,
    WeekQuestion.Kind.WHAT_IF: what_came_of,
}
_log = logging.getLogger(__name__)


def run(question_id: UUID, *, engine: Engine | None = None) -> str:
    """Answer one question that waits; returns the state it ended in. Safe to call again.

    An alternative that breaks a rule the draft did not break is never kept. Each is there to be
    read as soon as the engine tells of it; those stay where it ends before it is done.
    """
    asked = WeekQuestion.objects.select_related("draft").filter(pk=question_id).first()
    if asked is None or asked.state != WeekQuestion.State.ASKED:
        return asked.state if asked else ""
    instance = instance_now(asked.draft)
    standing = schedule_of(asked.draft.schedule)
    base = schedule_of(asked.draft.base or EMPTY)
    then = after_happened(instance, base, happened_in(asked))
    before = check(instance, standing)
    told: list[Alternative] = []

    def tell(alternative: Alternative) -> None:
        if _may_stand(then, before, alternative):
            told.append(alternative)
            add_answer(actor=ANSWERER, question_id=question_id, answer=alternative, now=clock.now())

    reason = ""
    try:
        found = (engine or ENGINES[asked.kind])(instance, standing, asked.question, tell)
        kept = [each for each in found if _may_stand(then, before, each)]
    except PlanningFailed as fault:
        _log.warning("question %s ended before it was answered: %s", question_id, fault)
        kept, reason = told, "no_answer"
    except Exception:
        _log.exception("question %s broke", question_id)
        kept, reason = told, "engine_broke"
    if reason and not kept:
        note_no_answer(actor=ANSWERER, question_id=question_id, reason=reason, now=clock.now())
    else:
        keep_answer(actor=ANSWERER, question_id=question_id, answers=kept, now=clock.now())
    return str(WeekQuestion.objects.values_list("state", flat=True).get(pk=question_id))


def _may_stand(instance: Instance, before: Report, alternative: Alternative) -> bool:
    """Whether a schedule to take over breaks nothing that was not broken before."""
    if "schedule" not in alternative:
        return True
    after = check(instance, schedule_of(alternative["schedule"]))
    return not newly_broken(before, after)
