"""One client from the first call to the discharge, on the real screens.

At every step the page says why: that is asserted beside what happened.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.jobs import keep_draws
from homeward.program.models import Site
from homeward.progress import actions as progress
from homeward.progress.standing import REVIEWING
from homeward.staff.models import Worker
from homeward.timetable.actions import put_on_duty
from tests.journeys.interviewing import every_page
from tests.journeys.testing_bench import state_what_for, stock_the_bench
from tests.journeys.walking import PASSWORD, Walker

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
    summary: Path | None = None


def at(day: int, hour: int, minute: int = 0) -> None:
    """The clock of Cedar House, days counted from 1 November 2026 (six hours behind UTC)."""
    passed = timedelta(days=day - 1, hours=hour, minutes=minute)
    clock.shift_to(datetime(2026, 11, 1, 6, tzinfo=UTC) + passed)


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
    w.choose(opening="other")
    w.take(worker_id="Renée Marsh")
    w.fill(starts_at="2026-11-23T10:00", reason="Agreed by telephone.")
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
        if w.page.locator("main [name=password]:visible").count():
            w.fill(password=PASSWORD)
        w.press("Sign")
        w.reads("Signed and kept", "active")


def place(w: Walker, way: Way) -> None:
    """The interview, six dimensions, an explained suggestion, and the team's own decision."""
    at(23, 10, 30)
    w.sign_in("counselor")
    w.visit(way.case)
    w.follow("Open the assessment")
    w.press("Begin the assessment")
    every_page(w)
    if w.page.locator("main [name=password]").count():
        w.fill(password=PASSWORD)
    w.press("Sign and lock")
    w.reads("signed and locked", "Alcohol use disorder, severe")
    w.follow("Rate the dimensions")
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
    """What is missing is said with its rule; with the interim plan written nothing is."""
    w.sign_in("admissions")
    w.visit(way.case)
    w.follow("Admit", exact=True)
    w.reads("Not yet", "not adopted", "Consent before treatment", "An interim plan says what")
    w.fill(interim_plan="Group on Tuesday at 9:30, counselor calls on Wednesday.")
    w.take(primary_counselor_id="Renée Marsh", team_nurse="Birgit Solano")
    w.take(team_supervisor="Tobias Lindqvist")
    w.fill(diagnosis="F10.20")
    w.press("Admit", exact=True)
    w.reads("Admitted. The initial plan waits for the primary counselor.")


def plan_care(w: Walker, way: Way) -> None:
    """The initial plan waits for its missing parts, then for both signatures."""
    at(23, 11)
    w.sign_in("counselor")
    w.visit(f"{way.client}/plan/")
    w.reads("Missing before it can be signed", "Write what the client brings")
    w.follow("Write Strengths")
    w.fill(
        strengths="Cooks for her family; kept her job.", barriers="Evenings alone.",
        medications="None.", family_involvement="Her sister comes to the family group.",
    )  # fmt: skip
    w.press("Save")
    w.follow("Change problem and goal")
    w.fill(
        problem="Urges come in the hour after the children are asleep.",
        goal="I want my evenings to belong to the girls.",
    )
    w.press("Save")
    w.follow("Sign as author")
    w.fill(password=PASSWORD)
    w.press("Sign", exact=True)
    w.reads("waits for the client")
    w.follow("The client signs")
    w.fill(signer_name=NAME, password=PASSWORD)
    w.press("Sign", exact=True)
    w.reads("in force", "review by Wed 23 Dec")


def take_seat(w: Walker, way: Way) -> None:
    """The rule answers before the seat is taken; the supervisor publishes the weeks."""
    w.visit(f"{way.client}/schedule/")
    w.take(group="Day A: Triggers, cravings and relapse prevention · Monday")
    w.fill(from_day="2026-11-23")
    w.press("See what the rule says")
    w.reads(
        "0 of 10 seats are taken", "The group runs in the client's track",
        "0.8 of 12 hours a week with this seat", "rule set timetable.seating",
    )  # fmt: skip
    w.press("Take the seat")
    w.reads("The seat is taken", "Why this seat")
    w.sign_in("supervisor")
    for monday in ("2026-11-23", "2026-11-30"):
        w.visit(f"/desk/week/?week={monday}&site=main")
        w.press("Plan this week")
        w.reads("Could not place")
        on_duty(date.fromisoformat(monday))
        w.follow("Publish")
        w.press("Publish")
        w.reads("Published. Those whose week changes are being told.")


def on_duty(monday: date) -> None:
    """Two of the house from its first hour to its last, so that the week may be published."""
    site = Site.objects.get(code="main")
    for worker in Worker.objects.filter(site=site).order_by("code")[:2]:
        for number in range(7):
            put_on_duty(
                actor=Actor.of_service("test"), site_id=site.pk, worker_id=worker.pk,
                on=monday + timedelta(days=number), starts=time(7), ends=time(22),
                now=clock.now(),
            )  # fmt: skip


def arrive(w: Walker, way: Way) -> None:
    """The front desk sees who is expected, and says who came."""
    at(23, 12, 50)
    w.sign_in("frontdesk")
    w.visit("/desk/arrivals/")
    w.reads("0 arrived", "Bianca C.", "0 of 1 here")
    w.press("Is here")
    w.reads("1 arrived", "1 of 1 here")


def attend(w: Walker, way: Way) -> None:
    """Present by minutes; the shared part names nobody, the client's part is hers alone."""
    at(23, 13, 2)
    w.sign_in("counselor")
    w.follow("Day A: Triggers")
    way.session = w.path
    w.reads("1 of 10 seats", "Here 12:50", "shared part not written yet")
    w.fill(shared="Check-in, then how a trigger turns into an urge, with an exercise on paper.")
    w.press("Save")
    w.choose(participation="shared", response="engaged")
    w.take(objective="1.1 Name five")
    w.choose(progress="some_progress", practice="role_play")
    w.fill(
        skill="An answer to a trigger",
        body="Named two triggers from the weekend and a plan for the next payday.",
    )
    w.saved()
    at(23, 13, 51)
    w.sign_in("counselor")
    w.visit(way.session)
    w.press("End group")
    w.reads("The register is closed. Minutes are final.", "50 min", "ready to sign")


def sign_note(w: Walker, way: Way) -> None:
    """Signed, locked, and open to addenda only."""
    w.unfold()
    w.press("Sign and lock")
    w.reads(
        "Signed and locked", "Licensed clinical alcohol and drug counselor author",
        "Nothing above this line can change", "Time credited 50 min",
    )  # fmt: skip


def draw_test(w: Walker, way: Way) -> None:
    """The worker commits and draws; the nurse collects and reads; nobody chose her."""
    stock_the_bench("Linden Street")
    for day, hour in ((29, 10), (30, 7)):
        at(day, hour)
        keep_draws(now=clock.now())
    at(30, 12, 5)
    state_what_for("HW-00001")
    w.sign_in("nurse")
    w.visit("/desk/drug-tests/")
    w.reads("by chance alone", "cannot add, skip or see a draw before it happens", "Bianca C.")
    w.follow("Collect")
    w.check("is_sealed")
    w.choose(identity_by="known", collection="temperature_monitored")
    w.fill(temperature_f="96.2", temperature_minutes="2", client_initials="BC")
    w.press("Collected")
    w.follow("Bianca C.")
    w.reads("Drawn by the random draw of Mon 30 Nov", "read after 2 min")
    w.follow("Enter results")
    w.reads("Kit", "Whether it may be read here")
    w.choose(reading_0="negative")
    w.press("Save results")
    w.reads("Negative means below the cutoff", "Why this specimen counts as it does")
    w.press("Mark as reviewed")
    w.reads("Marked as reviewed")


def step_down(w: Walker, way: Way) -> None:
    """The weekly card suggests staying and says why; the team decides otherwise."""
    progress.open_weekly_reviews(actor=REVIEWING, now=clock.now())
    w.sign_in("supervisor")
    w.visit("/desk/reviews/")
    w.reads("1 card to decide", "Stay at 12 hours is suggested")
    w.follow("Decide")
    w.reads(
        "0 of 1 objectives met (needs 50%)", "Step-down signals, program practice",
        "The suggestion binds nobody; the team decides.",
    )  # fmt: skip
    w.unfold()
    w.choose(outcome="step_down")
    w.take(to_phase="Middle recovery")
    w.fill(
        reason="Starts work in December and kept every session; asks for fewer hours.",
        client_view="Ready for fewer hours.", first_appointment_at="2026-12-02T13:00",
    )  # fmt: skip
    w.check("has_prevention_plan")
    w.press("Sign the decision")
    w.reads("What follows is listed here", "Step down", "Middle recovery")
    w.visit(f"{way.client}/")
    w.reads("Stepped down", "Middle recovery", "1 test, 0 tested positive")


def discharge(w: Walker, way: Way) -> None:
    """The first appointment, the signed summary, and its paper."""
    at(32, 14)
    w.sign_in("counselor")
    w.visit(f"{way.client}/discharge/")
    w.reads("No appointment is booked", "consents that end with treatment end with it")
    w.follow("Book an appointment")
    w.fill(
        at="2026-12-07T10:00", with_whom="Dr. Lane, outpatient counseling",
        confirmed_by="Ms. Ortiz at the desk",
    )  # fmt: skip
    w.press("Book it")
    w.unfold()
    w.choose(type="completed", naloxone="given")
    w.choose(**{f"rating_{number}": "1" for number in RATINGS})
    w.fill(
        narrative="Came to every session and used her written answers. Goes on with Dr. Lane.",
        naloxone_lot="NX-2207",
        naloxone_expires_on="2028-05-31",
    )
    w.press("Sign and end the episode")
    w.reads("The episode has ended and the summary is signed", "After 1 month", "Dr. Lane")
    with w.page.expect_download() as paper:
        w.page.get_by_role("link", name="Download the summary (PDF)").click()
    way.summary = Path(paper.value.path())
    assert "cruz" not in paper.value.suggested_filename.lower()


def read_summary(w: Walker, way: Way) -> None:
    """The paper says what happened, and its name gives nothing away."""
    assert way.summary is not None
    words = " ".join(page.extract_text() for page in PdfReader(way.summary).pages)
    for expected in (NAME, "F10.20", "Dr. Lane", "988"):
        assert expected in words


def test_one_client(walker: Walker) -> None:
    """From the first call to the summary in the client's hand.

    Nothing for axe to find on any page in light or dark, and no form does anything again when it
    is sent again.
    """
    way = Way()
    for step in STEPS:
        step(walker, way)
    assert not walker.found, "\n".join(walker.found)
    assert not walker.again.found, "\n".join(walker.again.found)
    assert len(walker.again.routes) > 20


STEPS = (
    call, screen, consent, place, admit, plan_care, take_seat, arrive, attend, sign_note,
    draw_test, step_down, discharge, read_summary,
)  # fmt: skip
