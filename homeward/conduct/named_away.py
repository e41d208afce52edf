"""Whom a flag or a restriction keeps away, and whether a name or a number could mean them.

The number of another client is never compared: whoever writes down numbers to see which one is not
offered would learn of one that it is theirs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from homeward.conduct.models import ContactRestriction
from homeward.consents.models import SafetyFlag
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose


@dataclass(slots=True)
class Away:
    """Names and numbers of whom one client is kept from."""

    names: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    is_any_beside: bool = False

    def means(self, label: str, phone: str = "") -> bool:
        """Whether this could be one of them."""
        return digits(phone) in self.phones or any(_is_same(label, name) for name in self.names)

    def add(self, name: str, phone: str = "", *, is_beside: bool) -> None:
        """One who is kept away; `is_beside` where they are no client and no worker."""
        self.names |= {_word(name)} - {""}
        self.phones |= {digits(phone)} - {""}
        self.is_any_beside = self.is_any_beside or is_beside


def away_from(
    client_ids: Collection[UUID], now: datetime, on: date, *, reader: Actor
) -> Mapping[UUID, Away]:
    """Of each client whom they are kept from; two reads for any number of clients.

    For the house itself: who is kept away is never shown by it.
    """
    found = {client: Away() for client in client_ids}
    flags = SafetyFlag.objects.for_actor(reader, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id__in=list(found), starts_at__lte=now
    )
    limits = ContactRestriction.objects.for_actor(reader, Purpose.INTERNAL_CARE).filter(
        Q(ended_on=None) | Q(ended_on__gt=on), client_id__in=list(found)
    )
    for flag in flags.select_related("contact", "party"):
        for row in filter(None, (flag.contact, flag.party)):
            found[flag.client_id].add(row.name, row.phone, is_beside=True)
    for limit in limits.select_related("contact", "other", "worker"):
        away = found[limit.client_id]
        for other in filter(None, (limit.other, limit.worker)):
            away.add(other.name, is_beside=False)
        if limit.contact:
            away.add(limit.contact.name, limit.contact.phone, is_beside=True)
        if limit.visitor:
            away.add(limit.visitor, is_beside=True)
    return found


def digits(phone: str) -> str:
    """A number as it is compared; empty where it is too short to be one."""
    found = "".join(sign for sign in phone if sign.isdigit())
    return found[-10:] if len(found) >= 7 else ""


def _word(name: str) -> str:
    return " ".join(name.casefold().replace(",", " ").split())


def _is_same(label: str, name: str) -> bool:
    """Whether a label could mean the person: rather not offered once too often.

    "Kim", "Kim (mother)" and "Kim Avery" all could be Kim Avery.
    """
    words = {part.strip("().;:'\u2019") for part in _word(label).split()}
    return _word(label) == name or name.split()[0] in words
