"""Reads about clients worth a name."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Upper

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.reach import Scope, permitted
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.people.models import AccessReason, Client, Contact, TeamMembership

MOST_FOUND = 12


def find_clients(actor: Actor, text: str, limit: int = MOST_FOUND) -> list[Client]:
    """Clients by name, chart number or the last digits of a phone, as far as the actor may know."""
    wanted = text.strip()
    if len(wanted) < 2:
        return []
    found = Client.objects.for_actor(actor, Purpose.INTERNAL_CARE, to=Access.MINIMAL)
    digits = wanted.replace("-", "").replace(" ", "")
    if digits.isdigit() and len(digits) == 4:
        found = found.filter(Q(phone_ending=digits) | Q(chart_number__endswith=digits))
    elif wanted.upper().startswith("HW-") or digits.isdigit():
        found = found.filter(chart_number__icontains=wanted.upper().removeprefix("HW-"))
    else:
        found = found.alias(upper_name=Upper("name"))
        for word in wanted.upper().split():
            found = found.filter(upper_name__contains=word)
    return list(found.order_by("name", "pk")[:limit])


def team_of(actor: Actor, client: Client, now: Any) -> list[TeamMembership]:
    """The treatment team now, the primary counselor first."""
    members = TeamMembership.objects.for_actor(actor, Purpose.INTERNAL_CARE, to=Access.MINIMAL)
    current = members.filter(Q(ends_at=None) | Q(ends_at__gt=now), client=client)
    return list(current.select_related("worker").order_by("-is_primary", "role", "pk"))


def glass_open(actor: Actor, client: Client, now: Any) -> AccessReason | None:
    """The actor's own emergency opening of this record while it lasts; asked of who may open."""
    if Duty.BREAK_GLASS not in actor.duties:
        return None
    rows = AccessReason.objects.for_actor(Actor.of_service("people.glass"), Purpose.EMERGENCY)
    return rows.filter(  # type: ignore[no-any-return]
        account_id=actor.account_id, client_id=client.pk, kind=AccessReason.Kind.BREAK_GLASS,
        given_at__lte=now, ends_at__gt=now,
    ).order_by("-ends_at").first()  # fmt: skip


def contacts_of(actor: Actor, client: Client) -> list[Contact]:
    """The people beside a client."""
    contacts = Contact.objects.for_actor(actor, Purpose.TREATMENT)
    return list(contacts.filter(client=client).order_by("kind", "name"))


def reaches(
    actor: Actor, client: Client, record_class: RecordClass, to: Access = Access.READ
) -> bool:
    """Whether this actor may now reach what this client has of a class, rows or none.

    For facts that stand on the client's own row though they belong to another class, and for
    pages that must say whether the record is closed or only empty.
    """

    rows = _within_reach(actor, record_class, to)
    return rows is not None and bool(rows.filter(pk=client.pk).exists())


def reached_of(
    actor: Actor, client_ids: Collection[UUID], record_class: RecordClass, to: Access = Access.READ
) -> frozenset[UUID]:
    """The same for many clients in one query: those whose records of a class are in reach."""
    rows = _within_reach(actor, record_class, to)
    if rows is None or not client_ids:
        return frozenset()
    return frozenset(row.pk for row in rows.filter(pk__in=client_ids).only("pk"))


def _within_reach(actor: Actor, record_class: RecordClass, to: Access) -> Any:
    """The clients whose records of a class the actor may reach; None where the door is shut."""
    paths = {"client_path": "pk", "site_path": "site", "author_path": None}
    about: Any = type("About", (), {"record_class": record_class, **paths})
    allowed = permitted(about, Scope(actor, Purpose.INTERNAL_CARE, to))
    if allowed is None:
        return None
    rows = Client.objects.for_actor(actor, Purpose.INTERNAL_CARE, to=Access.MINIMAL)
    return rows.filter(allowed)
