"""The whole way in on the real pages, from the first call to an admitted client."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from homeward.admissions.models import AssessmentVisit, Episode, Inquiry
from homeward.admissions.tests import walking
from homeward.assessments.tests import interview
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.coverage.models import Payer
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.kernel.purposes import Purpose
from homeward.placement.models import Placement
from homeward.plans.models import Plan, Problem
from homeward.testing.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
CALL = {
    "caller_name": walking.NAME, "relation": "self", "phone": "312 555 0199",
    "may_call_back": "yes", "may_leave_message": "yes", "message_name": "Paloma",
    "substances": ["alcohol"], "last_use": "yesterday", "is_pregnant": "no", "injects": "no",
    "suicidal": "none", "withdrawal_risk": "possible",
}  # fmt: skip
PHQ9 = {f"q_{n}": "1" for n in range(1, 9)} | {"q_9": "0", "q_10": "0"}
NARRATIVE = "Two returns to use in 60 days without support"


def only(model: Any, **where: Any) -> Any:
    """The one row of a protected model."""
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(**where)


def test_a_first_call_becomes_an_admitted_client(cast: Cast) -> None:
    """Every step is a page, and each page says what comes next."""
    Payer.objects.create(code="medicaid", name="State Medicaid", kind="medicaid")
    ada, dana = signed_in(cast.ada), signed_in(cast.dana)

    taken = send(
        ada,
        "desk:admissions_inquiry",
        [],
        {**CALL, "site_id": cast.site.pk, "payer_code": "medicaid"},
    )
    inquiry = only(Inquiry)
    assert taken.headers["Location"] == reverse("desk:admissions_case", args=[inquiry.pk])
    assert "Bianca Cruz" in ada.get(reverse("desk:admissions")).content.decode()

    send(
        ada,
        "desk:admissions_case",
        [inquiry.pk],
        {"outcome": "reached"},
        to="desk:admissions_contacts",
    )
    opened = send(
        ada, "desk:admissions_screening", [inquiry.pk],
        {"name": walking.NAME, "birth_date": "1990-05-17", "sex": "female", "language": "en"},
    )  # fmt: skip
    assert opened.status_code == 302
    inquiry.refresh_from_db()
    client = inquiry.client
    assert (inquiry.state, client.chart_number) == ("contacted", "HW-00003")

    for name, answers in (
        ("phq9", PHQ9),
        ("audit_c", {"q_1": "3", "q_2": "2", "q_3": "2"}),
        ("ciwa_ar", {f"q_{n}": "0" for n in range(1, 11)}),
    ):
        answered = send(
            ada, "desk:questionnaire", [client.pk, name], {**answers, "then": "hand_in"}
        )
        assert answered.status_code == 302, answered.content.decode()
    inquiry.refresh_from_db()
    assert inquiry.state == "screened"

    send(
        ada, "desk:benefits_check", [client.pk],
        {"payer_code": "medicaid", "is_covered": "yes", "network": "in", "copay": "0"},
    )  # fmt: skip
    later = timezone.localtime(clock.now() + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    send(
        ada,
        "desk:admissions_appointment",
        [inquiry.pk],
        {
            "opening": "other",
            "worker_id": cast.dana.pk,
            "starts_at": later,
            "reason": "Agreed by telephone.",
        },
    )
    interview.sign(cast, interview.finish(cast, client))
    assert only(AssessmentVisit).state == AssessmentVisit.State.KEPT

    facts = {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in walking.FACTS.items()
    }
    ratings = {f"rating_{key}": value for key, value in walking.RATINGS.items()}
    rated = send(
        dana, "desk:placement", [client.pk], {**ratings, **facts, "narrative_5": NARRATIVE}
    )
    assert rated.status_code == 302, rated.content.decode()
    placement = only(Placement, client=client)
    page = dana.get(reverse("desk:placement", args=[client.pk])).content.decode()
    assert "Intensive outpatient, 2.1" in page
    assert "CIWA-Ar 0" in page
    decided = send(
        dana, "desk:placement_decision", [placement.pk],
        {"provided_level": "2.1", "client_view": "Wants evenings."},
    )  # fmt: skip
    assert decided.status_code == 302, decided.content.decode()

    blocked = send(
        ada, "desk:admissions_admission", [inquiry.pk],
        {"track_id": cast.evening.pk, "primary_counselor_id": cast.dana.pk},
    )  # fmt: skip
    assert blocked.status_code == 422
    assert "signed the consent to treatment" in blocked.content.decode()

    for kind in ("treatment", "tpo"):
        signed = send(
            ada, "desk:consent_signature", [client.pk, kind],
            {"signer_name": "bianca cruz", "password": PASSWORD},
        )  # fmt: skip
        assert signed.status_code == 302, signed.content.decode()
    admitted = send(
        ada, "desk:admissions_admission", [inquiry.pk],
        {
            "track_id": cast.evening.pk, "primary_counselor_id": cast.dana.pk,
            "team_nurse": cast.ruth.pk, "interim_plan": "Evening groups from tomorrow on.",
        },
    )  # fmt: skip
    assert admitted.status_code == 302, admitted.content.decode()
    episode = only(Episode, client=client)
    assert ada.get(admitted.headers["Location"]).status_code == 200

    plan = only(Plan, episode=episode)
    shown = dana.get(reverse("desk:chart_plan", args=[client.pk])).content.decode()
    assert "Missing before it can be signed" in shown
    send(
        dana, "desk:plan_parts", [plan.pk],
        {
            "strengths": "Shows up", "barriers": "Shift work",
            "discharge_criteria": "Objectives met",
            "estimated_weeks": 12, "medications": "none", "family_involvement": "Sister takes part",
        },
    )  # fmt: skip
    begun = only(Problem, plan=plan)
    send(
        dana, "desk:plan_problem", [plan.pk, begun.pk],
        {
            "problem": "Urges come on the bus home after the late shift.", "dimension": "5",
            "goal": "I want to get home sober on Fridays.",
        },
    )  # fmt: skip
    send(dana, "desk:plan_signature", [plan.pk, "author"], {"password": PASSWORD})
    witnessed = {"signer_name": walking.NAME, "password": PASSWORD}
    send(dana, "desk:plan_signature", [plan.pk, "client"], witnessed)
    plan.refresh_from_db()
    assert plan.state == Plan.State.ACTIVE
    assert "in force" in dana.get(reverse("desk:chart_plan", args=[client.pk])).content.decode()
