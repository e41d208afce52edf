"""Which clock runs now for a need, a referral or a transfer, and when it is due.

Source: a warm hand-off brings the first appointment within the program's days (handbook 1.9); the
shorter steps on the way there are starting values of this program.
"""

from datetime import datetime, timedelta

from .numbers import LinkageNumbers


def need_due(
    severity: str, wants: str, told_at: datetime, numbers: LinkageNumbers
) -> datetime | None:
    """By when somebody sends the client on or answers them; None where no help is wanted now.

    An urgent need runs whether the client was asked or not: asking is the first thing to do.
    """
    if severity == "urgent" and wants in ("now", "not_asked"):
        return told_at + timedelta(hours=numbers.need_urgent_hours)
    if wants in ("now", "not_asked"):
        return told_at + timedelta(days=numbers.need_answer_days)
    return None


def referral_due(
    state: str, since: datetime, appointment_at: datetime | None, numbers: LinkageNumbers
) -> datetime:
    """When the next thing about a referral is due, from the instant of its last step."""
    if state == "booked" and appointment_at is not None:
        return appointment_at + timedelta(days=numbers.kept_ask_days)
    if state == "missed":
        return since + timedelta(days=numbers.rebook_days)
    if state == "wait_listed":
        return since + timedelta(days=numbers.wait_list_days)
    return since + timedelta(days=numbers.place_answer_days)


def transfer_due(
    state: str,
    urgency: str,
    since: datetime,
    appointment_at: datetime | None,
    last_instant: datetime,
    numbers: LinkageNumbers,
) -> datetime:
    """When the next thing about a transfer is due.

    Until it is booked, no step may outlast `last_instant`, the end of the last day for the first
    appointment; a booked one waits for its own day.
    """
    if state == "booked" and appointment_at is not None:
        return appointment_at + timedelta(days=numbers.kept_ask_days)
    is_emergency = urgency == "emergency"
    if state == "open":
        hours = numbers.packet_emergency_hours if is_emergency else numbers.packet_hours
        due = since + timedelta(hours=hours)
    elif state == "sent":
        hours = numbers.packet_emergency_hours if is_emergency else numbers.receipt_hours
        due = since + timedelta(hours=hours)
    elif state == "wait_listed":
        due = since + timedelta(days=numbers.wait_list_days)
    elif state in ("missed", "declined"):
        due = since + timedelta(days=numbers.rebook_days)
    else:
        due = since + timedelta(days=numbers.booking_days)
    return min(due, max(last_instant, since))
