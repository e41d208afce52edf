"""What the first call and the screening told, handed on so that the interview asks it once."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from homeward.admissions.models import Inquiry, MedicalScreening
from homeward.assessments.told import CarriedFact, Origin
from homeward.people.models import Client

# The gates ask for both at once: neither answer says which, nor that there was nothing milder.
HISTORY: dict[bool | None, list[str]] = {
    True: ["seizure_or_delirium"],
    False: ["no_seizure_or_delirium"],
    None: [],
}
SUBSTANCE_WORDS = {"this_week": "in the last 7 days", "this_month": "in the last 30 days"}


def facts_of_inquiry(inquiry: Inquiry) -> list[CarriedFact]:
    """Everything the caller told about the person; what nobody asked is left out."""
    return [
        CarriedFact(
            fact,
            value,
            Origin.INQUIRY,
            str(inquiry.pk),
            inquiry.first_request_at,
            inquiry.taken_by_id,
            words,
        )
        for fact, value, words in _told(inquiry)
        if value not in (None, "", [])
    ]


def facts_of_screening(inquiry: Inquiry, client: Client, now: datetime) -> list[CarriedFact]:
    """What the record was opened with."""
    told = {
        "medical.allergies": client.allergies,
        "person.language": client.language,
        "person.sex": client.sex,
        "use.primary": client.primary_substance,
    }
    return [
        CarriedFact(fact, value, Origin.SCREENING, str(inquiry.pk), now)
        for fact, value in told.items()
        if value
    ]


def facts_of_gates(row: MedicalScreening) -> list[CarriedFact]:
    """What one round of the medical questions told; "not asked" is left out.

    The first two fill the interview. The others are asked afresh there: they stand beside, with
    their day, in the words of the gate.
    """
    yes_no = {True: "yes", False: "no", None: None}
    last = row.last_drink_at
    told: tuple[tuple[str, Any, str], ...] = (
        ("use.withdrawal_history", HISTORY[row.seizure_or_delirium_history], ""),
        ("medical.benzodiazepine_daily", yes_no[row.daily_benzodiazepine], ""),
        ("use.last", last.date().isoformat() if last else None, ""),
        ("pregnancy", yes_no[row.pregnant], ""),
        ("withdrawal", _signs(row), "; ".join(_sign_words(row))),
    )
    return [
        CarriedFact(fact, value, Origin.SCREENING, str(row.pk), row.at, row.by_id, words)
        for fact, value, words in told
        if value not in (None, "", [])
    ]


def _signs(row: MedicalScreening) -> str | None:
    """What the signs of the hour come to in the interview's own list."""
    if row.confusion_or_seizure_now:
        return "severe"
    return "none" if row.confusion_or_seizure_now is False else None


def _sign_words(row: MedicalScreening) -> Iterator[str]:
    said = {True: "yes", False: "no"}
    if row.confusion_or_seizure_now is not None:
        yield f"confusion or a seizure: {said[row.confusion_or_seizure_now]}"
    if row.intoxicated is not None:
        yield f"intoxicated: {said[row.intoxicated]}"


def _told(inquiry: Inquiry) -> Iterator[tuple[str, Any, str]]:
    yes_no = {True: "yes", False: "no", None: None}
    last = inquiry.last_use
    yield "use.substances", list(inquiry.substances), ""
    yield "use.last", last, SUBSTANCE_WORDS.get(last, last.replace("_", " "))
    yield "use.injects", yes_no[inquiry.injects], ""
    yield "pregnancy", yes_no[inquiry.is_pregnant], ""
    yield "risk.suicide", inquiry.suicidal, ""
    yield "withdrawal", inquiry.withdrawal_risk, ""
    messages = {True: "message_ok", False: "no_message", None: None}
    yield "contact.safe", messages[inquiry.may_leave_message], ""
    yield "contact.message_name", inquiry.message_name, ""
    yield "coverage.payer", inquiry.payer.name if inquiry.payer else "", ""
    yield "referral.source", inquiry.referral_source, ""
    yield "schedule.track", inquiry.wanted_track.name if inquiry.wanted_track else "", ""
    yield "told.note", inquiry.note, ""
    yield "obligations", _obligations(inquiry), ""


def _obligations(inquiry: Inquiry) -> list[dict[str, Any]]:
    """One line for each kind and stretch of hours, with its days."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for each in inquiry.obligations.all():
        key = (each.kind, each.starts.strftime("%H:%M"), each.ends.strftime("%H:%M"))
        lines.setdefault(key, []).append(str(each.weekday))
    return [
        {
            "what": kind.replace("_", " ").capitalize(),
            "days": sorted(days),
            "starts": starts,
            "ends": ends,
        }
        for (kind, starts, ends), days in lines.items()
    ]
