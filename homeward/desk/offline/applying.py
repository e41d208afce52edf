"""Putting one offline entry where it belongs, through the same actions as in the room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict

from homeward.attendance.actions import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.attendance.offline import Entry
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.desk.group.forms import OtherMarkForm, SharedTyped
from homeward.desk.group.note_forms import NoteTyped, section_name
from homeward.desk.notes.answers import contacts_for
from homeward.kernel.purposes import Purpose
from homeward.notes.actions import save_note_draft, save_shared_part
from homeward.notes.asking import asked_of
from homeward.notes.formats import style_for
from homeward.notes.lost_answers import Sending
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.rules.parts import sections_of
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.permissions import session_at_own_site


class NotReadable(Refusal):
    """The fields are not those of a mark or a note."""


class NewerMarkStands(Refusal):
    """Somebody marked the seat after this mark was made."""


class WordsWentApart(Refusal):
    """The stored words and these both went on from the same text; a person joins them."""


def put_in_place(actor: Actor, entry: Entry, now: datetime) -> UUID | None:
    """Apply a mark, a client's part or the shared part; the client it is about.

    Raises the refusals of this file and of the room's own actions, DoesNotExist out of reach.
    """
    session = session_at_own_site(actor, entry.session_id)
    put = {"mark": _mark, "draft": _draft, "shared": _shared}.get(entry.what)
    if put is None:
        raise NotReadable
    return put(actor, session, entry, now)


def _mark(actor: Actor, session: GroupSession, entry: Entry, now: datetime) -> UUID:
    typed = _typed(OtherMarkForm, entry)
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    seat = seats.get(pk=typed.cleaned_data["seat"], session=session)
    stands = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(seat=seat).first()
    state = typed.cleaned_data["state"]
    if stands is not None and stands.marked_at > entry.said_at:
        if stands.state == state:
            return seat.client_id
        raise NewerMarkStands
    mark_attendance(
        actor=actor,
        seat_id=seat.pk,
        state=state,
        at=typed.happened_at(session.on, session.site.time_zone) or entry.said_at,
        reason=typed.cleaned_data["reason"],
        approved=True,
        appears_intoxicated=typed.cleaned_data["appears_intoxicated"],
        is_agreed=typed.cleaned_data.get("is_agreed", False),
        source=AttendanceMark.Source.OFFLINE,
        marked_at=entry.said_at,
        now=now,
    )
    return seat.client_id


def _draft(actor: Actor, session: GroupSession, entry: Entry, now: datetime) -> UUID:
    client_id = entry.client_id
    if client_id is None:
        raise NotReadable
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note = notes.filter(session=session, client_id=client_id).first()
    kind = session.session_type.kind
    style = note.style if note else style_for(session.program_id, kind, session.on)
    entry = _in_style(entry, style)
    offered = asked_of(session, is_telehealth=True, is_late=True)
    asked = tuple(each for each in offered if each.code in entry.fields)
    contacts = contacts_for(actor, asked, client_id)
    written = _typed(NoteTyped, entry, style=style, asked=asked, contacts=contacts).written()
    _join(written, note, entry)
    save_note_draft(
        actor=actor,
        session_id=session.pk,
        client_id=client_id,
        expected_version=note.version if note else None,
        sending=_window(entry),
        now=now,
        **written,
    )
    return client_id


def _in_style(entry: Entry, style: str) -> Entry:
    """Words written before the format was known go into the format's first section."""
    codes = sections_of(style)
    if not codes or "body" not in entry.fields:
        return entry
    fields = {name: values for name, values in entry.fields.items() if name != "body"}
    first = section_name(codes[0])
    fields[first] = [*fields.get(first, []), *entry.fields["body"]]
    below = tuple({first: each["body"], **each} for each in entry.below if "body" in each)
    return replace(entry, fields=fields, below=below)


def _join(written: dict[str, Any], note: ClientNote | None, entry: Entry) -> None:
    """Put the words beside what is stored; what the entry says nothing of stays as it is."""
    stored: dict[str, Any] = dict(note.sections or {}) if note else {}
    for code in written["sections"]:
        name = section_name(code)
        before = str(stored.get(code, ""))
        written["sections"][code] = _words(before, entry, name) if name in entry.fields else before
    if not written["sections"]:
        written["body"] = _words(note.body if note else "", entry, "body")
    details: dict[str, Any] = (note.details or {}) if note else {}
    for code, value in written["details"].items():
        if isinstance(value, str):
            written["details"][code] = _words(str(details.get(code) or ""), entry, code)
    if note is not None and entry.seen is None:
        for name in ("participation", "response", "objective_id", "progress"):
            written[name] = written[name] or getattr(note, name)


def _shared(actor: Actor, session: GroupSession, entry: Entry, now: datetime) -> None:
    _typed(SharedTyped, entry)
    note = SessionNote.objects.filter(session=session).first()
    body = _words(note.body if note else "", entry, "shared")
    save_shared_part(
        actor=actor, session_id=session.pk, body=body,
        expected_version=note.version if note else None, sending=_window(entry), now=now,
    )  # fmt: skip


def _window(entry: Entry) -> Sending:
    """The window that wrote it: what it types on is no change by somebody else."""
    return Sending.of({"sending": "".join(entry.fields.get("window", ())[:1])})


def _words(stored: str, entry: Entry, name: str) -> str:
    joined = entry.joined(name, stored)
    if joined is None:
        raise WordsWentApart
    return joined


def _typed(form: Callable[..., Any], entry: Entry, **asked: Any) -> Any:
    data = QueryDict(mutable=True)
    for name, values in entry.fields.items():
        data.setlist(name, values)
    filled = form(data, **asked)
    if not filled.is_valid():
        raise NotReadable
    return filled
