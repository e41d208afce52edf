"""Somebody writes for who leads a session, or does so no longer."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.notes.models import Scribe
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on
from homeward.timetable.permissions import session_at_own_site
from homeward.timetable.queries import leads


class NotAScribe(Refusal):
    """That colleague writes no notes here, or would write for themselves."""


@action
def name_scribe(*, actor: Actor, session_id: UUID, worker_id: UUID, now: datetime) -> Scribe:
    """Let a colleague of the site write in this session for its leader; named twice is once.

    A scribe signs nothing. Raises NotAllowed("not_your_session"), NotAScribe;
    GroupSession.DoesNotExist elsewhere.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if actor.worker_id is None or not leads(actor, session.pk):
        raise NotAllowed("not_your_session")
    if worker_id == actor.worker_id or worker_id not in _who_write(session.site_id, session.on):
        raise NotAScribe
    scribe, made = Scribe.objects.get_or_create(
        session=session, worker_id=worker_id, ended_at=None,
        defaults={"writes_for_id": actor.worker_id, "named_at": now},
    )  # fmt: skip
    if made:
        audit.record("notes.scribe.named", actor=actor, subject=scribe, at=now)
    return scribe


@action
def end_scribe(*, actor: Actor, session_id: UUID, worker_id: UUID, now: datetime) -> None:
    """From now on nobody writes for the leader; what was written keeps its writer's name."""
    session = session_at_own_site(actor, session_id, locked=True)
    if not leads(actor, session.pk):
        raise NotAllowed("not_your_session")
    rows = Scribe.objects.select_for_update()
    for scribe in rows.filter(session=session, worker_id=worker_id, ended_at=None):
        scribe.change(ended_at=now)
        audit.record("notes.scribe.ended", actor=actor, subject=scribe, at=now)


def who_could_write(session: object) -> list[Worker]:
    """Colleagues whom the leader of a session could name as their scribe, by name."""
    ids = _who_write(session.site_id, session.on)  # type: ignore[attr-defined]
    leading = {leader.worker_id for leader in session.leaders.all()}  # type: ignore[attr-defined]
    return list(Worker.objects.filter(pk__in=ids - leading).order_by("name"))


def _who_write(site_id: UUID, on: object) -> set[UUID]:
    """Workers who write notes or observations at a site on a day."""
    writing = [role for role in Role if may(frozenset({role}), RecordClass.NOTES, Access.WRITE)]
    grants = RoleGrant.objects.filter(held_on(on), role__in=writing)  # type: ignore[arg-type]
    here = grants.filter(site_id=site_id) | grants.filter(site=None)
    return set(here.values_list("worker_id", flat=True))
