"""A client wants a handout on their phone, or no longer."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.curriculum.models import HandedOut, SheetChoice
from homeward.kernel.purposes import Purpose


@action
def choose_sheet(*, actor: Actor, handed_id: UUID, is_kept: bool, now: datetime) -> SheetChoice:
    """Keep what the client says; the newest word holds.

    Raises NotAllowed for anybody but a client; HandedOut.DoesNotExist for another one's sheet.
    """
    if actor.client_id is None:
        raise NotAllowed
    handed = HandedOut.objects.for_actor(actor, Purpose.CLIENT_REQUEST).get(
        pk=handed_id, client_id=actor.client_id
    )
    choices = SheetChoice.objects.for_actor(actor, Purpose.CLIENT_REQUEST, to=Access.WRITE)
    row: SheetChoice | None = choices.select_for_update(of=("self",)).filter(handed=handed).first()
    if row is None:
        row = SheetChoice.objects.create(
            client_id=handed.client_id, site_id=handed.site_id, handed=handed, is_kept=is_kept,
            said_at=now,
        )  # fmt: skip
    elif row.is_kept != is_kept:
        row.change(is_kept=is_kept, said_at=now)
    audit.record("curriculum.sheet.chosen", actor=actor, subject=row, at=now)
    return row
