"""A client's own part, while it is being written."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.choices import PARTICIPATION, PROGRESS, RESPONSE
from homeward.notes.drafting import digest_of, people_of
from homeward.notes.models import ClientNote
from homeward.notes.reach import is_within_reach
from homeward.notes.rules.due import note_due_at
from homeward.notes.rules.names import names_found, without_names
from homeward.plans.models import Objective
from homeward.program.queries import numbers_for
from homeward.timetable.models import Seat

# Autosave writes every few seconds; the audit keeps one row for each sitting of writing.
DRAFT_SESSION = timedelta(minutes=30)
SAVING = Actor.of_service("notes.drafts")


class NoteAlreadySigned(Refusal):
    """The note is locked."""


class SomebodyElsesDraft(Refusal):
    """A colleague began this note."""


class SessionIsCancelled(Refusal):
    """There is nothing to write about."""


class UnknownChip(Refusal):
    """A word that is not offered."""


class ObjectiveOfAnother(Refusal):
    """The objective is not one of this client's."""


@action
def save_note_draft(
    *,
    actor: Actor,
    session_id: UUID,
    client_id: UUID,
    now: datetime,
    participation: Sequence[str] = (),
    response: Sequence[str] = (),
    objective_id: UUID | None = None,
    progress: str = "",
    body: str = "",
    expected_version: int | None = None,
) -> ClientNote:
    """Keep what was written so far; saving the same again changes nothing.

    One audit row opens each sitting of writing, however often it is saved. Raises the refusals of
    this file and StaleVersion; Seat.DoesNotExist where the client's seat is out of reach.
    """
    if not may(actor.roles, RecordClass.NOTES, Access.WRITE) and actor.kind != "service":
        raise NotAllowed
    if not is_within_reach(actor, Seat, Access.WRITE, session_id=session_id, client_id=client_id):
        raise Seat.DoesNotExist
    if set(participation) - set(PARTICIPATION) or set(response) - set(RESPONSE):
        raise UnknownChip
    if progress and progress not in PROGRESS:
        raise UnknownChip
    _check_objective(actor, client_id, objective_id)
    written: dict[str, object] = {
        "participation": list(participation),
        "response": list(response),
        "objective_id": objective_id,
        "progress": progress,
        "body": body,
    }
    note = _draft(session_id, client_id)
    if note is None:
        return _begin(actor, session_id, client_id, written, now)
    if note.signed_at is not None:
        raise NoteAlreadySigned
    if note.author_id != actor.worker_id:
        raise SomebodyElsesDraft
    if all(getattr(note, name) == value for name, value in written.items()):
        return note
    expect_version(note, expected_version)
    if now - note.saved_at > DRAFT_SESSION:
        audit.record("notes.note.drafted", actor=actor, subject=note, at=now)
    note.change(**written, body_digest=digest_of(body), saved_at=now)
    return note


@action
def take_names_out(
    *,
    actor: Actor,
    note_id: UUID,
    instead: str,
    now: datetime,
    expected_version: int | None = None,
) -> ClientNote:
    """Replace the names of other clients in a draft by `instead` ("another member")."""
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note = notes.select_for_update(of=("self",)).select_related("session").get(pk=note_id)
    if note.signed_at is not None:
        raise NoteAlreadySigned
    if note.author_id != actor.worker_id:
        raise SomebodyElsesDraft
    expect_version(note, expected_version)
    people = people_of(note.session)
    own = next((person.forms for person in people if person.ref == str(note.client_id)), ())
    others = [person for person in people if person.ref != str(note.client_id)]
    body = without_names(note.body, names_found(note.body, others, own), instead)
    note.change(body=body, body_digest=digest_of(body), saved_at=now)
    audit.record("notes.note.names_taken_out", actor=actor, subject=note, at=now, fields=["body"])
    return note


def _draft(session_id: UUID, client_id: UUID) -> ClientNote | None:
    # Reach was asked above; read as the service so that autosave leaves no row for each reading.
    notes = ClientNote.objects.for_actor(SAVING, Purpose.TREATMENT)
    found: ClientNote | None = (
        notes.select_for_update(of=("self",))
        .filter(session_id=session_id, client_id=client_id)
        .first()
    )
    return found


def _begin(
    actor: Actor, session_id: UUID, client_id: UUID, written: dict[str, object], now: datetime
) -> ClientNote:
    seats = Seat.objects.for_actor(SAVING, Purpose.TREATMENT)
    # The seat's lock lets one of two first savers begin; the other then finds the note.
    seat = (
        seats.select_for_update(of=("self",))
        .select_related("session__program")
        .filter(session_id=session_id, client_id=client_id)
        .order_by("released_at")[:1]
        .get()
    )
    if seat.session.cancelled_at is not None:
        raise SessionIsCancelled
    if (begun := _draft(session_id, client_id)) is not None:
        if begun.author_id != actor.worker_id:
            raise SomebodyElsesDraft
        return begun
    hours = numbers_for(seat.session.program, seat.session.on)["note_due_hours"]
    note = ClientNote.objects.create(
        client_id=client_id, site_id=seat.site_id, session=seat.session,
        episode_id=seat.episode_id, author_id=actor.worker_id, on=seat.session.on,
        body_digest=digest_of(str(written["body"])), saved_at=now,
        due_at=note_due_at(seat.session.ends_at, hours), **written,
    )  # fmt: skip
    audit.record("notes.note.drafted", actor=actor, subject=note, at=now)
    return note


def _check_objective(actor: Actor, client_id: UUID, objective_id: UUID | None) -> None:
    if objective_id is None:
        return
    if not is_within_reach(actor, Objective, Access.MINIMAL, pk=objective_id, client_id=client_id):
        raise ObjectiveOfAnother
