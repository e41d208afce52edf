"""Who may sign a draft now: the client, a guardian, or whichever of two is missing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.consents.facts_of.signers import own_authority
from homeward.consents.models import Consent, Guardianship
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_service = Actor.of_service("consents")


@dataclass(frozen=True, slots=True)
class Side:
    """One who signs; without a guardianship it is the client."""

    name: str
    relation: str = ""
    guardianship_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """Who signs now, whether each is one of two, and whether a parent must be written down."""

    may_sign: tuple[Side, ...]
    both_sign: bool = False
    parent_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """Whether two must sign for a client now, and whose right to sign is in force."""

    both_sign: bool
    guardians: tuple[Guardianship, ...]


def rights_of(client: Client, now: datetime) -> Rights:
    """By the state's table and the courts' papers; the same for every draft of the client."""
    _authority, both = own_authority(client, now)
    return Rights(both, tuple(guardians_of(client, now)))


def sides_of(row: Consent, client: Client, rights: Rights) -> Sides:
    """Who signs this draft, less the side that has signed."""
    courts = tuple(
        _side(each) for each in rights.guardians if each.right == Guardianship.Right.COURT
    )
    if courts:
        return Sides(courts)
    own = Side(client.called)
    if not rights.both_sign:
        return Sides((own,))
    parents = tuple(_side(each) for each in rights.guardians)
    first = row.beside.signer_authority if row.beside is not None else ""
    if first == "guardian":
        return Sides((own,), both_sign=True)
    return Sides(parents if first else (own, *parents), both_sign=True, parent_unknown=not parents)


def guardians_of(client: Client, at: datetime) -> list[Guardianship]:
    """Whose right to sign is in force at an instant, by name."""
    rows = Guardianship.objects.for_actor(_service, Purpose.TREATMENT).filter(
        Q(ends_at=None) | Q(ends_at__gt=at), client_id=client.pk, starts_at__lte=at
    )
    return list(rows.select_related("contact").order_by("contact__name", "pk"))


def _side(right: Guardianship) -> Side:
    return Side(right.contact.name, right.relation, right.pk)
