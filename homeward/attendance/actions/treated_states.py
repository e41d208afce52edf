"""Where the program may treat by telehealth: written with its source, from a day on."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.models import TreatedStates
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.program.file.places import STATES


class StatesUnclear(Refusal):
    """No state, an unknown one, or no source."""


@action
def set_treated_states(
    *,
    actor: Actor,
    program_id: UUID,
    states: Iterable[str],
    source: str,
    starts_on: date,
    now: datetime,
) -> TreatedStates:
    """A new dated row; what stood before stays on file. Raises StatesUnclear, NotAllowed."""
    if not may(actor.roles, RecordClass.SETUP, Access.WRITE):
        raise NotAllowed
    named = sorted(set(states))
    wrong = [
        code
        for code, is_wrong in {
            "states_none": not named or not set(named) <= set(STATES),
            "states_source": not source.strip(),
        }.items()
        if is_wrong
    ]
    if wrong:
        raise StatesUnclear(*wrong)
    row = TreatedStates.objects.create(
        program_id=program_id, states=named, source=source.strip()[:200], starts_on=starts_on,
        set_at=now, set_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("attendance.treated_states.set", actor=actor, subject=row, at=now)
    return row
