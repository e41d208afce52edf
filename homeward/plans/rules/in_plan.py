"""Whether a session that is about to be booked stands in the plan in force.

| The session | is |
| --- | --- |
| of a kind the plan in force names | planned |
| an assessment, a crisis contact or a medical visit | free: never held back, plan or none |
| of another kind, or while no plan is in force | outside: booked with a warning |

Services outside the signed plan are an audit finding and often not paid; care is never blocked.
Source: domain handbook, treatment plan.
"""

from collections.abc import Collection

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "in-plan", "1"
PLANNED, FREE, OUTSIDE = "planned", "free", "outside"
# A group of several families is how a family session of the plan may be held.
STANDS_FOR = {"multi_family": "family"}
ALWAYS_FREE = frozenset({"medical", "crisis", "assessment"})
IN_PLAN = Source("services_in_plan", "Services in the active, signed plan", "norm")


def in_plan(kind: str, *, has_plan: bool, kinds: Collection[str]) -> Decision:
    """`kinds` are those the plan in force names; an outside session is warned about only."""
    asked = STANDS_FOR.get(kind, kind)
    lines = (
        Reason("plan_in_force", State.MET if has_plan else State.NOT_MET, source=IN_PLAN),
        Reason(
            "kind_in_plan",
            State.MET if asked in kinds else State.NOT_MET,
            evidence=tuple(Evidence("plan_kind", text=each) for each in sorted(kinds)),
            source=IN_PLAN,
            detail={"kind": kind},
        ),
    )
    if has_plan and asked in kinds:
        return Decision(PLANNED, RULE_SET, VERSION, lines)
    return Decision(FREE if kind in ALWAYS_FREE else OUTSIDE, RULE_SET, VERSION, lines)
