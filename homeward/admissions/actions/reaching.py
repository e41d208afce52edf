"""Finding the inquiry an action is about, locked, or nothing."""

from uuid import UUID

from homeward.admissions.models import Inquiry
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose


def inquiry_to_write(actor: Actor, inquiry_id: UUID) -> Inquiry:
    """The inquiry, locked; raises Inquiry.DoesNotExist outside the actor's sites."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    return rows.select_for_update(of=("self",)).get(pk=inquiry_id)  # type: ignore[no-any-return]
