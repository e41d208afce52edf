"""By when a duty must be done, from how urgent it is.

Source: instruments handbook, section 5: urgent now, high same day, attention at the next contact.
Numbers are arguments; the defaults are starting values of this house.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

NOW, SAME_CONTACT, SAME_DAY, NEXT_CONTACT = "now", "same contact", "same day", "next contact"
URGENCY_OF = {
    NOW: "now",
    SAME_CONTACT: "now",
    SAME_DAY: "same_day",
    NEXT_CONTACT: "next_contact",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNumbers:
    """Minutes for what cannot wait, the end of a working day, days until the next contact."""

    now_minutes: int = 15
    same_contact_minutes: int = 60
    day_ends: time = time(20)
    next_contact_days: int = 7


DEFAULT = DueNumbers()


def due_at(due: str, opened_at: datetime, zone: str, numbers: DueNumbers = DEFAULT) -> datetime:
    """The instant a duty is due; an unknown word is read as the end of the day.

    Late in the evening "same day" still leaves an hour: a duty is never born overdue.
    """
    if due == NOW:
        return opened_at + timedelta(minutes=numbers.now_minutes)
    if due == SAME_CONTACT:
        return opened_at + timedelta(minutes=numbers.same_contact_minutes)
    if due == NEXT_CONTACT:
        return opened_at + timedelta(days=numbers.next_contact_days)
    here = opened_at.astimezone(ZoneInfo(zone))
    end_of_day = here.replace(
        hour=numbers.day_ends.hour, minute=numbers.day_ends.minute, second=0, microsecond=0
    )
    return max(end_of_day.astimezone(opened_at.tzinfo), opened_at + timedelta(hours=1))
