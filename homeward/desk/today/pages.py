"""What the first page prints, by role."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode, Inquiry
from homeward.admissions.queries import caseload
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.components import Act, DayEntry, Face, Figure, Need
from homeward.core.routes import policy_of
from homeward.desk.clients.reach import chart_url, openable
from homeward.desk.hours import hours_of
from homeward.desk.today.needs import needs_of
from homeward.desk.words import initials_of, role_words
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.notes.models import ClientNote
from homeward.timetable.models import Seat
from homeward.timetable.queries import my_sessions, sessions_on

MOST_HOURS = 12
MOST_FACES = 10
DAYS_AHEAD = 7
WATCHES_ALL = (Role.DIRECTOR, Role.SUPERVISOR, Role.FRONT_DESK, Role.TECHNICIAN, Role.ADMISSIONS)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One client's week."""

    initials: str
    name: str
    url: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class ToSign:
    """A session with notes that wait for a signature."""

    title: str
    sub: str
    act: Act


@dataclass(frozen=True, slots=True)
class Today:
    """The whole first page."""

    greeting: str
    subline: str
    may_find: bool
    figures: tuple[Figure, ...]
    needs: tuple[Need, ...]
    day_title: str
    day: tuple[DayEntry, ...]
    hours: tuple[HoursRow, ...]
    tests: tuple[Figure, ...]
    to_sign: tuple[ToSign, ...]
    to_sign_count: int
    inquiries: int

    @classmethod
    def of(cls, actor: Actor) -> "Today":
        """Everything for one person at this moment."""
        now, today = clock.now(), clock.today()
        sees_schedule = may(actor.roles, RecordClass.SCHEDULE, Access.READ)
        sessions, on = _sessions(actor, today) if sees_schedule else ([], today)
        seats = _seats(actor, sessions)
        episodes = caseload(actor, primary_only=actor.has_role(Role.COUNSELOR))
        unsigned = _unsigned(actor) if may(actor.roles, RecordClass.NOTES, Access.SIGN) else []
        needs = needs_of(actor)
        is_today = on == today
        return cls(
            greeting=_greeting(now, actor.name),
            subline=_subline(actor, today, len(episodes)),
            may_find=policy_of("desk:find").allows(actor, "GET"),
            figures=tuple(_figures(actor, sessions, unsigned, needs, now))
            if is_today and sees_schedule
            else (),
            needs=needs,
            day_title=_("Your day")
            if is_today
            else _("Next: %(day)s") % {"day": date_format(on, "l j F")},
            day=tuple(_entry(session, seats.get(session.pk, []), now) for session in sessions),
            hours=tuple(_hours(actor, episodes)),
            tests=tuple(_tests(actor)),
            to_sign=tuple(_to_sign(unsigned)),
            to_sign_count=len(unsigned),
            inquiries=_inquiries(actor),
        )


def _greeting(now: datetime, name: str) -> str:
    first = name.split(" ")[0] if name else ""
    hour = timezone.localtime(now).hour
    if hour < 12:
        return _("Good morning, %(name)s") % {"name": first}
    if hour < 18:
        return _("Good afternoon, %(name)s") % {"name": first}
    return _("Good evening, %(name)s") % {"name": first}


def _subline(actor: Actor, today: date, clients: int) -> str:
    parts = [date_format(today, "l j F"), ", ".join(role_words(r) for r in sorted(actor.roles))]
    if clients and actor.has_role(Role.COUNSELOR):
        parts.append(
            ngettext("%d client on your caseload", "%d clients on your caseload", clients) % clients
        )
    elif clients:
        parts.append(
            ngettext("on the team of %d client", "on the team of %d clients", clients) % clients
        )
    return " · ".join(parts)


def _sessions(actor: Actor, today: date) -> tuple[list[Any], date]:
    """Today's sessions, or those of the next day that has any."""
    choose = sessions_on if actor.has_role(*WATCHES_ALL) else my_sessions
    for ahead in range(DAYS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        if found := choose(actor, day):
            return found, day
    return [], today


def _seats(actor: Actor, sessions: list[Any]) -> dict[Any, list[Any]]:
    if not sessions or not may(actor.roles, RecordClass.IDENTITY, Access.MINIMAL):
        return {}
    if actor.has_role(Role.ADMISSIONS):  # this desk plans seats; who sits in them is the team's
        return {}
    rows = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(
        session__in=sessions, released_at=None
    )
    found: dict[Any, list[Any]] = {}
    for seat in rows.select_related("client", "mark").order_by("number"):
        found.setdefault(seat.session_id, []).append(seat)
    return found


def _unsigned(actor: Actor) -> list[ClientNote]:
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN).filter(
        author_id=actor.worker_id, signed_at=None
    )
    return list(rows.select_related("session").defer("body").order_by("due_at"))


def _figures(
    actor: Actor,
    sessions: list[Any],
    unsigned: list[Any],
    needs: Any,
    now: datetime,
) -> list[Figure]:
    minutes = sum((item.ends_at - item.starts_at).seconds // 60 for item in sessions)
    held = sum(item.seats_taken for item in sessions)
    capacity = sum(item.capacity for item in sessions)
    oldest = (now - min(note.due_at for note in unsigned)).days if unsigned else 0
    figures = [
        Figure(
            str(len(sessions)),
            ngettext("session today, %(hours)s h", "sessions today, %(hours)s h", len(sessions))
            % {"hours": number_format(minutes / 60, 1)},
        ),
        Figure(_("%(held)s of %(all)s") % {"held": held, "all": capacity}, _("seats expected")),
    ]
    if may(actor.roles, RecordClass.NOTES, Access.SIGN):
        figures.append(
            Figure(
                str(len(unsigned)),
                ngettext(
                    "notes to sign, oldest due %(days)s day ago",
                    "notes to sign, oldest due %(days)s days ago",
                    oldest,
                )
                % {"days": oldest}
                if oldest > 0
                else _("notes to sign"),
            )
        )
    figures.append(
        Figure(str(len(needs)), _("things need you first"), "urgent" if needs else "neutral")
    )
    return figures


def _entry(session: Any, seats: list[Any], now: datetime) -> DayEntry:
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
    place = session.room.name if session.room else ""
    parts = [session.topic.title if session.topic else "", place]
    length = _("%(minutes)s min") % {"minutes": (session.ends_at - session.starts_at).seconds // 60}
    color = session.group.track.code if session.group and session.group.track else ""
    return DayEntry(
        time=date_format(starts, "H:i"),
        title=session.name,
        sub=" · ".join(filter(None, [*parts, length])),
        phase={"day": "early", "evening": "orientation"}.get(color, "middle"),
        now=is_now,
        tag=_("now") if is_now else "",
        tag_tone="done",
        faces=tuple(
            Face(initials_of(seat.client.name), seat.client.short_name)
            for seat in seats[:MOST_FACES]
        ),
        faces_words=words if seats else "",
        url=reverse("desk:group_room", args=[session.pk]),
    )


def _hours(actor: Actor, episodes: list[Episode]) -> list[HoursRow]:
    hours = hours_of(actor, episodes)
    opens = openable(actor, (episode.client_id for episode in episodes))
    rows = [
        HoursRow(
            initials_of(episode.client.name),
            episode.client.short_name,
            chart_url(episode.client_id, opens),
            hours[episode.client_id],
        )
        for episode in episodes
    ]
    rows.sort(key=lambda row: row.hours.delivered - row.hours.required)
    return rows[:MOST_HOURS]


def _tests(actor: Actor) -> list[Figure]:
    if not may(actor.roles, RecordClass.DRUG_TESTS, Access.MINIMAL):
        return []
    today = timezone.localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(
        ordered_at__gte=today, ordered_at__lt=today + timedelta(days=1)
    )
    states = Counter(test.state for test in rows)
    waiting = states["ordered"] + states["notified"]
    return [
        Figure(str(sum(states.values())), _("test today")),
        Figure(str(waiting), _("still to collect"), "attention" if waiting else "done"),
    ]


def _to_sign(unsigned: list[ClientNote]) -> list[ToSign]:
    by_session: dict[Any, list[ClientNote]] = {}
    for note in unsigned:
        by_session.setdefault(note.session, []).append(note)
    return [
        ToSign(
            _("%(session)s · %(day)s")
            % {"session": session.name, "day": date_format(session.on, "D j M")},
            ngettext("%d note", "%d notes", len(notes)) % len(notes),
            Act(_("Review and sign"), reverse("desk:group_room", args=[session.pk])),
        )
        for session, notes in list(by_session.items())[:6]
    ]


def _inquiries(actor: Actor) -> int:
    if not may(actor.roles, RecordClass.INQUIRIES, Access.READ):
        return 0
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS)
    return rows.filter(state=Inquiry.State.INQUIRY).count()
