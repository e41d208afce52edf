"""When the note of a session is due and when it locks, by the program's rule table.

The narrowest rule wins: the client's payer, then the site (its jurisdiction), then the level of
care, then the rule for all. After its lock a note is written all the same, and stays marked as a
late entry with the reason.
"""

from datetime import datetime, timedelta
from typing import Any

from homeward.notes.drafting import is_group
from homeward.packets.queries import holds_for
from homeward.program.queries import closed_days, deadlines_for
from homeward.program.rules.due import due_at

GROUP_NOTE, SINGLE_NOTE, LOCK = "group_note", "progress_note", "note_lock"
LONGEST = timedelta(days=60)


def document_of(session: Any) -> str:
    """Which row of the table speaks of this session's notes."""
    return GROUP_NOTE if is_group(session) else SINGLE_NOTE


def due_and_locked(session: Any, client: Any, level_code: str) -> tuple[datetime, datetime]:
    """The instants until which the note is in time, and from which it is a late entry."""
    rules = deadlines_for(session.program_id, session.on, holds_for(client, session.on, level_code))
    asked = [rules[document_of(session)], rules[LOCK]]
    closed = (
        closed_days(session.program_id, session.on, session.on + LONGEST)
        if any(rule.calendar == "business" for rule in asked)
        else frozenset()
    )
    due, locked = (due_at(rule, session.ends_at, client.site.time_zone, closed) for rule in asked)
    return due, max(due, locked)
