"""Whether staff may speak with a place about a person: asked of the one gate, before the call."""

from datetime import datetime

from homeward.consents import disclosing as gate
from homeward.consents.actions import disclose_in_emergency as tell_in_emergency
from homeward.consents.actions.refusals import (
    ConsentNotExplained,
    FourItemsMissing,
    NothingMayLeave,
)
from homeward.consents.models import Disclosure
from homeward.consents.recipients import Addressee
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item
from homeward.core.actors import Actor
from homeward.directory.kinds import TREATING, Option
from homeward.directory.models import Referral, Service
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

# A referral tells who somebody is and why they are sent: these two classes, and nothing else.
SAID = (RecordClass.IDENTITY, RecordClass.ASSESSMENT)


def answer_for(client: Client, service: Service, now: datetime) -> Answer:
    """Whether the consents in force let staff refer this client there; nothing is written."""
    return gate.preview(client, _referring(client, service), now)


def disclose_by_consent(
    *, actor: Actor, referral: Referral, service: Service, now: datetime
) -> Disclosure | None:
    """The ledger row of speaking with the place; None when no consent carries all of it."""
    return _through(actor, referral, _referring(referral.client, service), now)


def disclose_in_emergency(
    *,
    actor: Actor,
    referral: Referral,
    service: Service,
    spoke_with: str,
    nature: str,
    why_no_consent: str,
    now: datetime,
) -> Disclosure | None:
    """The ledger row of telling medical personnel in an emergency, with the four items of 2.51(c).

    None without the name of who was told, without the nature, or without why the person could not
    be asked first (2.51(a)(1)): all are to be written at once.
    A place without clinicians has no medical personnel: it is told nothing on this ground.
    """
    if not TREATING & set(service.options):
        return None
    try:
        record = tell_in_emergency(
            actor=actor,
            client_id=referral.client_id,
            recipient_name=spoke_with,
            recipient_affiliation=service.name,
            nature=nature,
            why_no_consent=why_no_consent,
            classes=[each.value for each in SAID],
            medium="phone",
            words=nature,
            now=now,
        )
    except (FourItemsMissing, ConsentNotExplained, NothingMayLeave):
        return None
    return record.disclosure


def _through(
    actor: Actor, referral: Referral, outgoing: gate.Outgoing, now: datetime
) -> Disclosure | None:
    """Asked first, so that staff who may not speak are told so before anything is said."""
    if gate.preview(referral.client, outgoing, now).withheld:
        return None
    release = gate.disclose_now(
        actor=actor, client_id=referral.client_id, outgoing=outgoing, now=now
    )
    return None if release.answer.withheld else release.row


def _referring(client: Client, service: Service) -> gate.Outgoing:
    return gate.Outgoing(
        addressee=Addressee(
            Recipient("entity", str(service.pk), classes_of(service)), service.name
        ),
        purpose=Purpose.TREATMENT.value,
        items=_items(client),
        medium="spoken",
    )


def classes_of(service: Service) -> frozenset[str]:
    """What the place is in the words of Part 2; a support group is nothing of the kind."""
    if TREATING & set(service.options):
        return frozenset({"treating_provider"})
    if {Option.SOBER_LIVING, Option.HOUSING} & set(service.options):
        return frozenset({"housing"})
    return frozenset()


def _items(client: Client) -> tuple[Item, ...]:
    return tuple(Item(f"{each.value}:{client.pk}", each.value) for each in SAID)
