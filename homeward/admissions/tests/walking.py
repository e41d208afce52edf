"""The steps from a first call to an admission, one function each, for tests."""

from datetime import date, timedelta
from typing import Any

from homeward.admissions import actions
from homeward.consents.actions import sign_consent
from homeward.core import clock
from homeward.instruments.actions import answer_instrument
from homeward.placement.actions import decide_placement, rate_dimensions
from homeward.testing.stage import Cast

NAME, BORN = "Bianca Cruz", date(1990, 5, 17)
CALM = {str(n): 0 for n in range(1, 11)}
PHQ9 = {"1": 2, "2": 2, "3": 2, "4": 2, "5": 1, "6": 1, "7": 1, "8": 1, "9": 0}
AUDIT_C = {"1": 3, "2": 2, "3": 2}
RATINGS = {"1": 1, "2": 1, "3": 2, "4": 2, "5": 2, "6": 1}
FACTS = {
    "ciwa_ar": 3, "hours_since_last_drink": 31, "intoxicated_now": False,
    "seizure_or_delirium_history": False, "confusion_or_seizure_now": False,
    "daily_benzodiazepine": False, "opioid_use": False, "pregnant": False,
    "abnormal_vitals": False, "unstable_medical": False, "suicide_risk": "none",
    "psychosis_unmanaged": False, "safe_living": True, "can_attend_hours_week": 12,
}  # fmt: skip


def call(cast: Cast, **changes: Any) -> Any:
    """A first call about Bianca, taken by Ada."""
    told = {
        "site_id": cast.site.pk,
        "caller_name": NAME,
        "relation": "self",
        "phone": "312 555 0199",
        "may_leave_message": True,
        "substances": ["alcohol"],
        "last_use": "yesterday",
        "is_pregnant": False,
        "injects": False,
        "suicidal": "none",
        "withdrawal_risk": "possible",
        **changes,
    }
    return actions.take_inquiry(actor=cast.ada.actor, now=clock.now(), **told)


def open_record(cast: Cast, inquiry: Any, name: str = NAME) -> Any:
    """Reached by telephone; the record is opened."""
    actions.record_contact(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="reached", now=clock.now()
    )
    return actions.start_screening(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, name=name, birth_date=BORN, now=clock.now()
    )


def screen(cast: Cast, client: Any) -> None:
    """PHQ-9, AUDIT-C and CIWA-Ar, all calm."""
    for instrument, answers in (("phq9", PHQ9), ("audit_c", AUDIT_C), ("ciwa_ar", CALM)):
        answer_instrument(
            actor=cast.ada.actor, client_id=client.pk, instrument=instrument, answers=answers,
            now=clock.now(), moment="screening",
        )  # fmt: skip


def give_appointment(cast: Cast, inquiry: Any) -> Any:
    """An appointment with Dana, an hour from now."""
    now = clock.now()
    return actions.schedule_assessment(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, worker_id=cast.dana.pk,
        starts_at=now + timedelta(hours=1), now=now,
    )  # fmt: skip


def rate(cast: Cast, client: Any, **facts: Any) -> Any:
    """Dana rates the dimensions."""
    return rate_dimensions(
        actor=cast.dana.actor, client_id=client.pk, ratings=RATINGS,
        narratives={"5": "Two returns to use in 60 days without support"},
        facts={**FACTS, **facts}, now=clock.now(),
    )  # fmt: skip


def decide(cast: Cast, placement: Any) -> Any:
    """The team agrees with the suggestion."""
    return decide_placement(
        actor=cast.dana.actor, placement_id=placement.pk,
        provided_level=placement.indicated_level, client_view="Wants evenings, to keep her job.",
        now=clock.now(),
    )  # fmt: skip


def sign(cast: Cast, client: Any, kind: str = "treatment", **more: Any) -> Any:
    """Bianca signs on Ada's screen."""
    return sign_consent(
        actor=cast.ada.actor,
        client_id=client.pk,
        kind=kind,
        signer_name=NAME,
        now=clock.now(),
        **more,
    )


def plan_meanwhile(cast: Cast, inquiry: Any) -> Any:
    """What holds until the full plan."""
    return actions.write_interim_plan(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now(),
        first_services="Evening group three times a week, individual on Friday.",
    )  # fmt: skip


def ready_to_admit(cast: Cast) -> tuple[Any, Any]:
    """The inquiry and the client with everything done but the admission."""
    inquiry = call(cast)
    client = open_record(cast, inquiry)
    screen(cast, client)
    give_appointment(cast, inquiry)
    decide(cast, rate(cast, client))
    sign(cast, client)
    sign(cast, client, "tpo")
    plan_meanwhile(cast, inquiry)
    inquiry.refresh_from_db()
    return inquiry, client


def admit(cast: Cast, client: Any, **more: Any) -> Any:
    """Ada admits to the evening track, with Dana as primary counselor."""
    return actions.admit_client(
        actor=cast.ada.actor, client_id=client.pk, track_id=cast.evening.pk,
        primary_counselor_id=cast.dana.pk, team=[("nurse", cast.ruth.pk)], now=clock.now(), **more,
    )  # fmt: skip
