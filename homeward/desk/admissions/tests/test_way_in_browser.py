"""The pages of the way in in a real browser: phone and desk, light and dark, saved while typed."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from homeward.admissions.tests import walking
from homeward.consents.models import Consent
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.kernel.purposes import Purpose
from homeward.placement.models import Placement
from homeward.plans.actions import add_thread, start_plan
from homeward.testing.cast import Cast, make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
SERVICE = Actor.of_service("test")


@pytest.fixture(scope="module", autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for the module."""
    with chromium() as found:
        yield found


def opened(browser: Any, live_server: Any, player: Any, *, wide: bool, dark: bool) -> Any:
    """A tab in which this member of the cast is signed in."""
    context = browser.new_context(
        viewport={"width": 1440 if wide else 390, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    cookies = signed_in(player).cookies
    context.add_cookies(
        [
            {"name": key, "value": each.value, "url": live_server.url}
            for key, each in cookies.items()
        ]
    )
    return context.new_page()


def addresses(cast: Cast) -> dict[str, list[str]]:
    """The pages of Ada and of Dana, with a held placement, consents and a plan being written."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    walking.give_appointment(cast, inquiry)
    walking.rate(cast, client, daily_benzodiazepine=True)
    walking.sign(cast, client)
    consent = Consent.objects.for_actor(SERVICE, Purpose.TREATMENT).get()
    plan = start_plan(actor=cast.dana.actor, episode_id=cast.episode.pk, now=clock.now())
    add_thread(actor=cast.dana.actor, plan_id=plan.pk, theme="return_to_use", now=clock.now())
    return {
        "ada": [
            reverse("desk:admissions"),
            reverse("desk:admissions_inquiry"),
            reverse("desk:admissions_case", args=[inquiry.pk]),
            reverse("desk:admissions_screening", args=[walking.call(cast).pk]),
            reverse("desk:questionnaire", args=[client.pk, "cssrs_screener"]),
            reverse("desk:admissions_admission", args=[inquiry.pk]),
            reverse("desk:consent_signature", args=[client.pk, "family"]),
            reverse("desk:consent", args=[consent.pk]),
            reverse("desk:tasks"),
        ],
        "dana": [
            reverse("desk:placement", args=[client.pk]),
            reverse("desk:chart_consents", args=[client.pk]),
            reverse("desk:chart_plan", args=[cast.jo.pk]),
            reverse("desk:plan_threads", args=[plan.pk]),
        ],
    }


def test_a_rating_is_kept_the_moment_it_is_chosen(browser: Any, live_server: Any) -> None:
    """Choosing 4 for return to use changes the suggestion beside it, and the draft."""
    cast = make_cast()
    path = addresses(cast)["dana"][0]
    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(live_server.url + path)
    for rating, level in (
        (3, "Partial hospitalization, 2.5"),
        (4, "High-intensity residential, 3.5"),
    ):
        tab.locator(f"label.choice[data-value='{rating}']").nth(4).click()
        tab.locator("#suggestion-title", has_text=level).wait_for(timeout=8000)
    placement = Placement.objects.for_actor(SERVICE, Purpose.TREATMENT).get(decided_at=None)
    assert placement.ratings["5"] == 4
    tab.context.close()
