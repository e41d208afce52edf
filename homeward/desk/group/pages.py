"""What the group room prints."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.routes import has_route
from homeward.desk.group.around import Around, around_of
from homeward.desk.group.ending import Line, Place, ending_lines
from homeward.desk.group.forms import (
    CancelForm,
    EndForm,
    ObservationForm,
    ScribeForm,
    SharedForm,
)
from homeward.desk.group.panel import Panel, panel_of, saved_words
from homeward.desk.group.roster import Known, RosterRow, known_of, roster_rows
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.notes.drafting import is_group
from homeward.notes.models import SessionNote
from homeward.notes.queries import notes_of, shared_part
from homeward.timetable.models import GroupSession
from homeward.timetable.permissions import may_change_session, works_at
from homeward.timetable.queries import seats_for, session_rows
from homeward.timetable.seating import has_pair_kept_apart


@dataclass(frozen=True, slots=True)
class Said:
    """Something the roster has to say about the last mark: words, and the reasons behind."""

    text: str
    decision: Decision | None = None


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
    ending: tuple[Line, ...]
    cancel_form: CancelForm | None
    said: Said | None
    is_stale: bool
    saved: str
    has_pair_apart: bool
    around: Around
    is_running: bool
    material_url: str


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
    observation_form: ObservationForm | None = None,
    scribe_form: ScribeForm | None = None,
) -> RoomPage:
    """Gather the room; the selected client is the one asked for, else the first."""
    zone = session.site.time_zone
    may_read_notes = may(actor.roles, RecordClass.NOTES, Access.READ)
    seats = seats_for(actor, session)
    around = around_of(actor, session, seats, scribe_form)
    writes_for = around.writes_for_leader
    if may_read_notes:
        notes = notes_of(actor, session)
    else:
        notes = notes_of(actor, session, to=Access.WRITE) if writes_for else {}
    known = known_of(actor, session, seats, notes)
    address = reverse("desk:group_room", args=[session.pk])
    ids = {str(seat.client_id) for seat in seats}
    ordered = sorted(seats, key=lambda seat: seat.client.name)
    current = client if client in ids else str(ordered[0].client_id) if ordered else ""
    rows = roster_rows(actor, known, session, zone, UUID(current) if current else None, address)
    shared = shared_part(session) if may_read_notes or writes_for else None
    present = [row for row in rows if row.is_present]
    may_write = may(actor.roles, RecordClass.NOTES, Access.WRITE)
    is_open = session.closed_at is None and session.cancelled_at is None
    changes = may_change_session(actor, session)
    panel = None
    if current and (may_write or may_read_notes):
        panel = panel_of(
            actor, session, known, rows, UUID(current), draft_typed, observation_form,
            may_write=may_write, leaders=around.leader_ids,
        )  # fmt: skip
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
        may_lead=actor.worker_id in around.leader_ids or writes_for,
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
        ending=_ending(rows, known, session, shared),
        cancel_form=(cancel_form or CancelForm(version=session.version))
        if is_open and changes and session.ends_at > clock.now()
        else None,
        said=said,
        is_stale=is_stale,
        saved=_last_saved(known, shared, zone),
        has_pair_apart=is_open and has_pair_kept_apart(map(UUID, ids), session.on),
        around=around,
        is_running=is_open,
        material_url=reverse("desk:material_topic", args=[session.topic_id])
        if session.topic_id and has_route("desk:material_topic")
        else "",
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
    rows: tuple[RosterRow, ...], known: Known, session: GroupSession, shared: SessionNote | None
) -> tuple[Line, ...]:
    """What ending the group will find, from what the page has read already."""
    notes = known.notes
    return ending_lines(
        (
            Place(
                is_marked=row.is_marked,
                came=row.is_present,
                is_written=row.client_id in notes and bool(notes[row.client_id].body_digest),
                is_signed=row.client_id in notes and notes[row.client_id].signed_at is not None,
            )
            for row in rows
        ),
        lacks_shared=is_group(session) and not (shared and shared.body.strip()),
    )


def _last_saved(known: Known, shared: SessionNote | None, zone: str) -> str:
    times = [note.saved_at for note in known.notes.values() if note.signed_at is None]
    if shared and shared.signed_at is None:
        times.append(shared.saved_at)
    return saved_words(max(times), zone) if times else ""
