"""The duty of a paper that is still open, and how it may end."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets.models import PacketItem
from homeward.tasks import kinds, proofs
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask

KIND = "packet_paper"
SERVICE = Actor.of_service("packets")
PAPER = DutyKind(
    KIND,
    _("A paper of the packet is open"),
    (
        Disposition("settled", _("Signed, or the refusal is recorded")),
        Disposition("not_needed", _("Not needed any more"), needs_note=True),
    ),
    _("Open the packet of the client: have it signed, or record the refusal with its reason."),
)


def origin_of(item: PacketItem) -> str:
    """What opens the duty, so that it opens once."""
    return f"{KIND}:{item.pk}"


def settled(task: CareTask, actor: Actor) -> str:
    """The paper is on record as signed or refused before the duty may say so."""
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    row = rows.filter(pk=task.detail.get("item") or None).first()
    return "" if row is not None and row.settled_at else "paper_still_open"


def close(item: PacketItem, actor: Actor, now: datetime) -> None:
    """End the duty of a settled paper; by the worker at hand, otherwise by its owner."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    task = (
        rows.select_for_update(of=("self",)).filter(origin=origin_of(item), closed_at=None).first()
    )
    if task is None:
        return
    task.change(closed_at=now, closed_by_id=actor.worker_id or task.owner_id, disposition="settled")
    audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason="settled")


def register() -> None:
    """Tell the tasks room."""
    kinds.register(PAPER)
    proofs.register(KIND, "settled", settled)
