"""Consents that ended with the last stay, prepared again with the same terms, for a new signature.

Nothing is renewed by itself: each is a draft that the person reads and signs, or does not.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.aftercare.returning import consents_to_renew
from homeward.consents.actions import draft_consent, offer_draft
from homeward.consents.models import Consent
from homeward.consents.terms import NEEDS_WITNESS
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class NothingToRenew(Refusal):
    """None was chosen, or what was chosen does not wait to be renewed."""


@action
def renew_consents(
    *, actor: Actor, client_id: UUID, consent_ids: Sequence[UUID], now: datetime
) -> list[Consent]:
    """A draft for each, offered on the person's own page where it may be signed alone.

    Raises NothingToRenew and what drafting refuses; Client.DoesNotExist out of scope.
    """
    client: Client = Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=client_id)
    wanted = set(consent_ids)
    chosen = [row for row in consents_to_renew(actor, client, now) if row.pk in wanted]
    if not chosen or len(chosen) != len(wanted):
        raise NothingToRenew("consents")
    drafts = []
    for row in chosen:
        draft = draft_consent(
            actor=actor,
            client_id=client.pk,
            kind=row.kind,
            contact_id=row.contact_id,
            party_id=row.party_id,
            purposes=row.purposes,
            classes=row.classes,
            designation=row.designation,
            member_ids=[each["id"] for each in row.members],
            language=row.language,
            now=now,
        )
        if draft.kind not in NEEDS_WITNESS:
            offer_draft(actor=actor, consent_id=draft.pk, now=now)
        drafts.append(draft)
    return drafts
