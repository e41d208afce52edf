"""One client from the first call to the discharge, on the real screens.

At every step the page says why: that is asserted beside what happened.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from homeward.core import clock
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "Bianca Cruz"
NO = (
    "intoxicated_now", "confusion_or_seizure_now", "seizure_or_delirium_history",
    "daily_benzodiazepine", "opioid_use", "pregnant", "abnormal_vitals", "unstable_medical",
    "psychosis_unmanaged", "court_ordered_residential",
)  # fmt: skip
RATINGS = {"1": "1", "2": "1", "3": "2", "4": "2", "5": "2", "6": "1"}


@dataclass
class Way:
    """The addresses that the journey comes back to."""

    case: str = ""
    client: str = ""
    session: str = ""
    kept: dict[str, Any] = field(default_factory=dict)


def at(day: int, hour: int, minute: int = 0) -> None:
    """The clock of Cedar House in November 2026 (Chicago, six hours behind UTC)."""
    clock.shift_to(datetime(2026, 11, day, hour + 6, minute, tzinfo=UTC))


def call(w: Walker, way: Way) -> None:
    """Somebody calls; what must not wait is asked first."""
    at(23, 9)
    w.sign_in("admissions")
    w.visit("/desk/admissions/inquiry/")
    w.fill(caller_name=NAME, phone="312 555 0199", note="Works evenings, can come by day.")
    w.choose(
        substances="alcohol", last_use="yesterday", suicidal="none", withdrawal_risk="possible",
        is_pregnant="no", injects="no", payer_code="private", referral_source="individual",
    )  # fmt: skip
    w.take(site_id="Linden Street", wanted_track_id="Day track")
    w.press("Keep the call")
    way.case = w.path
    w.reads("INQ-00001 is kept", "Priority", "In order of the first call")
    w.choose(outcome="reached")
    w.press("Record the call")
    w.reads("Contacted")


def screen(w: Walker, way: Way) -> None:
    """The record is opened, three questionnaires are answered and scored."""
    w.follow("Start screening")
    w.fill(name=NAME, birth_date="1990-05-17")
    w.choose(sex="female", primary_substance="alcohol")
    w.press("Open the record")
    w.reads("Record HW-00001 is open", "not met", "The client signed the consent to treatment")
    link = w.page.locator("main a[href*=questionnaires]").first.get_attribute("href")
    way.client = link.split("/questionnaires")[0]
    hand_in(w, way, "phq9", (2, 2, 2, 2, 1, 1, 1, 1, 0))
    w.reads("Total 12", "moderate")
    hand_in(w, way, "audit_c", (3, 2, 2))
    w.reads("Total 7", "Positive screen")
    hand_in(w, way, "ciwa_ar", (0, 1, 1, 1, 0, 0, 0, 0, 0, 0))
    w.reads("Total 3", "mild")
    w.visit(way.case)
    w.follow("Give an appointment")
    w.take(worker_id="Renée Marsh")
    w.fill(starts_at="2026-11-23T10:00")
    w.press("Give the appointment")
    w.reads("with Renée Marsh")


def hand_in(w: Walker, way: Way, instrument: str, options: tuple[int, ...]) -> None:
    """Answer a questionnaire by the positions of its options."""
    w.visit(f"{way.client}/questionnaires/{instrument}/")
    for number, option in enumerate(options, start=1):
        w.tick(w.page.locator(f"main [name=q_{number}]").nth(option))
    w.press("Hand in")


def consent(w: Walker, way: Way) -> None:
    """Treatment first, then treatment, payment and operations: two papers, read and signed."""
    for kind in ("treatment", "tpo"):
        w.visit(f"{way.client}/consents/{kind}/signature/")
        w.reads("42 CFR Part 2")
        w.fill(signer_name=NAME)
        w.press("Sign")
        w.reads("Signed and kept", "active")


def place(w: Walker, way: Way) -> None:
    """The interview, six dimensions, an explained suggestion, and the team's own decision."""
    at(23, 10, 30)
    w.sign_in("counselor")
    w.visit(way.case)
    w.follow("Record the interview")
    w.fill(
        summary="Drinks most nights since a divorce. A sister who is sober.",
        diagnosis="F10.20", criteria_met="6", minutes="25",
    )  # fmt: skip
    w.press("Keep the interview")
    w.unfold()
    w.choose(**{f"rating_{number}": rating for number, rating in RATINGS.items()})
    w.fill(
        hours_since_last_drink="31", can_attend_hours_week="12",
        narrative_5="Two returns to use in 60 days without support",
    )  # fmt: skip
    w.choose(**dict.fromkeys(NO, "false"), safe_living="true", sober_support="true")
    w.press("Ask again")
    w.reads(
        "Intensive outpatient, 2.1", "Return to use, moderate: asks for intensive outpatient",
        "domain 5, rating 2", "Why not another level?",
    )  # fmt: skip
    w.follow("Record the team")
    w.fill(client_view="Wants to come by day and keep her job.")
    w.press("Record the decision")
    w.reads("The decision is recorded")


def admit(w: Walker, way: Way) -> None:
    """Every condition is met, and the page says by which rule."""
    w.sign_in("admissions")
    w.visit(way.case)
    w.follow("Admit", exact=True)
    w.reads("Nothing stands in the way", "not adopted", "Consent before treatment")
    w.take(primary_counselor_id="Renée Marsh", team_nurse="Birgit Solano")
    w.take(team_supervisor="Tobias Lindqvist")
    w.fill(diagnosis="F10.20")
    w.press("Admit", exact=True)
    w.reads("Admitted. The initial plan waits for the primary counselor.")


def test_one_client(walker: Walker) -> None:
    """From the first call to the summary in the client's hand, with nothing for axe to find."""
    way = Way()
    for step in STEPS:
        step(walker, way)
    assert not walker.found, "\n".join(walker.found)


STEPS = (call, screen, consent, place, admit)
