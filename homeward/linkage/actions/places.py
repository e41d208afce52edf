"""A consent for a place: it becomes a recipient, and a paper that names it waits to be signed."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.consents.actions.drafting import draft_consent
from homeward.consents.actions.parties import look_up_party
from homeward.consents.models import Consent, OutsideParty
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.directory.disclosing import classes_of
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage.actions.refusals import PlaceRetired
from homeward.linkage.models import PlaceAsRecipient
from homeward.linkage.reaching import client_for
from homeward.linkage.sending import FOR_A_NEED

# What a packet may hold; which of it leaves is the client's to say on the paper.
FOR_A_PACKET = (
    RecordClass.IDENTITY, RecordClass.SCHEDULE, RecordClass.ASSESSMENT, RecordClass.NOTES,
    RecordClass.MEDICAL, RecordClass.DRUG_TESTS, RecordClass.LINKAGE,
)  # fmt: skip
LASTS = timedelta(days=365)


@action
def ask_for_consent(
    *, actor: Actor, client_id: UUID, service_id: UUID, now: datetime, for_packet: bool = False
) -> Consent:
    """A drafted consent that names this place, to be read, offered and signed or not.

    One that is drafted already is answered again. Nothing may be said on a draft. Raises
    PlaceRetired; DoesNotExist out of reach.
    """
    client = client_for(actor, client_id)
    service = Service.objects.get(pk=service_id)
    if service.retired_at is not None:
        raise PlaceRetired
    party = _recipient(actor, service, now)
    classes = sorted(str(each) for each in (FOR_A_PACKET if for_packet else FOR_A_NEED))
    drafts = Consent.objects.for_actor(actor, Purpose.TREATMENT)
    for found in drafts.filter(client_id=client.pk, party=party, signed_at=None):
        if sorted(found.classes) == classes:
            return found  # type: ignore[no-any-return]
    draft: Consent = draft_consent(
        actor=actor,
        client_id=client.pk,
        kind=Consent.Kind.SPECIFIC,
        party_id=party.pk,
        purposes=[Purpose.TREATMENT.value],
        classes=classes,
        expires_at=now + LASTS,
        now=now,
    )
    audit.record("linkage.consent.asked", actor=actor, subject=draft, at=now)
    return draft


def _recipient(actor: Actor, service: Service, now: datetime) -> OutsideParty:
    """The organization that this place is: linked before, of the same name, or looked up now."""
    known = PlaceAsRecipient.objects.filter(service=service).select_related("party").first()
    if known is not None:
        return known.party
    party = OutsideParty.objects.filter(name__iexact=service.name).first()
    if party is None:
        party = look_up_party(
            actor=actor,
            name=service.name,
            type=OutsideParty.Type.ENTITY,
            classes=sorted(classes_of(service)),
            how="listed among the places elsewhere",
            phone=service.phone,
            address=", ".join(filter(None, (service.address, service.city))),
            now=now,
        )
    PlaceAsRecipient.objects.create(
        service=service, party=party, made_at=now, made_by_id=actor.worker_id
    )
    return party
