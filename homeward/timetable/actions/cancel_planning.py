"""Planning is asked to stop; what it has found by then is kept."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.timetable.drafting.standing import DraftNotReady, reached
from homeward.timetable.drafts import WeekDraft


@action
def cancel_planning(*, actor: Actor, draft_id: UUID, now: datetime) -> WeekDraft:
    """Ask the worker to stop; asking twice is asking once. Raises DraftNotReady when it is over."""
    draft = reached(actor, draft_id)
    if draft.state != WeekDraft.State.PLANNING:
        raise DraftNotReady
    if draft.cancel_asked_at is None:
        draft.change(cancel_asked_at=now)
        audit.record("timetable.draft.cancel_asked", actor=actor, subject=draft, at=now)
    return draft
