"""Which people on a client's own list are never offered: those a flag or a restriction names.

The list stays as the client wrote it; the person only is not proposed. Nobody is told why.
The number of another client is never compared: whoever writes down numbers to see which one is not
offered would learn of one that it is theirs.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.conduct.models import ContactRestriction
from homeward.consents.models import SafetyFlag
from homeward.core.clock import local_day
from homeward.core.wall import in_front
from homeward.dayplans.models import OwnThing
from homeward.dayplans.reaching import SERVICE
from homeward.kernel.purposes import Purpose


def kept_away(client_id: UUID, things: Iterable[OwnThing], now: datetime) -> frozenset[str]:
    """The refs of people on this list who must not be offered; two reads, none without people."""
    people = [each for each in things if each.kind == "person"]
    if not people:
        return frozenset()
    flags = SafetyFlag.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client_id, starts_at__lte=now
    )
    limits = ContactRestriction.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ended_on=None) | Q(ended_on__gt=local_day(now)), client_id=client_id
    )
    names: list[str] = []
    phones: set[str] = set()
    with in_front("whom they must not meet may be another client; only refs of own lines go back"):
        for flag in flags.select_related("contact", "party"):
            for row in filter(None, (flag.contact, flag.party)):
                names.append(row.name)
                phones.add(_digits(row.phone))
        for limit in limits.select_related("contact", "other", "worker"):
            names += [row.name for row in (limit.contact, limit.other, limit.worker) if row]
            names.append(limit.visitor)
            phones |= {_digits(limit.contact.phone)} if limit.contact else set()
    named = {word for name in names if (word := _word(name))}
    return frozenset(
        str(each.pk)
        for each in people
        if _digits(each.phone) in phones - {""} or any(_is_same(each.label, name) for name in named)
    )


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-10:] if len(digits) >= 7 else ""


def _word(name: str) -> str:
    return " ".join(name.casefold().replace(",", " ").split())


def _is_same(label: str, name: str) -> bool:
    """Whether a label could mean the person: rather not offered once too often.

    "Kim", "Kim (mother)" and "Kim Avery" all could be Kim Avery.
    """
    words = {part.strip("().;:'\u2019") for part in _word(label).split()}
    return _word(label) == name or name.split()[0] in words
