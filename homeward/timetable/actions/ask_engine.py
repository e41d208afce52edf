"""The engine is asked about a draft, and its answer is kept."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward import audit
from homeward.core import queue
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.periods import Period
from homeward.timetable.actions.away import close_site, note_absence
from homeward.timetable.capacity import Absence, Closure
from homeward.timetable.drafting.standing import reached_ready
from homeward.timetable.questions import WeekQuestion

JOB, LOCK = "timetable.answer_question", "timetable.planning"
State = WeekQuestion.State


class AlreadyAsking(Refusal):
    """The engine is still thinking about this draft."""


@action
def ask_engine(
    *, actor: Actor, draft_id: UUID, kind: str, question: dict[str, Any], now: datetime
) -> WeekQuestion:
    """Ask for repairs of a draft, or whether an offer would help; the worker answers.

    Raises DraftNotReady, AlreadyAsking, NotAllowed; WeekDraft.DoesNotExist at another site.
    """
    draft = reached_ready(actor, draft_id)
    if draft.questions.filter(state=State.ASKED).exists():
        raise AlreadyAsking
    asked = WeekQuestion.objects.create(
        draft=draft, kind=WeekQuestion.Kind(kind), question=question, head=draft.head, at=now,
        by_id=actor.worker_id,
    )  # fmt: skip
    queue.defer(JOB, {"question_id": str(asked.pk)}, now=now, lock=LOCK)
    audit.record("timetable.question.asked", actor=actor, subject=asked, at=now, reason=asked.kind)
    return asked


@action
def report_disruption(
    *,
    actor: Actor,
    draft_id: UUID,
    question: dict[str, Any],
    now: datetime,
    away: Sequence[tuple[UUID, Period]] = (),
    closed: Sequence[tuple[UUID | None, Period]] = (),
    closure_name: str = "",
) -> WeekQuestion:
    """Write down who is away and what is closed, and ask how the week could be mended.

    What is written down already is not written again, and nothing before `now`. A closure of no
    room is the whole site's. Raises as `ask_engine`, `note_absence`, `close_site`.
    """
    draft = reached_ready(actor, draft_id)
    for worker_id, period in _new_absences(away, now):
        note_absence(
            actor=actor, worker_id=worker_id, why="other", starts_at=period.starts_at,
            ends_at=period.ends_at, now=now,
        )  # fmt: skip
    zone = ZoneInfo(draft.site.time_zone)
    for room_id, period in _new_closures(draft.site_id, closed, now):
        starts, ends = period.starts_at.astimezone(zone), period.ends_at.astimezone(zone)
        close_site(
            actor=actor, site_id=draft.site_id, on=starts.date(), name=closure_name, now=now,
            starts=starts.time(), ends=ends.time() if ends.date() == starts.date() else None,
            room_id=room_id,
        )  # fmt: skip
    return ask_engine(
        actor=actor, draft_id=draft_id, kind=WeekQuestion.Kind.REPAIR, question=question, now=now
    )


def _new_absences(
    away: Sequence[tuple[UUID, Period]], now: datetime
) -> Iterator[tuple[UUID, Period]]:
    """What of it lies ahead and is in no absence that was noted before."""
    for worker_id, period in away:
        known = Absence.objects.filter(
            worker_id=worker_id, withdrawn_at=None, starts_at__lte=max(period.starts_at, now),
            ends_at__gte=period.ends_at,
        )  # fmt: skip
        if period.ends_at > now and not known.exists():
            yield worker_id, Period(max(period.starts_at, now), period.ends_at)


def _new_closures(
    site_id: UUID, closed: Sequence[tuple[UUID | None, Period]], now: datetime
) -> Iterator[tuple[UUID | None, Period]]:
    """The same of closures: of the room, or of the whole site."""
    for room_id, period in closed:
        known = Closure.objects.filter(
            Q(room_id=room_id) | Q(room_id=None), site_id=site_id, withdrawn_at=None,
            starts_at__lte=period.starts_at, ends_at__gte=period.ends_at,
        )  # fmt: skip
        if period.ends_at > now and not known.exists():
            yield room_id, period


@action
def add_answer(
    *, actor: Actor, question_id: UUID, answer: dict[str, Any], now: datetime
) -> WeekQuestion:
    """One alternative while others are still looked for; a question that was closed stays as is."""
    asked = _asked(actor, question_id)
    if asked.state == State.ASKED:
        asked.change(answers=[*asked.answers, answer])
        audit.record("timetable.question.found", actor=actor, subject=asked, at=now)
    return asked


@action
def keep_answer(
    *, actor: Actor, question_id: UUID, answers: list[dict[str, Any]], now: datetime
) -> WeekQuestion:
    """The alternatives as found, none included; a question answered before stays as it is."""
    return _close(actor, question_id, State.ANSWERED, now, answers=answers)


@action
def note_no_answer(*, actor: Actor, question_id: UUID, reason: str, now: datetime) -> WeekQuestion:
    """The engine ended without an answer."""
    return _close(actor, question_id, State.FAILED, now, reason=reason[:60])


def _close(
    actor: Actor, question_id: UUID, state: State, now: datetime, **values: Any
) -> WeekQuestion:
    asked = _asked(actor, question_id)
    if asked.state == State.ASKED:
        asked.change(state=state, answered_at=now, **values)
        audit.record(f"timetable.question.{state}", actor=actor, subject=asked, at=now)
    return asked


def _asked(actor: Actor, question_id: UUID) -> WeekQuestion:
    if actor.kind != SERVICE:
        raise NotAllowed("answering_is_the_workers")
    return WeekQuestion.objects.select_for_update(of=("self",)).get(pk=question_id)
