"""Who may release a hold, and on what evidence.

A medical right is a physician's (or prescriber's) or a nurse's. A nurse clears what a repeated,
believable score or normal vital signs answer; what needs a medical judgement (an emergency, a
history of seizures, daily benzodiazepines, pregnancy with opioids, drink or
sedatives) a physician clears. Withdrawal
management beside the program is a prescriber's order, so a physician ends a hold that way. A nurse
clears withdrawal only when nothing is left to ask or to score. Nobody clears on a score that
proves nothing, and somebody's age is not a matter of clearance.

Source: domain handbook 1.10 and 1.11; the division of rights is a starting value of this house.
"""

from collections.abc import Collection
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, Source, State
from homeward.kernel.roles import Role

RULE_SET, VERSION = "gate-clearance", "1"
WITHDRAWAL_HOLD = "alcohol_sedative_withdrawal"
RELEASE, REFUSE = "release", "keep"
SOURCE = Source("clearance_right", "Who clears a medical hold", "default")
NURSE_CLEARS = frozenset({"ciwa_ar_too_early", "ciwa_ar_moderate_or_more", "abnormal_vitals"})
# How a hold may end.
CLEARED, AMBULATORY, CARE_COMPLETED = (
    "cleared_by_evaluation",
    "ambulatory_withdrawal_management",
    "withdrawal_care_completed",
)
ENDINGS = (CLEARED, AMBULATORY, CARE_COMPLETED)
# Outcomes of the gates that prove nothing yet: somebody was not asked, or not scored in time.
UNSETTLED = frozenset({"ask_first", "repeat_ciwa"})
SHORTEST_EVIDENCE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceCase:
    """The hold's own reasons, who asks, how it would end, and what the gates say now."""

    kind: str
    reasons: Collection[str]
    severity: str
    roles: Collection[Role]
    ending: str
    evidence: str
    gates_now: str
    standing: Collection[str] = ()


def may_release(case: ClearanceCase) -> Decision:
    """`release`, or `keep` with every line that is not met.

    `gates_now` is the gates' outcome on what is known now and `standing` the lines met now: a
    score that is still high, still too early, or an emergency that still stands cannot be waved
    through. A history is not undone by an examination, so it may stand and be cleared.
    """
    needs_physician = (
        case.severity == "emergency_services"
        or case.ending == AMBULATORY
        or not set(case.reasons) <= NURSE_CLEARS
    )
    is_physician = Role.PHYSICIAN in case.roles
    has_right = is_physician or (Role.NURSE in case.roles and not needs_physician)
    measured = {"ciwa_ar_too_early", "ciwa_ar_severe", "confusion_or_seizure_now"}
    if case.ending == CLEARED:
        measured |= {"ciwa_ar_moderate_or_more", "abnormal_vitals"}
    still = sorted(measured & set(case.standing))
    unsettled = (
        case.kind == WITHDRAWAL_HOLD and case.ending == CLEARED and case.gates_now in UNSETTLED
    )
    lines = (
        _line("hold_is_clearable", case.kind != "age"),
        _line("clearer_has_medical_right", has_right, needs_physician=needs_physician),
        _line("ending_is_known", case.ending in ENDINGS),
        _line("evidence_is_written", len(case.evidence.strip()) >= SHORTEST_EVIDENCE),
        _line("nothing_measured_stands", not still, standing=", ".join(still)),
        _line("nothing_left_to_ask", is_physician or not unsettled),
    )
    stops = any(line.state is not State.MET for line in lines)
    return Decision(REFUSE if stops else RELEASE, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool, **detail: object) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), SOURCE, detail)
