"""When a late note is somebody else's concern, until when a trainee's note waits.

Hours and days are the program's numbers, counted from the time it was due, and from signing. When
it is due at all stands in the rule table: see `notes.due_rules`.
"""

from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber


def due_before(now: datetime, hours: ProgramNumber) -> datetime:
    """The latest instant at which what is the supervisor's concern by now was due."""
    return now - timedelta(hours=float(hours))


def cosign_due_at(signed_at: datetime, days: ProgramNumber) -> datetime:
    """The instant by which a trainee's note should be co-signed."""
    return signed_at + timedelta(days=float(days))


def cosign_due_before(now: datetime, days: ProgramNumber) -> datetime:
    """What was signed before this instant should have been co-signed by now."""
    return now - timedelta(days=float(days))
