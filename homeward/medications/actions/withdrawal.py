"""Watching somebody through withdrawal: begin, and end."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.duties import READ_SCALE, end_duties, open_medical_duty
from homeward.medications.models import WithdrawalWatch
from homeward.medications.reaching import client_for, local_day, program_of
from homeward.medications.rules.withdrawal import SCALES
from homeward.program.queries import numbers_for

LEAST, MOST = 15, 720


class ScaleUnknown(Refusal):
    """Withdrawal is watched with the scale for alcohol or the one for opioids."""


class WatchIsOpen(Refusal):
    """This person is being watched with this scale already."""


class WatchNeedsOrder(Refusal):
    """A prescriber ordered it: say who."""


class IntervalUnclear(Refusal):
    """Between a quarter of an hour and half a day."""


class WatchNeedsReason(Refusal):
    """Ending a watch says why."""


@action
def begin_watch(
    *,
    actor: Actor,
    client_id: UUID,
    scale: str,
    ordered_by: str,
    now: datetime,
    every_minutes: int | None = None,
    close_minutes: int | None = None,
) -> WithdrawalWatch:
    """Begin a flowsheet; the first reading is due at once. Minutes default to the program's."""
    client = client_for(actor, client_id)
    if scale not in SCALES:
        raise ScaleUnknown("watch_scale_unknown")
    if len(ordered_by.strip()) < 2:
        raise WatchNeedsOrder("watch_needs_order")
    numbers = numbers_for(program_of(client.pk), local_day(now, client.site))
    every = every_minutes or int(numbers["withdrawal_reading_minutes"])
    close = close_minutes or int(numbers["withdrawal_close_reading_minutes"])
    if not (LEAST <= close <= every <= MOST):
        raise IntervalUnclear("watch_interval_unclear")
    rows = WithdrawalWatch.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if rows.filter(client_id=client.pk, scale=scale, ended_at=None).exists():
        raise WatchIsOpen("watch_is_open")
    watch = WithdrawalWatch.objects.create(
        client=client,
        site_id=client.site_id,
        scale=scale,
        every_minutes=every,
        close_minutes=close,
        started_at=now,
        started_by_id=actor.worker_id,
        ordered_by=ordered_by.strip()[:120],
    )
    audit.record("medications.watch.begun", actor=actor, subject=watch, at=now, reason=scale)
    open_medical_duty(
        actor=actor,
        client=client,
        kind=READ_SCALE,
        origin=f"medications:watch:{watch.pk}:begun",
        due_at=now,
        owner_id=actor.worker_id,
        detail={"watch": str(watch.pk), "scale": scale},
        now=now,
    )
    return watch


@action
def end_watch(
    *, actor: Actor, client_id: UUID, scale: str, because: str, now: datetime
) -> WithdrawalWatch:
    """End a flowsheet with the reason; no further reading is asked for."""
    client = client_for(actor, client_id)
    if len(because.strip()) < 3:
        raise WatchNeedsReason("watch_needs_reason")
    rows = WithdrawalWatch.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    watch: WithdrawalWatch = rows.select_for_update(of=("self",)).get(
        client_id=client.pk, scale=scale, ended_at=None
    )
    watch.change(ended_at=now, ended_by_id=actor.worker_id, ended_because=because.strip()[:200])
    audit.record("medications.watch.ended", actor=actor, subject=watch, at=now)
    end_duties(
        actor=actor, client_id=client.pk, kind=READ_SCALE, disposition="not_needed", now=now,
        watch=str(watch.pk),
    )  # fmt: skip
    return watch
