"""Who did not come and was not reached yet, and which rung of the ladder is next.

The ladder begins with the first session missed since the last contact, so that somebody who stays
away does not begin it anew with every session. Contact is: they came, they were reached, or they
checked in on their phone; in danger a check-in is none, and reached is only who was spoken with.

A seat that nobody marked counts as "not here yet" once its session began as long ago as the first
rung asks for, so that the desk hears while somebody can still be fetched.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.people.stops import is_stopped, without_stopped
from homeward.program.queries import numbers_for
from homeward.progress.models import OutreachAttempt
from homeward.progress.rules.outreach import LadderNumbers, NextStep, is_contact, next_step
from homeward.tasks.models import CareTask
from homeward.timetable.models import Seat

OUTREACH_LASTS = timedelta(days=30)
LONGEST = timedelta(days=60)
# How long a seat nobody marked is asked about: the register of the day is closed by then.
UNMARKED_LASTS = timedelta(hours=12)
UNREAD = ("client__phone", "client__diagnosis", "client__allergies")
State = AttendanceMark.State
AWAY_WITH_WORD = (State.CANCELLED_PROGRAM, State.EXCUSED, State.CANCELLED_CLIENT)
REACHING = Actor.of_service("progress.outreach")
# Rooms that know of a danger (an overdose lately, for instance) say so here.
Danger = Callable[[Collection[UUID], datetime], Collection[UUID]]
_dangers: list[Danger] = []


def register_danger(danger: Danger) -> Danger:
    """Ask this room as well whether a clinician must call within the hour."""
    if danger not in _dangers:
        _dangers.append(danger)
    return danger


@dataclass(frozen=True, slots=True)
class Missed:
    """The first session missed since the last contact, with the tries and the next rung.

    `days` is on how many days they were missed since then. Where nobody marked the seat yet
    (`is_marked` is false) the mark is not on record, and its id is that of the seat.
    """

    mark: AttendanceMark
    tries: tuple[OutreachAttempt, ...]
    next: NextStep
    days: int = 1
    is_in_danger: bool = False
    is_marked: bool = True


def open_outreach(actor: Actor, now: datetime) -> list[Missed]:
    """For each client the ladder that still asks for a try, first due first.

    Who came after the missed session, was reached, checked in, died, is in hospital or in jail is
    not in the list. The same queries however many clients.
    """
    # One step into an index for each client whom the actor reaches, instead of a month of marks.
    marks = AttendanceMark.objects.for_actor(REACHING, Purpose.TREATMENT)
    newest = marks.exclude(state__in=AWAY_WITH_WORD).filter(
        client=OuterRef("client_id"),
        episode=OuterRef("pk"),
        on__gte=local_day(now - OUTREACH_LASTS),
    )
    newest = newest.order_by("-on", "-session__starts_at").values("state")[:1]
    in_care = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(ended_at=None)
    waiting = _unmarked(now).filter(client=OuterRef("client_id"), episode=OuterRef("pk"))
    missing = without_stopped(in_care.annotate(newest=Subquery(newest)))
    missing = missing.filter(Q(newest=State.NO_SHOW) | Q(Exists(waiting)))
    away = list(missing.values_list("client_id", flat=True))
    return _ladders(actor, away, now) if away else []


def outreach_for(actor: Actor, mark_id: UUID, now: datetime) -> Missed:
    """One ladder by its first missed session, or by a later one of the same row.

    A seat that nobody marked is asked for by its own id. Raises AttendanceMark.DoesNotExist out of
    scope and when it is over.
    """
    line = line_for(actor, mark_id)
    if not is_stopped(line.client_id):
        for found in _ladders(actor, [line.client_id], now):
            if found.mark.session.starts_at <= line.session.starts_at:
                return found
    raise AttendanceMark.DoesNotExist


def line_for(actor: Actor, mark_id: UUID) -> AttendanceMark | Seat:
    """The mark of that id, or the seat of that id; raises AttendanceMark.DoesNotExist."""
    for model in (AttendanceMark, Seat):
        rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        found: AttendanceMark | Seat | None = (
            rows.filter(pk=mark_id).select_related("client", "session").first()
        )
        if found is not None:
            return found
    raise AttendanceMark.DoesNotExist


def _unmarked(now: datetime) -> Any:
    """Seats of sessions that began today and that nobody marked."""
    return Seat.objects.for_actor(REACHING, Purpose.TREATMENT).filter(
        starts_at__gt=now - UNMARKED_LASTS, starts_at__lt=now, released_at=None, mark=None,
        session__cancelled_at=None, session__closed_at=None,
    )  # fmt: skip


def _ladders(actor: Actor, clients: list[UUID], now: datetime) -> list[Missed]:
    tries = _tries(actor, clients, now)
    worried = in_danger(clients, now)
    rows = _rows_since_contact(actor, clients, now, tries, worried)
    marks = {client: row[0] for client, row in rows.items()}
    numbers = {
        program: LadderNumbers.of(numbers_for(program, local_day(now)))
        for program in {mark.episode.program_id for mark in marks.values()}
    }
    found = []
    for client, mark in marks.items():
        began = mark.session.starts_at
        is_marked = mark.marked_at is not None
        ladder = numbers[mark.episode.program_id]
        if not is_marked and began + ladder.first > now:
            continue
        ours = [row for row in tries.get(client, []) if row.at >= began]
        is_worried = client in worried
        if any(is_contact(row.channel, row.outcome, in_danger=is_worried) for row in ours):
            continue
        step = next_step(
            began, [row.step for row in ours], ladder, now, has_safety_concern=is_worried
        )
        if step is not None:
            days = len({each.on for each in rows[client]})
            found.append(Missed(mark, tuple(ours), step, days, is_worried, is_marked))
    return sorted(found, key=lambda item: (item.next.due_at, item.mark.pk))


def _rows_since_contact(
    actor: Actor, clients: list[UUID], now: datetime, tries: dict[UUID, list[OutreachAttempt]],
    worried: Collection[UUID],
) -> dict[UUID, list[AttendanceMark]]:  # fmt: skip
    """The sessions each client missed since the last contact, the first one first."""
    rows = (
        AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(
            client_id__in=clients, on__gte=local_day(now - LONGEST), episode__ended_at=None,
            session__starts_at__lte=now,
        )
        .exclude(state__in=AWAY_WITH_WORD)
        .select_related("client", "session", "episode")
        .defer(*UNREAD)
        .order_by("session__starts_at", "pk")
    )  # fmt: skip
    contact = _last_contact(clients, now, tries, worried)
    found: dict[UUID, list[AttendanceMark]] = {}
    came_on: set[tuple[UUID, date]] = set()
    lines = [*rows, *_not_here_yet(actor, clients, now)]
    for mark in sorted(lines, key=lambda each: each.session.starts_at):
        if mark.state in CAME:
            found.pop(mark.client_id, None)
            came_on.add((mark.client_id, mark.on))
        elif mark.state == State.NO_SHOW:
            # Who was here today and whose next line nobody marked yet is not looked for.
            if mark.marked_at is None and (mark.client_id, mark.on) in came_on:
                continue
            spoken = contact.get(mark.client_id)
            if spoken is None or mark.session.starts_at > spoken:
                found.setdefault(mark.client_id, []).append(mark)
    return found


def _not_here_yet(actor: Actor, clients: list[UUID], now: datetime) -> list[AttendanceMark]:
    """A line for each seat nobody marked, as if it were missed; none of them is on record."""
    reach = Seat.objects.for_actor(actor, Purpose.TREATMENT)
    seats = _unmarked(now).filter(
        client_id__in=clients, episode__ended_at=None, pk__in=reach.values("pk")
    )
    return [
        AttendanceMark(
            id=seat.pk, client=seat.client, site_id=seat.site_id, seat=seat, session=seat.session,
            episode=seat.episode, on=seat.session.on, state=State.NO_SHOW,
        )
        for seat in seats.select_related("client", "session", "episode").defer(*UNREAD)
    ]  # fmt: skip


def _last_contact(
    clients: list[UUID], now: datetime, tries: dict[UUID, list[OutreachAttempt]],
    worried: Collection[UUID],
) -> dict[UUID, datetime]:  # fmt: skip
    """When each was reached last, or checked in on the phone.

    A tap on a phone says nothing about a danger: then only their own word to staff counts.
    """
    rows = CheckIn.objects.for_actor(REACHING, Purpose.TREATMENT).filter(
        client_id__in=[each for each in clients if each not in worried],
        at__gte=now - LONGEST,
        at__lte=now,
    )
    found = {
        row["client_id"]: row["last"]
        for row in rows.order_by().values("client_id").annotate(last=Max("at"))
    }
    for client, rows_of in tries.items():
        for row in rows_of:
            if is_contact(row.channel, row.outcome, in_danger=client in worried):
                found[client] = max(found.get(client, row.at), row.at)
    return found


def _tries(actor: Actor, clients: list[UUID], now: datetime) -> dict[UUID, list[OutreachAttempt]]:
    rows = OutreachAttempt.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id__in=clients, at__gte=now - LONGEST, at__lte=now
    )
    found: dict[UUID, list[OutreachAttempt]] = {}
    for row in rows.select_related("by").order_by("at"):
        found.setdefault(row.client_id, []).append(row)
    return found


def in_danger(clients: Iterable[UUID], now: datetime) -> set[UUID]:
    """Those for whom a safety concern is open, or of whom another room knows a danger."""
    wanted = list(clients)
    rows = CareTask.objects.for_actor(REACHING, Purpose.TREATMENT).filter(
        client_id__in=wanted, kind="safety", closed_at=None
    )
    found: set[Any] = set(rows.values_list("client_id", flat=True))
    for danger in _dangers:
        found.update(danger(wanted, now))
    return found
