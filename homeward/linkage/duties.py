"""The duties of this room: one for each thing followed, moved with its clock, ended with it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.linkage.models import Need, NeedReferral, OutsideAppointment, Transfer, WorkStart
from homeward.linkage.reaching import SERVICE, in_a_while
from homeward.people.models import Client
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

NEED, REFERRAL, TRANSFER, VISIT, WORK = (
    "linkage_need", "linkage_referral", "linkage_transfer", "linkage_visit", "linkage_work",
)  # fmt: skip
FOLLOWED, NOT_NEEDED = "followed", "not_needed"
_ENDS = (
    Disposition(FOLLOWED, _("It is known what came of it")),
    Disposition(NOT_NEEDED, _("Not needed any more"), needs_note=True),
)
KINDS = (
    DutyKind(NEED, _("A need waits: talk it over, and send the client on"), _ENDS),
    DutyKind(REFERRAL, _("Follow a referral for a need until it is known what came of it"), _ENDS),
    DutyKind(TRANSFER, _("Follow a transfer until its first visit is kept"), _ENDS),
    DutyKind(VISIT, _("Ask whether an appointment elsewhere was kept"), _ENDS),
    DutyKind(WORK, _("Ask whether the job or course still holds"), _ENDS),
)
PREFIX = "linkage:"
# Between the name of a duty and the number of the one that took its place.
AGAIN = ":again:"


def origin_of(kind: str, row: Any) -> str:
    """What names the duty of a row, so that it opens once; a need that comes back opens another."""
    again = f":{row.opened_at:%Y%m%d%H%M%S}" if kind == NEED else ""
    return f"{PREFIX}{kind}:{row.pk}{again}"


def follow(
    *,
    actor: Actor,
    client: Client,
    kind: str,
    row: Any,
    owner_id: UUID,
    due_at: datetime,
    now: datetime,
    origin: str = "",
    detail: dict[str, str] | None = None,
) -> CareTask:
    """The duty of this row, opened once; its time moves with the clock of the row."""
    name = origin or origin_of(kind, row)
    soon = in_a_while(now, due_at)
    urgency = CareTask.Urgency.SAME_DAY if soon else CareTask.Urgency.ROUTINE
    task = _opened_again(name) or open_duty(
        actor=actor,
        client=client,
        kind=kind,
        urgency=urgency,
        owner_id=owner_id,
        due_at=due_at,
        origin=name,
        detail={"row": str(row.pk), **(detail or {})},
        now=now,
    )
    if task.closed_at is None and (task.due_at, task.owner_id) != (due_at, owner_id):
        task.change(due_at=due_at, owner_id=owner_id, urgency=urgency)
    return task


def _opened_again(name: str) -> CareTask | None:
    """The duty that took the place of one a mistaken death had ended."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_for_update(
        of=("self",)
    )
    found: CareTask | None = rows.filter(
        origin__startswith=f"{name}{AGAIN}", closed_at=None
    ).first()
    return found


def open_again(*, actor: Actor, client: Client, note: str, since: datetime, now: datetime) -> int:
    """What was followed until `since` and ended with this note is followed again, as far as it
    still waits; how many. A second duty each: an ended one stays ended."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=client.pk, origin__startswith=PREFIX, disposition_note=note, closed_at__gte=since
    )
    opened = 0
    for task in rows.order_by("opened_at", "pk"):
        name = task.origin.partition(AGAIN)[0]
        if not still_waiting(task, actor) or _opened_again(name) is not None:
            continue
        due_at = max(task.due_at, now)
        before = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        number = before.filter(origin__startswith=f"{name}{AGAIN}").count() + 1
        soon = in_a_while(now, due_at)
        open_duty(
            actor=actor, client=client, kind=task.kind,
            urgency=CareTask.Urgency.SAME_DAY if soon else CareTask.Urgency.ROUTINE,
            owner_id=task.owner_id, due_at=due_at, origin=f"{name}{AGAIN}{number}",
            detail=task.detail, now=now,
        )  # fmt: skip
        opened += 1
    return opened


def end(*, actor: Actor, kind: str, row: Any, now: datetime, note: str = "") -> None:
    """The open duties of this row end with it, by whoever wrote what came of it."""
    _end(actor, Q(origin__startswith=f"{PREFIX}{kind}:{row.pk}"), now, note)


def end_named(*, actor: Actor, origin: str, now: datetime, note: str = "") -> None:
    """The duty of this name ends."""
    _end(actor, Q(origin=origin) | Q(origin__startswith=f"{origin}{AGAIN}"), now, note)


def end_all(*, actor: Actor, client_id: UUID, now: datetime, note: str) -> None:
    """Every duty of this room for a client ends: nobody is followed any more."""
    _end(actor, Q(client_id=client_id, origin__startswith=PREFIX), now, note)


def _end(actor: Actor, which: Q, now: datetime, note: str) -> None:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_for_update(
        of=("self",)
    )
    for task in rows.filter(which, closed_at=None):
        task.change(
            closed_at=now,
            closed_by_id=actor.worker_id or task.owner_id,
            disposition=FOLLOWED,
            disposition_note=note[:300],
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=FOLLOWED)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, FOLLOWED, now))


def _is_open(model: Any, pk: str, **where: Any) -> bool:
    rows = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    return bool(rows.filter(pk=pk or None, **where).exists())


def still_waiting(task: CareTask, actor: Actor) -> str:
    """A duty of this room ends with what it follows, never before."""
    row = task.detail.get("row", "")
    asks: dict[str, tuple[Any, dict[str, Any]]] = {
        NEED: (Need, {"state": "open", "answer_due_at__isnull": False}),
        REFERRAL: (NeedReferral, {"ended_at": None}),
        TRANSFER: (Transfer, {"ended_at": None}),
        VISIT: (OutsideAppointment, {"state": "booked"}),
    }
    if task.kind == WORK:
        days = int(task.detail.get("days", "0"))
        waits = _is_open(WorkStart, row) and not _is_open(WorkStart, row, checks__days=days)
        return "work_not_asked" if waits else ""
    model, where = asks[task.kind]
    return "linkage_still_open" if _is_open(model, row, **where) else ""


def register() -> None:
    """Tell the tasks room what these duties are and what ends them."""
    for kind in KINDS:
        kinds.register(kind)
        for disposition in (FOLLOWED, NOT_NEEDED):
            proofs.register(kind.code, disposition, still_waiting)
