"""Reaching a client or a row of this room to write, the numbers in force, and who follows it."""

from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.linkage.models.records import LinkageRecord
from homeward.linkage.rules.numbers import LinkageNumbers
from homeward.people.models import Client, TeamMembership
from homeward.people.queries import reaches
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker

SERVICE = Actor.of_service("linkage")
Row = TypeVar("Row", bound=LinkageRecord)


def client_for(actor: Actor, client_id: UUID, to: Access = Access.WRITE) -> Client:
    """The client whose rows here the actor may write; Client.DoesNotExist out of reach."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    if not reaches(actor, client, RecordClass.LINKAGE, to=to):
        raise Client.DoesNotExist
    return client


def reached(model: type[Row], actor: Actor, pk: UUID, *beside: str, lock: bool = False) -> Row:
    """A row the actor may write, with its client; raises its DoesNotExist.

    Who reaches the row writes about its client, also where their own slice of the identity is a
    name: the client is read by the house.
    """
    rows: Any = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if lock:
        rows = rows.select_for_update(of=("self",))
    row: Row = rows.select_related("site", *beside).get(pk=pk)
    clients = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    row.client = clients.get(pk=row.client_id)
    return row


def locked(
    model: type[Row], actor: Actor, pk: UUID, *beside: str, expected_version: int | None = None
) -> Row:
    """The same, locked for a change; raises its DoesNotExist, StaleVersion."""
    row = reached(model, actor, pk, *beside, lock=True)
    expect_version(row, expected_version)
    return row


def day_at(moment: datetime, site: Any) -> date:
    """The date at the site's own wall clock."""
    return local_day(moment, site.time_zone)


def end_of_day(day: date, site: Any) -> datetime:
    """The last working hour of a day at the site, from which on it is late."""
    return datetime.combine(day, time(17), ZoneInfo(site.time_zone))


def program_of(client_id: UUID) -> Program | None:
    """The program whose numbers count for a client: of the open episode, else the house's first."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client_id=client_id)
    episode = rows.filter(ended_at=None).select_related("program").first()
    return episode.program if episode else Program.objects.order_by("code").first()


def numbers_of(client: Client, now: datetime) -> LinkageNumbers:
    """The lengths of this room's clocks for a client today."""
    return LinkageNumbers.of(numbers_for(program_of(client.pk), day_at(now, client.site)))


def follower_of(client: Client, actor: Actor, now: datetime) -> UUID:
    """Who follows things up: the team's case manager, else its primary counselor, else the actor.

    Where none of them is there, anybody of the site: a thing without an owner gets lost. Raises
    Worker.DoesNotExist in a house without workers.
    """
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    team = list(rows.filter(Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk))
    for member in team:
        if member.role == Role.CASE_MANAGER:
            return member.worker_id  # type: ignore[no-any-return]
    for member in team:
        if member.is_primary:
            return member.worker_id  # type: ignore[no-any-return]
    if actor.worker_id is not None:
        return actor.worker_id
    anyone = Worker.objects.filter(site_id=client.site_id).order_by("name").first()
    if anyone is None:
        raise Worker.DoesNotExist
    return anyone.pk


def in_a_while(now: datetime, due: datetime) -> bool:
    """Whether something is due within a day."""
    return due - now <= timedelta(days=1)
