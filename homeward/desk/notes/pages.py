"""What one note prints: its parts, its signatures, what was added beneath."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Row, Signature, Table
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.group.review import Piece, facts_of, pieces_of
from homeward.desk.notes.forms import AddendumForm, SignForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.notes import choices
from homeward.notes.actions.sign_note import content_of
from homeward.notes.drafting import SessionDrafting
from homeward.notes.models import Addendum, ClientNote, CoSignature
from homeward.notes.queries import addenda_of, note_in_full, notes_of_client, shared_part
from homeward.notes.rules.content import content_hash
from homeward.notes.rules.names import Found
from homeward.notes.rules.signing import READY, signing_of

PAGE = 25


@dataclass(frozen=True, slots=True)
class Added:
    """One addition beneath a note."""

    title: str
    body: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything a note's template prints."""

    note_id: UUID
    title: str
    subline: str
    print_initials: str
    record_number: str
    chart_url: str
    notes_url: str
    facts: tuple[Fact, ...]
    shared: str
    pieces: tuple[Piece, ...]
    is_signed: bool
    is_intact: bool
    signatures: tuple[Signature, ...]
    added: tuple[Added, ...]
    decision: Decision | None
    is_ready: bool
    has_names: bool
    is_mine: bool
    edit_url: str
    sign_form: SignForm | None
    cosign_form: SignForm | None
    addendum_form: AddendumForm | None


def note_page(
    actor: Actor,
    note_id: UUID,
    now: datetime,
    *,
    is_fresh: bool,
    sign_form: SignForm | None = None,
    cosign_form: SignForm | None = None,
    addendum_form: AddendumForm | None = None,
) -> NotePage:
    """One note with everything around it; ClientNote.DoesNotExist out of scope."""
    note = note_in_full(actor, note_id)
    session = note.session
    zone = ZoneInfo(session.site.time_zone)
    is_signed = note.signed_at is not None
    is_mine = note.author_id == actor.worker_id
    decision: Decision | None = None
    found: tuple[Found, ...] = ()
    minutes = note.minutes
    if is_signed:
        shared = shared_part(session)
        shared_text = shared.body if shared else ""
    else:
        drafting = SessionDrafting(actor, session, [note], now)
        shared_text = drafting.shared_text
        draft = drafting.draft_of(note)
        decision, found = signing_of(draft), drafting.names_in(note)
        minutes = draft.minutes or 0
    cosignature = _cosignature(note)
    may_cosign = is_signed and cosignature is None and not is_mine and _may_cosign(actor, note)
    return NotePage(
        note_id=note.pk,
        title=_("Note: %(session)s") % {"session": session.name},
        subline=_subline(actor, note, zone),
        print_initials=initials_for(actor, note.client),
        record_number=note.client.chart_number,
        chart_url=reverse("desk:chart", args=[note.client_id]),
        notes_url=reverse("desk:chart_notes", args=[note.client_id]),
        facts=_facts(note, minutes, zone),
        shared=shared_text,
        pieces=pieces_of(note.body, found),
        is_signed=is_signed,
        is_intact=is_signed and is_intact(note, shared_text),
        signatures=_signatures(note, cosignature, zone),
        added=tuple(_added(each, zone) for each in addenda_of(note)) if is_signed else (),
        decision=decision,
        is_ready=decision is not None and decision.outcome == READY,
        has_names=bool(found),
        is_mine=is_mine,
        edit_url=f"{reverse('desk:group_room', args=[session.pk])}?client={note.client_id}",
        sign_form=_sign_form(note, sign_form, is_fresh) if is_mine and not is_signed else None,
        cosign_form=(cosign_form or SignForm(is_fresh=is_fresh, prefix_id="cosign"))
        if may_cosign
        else None,
        addendum_form=(addendum_form or AddendumForm())
        if is_signed and may(actor.roles, RecordClass.NOTES, Access.WRITE)
        else None,
    )


def is_intact(note: ClientNote, shared_text: str) -> bool:
    """Whether the note still says what was signed."""
    return content_hash(content_of(note, shared_text, note.minutes)) == note.content_hash


def _sign_form(note: ClientNote, typed: SignForm | None, is_fresh: bool) -> SignForm:
    return typed or SignForm(is_fresh=is_fresh, version=note.version, prefix_id=str(note.pk))


def _may_cosign(actor: Actor, note: ClientNote) -> bool:
    if not may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        return False
    reachable = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    return bool(reachable.filter(pk=note.pk).exists())


def _cosignature(note: ClientNote) -> CoSignature | None:
    return getattr(note, "cosignature", None)


def _subline(actor: Actor, note: ClientNote, zone: ZoneInfo) -> str:
    session = note.session
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    return " · ".join(
        (
            short_name_for(actor, note.client),
            date_format(session.on, "D j M Y"),
            f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}",
            note.author.name,
        )
    )


def _facts(note: ClientNote, minutes: int, zone: ZoneInfo) -> tuple[Fact, ...]:
    session = note.session
    took = ", ".join(str(choices.PARTICIPATION.get(code, code)) for code in note.participation)
    answered = ", ".join(str(choices.RESPONSE.get(code, code)) for code in note.response)
    objective = note.objective
    place = session.room.name if session.room else ""
    return (
        Fact(_("Service"), session.session_type.name),
        Fact(_("Topic"), session.topic.title if session.topic else "", empty=_("none")),
        Fact(_("Place"), place, empty=_("not in a room")),
        Fact(_("Time credited"), _("%(minutes)s min") % {"minutes": minutes} if minutes else ""),
        Fact(_("Took part"), took),
        Fact(_("Response"), answered),
        Fact(
            _("Plan objective"),
            f"{objective.number} {objective.statement}" if objective else "",
            empty=_("none chosen"),
        ),
        Fact(_("Progress"), str(choices.PROGRESS.get(note.progress, ""))),
        Fact(_("Due"), _moment(note.due_at, zone)),
    )


def _signatures(
    note: ClientNote, cosignature: CoSignature | None, zone: ZoneInfo
) -> tuple[Signature, ...]:
    if note.signed_at is None or note.signed_by is None:
        return ()
    late = note.signed_at > note.due_at
    made = [
        Signature(
            note.signed_by.name,
            note.credential,
            _moment(note.signed_at, zone),
            _("author, signed late") if late else _("author"),
            locked=True,
            fingerprint=note.content_hash[:12],
        )
    ]
    if cosignature is not None:
        made.append(
            Signature(
                cosignature.worker.name,
                cosignature.credential,
                _moment(cosignature.at, zone),
                _("co-signature"),
                locked=True,
                fingerprint=cosignature.content_hash[:12],
            )
        )
    return tuple(made)


def _added(addendum: Addendum, zone: ZoneInfo) -> Added:
    by = ", ".join(filter(None, (addendum.author.name, addendum.credential)))
    return Added(
        str(choices.KIND_TITLES.get(addendum.kind, addendum.kind)),
        addendum.body,
        by,
        _moment(addendum.at, zone),
    )


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{date_format(local, 'j M Y')} {time_format(local, 'H:i')}"


@dataclass(frozen=True, slots=True)
class NotesTab:
    """A client's notes, the newest first."""

    table: Table
    older_url: str


def notes_tab(actor: Actor, client_id: UUID, asked_before: str, now: datetime) -> NotesTab:
    """One page of notes; `asked_before` is an ISO date from the address, ignored when wrong."""
    try:
        before = date.fromisoformat(asked_before)
    except ValueError:
        before = None
    notes = notes_of_client(actor, client_id, before=before, limit=PAGE + 1)
    shown = notes[:PAGE]
    columns = (
        Column(_("Session")),
        Column(_("Day")),
        Column(_("Minutes"), numeric=True),
        Column(_("Author")),
        Column(_("In short")),
        Column(_("State")),
    )
    older = ""
    if len(notes) > PAGE:
        older = f"{reverse('desk:chart_notes', args=[client_id])}?before={shown[-1].on}"
    return NotesTab(
        Table(
            _("Notes"),
            columns,
            tuple(_line(note, now) for note in shown),
            empty=_("No notes yet. They are written in the group room."),
        ),
        older,
    )


def _day(on: date) -> str:
    """A day that never breaks over two lines."""
    return date_format(on, "j M Y").replace(" ", "\N{NO-BREAK SPACE}")


def _line(note: ClientNote, now: datetime) -> Row:
    if note.signed_at is not None:
        state: Any = (_("signed"), "done")
    elif now > note.due_at:
        state = (_("overdue"), "urgent")
    else:
        state = (_("draft"), "attention")
    return Row(
        (
            Cell(note.session.name, url=reverse("desk:note", args=[note.pk])),
            Cell(_day(note.on)),
            Cell(str(note.minutes) if note.signed_at else "—"),
            Cell(note.author.name),
            Cell(facts_of(note, None) or "—"),
            Cell(state[0], tone=state[1]),
        )
    )
