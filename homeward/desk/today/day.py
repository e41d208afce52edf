"""One person's day: the sessions and the assessment appointments, in the order of the clock."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import AssessmentVisit
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import DayEntry, Face
from homeward.core.routes import addresses, policy_of
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.timetable.board import DaySession, day_sessions
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import at_sites_of, led_by

MOST_FACES = 10
DAYS_AHEAD = 7
LONG_DAY = 12  # entries; who watches a whole house has thirty and more
NEXT_SHOWN = 8
WATCHES_ALL = (Role.DIRECTOR, Role.SUPERVISOR, Role.FRONT_DESK, Role.TECHNICIAN, Role.ADMISSIONS)
# What a day of hundreds of seats reads of each; whose they are decides who may read the mark.
OF_A_SEAT = (
    *("session", "client", "site", "number"),
    *("mark__seat", "mark__state", "mark__client", "mark__site"),
)
VISITS_SHOWN = (AssessmentVisit.State.PLANNED, AssessmentVisit.State.KEPT)


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """Today, or the next day within a week that has anything; `sessions` are its groups.

    Of a long day `entries` are what runs and what comes next; `earlier` and `later` are folded.
    """

    on: date
    sessions: tuple[DaySession, ...]
    entries: tuple[DayEntry, ...]
    earlier: tuple[DayEntry, ...] = ()
    later: tuple[DayEntry, ...] = ()


def day_of(actor: Actor, now: datetime, today: date) -> WorkingDay:
    """What stands in the day as far as the actor may see it."""
    visits = _visits(actor, today)
    sessions, on = _sessions(actor, today, min(visits, default=None))
    seats = _seats(actor, sessions)
    names = _names(actor, [seat for held in seats.values() for seat in held], visits.get(on, []))
    room_of = addresses("desk:group_room")
    timed = [
        (
            session.starts_at,
            _session_entry(session, seats.get(session.pk, []), names, now, room_of(session.pk)),
        )
        for session in sessions
    ]
    timed += [
        (visit.starts_at, _visit_entry(actor, visit, names, now)) for visit in visits.get(on, [])
    ]
    timed.sort(key=lambda each: each[0])
    return folded_day(on, tuple(sessions), timed, now)


def folded_day(
    on: date,
    sessions: tuple[DaySession, ...],
    timed: list[tuple[datetime, DayEntry]],
    now: datetime,
) -> WorkingDay:
    """A short day whole; of a long one what runs and what comes next, the others folded."""
    if len(timed) <= LONG_DAY:
        return WorkingDay(on, sessions, tuple(entry for _at, entry in timed))
    earlier = tuple(entry for at, entry in timed if at < now and not entry.now)
    coming = tuple(entry for at, entry in timed if at >= now or entry.now)
    return WorkingDay(on, sessions, coming[:NEXT_SHOWN], earlier, coming[NEXT_SHOWN:])


def _sessions(actor: Actor, today: date, first_visit: date | None) -> tuple[list[DaySession], date]:
    """Today's sessions, or those of the next day that has any, or a visit."""
    if not may(actor.roles, RecordClass.SCHEDULE, Access.READ):
        return [], first_visit or today
    choose = at_sites_of if actor.has_role(*WATCHES_ALL) else led_by
    shown = choose(actor, GroupSession.objects.filter(cancelled_at=None))
    for ahead in range(DAYS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        if (found := day_sessions(shown.filter(on=day))) or day == first_visit:
            return found, day
    return [], today


def _visits(actor: Actor, today: date) -> dict[date, list[AssessmentVisit]]:
    """Assessment appointments of the days ahead: one's own, or all for those who watch all."""
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return {}
    first = timezone.make_aware(datetime.combine(today, time()))
    rows = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT).filter(
        starts_at__gte=first,
        starts_at__lt=first + timedelta(days=DAYS_AHEAD + 1),
        state__in=VISITS_SHOWN,
    )
    if not actor.has_role(*WATCHES_ALL):
        rows = rows.filter(worker_id=actor.worker_id)
    found: dict[date, list[AssessmentVisit]] = {}
    for visit in rows.select_related("worker").defer("summary").order_by("starts_at"):
        found.setdefault(timezone.localtime(visit.starts_at).date(), []).append(visit)
    return found


def _seats(actor: Actor, sessions: list[DaySession]) -> dict[UUID, list[Any]]:
    if not sessions or not may(actor.roles, RecordClass.IDENTITY, Access.MINIMAL):
        return {}
    rows = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(
        session__in=[session.pk for session in sessions], released_at=None
    )
    found: dict[UUID, list[Any]] = {}
    for seat in rows.select_related("mark").only(*OF_A_SEAT).order_by("number"):
        found.setdefault(seat.session_id, []).append(seat)
    return found


def _names(actor: Actor, seats: list[Any], visits: list[AssessmentVisit]) -> dict[UUID, Client]:
    """The clients of the day by what this reader may call them, in one query."""
    ids = {row.client_id for row in (*seats, *visits)}
    if not ids:
        return {}
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    return {client.pk: client for client in rows.filter(pk__among=ids)}


def _session_entry(
    session: DaySession, seats: list[Any], names: dict[UUID, Client], now: datetime, url: str
) -> DayEntry:
    starts = timezone.localtime(session.starts_at)
    is_now = session.starts_at <= now < session.ends_at
    states = Counter(
        seat.mark.state if hasattr(seat, "mark") and seat.mark else "expected" for seat in seats
    )
    here = sum(states[s] for s in ("present", "late", "virtual_present", "makeup"))
    words = (
        _("%(here)s here · %(excused)s excused of %(all)s")
        % {"here": here, "excused": states["excused"], "all": len(seats)}
        if here or states["excused"]
        else ngettext("%d expected", "%d expected", len(seats)) % len(seats)
    )
    length = _length(session.starts_at, session.ends_at)
    known = [names[seat.client_id] for seat in seats if seat.client_id in names]
    return DayEntry(
        time=date_format(starts, "H:i"),
        title=session.name,
        sub=" · ".join(filter(None, (session.topic, session.room, length))),
        phase={"day": "early", "evening": "orientation"}.get(session.track, "middle"),
        now=is_now,
        tag=_("now") if is_now else "",
        tag_tone="done",
        faces=tuple(
            Face(initials_of(client.name), client.short_name) for client in known[:MOST_FACES]
        ),
        faces_words=words if seats else "",
        url=url,
    )


def _visit_entry(
    actor: Actor, visit: AssessmentVisit, names: dict[UUID, Client], now: datetime
) -> DayEntry:
    ends_at = visit.starts_at + timedelta(minutes=visit.minutes)
    is_kept = visit.state == AssessmentVisit.State.KEPT
    is_now = not is_kept and visit.starts_at <= now < ends_at
    is_mine = visit.worker_id == actor.worker_id
    client = names.get(visit.client_id)
    # Where the screening, the assessment and the placement of this person all begin.
    route, ref = "desk:admissions_case", visit.inquiry_id
    who = client.short_name if client else ""
    return DayEntry(
        time=date_format(timezone.localtime(visit.starts_at), "H:i"),
        title=_("Assessment: %(name)s") % {"name": who} if who else _("Assessment"),
        sub=" · ".join(
            filter(
                None,
                ("" if is_mine else visit.worker.name, _length(visit.starts_at, ends_at)),
            )
        ),
        phase="continuing",
        now=is_now,
        tag=_("done") if is_kept else _("now") if is_now else "",
        tag_tone="done",
        url=reverse(route, args=[ref]) if policy_of(route).allows(actor, "GET") else "",
    )


def _length(starts_at: datetime, ends_at: datetime) -> str:
    return _("%(minutes)s min") % {"minutes": int((ends_at - starts_at).total_seconds()) // 60}
