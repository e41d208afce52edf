"""A medical emergency: decide, write the ledger row and the four items of 2.51 at once."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.actions.refusals import (
    ConsentNotExplained,
    FourItemsMissing,
    NothingMayLeave,
)
from homeward.consents.disclosing import Outgoing, Release, disclose_now
from homeward.consents.facts import EmergencyDisclosed
from homeward.consents.models import EmergencyRecord
from homeward.consents.rules.request import Emergency, Item
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@action
def disclose_in_emergency(
    *,
    actor: Actor,
    client_id: UUID,
    recipient_name: str,
    recipient_affiliation: str,
    nature: str,
    why_no_consent: str,
    classes: Sequence[str],
    medium: str,
    now: datetime,
    words: str = "",
) -> EmergencyRecord:
    """Share with medical personnel what the emergency needs; refused without the four items.

    Recipient and affiliation, discloser, date and time, nature; and why the client's consent could
    not be had first, without which the law opens nothing (2.51(a)(1)). The privacy officer is told.
    """
    wanted = (recipient_name.strip(), recipient_affiliation.strip(), nature.strip())
    if not all(wanted) or not classes or actor.worker_id is None:
        raise FourItemsMissing
    if not why_no_consent.strip():
        raise ConsentNotExplained
    client: Client = Client.objects.for_actor(actor, Purpose.EMERGENCY).get(pk=client_id)
    name, affiliation, why = wanted
    release: Release = disclose_now(
        actor=actor,
        client_id=client.pk,
        outgoing=Outgoing(
            addressee=recipients.medical_personnel(name, affiliation),
            purpose=Purpose.EMERGENCY.value,
            items=tuple(Item(each, each) for each in dict.fromkeys(classes)),
            medium=medium,
            emergency=Emergency(affiliation, why),
            words=words,
        ),
        now=now,
    )
    if not release.is_open:
        raise NothingMayLeave(*release.answer.items[0].reasons)
    record: EmergencyRecord = EmergencyRecord.objects.create(
        client=client,
        site_id=client.site_id,
        disclosure=release.row,
        recipient_name=name[:120],
        recipient_affiliation=affiliation[:120],
        discloser_id=actor.worker_id,
        discloser_name=actor.name[:120],
        at=now,
        nature=why[:300],
        why_no_consent=" ".join(why_no_consent.split())[:300],
    )
    audit.record("consents.emergency.disclosed", actor=actor, subject=record, at=now)
    announce(EmergencyDisclosed(record.pk, client.pk, client.site_id, actor, now))
    return record
