"""Who is expected in a session, with what the room knows about each; a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.attendance.afar import places_said
from homeward.attendance.models import AttendanceMark, MakeUpOffer, RemotePlace
from homeward.attendance.queries import CAME, marks_for, offers_for_missed, stays_of
from homeward.attendance.rules.from_afar import OPEN
from homeward.attendance.words import AFAR, STATES
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.desk.conversations.running_late import late_words
from homeward.desk.group.forms import MarkForm
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.choices import PARTICIPATION
from homeward.notes.models import ClientNote
from homeward.plans.models import Objective, Plan
from homeward.tasks.models import CareTask
from homeward.tasks.queries import duties_in_reach
from homeward.timetable.models import GroupSession, Seat

COMPARED = timedelta(days=14)
WORTH_SAYING = 2  # points of craving on a scale of ten
LATE_WORDS = frozenset({"late", "late_and_left_early"})
ABSENT_WORDS = frozenset({"no_show", "excused", "cancelled_client", "removed"})
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the attendance control."""

    value: str
    label: str
    time: str
    checked: bool


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One client of the session as the roster prints them."""

    client_id: UUID
    seat_id: UUID
    name: str
    url: str
    is_current: bool
    first: bool
    segments: tuple[Segment, ...]
    state_words: str
    form: MarkForm
    check_in: str
    check_in_tag: str
    took_part: str
    took_part_tone: str
    objective: str
    is_present: bool
    is_marked: bool
    minutes: int
    late: str = ""
    afar: str = ""
    afar_tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Known:
    """What was read about everyone in the session."""

    seats: list[Seat]
    marks: dict[UUID, AttendanceMark]
    notes: dict[UUID, ClientNote]
    objectives: dict[UUID, list[Objective]]
    check_ins: dict[UUID, list[CheckIn]]
    urgent: frozenset[UUID]
    offers: dict[UUID, MakeUpOffer]
    places: dict[UUID, RemotePlace]


def known_of(
    actor: Actor, session: GroupSession, seats: list[Seat], notes: dict[UUID, ClientNote]
) -> Known:
    """Read marks, objectives, check-ins and urgent tasks of everyone at once."""
    clients = [seat.client_id for seat in seats]
    marks = marks_for(actor, session.pk)
    return Known(
        seats=seats,
        marks=marks,
        notes=notes,
        objectives=_objectives(actor, clients),
        check_ins=_check_ins(actor, session, clients),
        urgent=_urgent(actor, clients),
        offers=offers_for_missed(actor, marks.values()),
        places=places_said(actor, (seat.pk for seat in seats)),
    )


def objective_words(objective: Objective) -> str:
    """An objective as lists name it."""
    return f"{objective.number} {objective.statement}"


def roster_rows(
    actor: Actor,
    known: Known,
    session: GroupSession,
    zone: str,
    current: UUID | None,
    room_url: str,
) -> tuple[RosterRow, ...]:
    """One row for each seat, in order of name."""
    wall = ZoneInfo(zone)
    rows = []
    late = late_words(seat.pk for seat in known.seats)
    for seat in sorted(known.seats, key=lambda seat: seat.client.name):
        mark = known.marks.get(seat.pk)
        note = known.notes.get(seat.client_id)
        words, tag = _check_in_words(known.check_ins.get(seat.client_id, []), session)
        took = str(PARTICIPATION[note.participation[0]]) if note and note.participation else ""
        withdrawn = bool(note and "withdrawn" in note.participation)
        active = known.objectives.get(seat.client_id, [])
        chosen = next((o for o in active if note and o.pk == note.objective_id), None)
        objective = chosen or (active[0] if active else None)
        rows.append(
            RosterRow(
                client_id=seat.client_id,
                seat_id=seat.pk,
                name=short_name_for(actor, seat.client),
                url=f"{room_url}?client={seat.client_id}",
                is_current=seat.client_id == current,
                first=seat.client_id in known.urgent,
                segments=segments_of(mark, wall),
                state_words=_state_words(mark, wall, known.offers.get(seat.pk)),
                form=MarkForm(version=mark.version if mark else None),
                check_in=words,
                check_in_tag=tag,
                took_part=took or NOTHING,
                took_part_tone="neutral" if withdrawn or took == "listened" or not took else "done",
                objective=objective_words(objective) if objective else NOTHING,
                is_present=mark is not None and mark.state in CAME,
                is_marked=mark is not None,
                minutes=mark.credited_minutes if mark else 0,
                late="" if mark else late.get(seat.pk, ""),
                **_afar(known.places.get(seat.pk), mark),
            )
        )
    return tuple(rows)


def _afar(said: RemotePlace | None, mark: AttendanceMark | None) -> dict[str, str]:
    """That somebody waits to join from afar and why not yet; nothing once the register says it."""
    if said is None or mark is not None:
        return {}
    is_open = said.outcome == OPEN
    return {"afar": str(AFAR[said.outcome]), "afar_tone": "info" if is_open else "attention"}


def segments_of(mark: AttendanceMark | None, wall: ZoneInfo) -> tuple[Segment, ...]:
    """Here, late, absent; a rarer state takes the place of the one it is a kind of."""
    state = str(mark.state) if mark else ""
    came = _arrived(mark)
    time = time_format(came.astimezone(wall), "H:i") if came else ""
    here = "virtual_present" if state == "virtual_present" else "present"
    absent = state if state in ABSENT_WORDS else "no_show"
    is_late = state in LATE_WORDS
    is_here = bool(mark) and state in CAME and not is_late
    return (
        Segment(here, str(STATES[here]), time if is_here else "", is_here),
        Segment("late", str(STATES["late"]), time if is_late else "", is_late),
        Segment(absent, str(STATES[absent]), "", bool(mark) and state in ABSENT_WORDS),
    )


def _state_words(
    mark: AttendanceMark | None, wall: ZoneInfo, offer: MakeUpOffer | None = None
) -> str:
    """What the segments cannot say: that somebody left, or what makes up for an absence."""
    if offer is not None:
        return _("make-up offered %(when)s") % {
            "when": date_format(offer.session.starts_at.astimezone(wall), "D H:i")
        }
    if mark is None or mark.state not in CAME:
        return ""
    stays = stays_of(mark)
    if not stays or stays[-1].out_at is None:
        return ""
    time = time_format(stays[-1].out_at.astimezone(wall), "H:i")
    return _("left %(time)s · %(minutes)s min") % {"time": time, "minutes": mark.credited_minutes}


def _arrived(mark: AttendanceMark | None) -> datetime | None:
    stays = stays_of(mark) if mark else []
    return stays[0].in_at if stays else None


def _objectives(actor: Actor, clients: list[UUID]) -> dict[UUID, list[Objective]]:
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.MINIMAL) and not may(
        actor.roles, RecordClass.ASSESSMENT, Access.READ
    ):
        return {}
    rows = (
        Objective.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
        .filter(
            client__in=clients,
            state=Objective.State.ACTIVE,
            goal__problem__plan__state__in=[Plan.State.ACTIVE, Plan.State.SIGNED],
        )
        .order_by("client_id", "number")
    )
    return _by_client(rows)


def _check_ins(
    actor: Actor, session: GroupSession, clients: list[UUID]
) -> dict[UUID, list[CheckIn]]:
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return {}
    rows = (
        CheckIn.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(
            client__in=clients, is_shared=True, on__lte=session.on, on__gt=session.on - COMPARED
        )
        .order_by("client_id", "-at")
    )
    return _by_client(rows)


def _urgent(actor: Actor, clients: list[UUID]) -> frozenset[UUID]:
    tasks = duties_in_reach(actor).filter(
        client__in=clients, closed_at=None, urgency=CareTask.Urgency.NOW
    )
    return frozenset(task.client_id for task in tasks)


def _by_client(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.client_id, []).append(row)
    return found


def _check_in_words(rows: list[CheckIn], session: GroupSession) -> tuple[str, str]:
    """Today's check-in in a few words, and how far craving rose since the one before."""
    today = next((row for row in rows if row.on == session.on), None)
    if today is None:
        return NOTHING, ""
    parts = []
    if today.craving is not None:
        parts.append(_("Craving %(number)s") % {"number": today.craving})
    if today.sleep_hours is not None:
        parts.append(_("slept %(hours)s h") % {"hours": f"{float(today.sleep_hours):g}"})
    if not parts and today.mood is not None:
        parts.append(_("Mood %(number)s") % {"number": today.mood})
    before = next((row for row in rows if row.on < session.on and row.craving is not None), None)
    rise = ""
    if today.craving is not None and before is not None and before.craving is not None:
        more = today.craving - before.craving
        rise = _("up %(number)s") % {"number": more} if more >= WORTH_SAYING else ""
    return " · ".join(parts) or NOTHING, rise
