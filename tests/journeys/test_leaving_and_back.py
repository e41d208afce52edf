"""Somebody leaves at once, is discharged, and comes back: on a phone, with everything axe says.

A robot's hand says nothing about time, so presses are counted here; what they cost a person is
reckoned by `homeward bench phone --only hands`.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homeward.accounts.models import Account
from homeward.admissions.models import Episode, Inquiry
from homeward.aftercare.models import Leaving
from homeward.core import clock
from homeward.core.actors import actor_of
from homeward.medications.actions import add_stock
from homeward.medications.queries import SERVICE
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.program.models import Phase, Track
from homeward.progress.actions import Closing, discharge_client
from homeward.progress.models import Discharge
from tests.journeys.browsing import browser
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
PHONE = {"width": 390, "height": 844}
COUNTING = """addEventListener('pointerdown', () => {
  sessionStorage.presses = Number(sessionStorage.presses || 0) + 1;
}, true)"""
TAKEN = """() => {
  const pressed = Number(sessionStorage.presses);
  delete sessionStorage.presses;
  return pressed;
}"""


@pytest.fixture
def phone(house: str) -> Iterator[Walker]:
    """A hand at a phone."""
    with browser() as opened:
        context = opened.new_context(
            locale="en-US", timezone_id="America/Chicago", bypass_csp=True, viewport=PHONE,
            has_touch=True, is_mobile=True,
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.add_init_script(COUNTING)
        yield Walker(page, house, is_looking=True)


def somebody_in_care() -> Any:
    """One client of the demo's counselor, four weeks in care."""
    worker = Account.objects.get(username="counselor").worker
    then = NOON - timedelta(days=28)
    client = Client.objects.create(
        site=worker.site, chart_number="HW-20001", name="Ada Brook", birth_date=date(1990, 1, 1),
    )  # fmt: skip
    about: dict[str, Any] = {"client": client, "site": worker.site}
    TeamMembership.objects.create(
        **about, worker=worker, role="counselor", is_primary=True, starts_at=then
    )
    placement = Placement.objects.create(
        **about, assessor=worker, assessed_at=then, ratings={str(n): 1 for n in range(1, 7)},
        indicated_level="2.1", provided_level="2.1", decided_at=then, decided_by=worker,
    )  # fmt: skip
    track = Track.objects.filter(site=worker.site).order_by("code").first()
    Episode.objects.create(
        **about, program=track.program, track=track, placement=placement, admitted_at=then,
        admitted_on=then.date(), admitted_by=worker, level_code="2.1",
        phase=Phase.objects.filter(program=track.program).order_by("position").first(),
    )  # fmt: skip
    add_stock(
        actor=SERVICE, site_id=worker.site_id, place="Desk", lot="NX-7", kits=2,
        expires_on=date(2027, 6, 1), now=NOON,
    )  # fmt: skip
    return client


def test_leaving_the_discharge_and_the_way_back(phone: Walker) -> None:
    """Five taps and a press; the discharge knows what was said; one press, and care goes on."""
    clock.shift_to(NOON)
    client = somebody_in_care()
    here = f"/desk/clients/{client.pk}"
    phone.sign_in("counselor")
    phone.visit(f"{here}/leaving-now/")
    phone.page.evaluate(TAKEN)
    phone.choose(naloxone="given", bridge="none", card="phone", appointment="gone", call="yes")
    phone.press("Done, let them go")
    assert phone.page.evaluate(TAKEN) == 6
    phone.reads("What was done", "Kit given now", "Finish the discharge")
    assert Leaving.objects.unscoped("test").get().seconds is not None
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    phone.follow("Finish the discharge")
    phone.fill(narrative="Left today in the fourth week; wants to think it over.")
    phone.press("Sign and end the episode")
    phone.reads("Discharge summary", "Left against advice", "After 1 month")
    assert Discharge.objects.unscoped("test").get().naloxone == "has_one"
    phone.visit(f"{here}/return/")
    phone.reads("The same episode goes on", "Nothing is asked twice")
    phone.page.evaluate(TAKEN)
    phone.press("Go on with the care")
    assert phone.page.evaluate(TAKEN) == 1
    phone.reads("into the same episode", "Write the plan anew")
    assert Episode.objects.unscoped("test").get().ended_at is None
    back_after_a_month(phone, client)
    assert phone.found == []


def back_after_a_month(phone: Walker, client: Client) -> None:
    """Care ended once more, and more than the program's days ago: an inquiry, nothing typed."""
    episode = Episode.objects.unscoped("test").get()
    counselor = actor_of(Account.objects.get(username="counselor"))
    discharge_client(
        actor=counselor, episode_id=episode.pk, now=NOON, with_document=False,
        authenticated_at=NOON, closing=Closing(
            type="left_against_advice", reason="Moved for work.", last_contact_on=NOON.date(),
            narrative="Left again in the fourth week.", naloxone="has_one",
        ),
    )  # fmt: skip
    later = NOON + timedelta(days=45)
    clock.shift_to(later)
    phone.sign_in("counselor")
    phone.visit(f"/desk/clients/{client.pk}/return/")
    phone.reads("A new episode begins", "Nothing is asked twice")
    phone.fill(words="Called this morning; drinking again for a week.")
    phone.page.evaluate(TAKEN)
    phone.press("Open the inquiry")
    assert phone.page.evaluate(TAKEN) == 1
    phone.reads("Next")
    inquiry = Inquiry.objects.unscoped("test").get()
    assert (inquiry.client_id, inquiry.referral_source) == (client.pk, "former_client")
    assert inquiry.first_request_at.date() == later.date()
    assert Episode.objects.unscoped("test").count() == 1
