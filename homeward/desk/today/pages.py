"""What the first page prints, by role."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode, Inquiry
from homeward.admissions.queries import caseload_rows
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.components import Act, DayEntry, Figure, Need
from homeward.core.routes import addresses, policy_of
from homeward.desk.clients.reach import chart_url, openable
from homeward.desk.hours import hours_of
from homeward.desk.today.day import day_of
from homeward.desk.today.needs import needs_of
from homeward.desk.today.questionnaires import Pressing, questionnaires_due
from homeward.desk.today.waiting import WaitingLine, waiting_lines
from homeward.desk.words import initials_of, role_words
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.notes.models import ClientNote
from homeward.timetable.board import DaySession
from homeward.timetable.publishing.substituted import led_by_others

MOST_HOURS = 12
MOST_CALLERS = 4


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
class Caller:
    """Somebody who asked for help and was not reached yet."""

    initials: str
    name: str
    since: str
    url: str


@dataclass(frozen=True, slots=True)
class LedByAnother:
    """A session of one's own that a colleague leads."""

    title: str
    sub: str
    url: str


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
    earlier: tuple[DayEntry, ...]
    later: tuple[DayEntry, ...]
    hours: tuple[HoursRow, ...]
    tests: tuple[Figure, ...]
    to_sign: tuple[ToSign, ...]
    to_sign_count: int
    waiting: tuple[WaitingLine, ...]
    led_by_others: tuple[LedByAnother, ...]
    callers: tuple[Caller, ...]
    more_callers: int
    questionnaires: tuple[Pressing, ...]
    more_questionnaires: int

    @classmethod
    def of(cls, actor: Actor) -> "Today":
        """Everything for one person at this moment."""
        now, today = clock.now(), clock.today()
        sees_schedule = may(actor.roles, RecordClass.SCHEDULE, Access.READ)
        day = day_of(actor, now, today)
        sessions = day.sessions
        episodes = _caseload(actor)
        unsigned = _unsigned(actor) if may(actor.roles, RecordClass.NOTES, Access.SIGN) else []
        needs = needs_of(actor)
        callers, waiting = _callers(actor, now)
        opens = openable(actor, (episode.client_id for episode in episodes))
        pressing, more_pressing = questionnaires_due(actor, episodes, today, opens)
        is_today = day.on == today
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
            else _("Next: %(day)s") % {"day": date_format(day.on, "l j F")},
            day=day.entries,
            earlier=day.earlier,
            later=day.later,
            hours=tuple(_hours(actor, episodes, opens)),
            tests=tuple(_tests(actor)),
            to_sign=tuple(_to_sign(unsigned)),
            to_sign_count=len(unsigned),
            waiting=tuple(waiting_lines(actor, now)),
            led_by_others=tuple(_led_by_others(actor, now)) if sees_schedule else (),
            callers=callers,
            more_callers=waiting - len(callers),
            questionnaires=pressing,
            more_questionnaires=more_pressing,
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


def _caseload(actor: Actor) -> list[Episode]:
    """Open episodes with what the bars of hours say of them; the site decides who may read it."""
    rows = caseload_rows(actor, primary_only=actor.has_role(Role.COUNSELOR))
    return list(
        rows.select_related("client", "phase").only(
            "site", "client__site", "client__name", "client__preferred_name",
            "phase__weekly_minutes",
        )
    )  # fmt: skip


def _unsigned(actor: Actor) -> list[ClientNote]:
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN).filter(
        author_id=actor.worker_id, signed_at=None
    )
    return list(rows.select_related("session").defer("body").order_by("due_at"))


def _figures(
    actor: Actor,
    sessions: Sequence[DaySession],
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
    ]
    if capacity:
        seats = _("%(held)s of %(all)s") % {"held": held, "all": capacity}
        figures.append(Figure(seats, _("seats expected")))
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


def _hours(actor: Actor, episodes: list[Episode], opens: frozenset[UUID]) -> list[HoursRow]:
    """Who is furthest from what they need this week stands first."""
    hours = hours_of(actor, episodes)

    def ahead(episode: Episode) -> float:
        return hours[episode.client_id].delivered - hours[episode.client_id].required

    return [
        HoursRow(
            initials_of(episode.client.name),
            episode.client.short_name,
            chart_url(episode.client_id, opens),
            hours[episode.client_id],
        )
        for episode in sorted(episodes, key=ahead)[:MOST_HOURS]
    ]


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


def _led_by_others(actor: Actor, now: datetime) -> Iterator[LedByAnother]:
    """Who was replaced sees by whom, until the session is over."""
    if actor.worker_id is None:
        return
    opens = addresses("desk:session")
    for row in led_by_others(actor.worker_id, now):
        starts_at = timezone.localtime(row.session.starts_at)
        yield LedByAnother(
            _("%(name)s leads %(session)s instead of you")
            % {"name": row.instead.name, "session": row.session.name},
            date_format(starts_at, "D j M, H:i"),
            opens(row.session_id),
        )


def _callers(actor: Actor, now: datetime) -> tuple[tuple[Caller, ...], int]:
    """Who waits longest for a first contact, and how many wait in all."""
    if not may(actor.roles, RecordClass.INQUIRIES, Access.READ):
        return (), 0
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS)
    waiting = rows.filter(state=Inquiry.State.INQUIRY).order_by("first_request_at", "pk")
    first = list(waiting[: MOST_CALLERS + 1])
    opens = policy_of("desk:admissions_case").allows(actor, "GET")
    callers = tuple(
        Caller(
            initials_of(row.caller_name),
            row.caller_name or _("No name given"),
            _("asked %(ago)s ago") % {"ago": timesince(row.first_request_at, now, depth=1)},
            reverse("desk:admissions_case", args=[row.pk]) if opens else "",
        )
        for row in first[:MOST_CALLERS]
    )
    return callers, waiting.count() if len(first) > MOST_CALLERS else len(first)
