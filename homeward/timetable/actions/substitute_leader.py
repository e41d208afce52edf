"""Somebody else leads a session."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.reasons import Decision
from homeward.staff.models import Worker
from homeward.timetable.facts import LeaderReplaced
from homeward.timetable.models import SessionLeader
from homeward.timetable.permissions import may_change_session, session_at_own_site
from homeward.timetable.rules.substitute import OFFER
from homeward.timetable.standing_in import Substitution
from homeward.timetable.substitutes import substitutes_for
from homeward.timetable.walls import walls


class SubstituteRefused(Refusal):
    """The rule refuses this colleague; `decision` holds every line, the arguments its codes."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*decision.extras["barred_by"])


class SessionIsNotOpen(Refusal):
    """It is cancelled, closed or over: who led it is a fact."""


@action
def substitute_leader(
    *,
    actor: Actor,
    session_id: UUID,
    worker_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Substitution:
    """Let a colleague lead instead of who leads now; assistants stay.

    The rule is asked again and the database keeps everybody in one place at a time. Raises
    SubstituteRefused, SessionIsNotOpen, WorkerIsBusy, StaleVersion, NotAllowed.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if not may_change_session(actor, session):
        raise NotAllowed("not_your_session")
    if session.cancelled_at or session.closed_at or session.ends_at <= now:
        raise SessionIsNotOpen
    expect_version(session, expected_version)
    candidate = next(
        (each for each in substitutes_for(session) if each.worker.pk == worker_id), None
    )
    if candidate is None:
        raise Worker.DoesNotExist
    if candidate.decision.outcome != OFFER:
        raise SubstituteRefused(candidate.decision)
    held = session.leaders.filter(is_released=False, is_assistant=False)
    away = held.order_by("created_at").first()
    with walls():
        held.update(is_released=True)
        _lead(session.pk, worker_id, session.starts_at, session.ends_at)
    session.change()
    made = Substitution.objects.create(
        session=session, away_id=away.worker_id if away else None, instead_id=worker_id,
        reason=reason, new_faces=candidate.new_faces, decision=candidate.decision.to_json(),
        at=now, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.leader.replaced", actor=actor, subject=session, at=now, reason=reason)
    announce(LeaderReplaced(made.pk, session.pk, made.away_id, worker_id, actor, now))
    return made


def _lead(session_id: UUID, worker_id: UUID, starts_at: datetime, ends_at: datetime) -> None:
    """A leader's row is one for good: who was released before, or assists, takes the lead on it."""
    SessionLeader.objects.update_or_create(
        session_id=session_id,
        worker_id=worker_id,
        defaults={
            "is_released": False,
            "is_assistant": False,
            "starts_at": starts_at,
            "ends_at": ends_at,
        },
    )
