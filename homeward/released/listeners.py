"""What happens elsewhere and takes released items away, in the transaction in which it happens.

Whatever might close something takes away more than it must rather than less: whoever looks again
is decided about again. Revocations, flags, restrictions and stops hold the client's row, as a
release does: what was being decided at that instant is written before, and taken away, or decided
after.
"""

from uuid import UUID

from django.db.models import Q

from homeward.consents.facts import (
    CaseClosed,
    ConsentRevoked,
    ConsentSigned,
    GuardianshipEnded,
    RestrictionDecided,
    SafetyFlagRaised,
)
from homeward.consents.models import Consent
from homeward.core.facts import listens_to
from homeward.doorways.facts import WayInClosed
from homeward.kernel.purposes import Purpose
from homeward.people.facts import ContactStopped
from homeward.progress.facts import ClientDischarged
from homeward.released.actions import HOUSE, withdraw


def _take_away(client_id: UUID, which: Q | None = None) -> None:
    about = Q(client_id=client_id)
    withdraw(about & which if which is not None else about)


@listens_to(ConsentRevoked)
def consent_revoked(fact: ConsentRevoked) -> None:
    """What rests on that paper; what another paper of theirs opens stays."""
    _take_away(fact.client_id, Q(consent_ids__contains=[fact.consent_id]))


@listens_to(ConsentSigned)
def consent_signed(fact: ConsentSigned) -> None:
    """A newer paper takes the place of an older one, and may name less."""
    named = Consent.objects.for_actor(HOUSE, Purpose.CLIENT_REQUEST).filter(pk=fact.consent_id)
    contact_id = named.values_list("contact_id", flat=True).first()
    _take_away(fact.client_id, Q(contact_id=contact_id) if contact_id else None)


@listens_to(SafetyFlagRaised)
def flag_raised(fact: SafetyFlagRaised) -> None:
    """Somebody who may endanger the client learns nothing."""
    _take_away(fact.client_id, Q(contact_id=fact.contact_id) if fact.contact_id else None)


@listens_to(RestrictionDecided)
def restriction_agreed(fact: RestrictionDecided) -> None:
    """An agreed restriction binds from now (42 CFR 2.26)."""
    if fact.is_agreed:
        _take_away(fact.client_id)


@listens_to(GuardianshipEnded)
def guardianship_ended(fact: GuardianshipEnded) -> None:
    """Who stood in the client's place does not any more."""
    _take_away(fact.client_id, Q(contact_id=fact.contact_id))


@listens_to(CaseClosed)
def case_closed(fact: CaseClosed) -> None:
    """Papers that end with the case ended."""
    _take_away(fact.client_id)


@listens_to(ClientDischarged)
def discharged(fact: ClientDischarged) -> None:
    """Papers that end with the stay ended."""
    _take_away(fact.client_id)


@listens_to(ContactStopped)
def stopped(fact: ContactStopped) -> None:
    """Somebody died, is in hospital or in jail."""
    _take_away(fact.client_id)


@listens_to(WayInClosed)
def way_in_closed(fact: WayInClosed) -> None:
    """Who comes in no more is shown nothing more."""
    _take_away(fact.client_id, Q(account_id=fact.account_id))
