"""A client's own part, while it is being written."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.capacities import SomebodyElsesDraft, note_who_wrote, writer_of
from homeward.notes.choices import PARTICIPATION, PROGRESS, RESPONSE
from homeward.notes.drafting import SessionDrafting, digest_of
from homeward.notes.due_rules import due_and_locked
from homeward.notes.keeping import keep_what_goes
from homeward.notes.kinds import free_texts
from homeward.notes.lost_answers import NO_NAME, Sending, expect_own_or_version
from homeward.notes.models import ClientNote
from homeward.notes.reach import is_within_reach
from homeward.notes.rules.names import CERTAIN, without_names
from homeward.notes.rules.parts import FORMATS, body_of
from homeward.plans.models import Objective
from homeward.timetable.models import Seat

# Autosave writes every few seconds; the audit keeps one row for each sitting of writing.
DRAFT_SESSION = timedelta(minutes=30)
SAVING = Actor.of_service("notes.drafts")


class NoteAlreadySigned(Refusal):
    """The note is locked."""


class SessionIsCancelled(Refusal):
    """There is nothing to write about."""


class UnknownChip(Refusal):
    """A word that is not offered."""


class UnknownFormat(Refusal):
    """A format nobody knows."""


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
    style: str = "",
    sections: Mapping[str, str] | None = None,
    details: Mapping[str, Any] | None = None,
    expected_version: int | None = None,
    sending: Sending = NO_NAME,
) -> ClientNote:
    """Keep what was written so far; saving the same again changes nothing.

    With a `style` the words come as `sections` and the body is made of them; `details` that are
    left out stay as they are, and blank ones go. Who wrote each changed part is recorded. One
    audit row opens each sitting of writing, however often it is saved. Raises the refusals of this
    file and of `capacities`, and StaleVersion; Seat.DoesNotExist out of reach.
    """
    if not may(actor.roles, RecordClass.NOTES, Access.WRITE) and actor.kind != "service":
        raise NotAllowed
    if not is_within_reach(actor, Seat, Access.WRITE, session_id=session_id, client_id=client_id):
        raise Seat.DoesNotExist
    if set(participation) - set(PARTICIPATION) or set(response) - set(RESPONSE):
        raise UnknownChip
    if progress and progress not in PROGRESS:
        raise UnknownChip
    if style and style not in FORMATS:
        raise UnknownFormat
    _check_objective(actor, client_id, objective_id)
    parts = {code: text for code, text in (sections or {}).items() if text.strip()}
    written: dict[str, object] = {
        "participation": list(participation),
        "response": list(response),
        "objective_id": objective_id,
        "progress": progress,
        "style": style,
        "sections": parts if style else None,
        "body": body_of(style, parts) if style else body if body.strip() else "",
    }
    note = _draft(session_id, client_id)
    # The seat's lock lets one of two first savers begin; the other then goes on with their note.
    seat = _seat(session_id, client_id) if note is None else None
    note = note or _draft(session_id, client_id)
    if details is not None:
        written["details"] = _merged(note, details)
    if note is None:
        assert seat is not None
        return _begin(actor, seat, {**written, "sending": sending.name}, now)
    if note.signed_at is not None:
        raise NoteAlreadySigned
    writer = writer_of(actor, session_id, note.author_id)
    changed = {name: value for name, value in written.items() if getattr(note, name) != value}
    if not changed:
        return note
    expect_own_or_version(note, expected_version, sending)
    if now - note.saved_at > DRAFT_SESSION:
        audit.record("notes.note.drafted", actor=actor, subject=note, at=now)
    before = dict(note.sections or {}), dict(note.details or {})
    overwrites = expected_version is None
    keep_what_goes(note, str(written["body"]), now=now, overwrites=overwrites)
    note.change(
        **changed, body_digest=digest_of(str(written["body"])), saved_at=now, sending=sending.name
    )
    note_who_wrote(note, writer, _parts_of(changed, before), now)
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
    note = notes.select_for_update(of=("self",)).select_related("session__program").get(pk=note_id)
    if note.signed_at is not None:
        raise NoteAlreadySigned
    if note.author_id != actor.worker_id:
        raise SomebodyElsesDraft
    expect_version(note, expected_version)
    drafting = SessionDrafting(actor, note.session, [note], now)

    def mended(text: str) -> str:
        found = (each for each in drafting.people_in(note, text) if each.sure == CERTAIN)
        return without_names(text, found, instead)

    note.change(**with_words(note, mended), saved_at=now)
    audit.record("notes.note.names_taken_out", actor=actor, subject=note, at=now, fields=["body"])
    return note


def with_words(note: ClientNote, mended: Callable[[str], str]) -> dict[str, Any]:
    """The fields of a note whose words were all put through `mended`, for `change`."""
    answers = {code: mended(text) for code, text in free_texts(note.details).items()}
    beside: dict[str, Any] = {"details": {**(note.details or {}), **answers}} if answers else {}
    if not note.style:
        body = mended(note.body)
        return {**beside, "body": body, "body_digest": digest_of(body)}
    sections = {code: mended(text) for code, text in (note.sections or {}).items()}
    body = body_of(note.style, sections)
    return {**beside, "sections": sections, "body": body, "body_digest": digest_of(body)}


def _merged(note: ClientNote | None, details: Mapping[str, Any]) -> dict[str, Any] | None:
    before = dict(note.details or {}) if note else {}
    merged = {**before, **details}
    return {code: value for code, value in merged.items() if value not in (None, "", [])} or None


def _parts_of(
    changed: Mapping[str, Any], before: tuple[dict[str, Any], dict[str, Any]]
) -> set[str]:
    """The parts that changed, by the code that says who wrote them."""
    parts = set(changed) & {"participation", "response", "progress"}
    if "objective_id" in changed:
        parts.add("objective")
    for name, old, prefix in zip(("sections", "details"), before, ("section_", ""), strict=True):
        if name in changed:
            new = changed[name] or {}
            codes = {code for code in set(new) | set(old) if new.get(code) != old.get(code)}
            parts |= {f"{prefix}{code}" for code in codes}
    if "body" in changed and not changed.get("sections"):
        parts.add("body")
    return parts


def _draft(session_id: UUID, client_id: UUID) -> ClientNote | None:
    # Reach was asked above; read as the service so that autosave leaves no row for each reading.
    notes = ClientNote.objects.for_actor(SAVING, Purpose.TREATMENT)
    found: ClientNote | None = (
        notes.select_for_update(of=("self",))
        .filter(session_id=session_id, client_id=client_id)
        .first()
    )
    return found


def _seat(session_id: UUID, client_id: UUID) -> Seat:
    seats = Seat.objects.for_actor(SAVING, Purpose.TREATMENT)
    found: Seat = (
        seats.select_for_update(of=("self",))
        .select_related("session__session_type", "client__site", "episode")
        .filter(session_id=session_id, client_id=client_id)
        .order_by("released_at")[:1]
        .get()
    )
    return found


def _begin(actor: Actor, seat: Seat, written: dict[str, object], now: datetime) -> ClientNote:
    if seat.session.cancelled_at is not None:
        raise SessionIsCancelled
    writer = writer_of(actor, seat.session_id, None)
    due_at, locks_at = due_and_locked(seat.session, seat.client, seat.episode.level_code)
    note = ClientNote.objects.create(
        client_id=seat.client_id, site_id=seat.site_id, session=seat.session,
        episode_id=seat.episode_id, author_id=writer.author_id, on=seat.session.on,
        body_digest=digest_of(str(written["body"])), saved_at=now,
        due_at=due_at, locks_at=locks_at, **written,
    )  # fmt: skip
    audit.record("notes.note.drafted", actor=actor, subject=note, at=now)
    filled = {name: value for name, value in written.items() if value}
    note_who_wrote(note, writer, _parts_of(filled, ({}, {})), now)
    return note


def _check_objective(actor: Actor, client_id: UUID, objective_id: UUID | None) -> None:
    if objective_id is None:
        return
    if not is_within_reach(actor, Objective, Access.MINIMAL, pk=objective_id, client_id=client_id):
        raise ObjectiveOfAnother
