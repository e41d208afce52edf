"""Which halves of a legal request are there: what authorizes and what compels.

A Part 2 court order authorizes without compelling; a subpoena compels without authorizing. The
desk hands over only when both are there, the order is verified by two people and the person is
known; the engine decides item by item on top of that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, Source, State

VERSION = "2026.1"
RULE_SET = "legal_desk"
READY, WAIT = "ready", "wait"
ORDER = "court_order_2_61"
COMPELLING = "subpoena"
SUBPART_E = Source("subpart_e", "42 CFR Part 2, subpart E", "law", "42 CFR 2.61-2.67")
TWO_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """One court paper with the different people who verified it."""

    type: str
    verifiers: frozenset[str]

    @property
    def is_verified(self) -> bool:
        return len(self.verifiers) >= TWO_PEOPLE


def standing(papers: Sequence[Paper], *, person_linked: bool) -> Decision:
    """ready or wait, with every half said to be there, missing or not verified yet."""
    orders = [paper for paper in papers if paper.type == ORDER]
    compelling = [paper for paper in papers if paper.type == COMPELLING]
    other = any(paper.type == "court_order_other" for paper in papers)
    lines = (
        ("legal_person_linked", person_linked),
        ("legal_order_there", bool(orders)),
        ("legal_order_verified", any(paper.is_verified for paper in orders)),
        ("legal_compelling_there", bool(compelling)),
        ("legal_compelling_verified", any(paper.is_verified for paper in compelling)),
    )
    reasons = [
        Reason(code, State.MET if met else State.NOT_MET, (), SUBPART_E) for code, met in lines
    ]
    if other and not orders:
        reasons.append(Reason("order_of_other_type", State.NOT_MET, (), SUBPART_E))
    outcome = READY if all(met for _code, met in lines) else WAIT
    return Decision(outcome, RULE_SET, VERSION, tuple(reasons))
