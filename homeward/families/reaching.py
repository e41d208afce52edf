"""Reaching a family account's own rows, a client to write about, and who hears of it."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from homeward.accounts.models import Account
from homeward.core.access import Access
from homeward.core.actors import FAMILY, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.families.models import OwnRow
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact, TeamMembership
from homeward.people.queries import reaches
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.tasks.rules.due import NEXT_CONTACT, NOW, SAME_DAY, DueNumbers, due_at

SERVICE = Actor.of_service("families")
Row = TypeVar("Row", bound=OwnRow)
DUE = {"now": NOW, "today": SAME_DAY, "wait": NEXT_CONTACT}


def mine(model: type[Row], actor: Actor) -> Any:
    """This account's own rows of a kind; nobody else's, and nobody else asks."""
    if actor.kind != FAMILY or actor.account_id is None:
        raise NotAllowed("family_accounts_alone")
    rows = model.objects.for_actor(SERVICE, Purpose.FAMILY_SUPPORT)
    return rows.filter(account_id=actor.account_id)


def held_account(actor: Actor) -> None:
    """One at a time writes the first row of an account's own; until the transaction ends."""
    if actor.account_id is None:
        raise NotAllowed("family_accounts_alone")
    rows = Account.objects.select_for_update(of=("self",), no_key=True)
    rows.only("pk").get(pk=actor.account_id)


def contacts_of_account(account_id: UUID | None) -> list[Contact]:
    """Everybody this account stands beside, with the client, read by the house."""
    rows = Contact.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(account_id=account_id)
    return list(rows.select_related("client").order_by("created_at", "pk")) if account_id else []


def client_for(actor: Actor, client_id: UUID, to: Access = Access.WRITE) -> Client:
    """The client whose rows of this room the actor reaches; Client.DoesNotExist out of reach."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    if not reaches(actor, client, RecordClass.MESSAGES, to=to):
        raise Client.DoesNotExist
    return client


def team_now(client_id: UUID, now: datetime) -> list[TeamMembership]:
    """Who treats a client now, the primary counselor first, then the longest there."""
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client_id, starts_at__lte=now
    )
    return list(rows.order_by("-is_primary", "starts_at", "pk"))


def hearer_of(client_id: UUID, now: datetime, first: Role | None = None) -> UUID | None:
    """Who hears about a client: the team's holder of a role, else the primary counselor."""
    team = team_now(client_id, now)
    chosen = [each for each in team if first and each.role == first] or team
    return chosen[0].worker_id if chosen else None


def due_of(urgency: str, now: datetime, zone: str) -> datetime:
    """By when a word must be read: at once, today, or within the program's days."""
    program = Program.objects.order_by("code").first()
    days = numbers_for(program, local_day(now, zone))["family_word_days"]
    return due_at(DUE[urgency], now, zone, DueNumbers(next_contact_days=int(days)))
