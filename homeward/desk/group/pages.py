"""What the group room prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance.words import STATES
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.desk.group.forms import CancelForm, DraftForm, EndForm, OtherMarkForm, SharedForm
from homeward.desk.group.roster import (
    Known,
    RosterRow,
    known_of,
    objective_words,
    roster_rows,
)
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.notes.drafting import is_group
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.queries import notes_of, shared_part
from homeward.notes.rules.names import Person, forms_of, names_found
from homeward.timetable.models import GroupSession
from homeward.timetable.permissions import may_change_session, works_at
from homeward.timetable.queries import leads, seats_for, session_rows
from homeward.timetable.seating import has_pair_kept_apart


@dataclass(frozen=True, slots=True)
class Said:
    """Something the roster has to say about the last mark: words, and the reasons behind."""

    text: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The selected client's own part."""

    client_id: UUID
    seat_id: UUID
    name: str
    chart_url: str
    count: str
    form: DraftForm
    url: str
    saved: str
    names: str
    is_signed: bool
    note_url: str
    author: str
    may_write: bool
    is_present: bool
    other_form: OtherMarkForm


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Everything the room's template prints."""

    session_id: UUID
    title: str
    subline: str
    address: str
    rows: tuple[RosterRow, ...]
    seats_words: str
    is_closed: bool
    is_cancelled: str
    may_mark: bool
    may_end: bool
    may_lead: bool
    is_group: bool
    end_form: EndForm
    end_label: str
    review_url: str
    shared_form: SharedForm
    shared_saved: str
    shared_locked: bool
    shared_text: str
    panel: Panel | None
    ending: tuple[tuple[str, str, str], ...]
    cancel_form: CancelForm | None
    said: Said | None
    is_stale: bool
    saved: str
    has_pair_apart: bool


def session_of(actor: Actor, session_id: UUID) -> GroupSession:
    """A session at a site where the actor works; GroupSession.DoesNotExist otherwise."""
    session = session_rows().get(pk=session_id)
    if not works_at(actor, session.site_id):
        raise GroupSession.DoesNotExist
    return session


def room_page(
    actor: Actor,
    session: GroupSession,
    client: str = "",
    *,
    said: Said | None = None,
    is_stale: bool = False,
    draft_typed: Any = None,
    shared_form: SharedForm | None = None,
    end_form: EndForm | None = None,
    cancel_form: CancelForm | None = None,
) -> RoomPage:
    """Gather the room; the selected client is the one asked for, else the first."""
    zone = session.site.time_zone
    may_read_notes = may(actor.roles, RecordClass.NOTES, Access.READ)
    seats = seats_for(actor, session)
    notes = notes_of(actor, session) if may_read_notes else {}
    known = known_of(actor, session, seats, notes)
    address = reverse("desk:group_room", args=[session.pk])
    ids = {str(seat.client_id) for seat in seats}
    ordered = sorted(seats, key=lambda seat: seat.client.name)
    current = client if client in ids else str(ordered[0].client_id) if ordered else ""
    rows = roster_rows(actor, known, session, zone, UUID(current) if current else None, address)
    shared = shared_part(session) if may_read_notes else None
    is_leader = leads(actor, session.pk)
    present = [row for row in rows if row.is_present]
    may_write = may_read_notes and may(actor.roles, RecordClass.NOTES, Access.WRITE)
    is_open = session.closed_at is None and session.cancelled_at is None
    changes = may_change_session(actor, session)
    panel = None
    if current and (may_write or may_read_notes):
        panel = _panel(actor, session, known, rows, UUID(current), draft_typed, zone, may_write)
    return RoomPage(
        session_id=session.pk,
        title=session.name,
        subline=subline_of(session, zone),
        address=address,
        rows=rows,
        seats_words=_("%(taken)s of %(capacity)s seats")
        % {"taken": session.seats_taken, "capacity": session.capacity},
        is_closed=session.closed_at is not None,
        is_cancelled=session.cancelled_reason if session.cancelled_at else "",
        may_mark=is_open and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE),
        may_end=is_open and changes and session.starts_at <= clock.now(),
        may_lead=is_leader,
        is_group=is_group(session),
        end_form=end_form or EndForm(version=session.version),
        end_label=_("End group · %(notes)s")
        % {"notes": ngettext("%d note", "%d notes", len(present)) % len(present)},
        review_url=reverse("desk:group_review", args=[session.pk])
        if may(actor.roles, RecordClass.NOTES, Access.SIGN)
        else "",
        shared_form=shared_form or SharedForm.of(shared),
        shared_saved=saved_words(shared.saved_at, zone) if shared else "",
        shared_locked=bool(shared and shared.signed_at),
        shared_text=shared.body if shared else "",
        panel=panel,
        ending=_ending(rows, session, shared),
        cancel_form=(cancel_form or CancelForm(version=session.version))
        if is_open and changes and session.ends_at > clock.now()
        else None,
        said=said,
        is_stale=is_stale,
        saved=_last_saved(known, shared, zone),
        has_pair_apart=is_open and has_pair_kept_apart(map(UUID, ids), session.on),
    )


def saved_words(at: datetime, zone: str) -> str:
    """When something was last saved, to the second."""
    return _("saved %(time)s") % {"time": time_format(at.astimezone(ZoneInfo(zone)), "H:i:s")}


def names_words(body: str, client_id: UUID, people: Iterable[Person]) -> str:
    """Other clients named in a draft, for its author to see while writing."""
    everyone = tuple(people)
    own = next((person.forms for person in everyone if person.ref == str(client_id)), ())
    others = [person for person in everyone if person.ref != str(client_id)]
    found = list(dict.fromkeys(place.name for place in names_found(body, others, own)))
    if not found:
        return ""
    quoted = ", ".join(f"“{name}”" for name in found)
    return _("%(count)s found: %(names)s") % {"count": len(found), "names": quoted}


def _panel(
    actor: Actor,
    session: GroupSession,
    known: Known,
    rows: tuple[RosterRow, ...],
    client_id: UUID,
    typed: Any,
    zone: str,
    may_write: bool,
) -> Panel:
    seat = next(seat for seat in known.seats if seat.client_id == client_id)
    row = next(row for row in rows if row.client_id == client_id)
    note = known.notes.get(client_id)
    mark = known.marks.get(seat.pk)
    present = [each for each in rows if each.is_present]
    objectives = known.objectives.get(client_id, [])
    offered: list[Any] = [(str(each.pk), objective_words(each)) for each in objectives]
    if note and note.objective and note.objective not in objectives:
        offered.append((str(note.objective_id), objective_words(note.objective)))
    people = [
        Person(str(each.client_id), forms_of(each.client.name, each.client.preferred_name))
        for each in known.seats
    ]
    place = present.index(row) + 1 if row in present else 0
    foreign = note is not None and note.author_id != actor.worker_id
    return Panel(
        client_id=client_id,
        seat_id=seat.pk,
        name=row.name,
        chart_url=reverse("desk:chart", args=[client_id]),
        count=_("note %(number)s of %(all)s") % {"number": place, "all": len(present)}
        if place
        else "",
        form=DraftForm.of(note, offered, str(objectives[0].pk) if objectives else "", typed),
        url=reverse("desk:group_draft", args=[session.pk, client_id]),
        saved=saved_words(note.saved_at, zone) if note else "",
        names=names_words(note.body, client_id, people) if note else "",
        is_signed=bool(note and note.signed_at),
        note_url=reverse("desk:note", args=[note.pk]) if note else "",
        author=note.author.name if note and foreign else "",
        may_write=may_write and not foreign and session.cancelled_at is None,
        is_present=row.is_present,
        other_form=OtherMarkForm(
            auto_id="other_%s",
            initial={"seat": seat.pk, "client": client_id},
            version=mark.version if mark else None,
        ),
    )


def subline_of(session: GroupSession, zone: str) -> str:
    """Day, time, room, leaders, topic and which session of the group it is."""
    wall = ZoneInfo(zone)
    begins, ends = session.starts_at.astimezone(wall), session.ends_at.astimezone(wall)
    leaders = ", ".join(leader.worker.name for leader in session.leaders.all())
    return " · ".join(
        filter(
            None,
            (
                date_format(session.on, "D j M"),
                f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}",
                session.room.name if session.room else "",
                leaders,
                session.topic.title if session.topic else "",
                _ordinal(session),
            ),
        )
    )


def _ordinal(session: GroupSession) -> str:
    if session.group_id is None:
        return ""
    number = GroupSession.objects.filter(
        group_id=session.group_id, cancelled_at=None, starts_at__lte=session.starts_at
    ).count()
    return _("session %(number)s") % {"number": number}


def _ending(
    rows: tuple[RosterRow, ...], session: GroupSession, shared: SessionNote | None
) -> tuple[tuple[str, str, str], ...]:
    """What ending the group will find, as (count, tone, words)."""
    present = sum(row.is_present for row in rows)
    unmarked = sum(not row.is_marked for row in rows)
    absent = sum(row.is_marked and not row.is_present for row in rows)
    lines = [(str(present), "done", ngettext("note to review", "notes to review", present))]
    if unmarked:
        lines.append((str(unmarked), "attention", _("still without a mark")))
    if absent:
        lines.append((str(absent), "info", _("absent: outreach hears of it")))
    if is_group(session) and not (shared and shared.body.strip()):
        lines.append(("!", "attention", _("shared part not written yet")))
    return tuple(lines)


def _last_saved(known: Known, shared: SessionNote | None, zone: str) -> str:
    times = [note.saved_at for note in known.notes.values() if note.signed_at is None]
    if shared and shared.signed_at is None:
        times.append(shared.saved_at)
    return saved_words(max(times), zone) if times else ""


def state_label(state: str) -> str:
    """An attendance state in words."""
    return str(STATES.get(state, state))


def note_state(note: ClientNote) -> tuple[str, str]:
    """A note's state as words and tone."""
    if note.signed_at is None:
        return _("draft"), "attention"
    return _("signed"), "done"
