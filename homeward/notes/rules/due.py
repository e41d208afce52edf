"""When a late note is somebody else's concern, until when a trainee's note waits.

Hours and days are the program's numbers, counted from the time it was due, and from signing. When
it is due at all stands in the rule table: see `notes.due_rules`.
"""

from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber


def escalates_at(due_at: datetime, hours: ProgramNumber) -> datetime:
    """The instant from which the supervisor sees what was not done in time."""
    return due_at + timedelta(hours=float(hours))


def cosign_due_at(signed_at: datetime, days: ProgramNumber) -> datetime:
    """The instant by which a trainee's note should be co-signed."""
    return signed_at + timedelta(days=float(days))
