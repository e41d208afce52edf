"""A court order under subpart E (42 CFR 2.61 to 2.67).

An order authorises without compelling; a subpoena compels without authorising. So the order
alone permits, the subpoena alone never does, and the answer says which half is missing.
"""

from ..case import NOT_ASKED, Case, Finding, found, missed
from ..codes import LEGAL_PURPOSE
from ..world import LegalInstrument


def find(case: Case) -> Finding:
    """A presented, verified order of the right type that reaches this recipient and class."""
    if case.request.purpose != LEGAL_PURPOSE:
        return NOT_ASKED
    misses: list[str] = []
    for paper in sorted(presented(case), key=lambda paper: paper.id):
        codes = _shortfalls(case, paper)
        if not codes:
            return found(paper.id)
        misses += codes
    return missed(*dict.fromkeys(misses or ["order_missing"]))


def presented(case: Case) -> list[LegalInstrument]:
    """The papers about this client that came with the request and already exist."""
    return [
        paper
        for paper in case.world.legal_instruments
        if paper.id in case.request.instruments
        and paper.client == case.request.client
        and paper.at <= case.now
    ]


def _shortfalls(case: Case, paper: LegalInstrument) -> list[str]:
    if paper.type == "subpoena":
        return ["subpoena_is_not_an_order"]
    if paper.type != "court_order_2_61":
        return ["order_of_other_type"]
    named = paper.recipient is not None and paper.recipient.permits(case.request.recipient)
    checks = (
        (
            "order_not_verified_by_two",
            len({who for who in paper.verified_by if who}) < 2,
        ),
        ("order_names_other_recipient", not named),
        ("class_outside_order", case.item.record_class not in paper.classes),
    )
    return [code for code, wrong in checks if wrong]
