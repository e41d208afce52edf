"""Who did not come and was not reached yet, and which rung of the ladder is next.

The ladder begins with the first session missed since the last contact, so that somebody who stays
away does not begin it anew with every session. Contact is: they came, they were reached, or they
checked in on their phone.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

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
from homeward.progress.rules.outreach import REACHED, LadderNumbers, NextStep, next_step
from homeward.tasks.models import CareTask

OUTREACH_LASTS = timedelta(days=30)
LONGEST = timedelta(days=60)
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

    `days` is on how many days they were missed since then.
    """

    mark: AttendanceMark
    tries: tuple[OutreachAttempt, ...]
    next: NextStep
    days: int = 1
    is_in_danger: bool = False


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
    missing = without_stopped(in_care.annotate(newest=Subquery(newest)))
    missing = missing.filter(newest=State.NO_SHOW)
    away = list(missing.values_list("client_id", flat=True))
    return _ladders(actor, away, now) if away else []


def outreach_for(actor: Actor, mark_id: UUID, now: datetime) -> Missed:
    """One ladder by its first missed session, or by a later one of the same row.

    Raises AttendanceMark.DoesNotExist out of scope and when it is over.
    """
    mark: AttendanceMark = (
        AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_related("client", "episode")
        .get(pk=mark_id)
    )
    if not is_stopped(mark.client_id):
        for found in _ladders(actor, [mark.client_id], now):
            if found.mark.session.starts_at <= mark.session.starts_at:
                return found
    raise AttendanceMark.DoesNotExist


def _ladders(actor: Actor, clients: list[UUID], now: datetime) -> list[Missed]:
    tries = _tries(actor, clients, now)
    rows = _rows_since_contact(actor, clients, now, tries)
    marks = {client: row[0] for client, row in rows.items()}
    worried = in_danger(list(marks), now)
    numbers = {
        program: LadderNumbers.of(numbers_for(program, local_day(now)))
        for program in {mark.episode.program_id for mark in marks.values()}
    }
    found = []
    for client, mark in marks.items():
        began = mark.session.starts_at
        ours = [row for row in tries.get(client, []) if row.at >= began]
        step = next_step(
            began,
            [(row.step, row.outcome) for row in ours],
            numbers[mark.episode.program_id],
            now,
            has_safety_concern=client in worried,
        )
        if step is not None:
            days = len({each.on for each in rows[client]})
            found.append(Missed(mark, tuple(ours), step, days, client in worried))
    return sorted(found, key=lambda item: (item.next.due_at, item.mark.pk))


def _rows_since_contact(
    actor: Actor, clients: list[UUID], now: datetime, tries: dict[UUID, list[OutreachAttempt]]
) -> dict[UUID, list[AttendanceMark]]:
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
    contact = _last_contact(clients, now, tries)
    found: dict[UUID, list[AttendanceMark]] = {}
    for mark in rows:
        if mark.state in CAME:
            found.pop(mark.client_id, None)
        elif mark.state == State.NO_SHOW:
            spoken = contact.get(mark.client_id)
            if spoken is None or mark.session.starts_at > spoken:
                found.setdefault(mark.client_id, []).append(mark)
    return found


def _last_contact(
    clients: list[UUID], now: datetime, tries: dict[UUID, list[OutreachAttempt]]
) -> dict[UUID, datetime]:
    """When each was reached last, or checked in on the phone."""
    rows = CheckIn.objects.for_actor(REACHING, Purpose.TREATMENT).filter(
        client_id__in=clients, at__gte=now - LONGEST, at__lte=now
    )
    found = {
        row["client_id"]: row["last"]
        for row in rows.order_by().values("client_id").annotate(last=Max("at"))
    }
    for client, rows_of in tries.items():
        for row in rows_of:
            if row.outcome in REACHED:
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
