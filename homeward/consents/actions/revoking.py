"""Taking a consent back."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import ConsentAlreadyRevoked, ConsentNotSigned
from homeward.consents.facts import ConsentRevoked
from homeward.consents.models import Consent, Revocation
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@action
def revoke_consent(
    *, actor: Actor, consent_id: UUID, how: str = "in_writing", now: datetime
) -> Revocation:
    """Take a consent back from now on; what was shared relying on it stays shared.

    A criminal justice consent may be irrevocable until its event: the revocation is kept and
    counts from then.
    """
    service = Actor.of_service("consents")
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    # The client first, as in disclosing: nothing is decided while this is being taken back.
    clients = Client.objects.for_actor(service, Purpose.TREATMENT)
    clients.select_for_update(of=("self",), no_key=True).get(pk=rows.get(pk=consent_id).client_id)
    consent = rows.select_for_update(of=("self",)).get(pk=consent_id)
    if consent.signed_at is None:
        raise ConsentNotSigned
    if Revocation.objects.for_actor(service, Purpose.TREATMENT).filter(consent=consent).exists():
        raise ConsentAlreadyRevoked
    revocation = Revocation.objects.create(
        client_id=consent.client_id,
        site_id=consent.site_id,
        consent=consent,
        at=now,
        taken_by_id=actor.worker_id,
        how=how,
    )
    audit.record("consents.consent.revoked", actor=actor, subject=consent, at=now, reason=how)
    announce(ConsentRevoked(consent.pk, consent.client_id, consent.kind, now))
    return revocation
