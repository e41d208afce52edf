"""Whom family members and agencies may know of: only where a consent in force names them."""

from typing import Any

from django.db.models import Q

from homeward.consents.active import in_force
from homeward.consents.models import Consent
from homeward.core.actors import AGENCY, FAMILY
from homeward.core.reach import Relation, relates
from homeward.people.models import Contact

PURPOSE_OF = {
    FAMILY: (Consent.Kind.FAMILY, "family_support"),
    AGENCY: (Consent.Kind.CRIMINAL_JUSTICE, "criminal_justice_monitoring"),
}
# An employer signs in by the same door, and reaches only what a consent to them by name covers.
EMPLOYER = (Consent.Kind.SPECIFIC, "other")


@relates("consent", by_class=True)
def consented_to(about: Relation) -> Any:
    """Clients whose active consent names this contact and covers the class of record."""
    actor = about.actor
    if actor.kind not in PURPOSE_OF:
        return None
    kind, purpose = PURPOSE_OF[actor.kind]
    named = Q(contact_id=actor.contact_id) if actor.contact_id else Q(pk=None)
    if actor.account_id:
        named |= Q(contact__account_id=actor.account_id)
    covers = Q(kind=kind, purposes__contains=[purpose])
    if actor.kind == AGENCY:
        covers |= Q(
            kind=EMPLOYER[0], purposes__contains=[EMPLOYER[1]],
            contact__kind=Contact.Kind.EMPLOYER,
        )  # fmt: skip
    rows = Consent.objects.unscoped("relation").filter(
        named, covers, classes__contains=[about.record_class.value]
    )
    return in_force(rows, about.at).values("client_id")
