"""What about notes falls due: a duty for who writes them, and for a supervisor when nobody did.

One duty a session and person, however many notes it is about; asked again it opens nothing twice,
and what was written meanwhile ends it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from homeward import audit
from homeward.attendance.queries import CAME
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce, listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.notes.due_rules import due_and_locked
from homeward.notes.duty_kinds import LATE, UNWRITTEN, WRITTEN
from homeward.notes.facts import NoteSigned
from homeward.notes.models import ClientNote
from homeward.notes.queries import UNREAD
from homeward.notes.rules.lateness import Unsigned, asks_a_supervisor, asks_its_author
from homeward.plans.rules.late import end_of
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.staff.queries import supervisors_of, workers_with_role
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import Seat, SessionLeader

SERVICE = Actor.of_service("notes.duties")
LOOKS_BACK = timedelta(days=30)
ESCALATION = "note_escalation_hours"


@dataclass(frozen=True, slots=True)
class Open:
    """A note of a session that is not signed, with its seat and whose it is to write."""

    seat: Any
    owner_id: UUID
    state: Unsigned


@action
def open_note_duties(*, actor: Actor = SERVICE, now: datetime) -> int:
    """Open what is due about the notes of the last weeks, end what is done; returns the opened."""
    found = list(_open_notes(now))
    wanted: dict[str, tuple[str, list[Open]]] = {}
    for each in found:
        session = each.seat.session
        hours = int(numbers_for(session.program_id, session.on)[ESCALATION])
        for kind, asks in (
            (UNWRITTEN, asks_its_author(each.state, now)),
            (LATE, asks_a_supervisor(each.state, now, hours)),
        ):
            if asks:
                origin = f"{kind}:{session.pk}:{each.owner_id}"
                wanted.setdefault(origin, (kind, []))[1].append(each)
    _end(lambda task: task.origin not in wanted, now)
    tasks = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    known = set(tasks.filter(kind__in=(UNWRITTEN, LATE)).values_list("origin", flat=True))
    opened = 0
    for origin, (kind, notes) in wanted.items():
        if origin not in known:
            opened += _open(actor, origin, kind, notes, now)
    return opened


@listens_to(NoteSigned)
def after_signing(fact: NoteSigned) -> None:
    """The last signature of a session's notes ends the duties about them."""
    mine = f":{fact.session_id}:{fact.actor.worker_id}"
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    ours = [f"{kind}{mine}" for kind in (UNWRITTEN, LATE)]
    if not rows.filter(origin__in=ours, closed_at=None).exists():
        return
    still = {each.owner_id for each in _open_notes(fact.signed_at, fact.session_id)}
    if fact.actor.worker_id not in still:
        _end(lambda task: task.origin in ours, fact.signed_at)


def is_written(task: CareTask, actor: Actor) -> str:
    """The proof behind "written": no note of the session waits for its author any more."""
    session, owner = task.detail.get("session"), task.detail.get("owner_id")
    open_ = _open_notes(task.opened_at + LOOKS_BACK, UUID(session)) if session else ()
    waits = [each for each in open_ if str(each.owner_id) == owner]
    if task.kind == UNWRITTEN:
        waits = [each for each in waits if not each.state.is_begun]
    return "notes_not_written" if waits else ""


def _open_notes(now: datetime, session_id: UUID | None = None) -> Iterator[Open]:
    """Every seat of a session that is over whose note is not signed; who stayed away has none."""
    notes = ClientNote.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    signed = notes.filter(
        session_id=OuterRef("session_id"), client_id=OuterRef("client_id"), signed_at__isnull=False
    )
    seats = (
        Seat.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        .filter(
            Q(mark=None) | Q(mark__state__in=CAME),
            ~Exists(signed),
            released_at=None, session__cancelled_at=None, session__ends_at__lt=now,
            session__ends_at__gte=now - LOOKS_BACK - LOOKS_BACK * (session_id is not None),
        )
        .select_related("session__session_type", "client__site", "episode")
        .order_by("session__ends_at", "client__name", "pk")
    )  # fmt: skip
    if session_id is not None:
        seats = seats.filter(session_id=session_id)
    seats = list(seats)
    sessions = {seat.session_id for seat in seats}
    drafts = {
        (note.session_id, note.client_id): note
        for note in notes.filter(session__in=sessions, signed_at=None).defer(*UNREAD)
    }
    leaders: dict[UUID, UUID] = {}
    rows = SessionLeader.objects.filter(session__in=sessions, is_released=False)
    for row in rows.order_by("pk"):
        leaders.setdefault(row.session_id, row.worker_id)
    for seat in seats:
        draft = drafts.get((seat.session_id, seat.client_id))
        owner = draft.author_id if draft else leaders.get(seat.session_id)
        if owner is None:
            continue
        due = (
            draft.due_at
            if draft
            else due_and_locked(seat.session, seat.client, seat.episode.level_code)[0]
        )
        is_begun = draft is not None and bool(draft.body_digest)
        state = Unsigned(
            owner=str(owner), ended_at=seat.session.ends_at, due_at=due, is_begun=is_begun
        )
        yield Open(seat, owner, state)


def _open(actor: Actor, origin: str, kind: str, notes: list[Open], now: datetime) -> int:
    first = min(notes, key=lambda each: each.state.due_at)
    seat, zone = first.seat, first.seat.client.site.time_zone
    owner: UUID | None = first.owner_id
    due_at = first.state.due_at
    if kind == LATE:
        owner = _above(first.owner_id, seat.site_id, now.astimezone(ZoneInfo(zone)).date())
        due_at = end_of(now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), zone)
    if owner is None or (kind == LATE and owner == first.owner_id):
        return 0
    open_duty(
        actor=actor,
        client=seat.client,
        kind=kind,
        urgency=CareTask.Urgency.NEXT_CONTACT if kind == LATE else CareTask.Urgency.ROUTINE,
        owner_id=owner,
        due_at=due_at,
        origin=origin,
        detail={
            "session": str(seat.session_id),
            "owner_id": str(first.owner_id),
            "owner": Worker.objects.get(pk=first.owner_id).name,
            "count": len(notes),
        },
        now=now,
    )
    return 1


def _above(worker_id: UUID, site_id: UUID, day: Any) -> UUID | None:
    """Who supervises them; where nobody does, a director of the site."""
    if found := supervisors_of(worker_id, day):
        return found[0].pk
    director = workers_with_role(Role.DIRECTOR, day, site_id=site_id).order_by("name").first()
    return director.pk if director else None


def _end(is_over: Callable[[CareTask], bool], now: datetime) -> None:
    """End the duties whose cause is gone; whoever wrote it."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    for task in rows.select_for_update(of=("self",)).filter(
        kind__in=(UNWRITTEN, LATE), closed_at=None
    ):
        if is_over(task):
            task.change(closed_at=now, closed_by_id=task.owner_id, disposition=WRITTEN)
            audit.record("tasks.duty.closed", actor=SERVICE, subject=task, at=now, reason=WRITTEN)
            announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, WRITTEN, now))
