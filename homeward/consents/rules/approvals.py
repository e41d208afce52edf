"""Approvals for research and for audit and evaluation share one shape."""

from .case import Case, Finding, found, missed
from .instants import within
from .world import Approval


def find_approval(case: Case, kind: str) -> Finding:
    """An approval of this kind for the recipient that is in force, agreed in writing, in scope."""
    held = [
        approval
        for approval in case.world.approvals
        if approval.kind == kind and approval.entity == case.request.recipient.id
    ]
    misses: list[str] = []
    for approval in sorted(held, key=lambda approval: approval.id):
        codes = _shortfalls(case, approval)
        if not codes:
            return found(approval.id)
        misses += codes
    return missed(*dict.fromkeys(misses or ["no_approval"]))


def _shortfalls(case: Case, approval: Approval) -> list[str]:
    checks = (
        ("approval_not_in_force", not within(case.now, approval.start, approval.end)),
        ("agreement_not_written", not approval.written_agreement),
        ("class_outside_approval", case.item.record_class not in approval.classes),
    )
    return [code for code, wrong in checks if wrong]
