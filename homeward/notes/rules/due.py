"""When a note is due, when it is somebody else's concern, until when a trainee's note waits.

Hours and days are the program's numbers, counted from the end of the session, from the time it was
due, and from signing.
"""

from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber


def note_due_at(session_ends_at: datetime, hours: ProgramNumber) -> datetime:
    """The instant by which a note should be signed."""
    return session_ends_at + timedelta(hours=float(hours))


def escalates_at(due_at: datetime, hours: ProgramNumber) -> datetime:
    """The instant from which the supervisor sees what was not done in time."""
    return due_at + timedelta(hours=float(hours))


def cosign_due_at(signed_at: datetime, days: ProgramNumber) -> datetime:
    """The instant by which a trainee's note should be co-signed."""
    return signed_at + timedelta(days=float(days))
