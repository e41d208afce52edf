"""One caller becomes a client, with the keyboard alone.

Every page on the way is looked at by axe in light and dark, and at 320 pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from homeward.core import clock
from tests.journeys.browsing import browser
from tests.journeys.interviewing import every_page, put
from tests.journeys.keyboard import WIDE, Keyboard
from tests.journeys.walking import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "Bianca Cruz"
RATINGS = {"1": "1", "2": "1", "3": "2", "4": "2", "5": "2", "6": "1"}
NO = (
    "intoxicated_now", "confusion_or_seizure_now", "seizure_or_delirium_history",
    "daily_benzodiazepine", "opioid_use", "pregnant", "abnormal_vitals", "unstable_medical",
    "psychosis_unmanaged", "court_ordered_residential",
)  # fmt: skip
MOST_PAPERS = 30
# From the call to the admission, names and passwords and every word of the interview included.
MOST_KEYS = 2200


@dataclass
class Way:
    """The addresses that the journey comes back to."""

    case: str = ""
    client: str = ""


def at(hour: int, minute: int = 0) -> None:
    """Monday 23 November 2026 at Cedar House, six hours behind UTC."""
    clock.shift_to(datetime(2026, 11, 23, 6, tzinfo=UTC) + timedelta(hours=hour, minutes=minute))


@pytest.fixture
def keyboard(house: str) -> Iterator[Keyboard]:
    """A person at a desk whose mouse is broken."""
    with browser() as opened:
        context = opened.new_context(
            locale="en-US", timezone_id="America/Chicago", bypass_csp=True, viewport=WIDE
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield Keyboard(page, house, is_looking=True)


def call(k: Keyboard, way: Way) -> None:
    """Somebody speaks; parts are jumped to, a digit answers, Ctrl and Enter keep it."""
    at(9)
    k.sign_in("admissions")
    k.go("Admissions")
    k.follow("Take a call")
    k.key("Alt+1")
    k.write(NAME)
    k.fill(phone="312 555 0199")
    k.choose(may_call_back="yes", may_leave_message="yes")
    k.key("Alt+2")
    k.choose(suicidal="none", withdrawal_risk="possible", is_pregnant="no", injects="no")
    k.key("Alt+3")
    k.choose(substances="alcohol", last_use="yesterday")
    k.key("Alt+4")
    k.take(site_id="Linden Street", wanted_track_id="Day track")
    k.choose(payer_code="private", referral_source="individual")
    k.fill(work_starts="17:00", work_ends="21:00")
    for day in ("0", "2"):
        k.choose(work_days=day)
    k.fill(note="Works evenings, can come by day.")
    k.keep("#call")
    way.case = k.path
    k.reads("INQ-00001 is kept", "Priority", "In order of the first call", "17:00–21:00")


def reach_them(k: Keyboard, way: Way) -> None:
    """Called back, and reached."""
    at(9, 10)
    k.choose(outcome="reached")
    k.press("Record the call")
    k.reads("Contacted")


def open_record(k: Keyboard, way: Way) -> None:
    """What the call told stands there already; the birth date is asked now."""
    k.follow("Start screening")
    for name, told in (("name", NAME), ("phone", "312 555 0199"), ("primary_substance", "alcohol")):
        assert k.page.input_value(f"main [name={name}]") == told
    k.fill(birth_date="1990-05-17")
    k.choose(sex="female")
    k.press("Open the record")
    k.reads("Record HW-00001 is open", "not met", "The client signed the consent to treatment")
    link = k.page.locator("main a[href*=questionnaires]").first.get_attribute("href")
    way.client = link.split("/questionnaires")[0]


def screen(k: Keyboard, way: Way) -> None:
    """PHQ-9, AUDIT-C and CIWA-Ar, each from the way in and back to it."""
    hand_in(k, "PHQ-9", (2, 2, 2, 2, 1, 1, 1, 1, 0))
    k.reads("Total 12", "moderate")
    k.follow("Back to the way in")
    hand_in(k, "AUDIT-C", (3, 2, 2))
    k.reads("Total 7", "Positive screen")
    k.follow("Back to the way in")
    hand_in(k, "CIWA-Ar", (0, 1, 1, 1, 0, 0, 0, 0, 0, 0))
    k.reads("Total 3", "mild")
    k.follow("Back to the way in")


def hand_in(k: Keyboard, title: str, options: tuple[int, ...]) -> None:
    """Answer a questionnaire by the positions of its options."""
    k.follow(title)
    for number, option in enumerate(options, start=1):
        k.pick_nth(f"q_{number}", option)
    k.press("Hand in")


def gates(k: Keyboard, way: Way) -> None:
    """The medical questions, asked afresh; nothing holds."""
    k.follow("Ask now")
    k.key("Alt+1")
    k.choose(confusion_or_seizure_now="no", intoxicated="no")
    k.fill(pulse="78", systolic="124", temperature_f="98.4", oxygen="98")
    k.choose(abnormal_vitals="no")
    k.key("Alt+2")
    k.fill(last_drink_at="2026-11-22T22:00")
    k.choose(drank_or_sedatives_recently="yes", seizure_or_delirium_history="no")
    k.choose(daily_benzodiazepine="no")
    k.key("Alt+3")
    k.choose(opioid_use="no", pregnant="no")
    k.keep("#gates")
    k.reads("Nothing holds")


def benefits(k: Keyboard, way: Way) -> None:
    """The payer named on the call stands there; what it leaves to pay is estimated."""
    k.follow("Record the answer")
    assert k.page.input_value("main [name=payer_code]") == "private"
    k.fill(member_id="LH 4417 02")
    k.choose(is_covered="yes")
    k.fill(deductible_left="300", copay="40")
    k.press("Record it")
    k.reads("What it may cost the client")
    k.follow("Back to the way in")


def appoint(k: Keyboard, way: Way) -> None:
    """A clinician, today."""
    k.follow("Give an appointment")
    k.choose(opening="other")
    k.take(worker_id="Renée Marsh")
    k.fill(starts_at="2026-11-23T10:00", reason="Agreed by telephone.")
    k.press("Give the appointment")
    k.reads("with Renée Marsh")


def interview(k: Keyboard, way: Way) -> None:
    """Fifteen pages; what was told before stands there with its origin, and is not asked."""
    at(10, 5)
    k.sign_in("counselor")
    k.follow("Assessment: Bianca")
    k.follow("Open the assessment")
    k.press("Begin the assessment")
    k.reads("Told in the first call", "ask today")
    every_page(k)
    k.reads("15 of 15 complete", NAME)
    at(10, 14)
    if k.page.locator("main [name=password]").count():
        k.fill(password=PASSWORD)
    k.press("Sign and lock")
    k.reads("signed and locked", "Alcohol use disorder, severe")


def place(k: Keyboard, way: Way) -> None:
    """Six ratings and the reasons; the team's own decision."""
    k.follow("Rate the dimensions")
    for number, rating in RATINGS.items():
        k.choose(**{f"rating_{number}": rating})
    for name in NO:
        k.choose(**{name: "false"})
    k.choose(safe_living="true", sober_support="true", suicide_risk="none")
    k.fill(narrative_5="Two returns to use in 60 days without support")
    k.press("Ask again")
    k.reads("Intensive outpatient, 2.1", "Why not another level?")
    k.follow("Record the team")
    k.fill(client_view="Wants to come by day and keep her job.")
    k.press("Record the decision")
    k.reads("The decision is recorded")


def consent(k: Keyboard, way: Way) -> None:
    """Two papers, each read and signed by the client's own keys."""
    at(11)
    k.sign_in("admissions")
    k.go("Admissions")
    k.follow(NAME)
    for paper in ("Sign treatment consent", "Sign treatment, payment"):
        k.follow(paper)
        k.reads("42 CFR Part 2")
        k.fill(signer_name=NAME)
        say_who_is_here(k)
        k.press("Sign", exact=True)
        k.reads("Signed and kept", "active")
        k.follow("Back to the way in")


def say_who_is_here(k: Keyboard) -> None:
    """The worker's own password, where it was not typed a short while ago."""
    if k.page.locator("main [name=password]:visible").count():
        k.fill(password=PASSWORD)


def packet(k: Keyboard, way: Way) -> None:
    """The client reads and signs every paper on the tablet, which reaches nothing else."""
    k.follow("Prepare")
    k.press("Prepare the packet")
    say_who_is_here(k)
    k.press("Hand over on this tablet")
    for _paper in range(MOST_PAPERS):
        if not k.page.locator("main").get_by_role("link", name="Read and sign").count():
            break
        k.follow("Read and sign")
        for name, said in asked_on_paper(k).items():
            put(k, name, said)
        k.fill(signer_name=NAME)
        k.press("Sign", exact=True)
    k.reads("All read", "Please give the tablet back")
    k.follow("Give the tablet back")
    k.fill(password=PASSWORD)
    k.press("Take the tablet back")
    k.follow("Back to the way in")


def asked_on_paper(k: Keyboard) -> dict[str, str]:
    """A paper's questions: the first answer of a choice, a person's name on a line."""
    controls = k.page.locator("main [name^=q_]").evaluate_all(
        "all => all.map((each) => [each.name, each.type === 'radio' ? each.value : 'Rosa Cruz'])"
    )
    found: dict[str, str] = {}
    for name, value in controls:
        found.setdefault(name, value)
    return found


def admit(k: Keyboard, way: Way) -> None:
    """The interim plan is written with the admission; every line says by which rule."""
    k.follow("Admit", exact=True)
    k.reads("not adopted", "Consent before treatment")
    assert k.page.input_value("main [name=diagnosis]") == "F10.20"
    chosen = k.page.locator("main [name=primary_counselor_id] option:checked")
    assert chosen.inner_text() == "Renée Marsh"
    k.take(track_id="Day track", team_nurse="Birgit Solano", team_supervisor="Tobias Lindqvist")
    k.fill(interim_plan="Day groups from tomorrow on, individual on Friday.")
    k.press("Admit", exact=True)
    k.reads("Admitted. The initial plan waits for the primary counselor.")


STEPS = (
    call, reach_them, open_record, screen, gates, benefits, appoint, interview, place, consent,
    packet, admit,
)  # fmt: skip


def test_from_a_call_to_an_admission_without_a_mouse(
    keyboard: Keyboard, record_testsuite_property: Any
) -> None:
    """Nothing for axe to find in light or dark, nothing beyond 320 pixels, no key too many."""
    way = Way()
    for step in STEPS:
        step(keyboard, way)
        keyboard.counted(step.__name__)
        record_testsuite_property(f"keys of {step.__name__}", keyboard.steps[-1][1])
    print("\n".join(f"{keys:5} {name}" for name, keys in keyboard.steps))
    print(f"{keyboard.keys:5} in all; typed addresses: {keyboard.addresses}")
    assert not keyboard.found, "\n".join(keyboard.found)
    assert not keyboard.addresses, "a page that no link led to"
    assert keyboard.keys < MOST_KEYS
