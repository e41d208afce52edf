"""A client's allergies in one line, as the head of the chart shows them."""

from uuid import UUID

from homeward.kernel.purposes import Purpose
from homeward.medications.models import Allergy
from homeward.medications.reaching import SERVICE

MOST = 200
ORDER = ("severe", "moderate", "unknown", "mild")


def allergy_line(client_id: UUID) -> str:
    """The severest first, with what each does; empty where none stands on the list."""
    rows = Allergy.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    listed = list(rows.filter(client_id=client_id, ended_at=None).order_by("at"))
    listed.sort(key=lambda each: ORDER.index(each.severity))
    said = (f"{each.substance} ({each.reaction})" for each in listed)
    return "; ".join(said)[:MOST]
