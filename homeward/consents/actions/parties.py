"""Looking up who somebody outside is, and the agreements that bind an organization."""

from collections.abc import Sequence
from datetime import datetime

from homeward import audit
from homeward.consents.actions.refusals import AgreementReversed, PartyKnown
from homeward.consents.models import OutsideParty, QsoAgreement
from homeward.consents.rules.codes import RECIPIENT_CLASSES
from homeward.core.actions import action
from homeward.core.actors import Actor

NEVER_OUTSIDE = frozenset({"client", "staff", "family"})


@action
def look_up_party(
    *,
    actor: Actor,
    name: str,
    type: str,
    classes: Sequence[str],
    how: str,
    now: datetime,
    is_covered_entity: bool = False,
    is_intermediary: bool = False,
    phone: str = "",
    address: str = "",
) -> OutsideParty:
    """Keep who they are and what they are, with who looked it up and how."""
    named = " ".join(name.split())[:120]
    if OutsideParty.objects.filter(name__iexact=named).exists():
        raise PartyKnown
    party = OutsideParty.objects.create(
        type=type,
        name=named,
        classes=sorted(set(classes) & (RECIPIENT_CLASSES - NEVER_OUTSIDE)),
        is_covered_entity=is_covered_entity,
        is_intermediary=is_intermediary,
        phone=phone.strip()[:40],
        address=address.strip()[:200],
        verified_at=now,
        verified_by_id=actor.worker_id,
        verified_how=how.strip()[:120],
    )
    audit.record("consents.party.looked_up", actor=actor, subject=party, at=now)
    return party


@action
def enter_agreement(
    *,
    actor: Actor,
    party: OutsideParty,
    services: Sequence[str],
    starts_at: datetime,
    ends_at: datetime | None,
    now: datetime,
) -> QsoAgreement:
    """A service organization has signed to be bound by Part 2; it serves only these services."""
    if ends_at is not None and ends_at <= starts_at:
        raise AgreementReversed
    agreement = QsoAgreement.objects.create(
        party=party,
        services=list(dict.fromkeys(services)),
        starts_at=starts_at,
        ends_at=ends_at,
        entered_by_id=actor.worker_id,
    )
    audit.record("consents.agreement.entered", actor=actor, subject=agreement, at=now)
    return agreement
