"""Whose chart a person may open, and by what they may know somebody.

Lists name more people than their reader may open; a line links to a chart only where it opens.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.urls import reverse

from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.routes import addresses, policy_of
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

ELSEWHERE = ("desk:arrivals", "desk:clients")


def openable(actor: Actor, client_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these clients whose chart opens for the actor now; at most one query."""
    wanted = set(client_ids)
    if not wanted or not may(actor.roles, RecordClass.IDENTITY, Access.READ):
        return frozenset()
    rows = Client.objects.for_actor(actor, Purpose.INTERNAL_CARE).filter(pk__in=wanted)
    return frozenset(row.pk for row in rows.only("pk"))


def chart_url(client_id: UUID, opens: frozenset[UUID]) -> str:
    """The chart's address, or nothing where it does not open."""
    return _charts()(client_id) if client_id in opens else ""


@cache
def _charts() -> Callable[[UUID], str]:
    return addresses("desk:chart")


def schedule_url(actor: Actor, client_id: UUID) -> str:
    """The hours of somebody in a list of open episodes, to who knows them by name alone."""
    known = may(actor.roles, RecordClass.IDENTITY, Access.READ)
    reads = may(actor.roles, RecordClass.SCHEDULE, Access.READ)
    return reverse("desk:chart_schedule", args=[client_id]) if reads and not known else ""


def elsewhere(actor: Actor) -> str:
    """Where somebody who may not open a chart goes with a name: the day's arrivals, or the list."""
    return next(reverse(route) for route in ELSEWHERE if policy_of(route).allows(actor, "GET"))


def name_for(actor: Actor, client: Any) -> str:
    """What the actor may call this client."""
    return client.name if knows_names(actor) else client.chart_number


def short_name_for(actor: Actor, client: Any) -> str:
    """What lists that others may glimpse call this client."""
    return client.short_name if knows_names(actor) else client.chart_number


def initials_for(actor: Actor, client: Any) -> str:
    """The letters of a face; none for who knows people by number, since letters are half a name."""
    return initials_of(client.name) if knows_names(actor) else ""
