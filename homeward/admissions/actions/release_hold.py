"""Releasing a hold: by somebody with the medical right, on written evidence, and never sooner."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.facts import HoldReleased
from homeward.admissions.gating import SERVICE, gates_now
from homeward.admissions.models import Hold, Inquiry
from homeward.admissions.rules.clearance import RELEASE, ClearanceCase, may_release
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.tasks.models import CareTask


class HoldAlreadyReleased(Refusal):
    """Somebody released this hold before."""


class NotCleared(Refusal):
    """The evidence or the right is missing; `decision` says which, the codes name the lines."""

    def __init__(self, decision: Decision) -> None:
        unmet = (each.code for each in decision.reasons if each.state is not State.MET)
        super().__init__(*unmet)
        self.decision = decision


class ExaminedLater(Refusal):
    """An examination lies in the past, and after the hold was opened."""


@action
def release_hold(
    *,
    actor: Actor,
    hold_id: UUID,
    ending: str,
    evidence: str,
    now: datetime,
    examined_at: datetime | None = None,
    expected_version: int | None = None,
) -> Hold:
    """Release one hold; who examined, when, and what was found stay with it for good."""
    if actor.worker_id is None:
        raise NotAllowed
    # Whoever may read the client's assessment reaches the hold; the right to clear is asked below.
    Hold.objects.for_actor(actor, Purpose.TREATMENT, to=Access.READ).get(pk=hold_id)
    hold: Hold = (
        Hold.objects.for_actor(SERVICE, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=hold_id)
    )
    if hold.released_at is not None:
        raise HoldAlreadyReleased
    expect_version(hold, expected_version)
    seen_at = examined_at or now
    if seen_at > now or seen_at < hold.opened_at:
        raise ExaminedLater
    client = Client.objects.for_actor(SERVICE, Purpose.TREATMENT).select_related("site").get(
        pk=hold.client_id
    )  # fmt: skip
    decision = may_release(_case(hold, client, actor, ending, evidence, now))
    if decision.outcome != RELEASE:
        raise NotCleared(decision)
    # The right must reach this client, here and now: a broken glass or a role held at another
    # site shows the hold and releases nothing.
    if not reaches(actor, client, RecordClass.MEDICAL, Access.WRITE):
        raise Hold.DoesNotExist
    hold.change(
        released_at=now,
        released_by_id=actor.worker_id,
        ending=ending,
        examined_at=seen_at,
        evidence=evidence.strip()[:2000],
        release_decision=decision.to_json(),
    )
    audit.record("admissions.hold.released", actor=actor, subject=hold, at=now, reason=ending)
    _end_duties(hold, actor, now)
    announce(HoldReleased(hold.pk, hold.client_id, hold.kind, ending, now))
    return hold


def _case(
    hold: Hold, client: Client, actor: Actor, ending: str, evidence: str, now: datetime
) -> ClearanceCase:
    standing: list[str] = []
    outcome = "clear"
    if hold.inquiry_id is not None:
        rows: Any = Inquiry.objects.for_actor(SERVICE, Purpose.TREATMENT)
        found = gates_now(client, rows.select_related("program").get(pk=hold.inquiry_id), now)
        standing = [each.code for each in found.lines(State.MET)]
        outcome = found.outcome
    return ClearanceCase(
        kind=hold.kind,
        reasons=hold.reasons,
        severity=hold.severity,
        roles=actor.roles,
        ending=ending,
        evidence=evidence,
        gates_now=outcome,
        standing=standing,
    )


def _end_duties(hold: Hold, actor: Actor, now: datetime) -> None:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(
        closed_at=None, detail__hold=str(hold.pk)
    )
    for task in rows:
        task.change(closed_at=now, closed_by_id=actor.worker_id, disposition="hold_released")
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason="hold_released")
