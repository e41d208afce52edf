"""Whether somebody may speak with a place about a client: asked of the one gate at that instant.

A need is told as who and for what, and nothing of treatment. A place that treats people hears why
as a clinical fact, as every hand-off does.
"""

from collections.abc import Sequence
from datetime import datetime

from homeward.consents import disclosing as gate
from homeward.consents import recipients
from homeward.consents.models import Disclosure, OutsideParty
from homeward.consents.recipients import Addressee
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item
from homeward.core.actors import Actor
from homeward.directory.disclosing import classes_of
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage.models import PlaceAsRecipient
from homeward.people.models import Client

FOR_A_NEED = (RecordClass.IDENTITY, RecordClass.LINKAGE)
FOR_CARE = (RecordClass.IDENTITY, RecordClass.ASSESSMENT)


def told_to(service: Service) -> tuple[RecordClass, ...]:
    """What a place hears in a hand-off: for care why, for anything else only for what."""
    return FOR_CARE if "treating_provider" in classes_of(service) else FOR_A_NEED


def addressee_of(service: Service) -> Addressee:
    """A place as a recipient: the organization somebody looked up for it, else by itself."""
    known = PlaceAsRecipient.objects.filter(service=service).select_related("party").first()
    if known is None:
        found = Recipient("entity", str(service.pk), classes_of(service))
        return Addressee(found, service.name)
    named = recipients.party(known.party)
    both = frozenset(known.party.classes) | classes_of(service)
    found = Recipient(named.recipient.type, named.recipient.id, both, known.party.is_covered_entity)
    return Addressee(found, named.name)


def answer_for(client: Client, service: Service, now: datetime) -> Answer:
    """Whether the consents in force let somebody say it there; nothing is written."""
    return gate.preview(client, _spoken(client, addressee_of(service), told_to(service)), now)


def say_by_consent(
    *, actor: Actor, client: Client, service: Service, now: datetime, origin: str = ""
) -> Disclosure | None:
    """The ledger row of speaking with the place; None when no consent carries all of it."""
    outgoing = _spoken(client, addressee_of(service), told_to(service), origin)
    return _through(actor, client, outgoing, now)


def say_to_party(
    *, actor: Actor, client: Client, party: OutsideParty, now: datetime, origin: str = ""
) -> Disclosure | None:
    """The same for an employer or a school that somebody looked up."""
    outgoing = _spoken(client, recipients.party(party), FOR_A_NEED, origin)
    return _through(actor, client, outgoing, now)


def _through(
    actor: Actor, client: Client, outgoing: gate.Outgoing, now: datetime
) -> Disclosure | None:
    """Asked first, so that staff who may not speak are told so before anything is said."""
    if gate.preview(client, outgoing, now).withheld:
        return None
    release = gate.disclose_now(actor=actor, client_id=client.pk, outgoing=outgoing, now=now)
    return None if release.answer.withheld else release.row


def _spoken(
    client: Client, addressee: Addressee, classes: Sequence[RecordClass], origin: str = ""
) -> gate.Outgoing:
    return gate.Outgoing(
        addressee=addressee,
        purpose=Purpose.TREATMENT.value,
        items=tuple(Item(f"{each.value}:{client.pk}", each.value) for each in classes),
        medium="phone",
        origin=origin,
    )
