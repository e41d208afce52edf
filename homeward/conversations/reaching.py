"""Who could answer a client's messages now, with their hours, and the numbers that count."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from homeward.admissions.models import Episode
from homeward.admissions.queries import open_inquiry_of
from homeward.conversations.rules.answering import (
    HORIZON,
    Colleague,
    Expected,
    Hours,
    House,
    Terms,
    expected,
)
from homeward.conversations.rules.uploading import Limits
from homeward.conversations.words import TO_CLIENT
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Program
from homeward.program.queries import closed_days, numbers_for
from homeward.staff.models import WorkingHours
from homeward.staff.queries import workers_with_role
from homeward.timetable.capacity import Absence, Closure
from homeward.timetable.kept_away import workers_kept_away

SERVICE = Actor.of_service("conversations")


def client_of(client_id: UUID) -> Client:
    """The client with their site, read by the house."""
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    client: Client = rows.select_related("site").get(pk=client_id)
    return client


def program_of(client_id: UUID) -> Program | None:
    """The program whose numbers and closed days count for a client."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    episode = rows.filter(client_id=client_id, ended_at=None).select_related("program").first()
    return episode.program if episode else Program.objects.order_by("code").first()


def numbers_of(client: Client, now: datetime) -> dict[str, ProgramNumber]:
    """The program's numbers for a client today."""
    today = local_day(now, client.site.time_zone)
    return dict(numbers_for(program_of(client.pk), today))


def limits_of(client: Client, now: datetime) -> Limits:
    """How many files, how large and how long, one message may carry."""
    numbers = numbers_of(client, now)
    return Limits(
        files=int(numbers["message_files"]),
        megabytes=int(numbers["message_file_megabytes"]),
        pages=int(numbers["message_file_pages"]),
    )


def readers_of(client: Client, now: datetime) -> dict[str, list[UUID]]:
    """Who reads messages of this client now, by role, the primary counselor first.

    A worker the client does not meet is left out, whatever they do here. Who is on the way in and
    has no team writes to the admissions office; who left and has nobody writes to no one.
    """
    away = kept_away_from(client, now)
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk, starts_at__lte=now
    )
    found: dict[str, list[UUID]] = {}
    for each in rows.order_by("-is_primary", "starts_at", "pk"):
        writes = each.role in TO_CLIENT and may(
            frozenset({Role(each.role)}), RecordClass.MESSAGES, Access.WRITE
        )
        if writes and each.worker_id not in away:
            found.setdefault(each.role, []).append(each.worker_id)
    if not found and open_inquiry_of(client.pk) is not None:
        today = local_day(now, client.site.time_zone)
        desk = workers_with_role(Role.ADMISSIONS, today, site_id=client.site_id)
        ids = list(desk.exclude(pk__in=away).order_by("name").values_list("pk", flat=True))
        return {Role.ADMISSIONS: ids} if ids else {}
    return {role: found[role] for role in TO_CLIENT if role in found}


def kept_away_from(client: Client, now: datetime) -> frozenset[UUID]:
    """Workers the client does not meet today; nothing says that or why."""
    today = local_day(now, client.site.time_zone)
    return workers_kept_away([client.pk], today).get(client.pk, frozenset())


def expected_for(
    client: Client, role: str, now: datetime, *, readers: dict[str, list[UUID]] | None = None
) -> Expected:
    """Who reads a message to this role first, and by when an answer is expected."""
    found = readers_of(client, now) if readers is None else readers
    ranks: dict[UUID, int] = {}
    for place, worker_id in enumerate(_in_order(found, role)):
        ranks.setdefault(worker_id, place)
    program = program_of(client.pk)
    today = local_day(now, client.site.time_zone)
    numbers = numbers_for(program, today)
    terms = Terms(
        answer_minutes=int(numbers["message_answer_minutes"]),
        cover_hours=int(numbers["message_cover_hours"]),
    )
    return expected(now, _colleagues(ranks, now), _house(client, program, now), terms)


def due_of(answer: Expected, client: Client, now: datetime) -> datetime:
    """By when the house expects to answer; where no hours are known, the program's own number."""
    if answer.answer_by is not None:
        return answer.answer_by
    hours = float(numbers_of(client, now)["message_unknown_hours"])
    return now + timedelta(hours=hours)


def _in_order(readers: dict[str, list[UUID]], role: str) -> Iterable[UUID]:
    """Whom it is for, then the counselors, then everybody else who reads messages here."""
    yield from readers.get(role, [])
    yield from readers.get(Role.COUNSELOR, [])
    for ids in readers.values():
        yield from ids


def _colleagues(ranks: dict[UUID, int], now: datetime) -> list[Colleague]:
    ids = list(ranks)
    hours: dict[UUID, list[Hours]] = {}
    for row in WorkingHours.objects.filter(worker__in=ids).order_by("weekday", "starts"):
        hours.setdefault(row.worker_id, []).append(
            Hours(row.weekday, row.starts, row.ends, row.starts_on, row.ends_on)
        )
    away: dict[UUID, list[tuple[datetime, datetime]]] = {}
    gone = Absence.objects.filter(worker__in=ids, withdrawn_at=None, ends_at__gt=now)
    for each in gone.filter(starts_at__lt=now + HORIZON):
        away.setdefault(each.worker_id, []).append((each.starts_at, each.ends_at))
    return [
        Colleague(
            ref=str(pk), rank=rank, hours=tuple(hours.get(pk, ())), away=tuple(away.get(pk, ()))
        )
        for pk, rank in ranks.items()
    ]


def _house(client: Client, program: Program | None, now: datetime) -> House:
    today = local_day(now, client.site.time_zone)
    closed = Closure.objects.filter(
        site_id=client.site_id, room=None, withdrawn_at=None, ends_at__gt=now,
        starts_at__lt=now + HORIZON,
    )  # fmt: skip
    return House(
        zone=client.site.time_zone,
        closed_days=closed_days(program, today, today + HORIZON) if program else frozenset(),
        closures=tuple((row.starts_at, row.ends_at) for row in closed),
    )
