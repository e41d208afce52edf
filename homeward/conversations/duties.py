"""The duties of this room: answer a message that is past its time, and look at one about danger.

Danger said in a message is the same safety duty as one said at a check-in: whoever is on duty is
paged at once, and it ends only by what was done about it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.conversations.models import Conversation, OutsideConversation, Thread
from homeward.conversations.reaching import SERVICE
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.paging.kinds import PAGE
from homeward.people.models import Client
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import SAFETY, Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.rules.due import NOW, due_at

LATE, LATE_ABOVE = "message_late", "message_late_above"
DONE = "done"
_ENDS = (Disposition(DONE, _("Answered")),)
KINDS = (
    DutyKind(
        LATE, _("Answer a message that is past its time"), _ENDS,
        _("Answer it, hand it to a colleague, or say why it needs no answer."),
    ),
    DutyKind(
        LATE_ABOVE, _("A message to somebody you supervise is past its time"),
        (Disposition(DONE, _("Answered")), Disposition("spoken", _("Spoken with them"), True)),
        _("Speak with whoever has it; it can be handed to a colleague."),
    ),
)  # fmt: skip


def origin_of(kind: str, thread: Thread, worker_id: UUID) -> str:
    """What names a duty about one wait, so that it opens once for each worker."""
    since = thread.waits_since.isoformat() if thread.waits_since else ""
    return f"conversations:{thread.pk}:{kind}:{worker_id.hex[:12]}:{since}"[:120]


def open_about(kind: str, thread: Thread, client: Client, worker_id: UUID, now: datetime) -> None:
    """A message waits past its time: a duty of this worker's for the same day."""
    assert thread.due_at is not None
    open_duty(
        actor=SERVICE, client=client, kind=kind, urgency=CareTask.Urgency.SAME_DAY,
        owner_id=worker_id, due_at=max(thread.due_at, now), now=now,
        origin=origin_of(kind, thread, worker_id), detail=detail_of(thread),
    )  # fmt: skip


def open_danger(
    *, actor: Actor, thread: Thread, message_id: UUID, client: Client, now: datetime
) -> CareTask:
    """The safety duty of a message; whoever is on duty is paged by it."""
    return open_duty(
        actor=actor, client=client, kind=SAFETY.code, urgency=CareTask.Urgency.NOW,
        owner_id=thread.owner_id, due_at=due_at(NOW, now, client.site.time_zone),
        origin=f"conversations:{message_id}:danger", detail=detail_of(thread), now=now,
    )  # fmt: skip


def who_was_told(task: CareTask) -> tuple[str, ...]:
    """The names behind a danger: who was paged first of all, then whose duty it is."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    pages = rows.filter(kind=PAGE.code, detail__for=str(task.pk)).select_related("owner")
    own = rows.select_related("owner").get(pk=task.pk)
    names = [page.owner.name for page in pages.order_by("opened_at")] + [own.owner.name]
    return tuple(dict.fromkeys(names))


def detail_of(thread: Thread) -> dict[str, str]:
    """What a duty keeps to lead back to its conversation."""
    side = "outside" if isinstance(thread, OutsideConversation) else "client"
    return {"conversation": str(thread.pk), "side": side}


def end_late(*, actor: Actor, thread: Thread, now: datetime) -> None:
    """Somebody answered, or nobody needs to: the duties about the wait end with it."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    open_ones = rows.select_for_update(of=("self",)).filter(
        kind__in=(LATE, LATE_ABOVE), closed_at=None, client_id=thread.client_id,
        detail__conversation=str(thread.pk),
    )  # fmt: skip
    for task in open_ones:
        by = actor.worker_id or task.owner_id
        task.change(closed_at=now, closed_by_id=by, disposition=DONE)
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=DONE)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, DONE, now))


def still_waiting(task: CareTask, actor: Actor) -> str:
    """A late duty ends with its message, never by a click."""
    model: Any = OutsideConversation if task.detail.get("side") == "outside" else Conversation
    rows = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    pk = task.detail.get("conversation") or None
    return "message_open" if rows.filter(pk=pk, waits_since__isnull=False).exists() else ""


def register() -> None:
    """Tell the tasks room what these duties are and what ends them."""
    for kind in KINDS:
        kinds.register(kind)
        proofs.register(kind.code, DONE, still_waiting)
