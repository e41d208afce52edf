"""Whom a danger answer pages: somebody on duty who may act and does not lead the group.

Who leads stays with the group; whoever was paged before is passed over, so that an escalation
always reaches another person. On duty comes first, then who supervises, then who else is at the
site by role. Source: the handbook's danger path; a named person within 60 seconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, State

RULE_SET, VERSION = "paging.whom", "1"
NOBODY = ""
# Nearest to the danger first; a role that is not named is never paged.
ORDER = (
    "nurse", "supervisor", "physician", "psychologist", "counselor", "technician",
    "family_counselor", "case_manager", "peer",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who could be paged: an opaque reference, roles, and where they stand."""

    ref: str
    roles: frozenset[str]
    is_on_duty: bool
    leads: bool = False
    was_paged: bool = False


def page_whom(colleagues: Iterable[Colleague]) -> Decision:
    """The reference of whom to page, or NOBODY, with why; ties go by reference."""
    fit = [each for each in colleagues if _rank(each) < len(ORDER)]
    free = [each for each in fit if not each.leads and not each.was_paged]
    free.sort(key=lambda each: (not each.is_on_duty, _rank(each), each.ref))
    if not free:
        return Decision(NOBODY, RULE_SET, VERSION, (Reason("page_nobody_left", State.NOT_MET),))
    chosen = free[0]
    on_duty = State.MET if chosen.is_on_duty else State.NOT_MET
    named = Evidence("worker", ref=chosen.ref, text="")
    return Decision(
        chosen.ref,
        RULE_SET,
        VERSION,
        (
            Reason("page_on_duty", on_duty, (named,)),
            Reason("page_does_not_lead", State.MET),
            Reason("page_may_act", State.MET),
        ),
    )


def _rank(each: Colleague) -> int:
    return min((ORDER.index(role) for role in each.roles if role in ORDER), default=len(ORDER))
