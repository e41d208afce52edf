"""Assessments of the demo: one signed, one half way, and what first calls told carried over."""

from datetime import datetime, timedelta
from typing import Any

from homeward.accounts.models import Account
from homeward.admissions.carrying import facts_of_inquiry
from homeward.admissions.models import Inquiry
from homeward.assessments import actions
from homeward.assessments.library import edition
from homeward.assessments.models import Answer, Assessment
from homeward.assessments.rules.questions import LINES, MANY, NUMBER, ONE, TABLE, Question
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

SERVICE = Actor.of_service("admissions")
CLINICIAN = "counselor"
ON_THE_WAY = ("screened", "benefits_verified", "assessment_scheduled", "assessed", "placed")
HALF_WAY = 6
TOLD: dict[str, Any] = {
    "use.substances": [
        {"substance": "alcohol", "route": "oral", "first_use": 15, "frequency": "weekly",
         "last_use": "Saturday about 22:00", "amount": "8 to 10 drinks"},
    ],
    "use.craving": 6,
    "use.consequences": ["relations", "work"],
    "use.withdrawal_history": ["mild"],
    "withdrawal": "none",
    "treatment.any": "yes",
    "treatment.episodes": [
        {"setting": "op", "where": "A county clinic", "year": 2024, "ended": "completed",
         "helped": "Writing things down"},
    ],
    "medical.conditions": ["heart"],
    "medical.allergies": "none known",
    "medical.medications_asked": "none",
    "medical.benzodiazepine_daily": "no",
    "pregnancy": "not_applicable",
    "mind.conditions": ["depression"],
    "risk.suicide": "none",
    "risk.psychosis": "no",
    "trauma.exposed": "no",
    "supports.people": [
        {"name": "Rosa", "relation": "sister", "sober": "yes", "take_part": "later"},
    ],
    "supports.sober": "yes",
    "home.situation": "steady",
    "home.safety": "safe",
    "contact.safe": "message_ok",
    "work.employment": "full_time",
    "money.income": "wages",
    "legal.status": ["none"],
    "strengths": ["Keeps a job", "Makes people laugh", "Asked for help"],
    "triggers": ["Friday evenings", "Being alone after a late shift"],
    "wellbeing": ["Swimming", "Cooking with a sister"],
    "preferences": ["Evening groups"],
    "barriers": ["Shifts change on short notice"],
    "goals": ["Evenings with the children", "Sleeping through"],
    "readiness.importance": 8,
    "readiness.confidence": 4,
    "obligations": [
        {"what": "Work", "days": ["0", "1", "2", "3", "4"], "starts": "08:00", "ends": "16:30",
         "fixed": "movable"},
    ],
    "availability": [{"days": ["0", "1", "3"], "starts": "17:30", "ends": "21:00"}],
    "status.alertness": "alert",
    "status.orientation": ["person", "place", "time", "situation"],
    "status.mood": "“Tired, but here.” Affect fits.",
    "diagnosis.use": [
        {"substance": "alcohol", "prescribed": "no", "remission": "active",
         "criteria": ["more_or_longer", "cannot_cut_down", "craving", "duties_missed",
                      "despite_people", "tolerance"]},
    ],
    "diagnosis.none": "stated",
    "summary.words": (
        "Asked for care after two returns to use in sixty days. Alcohol weighs most; low mood "
        "goes with it. A job and a sober sister are there to lean on. Evening care fits the week."
    ),
    "summary.client_view": "“I want my Fridays back.”",
}  # fmt: skip


def add_interviews(now: datetime) -> int:
    """What first calls told, and two assessments of the demo's clinician; told once."""
    account = Account.objects.filter(username=CLINICIAN).first()
    rows = Answer.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    if account is None or rows.exists():
        return 0
    written = sum(_carry(inquiry, now) for inquiry in _inquiries())
    clinician = actor_of(account)
    clients = list(
        Client.objects.for_actor(clinician, Purpose.TREATMENT, to=Access.WRITE).order_by("name")
    )
    if len(clients) > 1:
        written += _interview(clinician, clients[0], now, is_whole=True)
        written += _interview(clinician, clients[1], now, is_whole=False)
    return written


def _inquiries() -> list[Inquiry]:
    rows = Inquiry.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    on_the_way = rows.filter(state__in=ON_THE_WAY).exclude(client=None)
    return list(on_the_way.select_related("client", "payer", "wanted_track", "taken_by"))


def _carry(inquiry: Inquiry, now: datetime) -> int:
    told = facts_of_inquiry(inquiry)
    return len(actions.carry_over(actor=SERVICE, client=inquiry.client, facts=told, now=now))


def _interview(clinician: Actor, client: Client, now: datetime, *, is_whole: bool) -> int:
    at = now - timedelta(hours=2)
    assessment: Assessment = actions.start_assessment(actor=clinician, client_id=client.pk, now=at)
    asked = edition(assessment.edition)
    for domain in asked.domains if is_whole else asked.domains[:HALF_WAY]:
        actions.keep_page(
            actor=clinician,
            assessment_id=assessment.pk,
            domain=domain.code,
            answers={each.code: _answer(each, at) for each in domain.questions},
            is_whole=True,
            now=at,
        )
    if is_whole:
        actions.sign_assessment(
            actor=clinician, assessment_id=assessment.pk, authenticated_at=now, now=now
        )
    return len(asked.domains)


def _answer(question: Question, at: datetime) -> Any:
    """What the story tells; for the rest what a signature needs, as somebody with nothing there."""
    if question.code == "use.last":
        return (at - timedelta(days=2)).date().isoformat()
    if question.code in TOLD or not question.required:
        return TOLD.get(question.code)
    if question.kind in (ONE, MANY):
        codes = [each.code for each in question.options]
        chosen = next(
            (each for each in ("no", "none", "full_time", "wages") if each in codes), codes[0]
        )
        return chosen if question.kind == ONE else [chosen]
    if question.kind == NUMBER:
        return 0
    return None if question.kind == TABLE else ["Nothing named"] if question.kind == LINES else "—"
