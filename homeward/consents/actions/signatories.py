"""Whose signature a consent needs now, and what it is worth."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.consents.actions.refusals import GuardianUnproven, NameIsAnother
from homeward.consents.facts_of.signers import court_guardians, own_authority
from homeward.consents.models import Guardianship
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, by what right, under which names; `is_half` where another must sign too."""

    authority: str
    names: tuple[str, ...]
    contact_id: UUID | None = None
    relation: str = ""
    is_half: bool = False


def signatory_of(client: Client, guardianship_id: UUID | None, now: datetime) -> Signatory:
    """The client in person, or the guardian whose right is in force now.

    Raises GuardianUnproven for a right that is over, is another client's, or that state law does
    not ask for; NameIsAnother where a court's guardian must sign and the client does.
    """
    authority, is_half = own_authority(client, now)
    if guardianship_id is None:
        if court_guardians(client, now).exists():
            raise NameIsAnother
        return Signatory(authority, (client.name, client.preferred_name), is_half=is_half)
    rows = Guardianship.objects.for_actor(Actor.of_service("consents"), Purpose.TREATMENT)
    row = (
        rows.select_related("contact")
        .filter(
            Q(ends_at=None) | Q(ends_at__gt=now),
            pk=guardianship_id, client_id=client.pk, starts_at__lte=now,
        )
        .first()
    )  # fmt: skip
    if row is None or (row.right == Guardianship.Right.PARENT and not is_half):
        raise GuardianUnproven
    beside = row.right == Guardianship.Right.PARENT
    return Signatory("guardian", (row.contact.name,), row.contact_id, row.relation, beside)
