"""Telling or handing over something from the desk: said in person, on the phone, or on paper."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.consents import recipients
from homeward.consents.actions.incidents import IncidentTold, reported_incident
from homeward.consents.actions.refusals import ConsentIncomplete, IdentityUnchecked
from homeward.consents.disclosing import Outgoing, Release, disclose_now
from homeward.consents.models import OutsideParty
from homeward.consents.recipients import Addressee
from homeward.consents.rules.request import Item
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor, knows_names
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

_service = Actor.of_service("disclosing")


@action
def share(
    *,
    actor: Actor,
    client_id: UUID,
    purpose: str,
    classes: Sequence[str],
    medium: str,
    identity_check: str,
    now: datetime,
    contact_id: UUID | None = None,
    party_id: UUID | None = None,
    to_client: bool = False,
    service: str | None = None,
    report: str | None = None,
    incident: IncidentTold | None = None,
    incident_id: UUID | None = None,
    words: str = "",
) -> Release:
    """Decide whether it may be told now, and log it either way; a no is an answer, not an error.

    `identity_check` says how the worker knows who receives it. Raises NotAllowed for an auditor,
    who knows people by chart number and tells nobody anything.

    A crime is reported by a recorded incident, or by one that is recorded with the report; the
    ledger keeps which, and none of its words.
    """
    if not knows_names(actor):
        raise NotAllowed
    if not classes:
        raise ConsentIncomplete("description_missing")
    if not identity_check.strip():
        raise IdentityUnchecked
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.get(pk=client_id)
    day = local_day(now)
    named = reported_incident(actor, client, purpose, incident, incident_id, now)
    release: Release = disclose_now(
        actor=actor,
        client_id=client.pk,
        outgoing=Outgoing(
            addressee=addressee_of(client, contact_id, party_id, to_client=to_client),
            purpose=purpose,
            items=tuple(Item(str(each), str(each), day) for each in dict.fromkeys(classes)),
            medium=medium,
            service=service,
            report=report,
            incident=str(named.pk) if named else None,
            origin=f"incident {named.pk}" if named else "",
            identity_check=identity_check.strip(),
            words=words.strip()[:1000],
        ),
        now=now,
    )
    return release


def addressee_of(
    client: Client, contact_id: UUID | None, party_id: UUID | None, *, to_client: bool
) -> Addressee:
    """Exactly one of the three; raises ConsentIncomplete when nobody is named."""
    if to_client:
        return recipients.the_client(client)
    if contact_id is not None:
        rows = Contact.objects.for_actor(_service, Purpose.OPERATIONS)
        return recipients.contact(rows.get(pk=contact_id, client_id=client.pk))
    if party_id is not None:
        return recipients.party(OutsideParty.objects.get(pk=party_id))
    raise ConsentIncomplete("recipient_missing")
