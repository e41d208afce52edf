"""When the notes of a session go on somebody's list: the author's first, then the supervisor's.

| The note | goes |
| --- | --- |
| is not begun, half of its time has passed | to who leads the session |
| is not signed, the program's hours after it was due have passed | to who supervises them |

Source: deadlines of the rule table; the hours until a supervisor is told are a program number.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsigned:
    """One note that nobody has signed: whose it is, since when and until when, and if begun."""

    owner: str
    ended_at: datetime
    due_at: datetime
    is_begun: bool


def asks_its_author(note: Unsigned, now: datetime) -> bool:
    """Whether its author is reminded; a begun note stands on their list by itself."""
    return not note.is_begun and now >= note.ended_at + (note.due_at - note.ended_at) / 2


def asks_a_supervisor(note: Unsigned, now: datetime, hours: int) -> bool:
    """Whether somebody above is told."""
    return now >= note.due_at + timedelta(hours=hours)
