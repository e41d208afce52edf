"""Whose record an offer asks to change, and whether a coordinator may do it with the week."""

# What stands in the way -> the record that would have to say something else.
CLIENT_HOURS, CLIENT_TERMS, AUTHORIZATION = "client_hours", "client_terms", "authorization"
DAY_LENGTH, WORKING_HOURS, LEADING_TERMS = "day_length", "working_hours", "leading_terms"
RECORDS = {
    "client_not_available": CLIENT_HOURS,
    "client_mode": CLIENT_TERMS,
    "client_day_full": DAY_LENGTH,
    "client_week_full": AUTHORIZATION,
    "staff_not_working": WORKING_HOURS,
    "staff_day_full": LEADING_TERMS,
    "staff_week_full": LEADING_TERMS,
}


def record_of(blocker: str) -> str:
    """The record behind a blocker; empty where only other meetings have to make way."""
    return RECORDS.get(blocker, "")


def may_take_up(blocker: str, *, may_say_hours: bool) -> bool:
    """Whether one click may bring the change about: no record, or hours the client agreed to."""
    record = record_of(blocker)
    return not record or (record == CLIENT_HOURS and may_say_hours)
