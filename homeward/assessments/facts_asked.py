"""Every fact about a client that a form may ask for, by its code.

A form says what it asks in a class attribute: `asks = {"phone": "person.phone"}`, and which of
its fields arrive filled when the fact was told before: `filled = {"phone"}`. `None` marks a
field that asks nothing about the client. The check over all forms fails when one fact is asked
twice without arriving filled; `ASKED_AFRESH` are exempt, and no other.

The questions of the assessment are facts of their own code; the ones below are asked elsewhere.
"""

from functools import cache

from homeward.assessments.library import edition
from homeward.assessments.rules.filling import ASKED_AFRESH
from homeward.instruments.library import instrument, instrument_ids

__all__ = ["ASKED_AFRESH", "ELSEWHERE", "facts", "questionnaire_fact"]

ELSEWHERE = {
    "person.name": "First and last name",
    "person.preferred_name": "Name they are called by",
    "person.pronouns": "Pronouns",
    "person.birth_date": "Birth date",
    "person.sex": "Sex at birth",
    "person.phone": "Telephone",
    "person.email": "Electronic mail",
    "person.zip": "Postal code",
    "person.known_here": "Whether they have a record here",
    "caller.name": "Name of the caller",
    "caller.relation": "Who is calling",
    "contact.call_back": "Whether we may call back",
    "contact.message_name": "Under what name we call",
    "contact.best_time": "When a call suits them",
    "emergency.contact": "Whom to call in an emergency",
    "use.primary": "Main substance",
    "use.primary_route": "How the main substance is taken",
    "use.opioids": "Uses opioids",
    "use.recent_drinking": "Drinking or sedatives in the last seven days",
    "coverage.member": "Member number of the insurance",
    "coverage.benefits": "What the insurance covers",
    "fee.household_size": "How many people the income is for",
    "fee.yearly_income": "Income in a year, in dollars",
    "coverage.income": "Income and people in the household",
    "referral.source": "How they came to us",
    "told.note": "Anything else, in their words",
    "health.screen": "Health and tuberculosis screen",
    "directive.advance": "Advance directive",
    "naloxone.offered": "Naloxone offered",
    "place.ratings": "Ratings of the dimensions",
    "place.wish": "The level of care they would like",
    "place.vitals": "Vital signs",
    "place.stable": "Whether conditions are steady",
    "place.intoxicated": "Intoxicated at the interview",
    "place.confused": "Confusion or a seizure at the interview",
    "place.view": "What the client says about the level",
    "stay.view": "What the client says about staying",
    "place.sober_home": "A safe place to live",
}

# Items of questionnaires that ask for a fact the assessment asks for too: the answer given there
# fills the question, or stands beside where it is asked afresh.
SAME_AS = {
    ("ahc_hrsn", "1"): "home.situation",
    ("ahc_hrsn", "7"): "home.safety",
    ("cssrs_screener", "2"): "risk.suicide",
    ("phq9", "9"): "risk.suicide",
    ("pc_ptsd5", "0"): "trauma.exposed",
    ("readiness_ruler", "1"): "readiness.importance",
    ("readiness_ruler", "2"): "readiness.confidence",
}


@cache
def facts() -> dict[str, str]:
    """Every code with its words: what is asked elsewhere, and each question of the assessment."""
    return {**ELSEWHERE, **{question.code: question.words for question in edition()}}


def questionnaire_fact(instrument_id: str, item: str) -> str:
    """The fact an item asks for; a measure of its own where the assessment has no such question."""
    return SAME_AS.get((instrument_id, item), f"measure.{instrument_id}.{item}")


def questionnaire_facts() -> dict[tuple[str, str], str]:
    """Every item of every shipped questionnaire with the fact it asks for."""
    return {
        (name, item): questionnaire_fact(name, item)
        for name in instrument_ids()
        for item in instrument(name).items
    }
