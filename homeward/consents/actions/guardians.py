"""Who may sign in a client's place or beside them (42 CFR 2.14, 2.15)."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import GuardianshipOver, GuardianUnproven
from homeward.consents.facts import GuardianshipEnded
from homeward.consents.models import Guardianship
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact


@action
def name_guardian(
    *,
    actor: Actor,
    client_id: UUID,
    contact_id: UUID,
    right: str,
    relation: str,
    paper: str,
    now: datetime,
) -> Guardianship:
    """Keep by which paper somebody decides for the client, or that they are a minor's parent.

    The same right of the same person is kept once; raises GuardianUnproven without a relation or
    a word on how it is known.
    """
    if right not in Guardianship.Right.values or not relation.strip() or not paper.strip():
        raise GuardianUnproven
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    client: Client = rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)
    contact = Contact.objects.for_actor(actor, Purpose.TREATMENT).get(pk=contact_id, client=client)
    service = Actor.of_service("consents")
    held = Guardianship.objects.for_actor(service, Purpose.TREATMENT)
    same = held.filter(client=client, contact=contact, right=right, ends_at=None).first()
    if same is not None:
        return same  # type: ignore[no-any-return]
    row: Guardianship = Guardianship.objects.create(
        client=client,
        site_id=client.site_id,
        contact=contact,
        right=right,
        relation=" ".join(relation.split())[:60],
        paper=" ".join(paper.split())[:200],
        starts_at=now,
        entered_by_id=actor.worker_id,
    )
    Guardianship.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=row.pk)
    audit.record("consents.guardian.named", actor=actor, subject=row, at=now, reason=right)
    return row


@action
def end_guardianship(*, actor: Actor, guardianship_id: UUID, now: datetime) -> Guardianship:
    """The right is over: capacity is back, the court said so, or the client is of age."""
    rows = Guardianship.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: Guardianship = rows.select_for_update(of=("self",)).get(pk=guardianship_id)
    if row.ends_at is not None:
        raise GuardianshipOver
    row.change(ends_at=now)
    audit.record("consents.guardian.ended", actor=actor, subject=row, at=now)
    announce(GuardianshipEnded(row.pk, row.client_id, row.contact_id, now))
    return row
