"""What decides whose yes a client's taking part needs, and which guardians there are."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from homeward.consents.facts_of.signers import court_guardians, local_day, own_authority
from homeward.consents.models import Guardianship
from homeward.consents.rules.authority import age_on
from homeward.consents.rules.numbers import Numbers
from homeward.incentives.ledger import LEDGER
from homeward.incentives.rules.agreeing import plain, rights_that_count, whose_yes
from homeward.kernel.purposes import Purpose
from homeward.packets.rules.papers import CLIENT, GUARDIAN
from homeward.packets.rules.signers import Signing
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Agreeing:
    """Who has to say yes, and the rights in force of those who may beside or for the client."""

    needed: tuple[str, ...]
    guardianships: tuple[Guardianship, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The guardians by name."""
        return tuple(each.contact.name for each in self.guardianships)

    @property
    def asks_client(self) -> bool:
        """Whether the client says yes themselves."""
        return CLIENT in self.needed

    @property
    def asks_guardian(self) -> bool:
        """Whether somebody beside them, or in their place, has to."""
        return GUARDIAN in self.needed

    def named(self, typed: str) -> Guardianship | None:
        """The right of whoever typed their name; None where it is none of them."""
        found = (each for each in self.guardianships if plain(each.contact.name) == plain(typed))
        return next(found, None) if self.asks_guardian else None


def _case(client: Client, now: datetime) -> Signing:
    """Without payers and levels of care, which say nothing about whose yes this paper takes."""
    authority, parent_too = own_authority(client, now)
    return Signing(
        age=age_on(client.birth_date, local_day(client, now)) if client.birth_date else None,
        adult_age=Numbers().adult_age,
        minor_signs_alone=authority == "minor_own" and not parent_too,
        has_court_guardian=court_guardians(client, now).exists(),
    )


def agreeing_for(client: Client, now: datetime) -> Agreeing:
    """By age, the state's table and a court's word, as the packet asks it."""
    case = _case(client, now)
    rights = rights_that_count(case)
    if not rights:
        return Agreeing(whose_yes(case), ())
    rows: Any = Guardianship.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    found = rows.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk, starts_at__lte=now,
        right__in=rights,
    )  # fmt: skip
    return Agreeing(whose_yes(case), tuple(found.select_related("contact").order_by("starts_at")))
