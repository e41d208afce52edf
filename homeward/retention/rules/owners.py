"""Whose a rung of outreach is: a named person, by the kind of step and who is on the team.

| Step | First of these on the team |
| --- | --- |
| a clinician calls now | counselor, psychologist, physician, nurse |
| another clinician; contact or welfare check | the counselor's supervisor, else as above |
| call or text after a quarter of an hour | technician, primary counselor |
| same day, second call | primary counselor |
| peer or consented contact | peer, case manager, primary counselor |
| letter or portal | case manager, primary counselor |
| team review, discharge decision | the counselor's supervisor, primary counselor |

Source: the handbook's outreach ladder; who is on the team is the house's own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

PRIMARY, SUPERVISOR = "primary", "supervisor"
ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "clinician_now": ("counselor", "psychologist", "physician", "nurse", PRIMARY),
        "clinician_again": (SUPERVISOR, "counselor", "psychologist", "physician", PRIMARY),
        "danger_contact": (SUPERVISOR, "counselor", "psychologist", "physician", PRIMARY),
        "after_15_minutes": ("technician", PRIMARY),
        "same_day": (PRIMARY,),
        "after_24_hours": (PRIMARY,),
        "after_48_hours": ("peer", "case_manager", PRIMARY),
        "after_72_hours": ("case_manager", PRIMARY),
        "team_review": (SUPERVISOR, PRIMARY),
        "discharge_decision": (SUPERVISOR, PRIMARY),
    }
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the team now."""

    worker_id: UUID
    role: str
    is_primary: bool


def owner_of(
    step: str,
    team: Sequence[Member],
    supervisor_id: UUID | None,
    at_work: Collection[UUID] = frozenset(),
) -> UUID | None:
    """Whose the step is; of several with one role, somebody who is at work now goes first.

    None where nobody is on the team.
    """
    for wanted in ORDER.get(step, (PRIMARY,)):
        if wanted == SUPERVISOR:
            if supervisor_id is not None:
                return supervisor_id
            continue
        fitting = [
            member
            for member in team
            if (member.is_primary if wanted == PRIMARY else member.role == wanted)
        ]
        if fitting:
            return min(
                fitting, key=lambda one: (one.worker_id not in at_work, not one.is_primary)
            ).worker_id
    return team[0].worker_id if team else None
