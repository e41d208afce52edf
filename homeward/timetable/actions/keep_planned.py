"""What planning found is kept, and checked once more before anybody sees it."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.solver.answer import Result
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_json

State = WeekDraft.State


class RulesBroken(Refusal):
    """The checker found broken rules in what planning returned."""


@action
def keep_planned(*, actor: Actor, draft_id: UUID, result: Result, now: datetime) -> WeekDraft:
    """A planned week becomes a draft that can be moved; one put away meanwhile stays away.

    A schedule that breaks a rule is never kept: the draft fails with `rules_broken`.
    """
    _by_the_worker(actor)
    draft = WeekDraft.objects.select_for_update().get(pk=draft_id)
    if draft.state != State.PLANNING:
        return draft
    report = check(instance_of(draft.instance), result.schedule)
    told = {
        "bounds": dict(result.bounds),
        "trace": [
            {
                "stage": step.stage,
                "effort": step.effort,
                "tiers": step.tiers.to_json(),
                "unplaced": step.unplaced,
            }
            for step in result.trace
        ],
        "status": result.status,
        "fingerprint": result.fingerprint,
        "deadline_fired": result.deadline_fired,
        "reason": result.cut_short[:60],
        "ended_at": now,
    }
    if not report.holds:
        draft.change(state=State.FAILED, **{**told, "reason": "rules_broken"})
    else:
        schedule = schedule_json(result.schedule)
        draft.change(
            state=State.READY, base=schedule, schedule=schedule, tiers=report.figures,
            **told,
        )  # fmt: skip
    audit.record(
        f"timetable.draft.{draft.state}", actor=actor, subject=draft, at=now, reason=result.status
    )
    return draft


@action
def note_failure(*, actor: Actor, draft_id: UUID, reason: str, now: datetime) -> WeekDraft:
    """Planning ended without a week: cancelled if somebody asked, failed otherwise."""
    _by_the_worker(actor)
    draft = WeekDraft.objects.select_for_update().get(pk=draft_id)
    if draft.state != State.PLANNING:
        return draft
    state = State.CANCELLED if draft.cancel_asked_at else State.FAILED
    draft.change(state=state, reason=reason, ended_at=now)
    audit.record(f"timetable.draft.{state}", actor=actor, subject=draft, at=now, reason=reason)
    return draft


def _by_the_worker(actor: Actor) -> None:
    if actor.kind != SERVICE:
        raise NotAllowed("planning_is_the_workers")
