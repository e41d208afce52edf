"""After the group: each note once more, then signed."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.desk.group.pages import subline_of
from homeward.desk.group.panel import written_by
from homeward.desk.notes.answers import answers_of
from homeward.desk.notes.forms import SignForm
from homeward.desk.notes.honest import Honest, honest_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.notes import choices
from homeward.notes.drafting import SessionDrafting
from homeward.notes.models import ClientNote
from homeward.notes.rules.names import Found
from homeward.notes.rules.signing import READY, signing_of
from homeward.timetable.models import GroupSession
from homeward.timetable.queries import seats_for


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `is_name` marks another client's name in it."""

    text: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """One note to look over."""

    note_id: UUID
    name: str
    facts: str
    asked: tuple[tuple[str, str], ...]
    written_by: tuple[str, ...]
    pieces: tuple[Piece, ...]
    decision: Decision
    open_lines: Decision
    is_ready: bool
    has_names: bool
    honest: Honest
    is_signed: bool
    is_mine: bool
    sign_form: SignForm
    sign_url: str
    names_url: str
    edit_url: str
    note_url: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the review's template prints."""

    title: str
    subline: str
    room_url: str
    is_closed: bool
    shared: tuple[Piece, ...]
    notes: tuple[ReviewNote, ...]
    missing: tuple[tuple[str, str], ...]
    signed: int
    is_fresh: bool


def pieces_of(text: str, found: tuple[Found, ...]) -> tuple[Piece, ...]:
    """A text cut at the names found in it."""
    pieces, begins = [], 0
    for place in found:
        pieces.append(Piece(text[begins : place.start], False))
        pieces.append(Piece(text[place.start : place.end], True))
        begins = place.end
    pieces.append(Piece(text[begins:], False))
    return tuple(piece for piece in pieces if piece.text)


def review_page(
    actor: Actor, session: GroupSession, now: datetime, *, is_fresh: bool
) -> ReviewPage:
    """Every note of the session against the signing rule."""
    notes = list(
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(session=session)
        .select_related("client", "objective", "author")
        .order_by("client__name")
    )
    drafting = SessionDrafting(actor, session, notes, now)
    room_url = reverse("desk:group_room", args=[session.pk])
    written = {note.client_id for note in notes}
    missing = [
        (short_name_for(actor, seat.client), f"{room_url}?client={seat.client_id}")
        for seat in seats_for(actor, session)
        if seat.client_id not in written
        and (mark := drafting.marks.get(seat.client_id)) is not None
        and mark.state in CAME
    ]
    return ReviewPage(
        title=_("Review and sign: %(group)s") % {"group": session.name},
        subline=subline_of(session, session.site.time_zone),
        room_url=room_url,
        is_closed=session.closed_at is not None,
        shared=pieces_of(drafting.shared_text, drafting.names_in_shared()),
        notes=tuple(_note(actor, note, drafting, room_url, is_fresh) for note in notes),
        missing=tuple(missing),
        signed=sum(note.signed_at is not None for note in notes),
        is_fresh=is_fresh,
    )


def _note(
    actor: Actor, note: ClientNote, drafting: SessionDrafting, room_url: str, is_fresh: bool
) -> ReviewNote:
    decision = signing_of(drafting.draft_of(note))
    found, honest = drafting.names_in(note), honest_of(note, drafting)
    mark = drafting.marks.get(note.client_id)
    return ReviewNote(
        note_id=note.pk,
        name=short_name_for(actor, note.client),
        facts=facts_of(note, mark.credited_minutes if mark else None),
        asked=answers_of(actor, drafting.session, note),
        written_by=written_by(actor, note),
        pieces=pieces_of(note.body, found),
        decision=decision,
        open_lines=replace(
            decision,
            reasons=tuple(line for line in decision.reasons if line.state is not State.MET),
        ),
        is_ready=decision.outcome == READY,
        has_names=honest.has_names,
        honest=honest,
        is_signed=note.signed_at is not None,
        is_mine=note.author_id == actor.worker_id,
        sign_form=SignForm(is_fresh=is_fresh, version=note.version, prefix_id=str(note.pk)),
        sign_url=reverse("desk:note_signature", args=[note.pk]),
        names_url=reverse("desk:note_names", args=[note.pk]),
        edit_url=f"{room_url}?client={note.client_id}",
        note_url=reverse("desk:note", args=[note.pk]),
    )


def facts_of(note: ClientNote, minutes: int | None) -> str:
    """Minutes, chips and progress of a note in one line."""
    chips = [choices.PARTICIPATION.get(code, code) for code in note.participation]
    chips += [choices.RESPONSE.get(code, code) for code in note.response]
    parts = [_("%(minutes)s min") % {"minutes": minutes} if minutes is not None else ""]
    parts += [", ".join(str(chip) for chip in chips)]
    if note.objective:
        progress = choices.PROGRESS.get(note.progress, "")
        parts.append(f"{note.objective.number} {note.objective.statement}: {progress}".rstrip(": "))
    return " · ".join(filter(None, parts))
