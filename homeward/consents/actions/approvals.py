"""Leave for research (42 CFR 2.52) and for audit and evaluation (2.53)."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    AgreementNotSigned,
    AgreementReversed,
    ApprovalIncomplete,
    ApprovalOver,
    OpenEndUnexplained,
)
from homeward.consents.models import Approval, OutsideParty
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed


@action
def record_approval(
    *,
    actor: Actor,
    kind: str,
    party_id: UUID,
    protocol: str,
    responsible: str,
    board: str,
    reviewed_on: date | None,
    classes: Sequence[str],
    conditions: str,
    agreement_signed_on: date | None,
    starts_at: datetime,
    ends_at: datetime | None,
    now: datetime,
    no_end_reason: str = "",
) -> Approval:
    """Keep what was approved, for whom and on which conditions; the engine reads it from then on.

    Refused while anything is missing that 2.52 and 2.53 rest on, without a signed agreement, and
    without an end unless it is written down why there is none.
    """
    if actor.worker_id is None or kind not in Approval.Kind.values:
        raise NotAllowed
    said = {
        "protocol": protocol, "responsible": responsible, "board": board, "conditions": conditions,
    }  # fmt: skip
    missing = [name for name, words in said.items() if not words.strip()]
    if missing or not classes or reviewed_on is None:
        raise ApprovalIncomplete
    if agreement_signed_on is None:
        raise AgreementNotSigned
    if ends_at is None and not no_end_reason.strip():
        raise OpenEndUnexplained
    if ends_at is not None and ends_at <= starts_at:
        raise AgreementReversed
    approval = Approval.objects.create(
        kind=kind,
        party=OutsideParty.objects.get(pk=party_id),
        protocol=_line(protocol, 200),
        responsible=_line(responsible, 120),
        board=_line(board, 160),
        reviewed_on=reviewed_on,
        classes=[str(each) for each in dict.fromkeys(classes)],
        conditions=conditions.strip()[:600],
        agreement_signed_on=agreement_signed_on,
        has_written_agreement=True,
        starts_at=starts_at,
        ends_at=ends_at,
        no_end_reason="" if ends_at else _line(no_end_reason, 300),
        entered_by_id=actor.worker_id,
    )
    audit.record("consents.approval.entered", actor=actor, subject=approval, at=now, reason=kind)
    return approval


@action
def end_approval(*, actor: Actor, approval_id: UUID, reason: str, now: datetime) -> Approval:
    """Nothing leaves on it from now on; the reason stands in the audit."""
    if actor.worker_id is None:
        raise NotAllowed
    approval = Approval.objects.select_for_update().get(pk=approval_id)
    if approval.ends_at is not None and approval.ends_at <= now:
        raise ApprovalOver
    if not reason.strip():
        raise ApprovalIncomplete
    approval.change(ends_at=now)
    audit.record(
        "consents.approval.ended", actor=actor, subject=approval, at=now, reason=_line(reason, 200)
    )
    return approval


def _line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest]
