"""One move of a draft, checked as it is made, and its undoing."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.timetable.drafting.applying import NothingThere, after
from homeward.timetable.drafting.happening import after_happened, instance_now, instance_with
from homeward.timetable.drafting.moves import Adopt, Move, OpenGroup, move_of
from homeward.timetable.drafting.standing import (
    UNDO,
    live_moves,
    moves_since,
    reached_ready,
    refuse_if_met,
    refuse_near,
)
from homeward.timetable.drafting.touching import cells_changed, touched_by
from homeward.timetable.drafting.trying import Trial, tried
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import newly_broken
from homeward.timetable.solver.reading_schedule import schedule_json, schedule_of
from homeward.timetable.solver.schedule import Schedule


class MoveRefused(Refusal):
    """The move would break hard rules; the arguments are their codes, `trial` holds the rest."""

    def __init__(self, codes: tuple[str, ...], trial: Trial | None = None) -> None:
        self.trial = trial
        super().__init__(*(f"rule_{code.lower().replace('-', '_')}" for code in codes))


class AlreadyUndone(Refusal):
    """The move was taken back before."""


@action
def make_move(*, actor: Actor, draft_id: UUID, move: Move, seen: int, now: datetime) -> DraftMove:
    """Make one move; `seen` is the number of the last move the page knew.

    Moves that others made since are kept: mine goes on top where they do not concern the same
    people, room or group. Raises DraftNotReady, NothingThere, MovedMeanwhile, MoveRefused,
    InsideNotice, NotAllowed; WeekDraft.DoesNotExist at another site.
    """
    draft = reached_ready(actor, draft_id)
    if isinstance(move, OpenGroup):
        move = replace(move, id=f"n{draft.head + 1:03}")
    instance, standing = instance_now(draft), schedule_of(draft.schedule)
    others = moves_since(draft, seen)
    then = instance
    if isinstance(move, Adopt) and move.happened:
        then = after_happened(instance, schedule_of(draft.base), move.happened)
    try:
        trial = tried(instance, standing, move, then)
    except NothingThere:
        # What it names may be gone because somebody moved it; that is worth saying.
        refuse_if_met(others, _named(move))
        raise
    touched = touched_by(standing, trial.schedule)
    is_rebased = refuse_if_met(others, touched)
    if not trial.is_allowed:
        raise MoveRefused(trial.codes, trial)
    refuse_near(draft, cells_changed(standing, trial.schedule), now)
    made = _keep(
        draft, trial.schedule, trial.figures, actor, now,
        kind=move.kind, body=move.to_json(), touched=list(touched), rebased=is_rebased,
    )  # fmt: skip
    audit.record("timetable.draft.moved", actor=actor, subject=draft, at=now, reason=move.kind)
    return made


@action
def undo_move(*, actor: Actor, draft_id: UUID, number: int, seen: int, now: datetime) -> DraftMove:
    """Take one move back, or take an undoing back; the moves after it stay where they can.

    Raises AlreadyUndone, and as `make_move`: what a later move rests on is not taken away.
    """
    draft = reached_ready(actor, draft_id)
    moves = list(draft.moves.order_by("number"))
    target = next((each for each in moves if each.number == number), None)
    if target is None:
        raise NothingThere
    if any(each.undoes_id == target.pk for each in moves):
        raise AlreadyUndone
    standing = schedule_of(draft.schedule)
    asked = DraftMove(draft=draft, number=draft.head + 1, kind=UNDO, undoes=target)
    rest, instance = schedule_of(draft.base), instance_with(draft, moves)
    then = instance_with(draft, [*moves, asked])
    for each in live_moves([*moves, asked]):
        rest = after(then, rest, move_of(each.kind, each.body))
    touched = touched_by(standing, rest)
    is_rebased = refuse_if_met(moves_since(draft, seen), touched)
    was, report = check(instance, standing), check(then, rest)
    broken = newly_broken(was, report)
    if broken:
        raise MoveRefused(tuple(dict.fromkeys(each.code for each in broken)))
    refuse_near(draft, cells_changed(standing, rest), now)
    made = _keep(
        draft, rest, report.figures, actor, now,
        kind=UNDO, body={"number": number}, touched=list(touched), rebased=is_rebased,
        undoes=target,
    )  # fmt: skip
    audit.record("timetable.draft.undone", actor=actor, subject=draft, at=now, reason=target.kind)
    return made


def _named(move: Move) -> list[str]:
    names = move.to_json()
    found = [f"{kind}:{names[kind]}" for kind in ("group", "client", "staff") if names.get(kind)]
    if "client" in names and "service" in names:
        found.append(f"single:{names['client']}:{names['service']}")
    return found


def _keep(
    draft: WeekDraft,
    schedule: Schedule,
    figures: dict[str, int],
    actor: Actor,
    now: datetime,
    **values: object,
) -> DraftMove:
    made = DraftMove.objects.create(
        draft=draft, number=draft.head + 1, tiers=figures, at=now, by_id=actor.worker_id, **values
    )
    draft.change(head=made.number, schedule=schedule_json(schedule), tiers=figures)
    return made
