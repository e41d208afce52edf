"""Reaching a client to read or write their day, and the numbers and the clock that hold for it."""

from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.dayplans.kinds import Share
from homeward.dayplans.models import DayPlan, DayRecord
from homeward.dayplans.refusals import DayNotShared
from homeward.dayplans.rules.numbers import DayNumbers
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.models import Program
from homeward.program.queries import numbers_for

SERVICE = Actor.of_service("dayplans")
Row = TypeVar("Row", bound=DayRecord)


def purpose_of(actor: Actor) -> Purpose:
    """What the actor reads for."""
    return Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT


def client_for(
    actor: Actor, client_id: UUID, record_class: RecordClass, to: Access = Access.WRITE
) -> Client:
    """The client whose rows of a class the actor may write; Client.DoesNotExist out of reach."""
    rows = Client.objects.for_actor(actor, purpose_of(actor), to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    if not reaches(actor, client, record_class, to=to):
        raise Client.DoesNotExist
    return client


def oneself(actor: Actor, record_class: RecordClass) -> Client:
    """The client who acts; raises NotAllowed for everybody else."""
    if actor.kind != CLIENT or actor.client_id is None:
        raise NotAllowed("the_client_alone")
    return client_for(actor, actor.client_id, record_class)


def hold(client: Client) -> None:
    """One at a time writes the first row of a client's day or plan; until the transaction ends."""
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    rows.select_for_update(of=("self",), no_key=True).only("pk").get(pk=client.pk)


def plan_for_writing(actor: Actor, client_id: UUID, now: datetime) -> tuple[Client, DayPlan]:
    """The client and their day, held for a change.

    A client's first line begins their day, shown to nobody. Staff write only while everything is
    shared: raises DayNotShared.
    """
    client = client_for(actor, client_id, RecordClass.LINKAGE)
    plan = day_plan_of(client.pk, lock=True)
    if actor.kind == CLIENT:
        if plan is None:
            hold(client)
            plan = day_plan_of(client.pk, lock=True)
        if plan is None:
            plan = DayPlan.objects.create(
                client=client, site_id=client.site_id, begun_at=now, said_at=now
            )
        return client, plan
    if plan is None or plan.shared != Share.ALL:
        raise DayNotShared
    return client, plan


def held(model: type[Row], actor: Actor, client_id: UUID, pk: UUID) -> Row:
    """A row of this client's day, locked for a change; raises its DoesNotExist."""
    rows: Any = model.objects.for_actor(actor, purpose_of(actor), to=Access.WRITE)
    row: Row = rows.select_for_update(of=("self",)).get(pk=pk, client_id=client_id)
    return row


def day_plan_of(client_id: UUID, *, lock: bool = False) -> DayPlan | None:
    """What a client shows, read by the house itself; None before a day was begun."""
    rows: Any = DayPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    if lock:
        rows = rows.select_for_update(of=("self",))
    found: DayPlan | None = rows.filter(client_id=client_id).first()
    return found


def zone_of(client: Client) -> ZoneInfo:
    """The wall clock of the client's site."""
    return ZoneInfo(client.site.time_zone)


def day_at(now: datetime, client: Client) -> date:
    """The date on that clock."""
    return local_day(now, client.site.time_zone)


def numbers_of(client: Client, now: datetime, program_id: UUID | None = None) -> DayNumbers:
    """The numbers of the client's program as they hold today; looked for where it is not known."""
    if program_id is not None:
        return DayNumbers.of(numbers_for(program_id, day_at(now, client)))
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client_id=client.pk)
    episode = rows.filter(ended_at=None).only("program_id").first()
    program = episode.program_id if episode else Program.objects.order_by("code")[:1].get().pk
    return DayNumbers.of(numbers_for(program, day_at(now, client)))
