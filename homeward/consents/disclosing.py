"""Deciding at this instant what may be shown to somebody outside, and writing it in the ledger."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents.models import Disclosure
from homeward.consents.queries import DISCLOSER, world_for
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item, Request
from homeward.core.actions import action
from homeward.core.actors import AGENCY, FAMILY, Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

PURPOSE_OF = {
    FAMILY: Purpose.FAMILY_SUPPORT,
    AGENCY: Purpose.CRIMINAL_JUSTICE_MONITORING,
}
# What the program has verified about the people it gave these accounts to.
CLASSES_OF = {FAMILY: frozenset({"family"}), AGENCY: frozenset({"probation_officer"})}


@action
def disclose_to_contact(
    *, actor: Actor, contact_id: UUID, items: Sequence[Item], medium: str, now: datetime
) -> Answer:
    """What of these items this family member or officer may see now; the ledger row comes first.

    A denial is written too. The answer names the released items; nothing else may be shown.
    """
    service = Actor.of_service("disclosing")
    contact: Contact = Contact.objects.for_actor(service, Purpose.CLIENT_REQUEST).get(
        pk=contact_id, account_id=actor.account_id
    )
    # A revocation waits for this row too, so that what leaves is decided before it or after it.
    client: Client = (
        Client.objects.for_actor(service, Purpose.CLIENT_REQUEST)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=contact.client_id)
    )
    purpose = PURPOSE_OF[actor.kind]
    request = Request(
        client=str(client.pk),
        discloser=DISCLOSER,
        recipient=Recipient("person", str(contact.pk), CLASSES_OF[actor.kind]),
        purpose=purpose.value,
        items=tuple(items),
    )
    answer = disclose(request, world_for(client), now)
    row = Disclosure.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        recipient_type="person",
        recipient_id=str(contact.pk),
        recipient_name=contact.name,
        purpose=purpose.value,
        effect=answer.effect,
        basis=answer.basis or "",
        cites=list(answer.cites),
        items=[item.to_json() for item in answer.items],
        obligations=list(answer.obligations),
        rule_set=answer.rule_set,
        rule_version=answer.version,
        medium=medium,
    )
    audit.record(
        "consents.disclosure.decided",
        actor=actor,
        subject=row,
        at=now,
        reason=answer.effect,
        permitted=bool(answer.released),
        purpose=purpose.value,
    )
    return answer
