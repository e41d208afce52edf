"""Signing a note: from then on it is what it is."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, stays_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.notes.actions.save_note_draft import NoteAlreadySigned
from homeward.notes.drafting import SessionDrafting
from homeward.notes.facts import NoteSigned
from homeward.notes.kinds import TIMES
from homeward.notes.models import ClientNote, SessionNote, SignatureProof
from homeward.notes.proofs import held_at, keep_proof
from homeward.notes.rules.content import content_hash
from homeward.notes.rules.due import cosign_due_at
from homeward.notes.rules.signing import NOT_READY, signing_of
from homeward.notes.rules.times import Stay, times_of
from homeward.program.queries import numbers_for


class NoteIncomplete(Refusal):
    """The note cannot be signed yet; its arguments are the problems, `decision` every line."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


class NotTheAuthor(Refusal):
    """Somebody else wrote it."""


@action
def sign_note(
    *,
    actor: Actor,
    note_id: UUID,
    authenticated_at: datetime | None,
    now: datetime,
    expected_version: int | None = None,
) -> ClientNote:
    """Freeze a note with who signed, the credential held now, and a digest of all it says.

    The first signed note of a group also freezes the shared part. Raises NoteAlreadySigned,
    NotTheAuthor, NotFresh, NoteIncomplete, StaleVersion; ClientNote.DoesNotExist out of scope.
    """
    note = (
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
        .select_for_update(of=("self",))
        .select_related("session__session_type", "session__program", "session__site")
        .get(pk=note_id)
    )
    if note.signed_at is not None:
        raise NoteAlreadySigned
    if note.author_id != actor.worker_id:
        raise NotTheAuthor
    confirmed_at = expect_fresh(authenticated_at, now)
    expect_version(note, expected_version)
    # The shared part is locked before it is read: no word of it changes between check and digest.
    shared = SessionNote.objects.select_for_update().filter(session=note.session).first()
    others = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(session=note.session)
    drafting = SessionDrafting(actor, note.session, list(others), now)
    draft = drafting.draft_of(note)
    decision = signing_of(draft)
    if decision.outcome == NOT_READY:
        raise NoteIncomplete(decision)
    if shared is not None and shared.signed_at is None:
        shared.change(signed_at=now)
    held = held_at(note, actor.worker_id, now)
    note.details = with_times(note, drafting.marks.get(note.client_id))
    content = content_of(note, drafting.shared_text, draft.minutes or 0)
    note.change(
        details=note.details,
        signed_at=now,
        signed_by_id=actor.worker_id,
        credential=held.title if held else "",
        minutes=draft.minutes or 0,
        content_hash=content_hash(content),
    )
    keep_proof(
        note,
        content,
        meaning=SignatureProof.Meaning.AUTHOR,
        worker_id=actor.worker_id,
        held=held,
        authenticated_at=confirmed_at,
        now=now,
    )
    waits_until = None
    if held is None or not held.may_sign_alone:
        days = numbers_for(note.session.program, note.session.on)["trainee_cosign_days"]
        waits_until = cosign_due_at(now, days)
    audit.record("notes.note.signed", actor=actor, subject=note, at=now)
    announce(
        NoteSigned(note.pk, note.client_id, note.session_id, note.minutes, now, waits_until, actor)
    )
    return note


def with_times(note: ClientNote, mark: AttendanceMark | None) -> dict[str, Any] | None:
    """The note's answers with when its client was there, as the register has it at signing."""
    kept = {code: value for code, value in (note.details or {}).items() if code != TIMES.code}
    stays = (
        Stay(row.in_at, row.out_at, row.is_telehealth)
        for row in (stays_of(mark) if mark is not None and mark.state in CAME else ())
    )
    if times := times_of(stays, ZoneInfo(note.session.site.time_zone)):
        kept[TIMES.code] = times
    return kept or None


def content_of(note: ClientNote, shared_text: str, minutes: int) -> dict[str, object]:
    """Everything the signed note says, for its digest."""
    session = note.session
    return {
        "client": note.client_id,
        "session": note.session_id,
        "on": note.on,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "minutes": minutes,
        "service": session.session_type.code,
        "shared": shared_text,
        "participation": sorted(note.participation),
        "response": sorted(note.response),
        "objective": note.objective_id,
        "progress": note.progress,
        "body": note.body,
        "author": note.author_id,
        **({"style": note.style, "sections": dict(note.sections or {})} if note.style else {}),
        **({"details": dict(note.details)} if note.details else {}),
    }
