"""Portal and account pages in a real browser: nothing breaks the policy of the house.

A passkey is made and opens the account; a check-in and a signature are sent without scripts.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache

from homeward.core import clock
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.people.models import Contact
from homeward.portal.tests import scene
from homeward.program.models import HouseRule, Organisation, Site
from homeward.testing.cast import PASSWORD, make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
PUBLIC = (
    "/", "/what-happens-here/", "/paying/", "/privacy/", "/ask/", "/ask/thanks/",
    "/account/sign-in/", "/account/sign-up/", "/account/password/help/", "/account/inactive/",
)  # fmt: skip
ACCOUNT = (
    "/account/second-factor/", "/account/authenticator-app/", "/account/passkeys/",
    "/account/passkeys/new/", "/account/password/", "/account/sessions/", "/account/sign-out/",
    "/account/reauthentication/",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def life(transactional_db: Any) -> Any:
    """A full day of Jo, with Kim and an officer beside her."""
    cache.clear()
    cast = make_cast()
    Organisation.objects.update(phone="(512) 555-0100")
    Site.objects.update(phone="(512) 555-0101")
    HouseRule.objects.create(
        program=cast.program, code="phones", text="Phones stay in the locker.", position=1
    )
    now = clock.now()
    where = scene.session(cast, now - timedelta(minutes=10))
    scene.seat(cast, cast.jo, where, cast.episode)
    past = scene.session(cast, now - timedelta(days=1), "Triggers and cravings")
    held = scene.seat(cast, cast.jo, past, cast.episode)
    scene.attended(cast, past, held)
    scene.seat(cast, cast.jo, scene.session(cast, now + timedelta(days=1)), cast.episode)
    scene.plan(cast)
    scene.drug_test(cast, cast.jo, cast.episode)
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="presumptive")
    note = scene.note(cast, past, cast.jo, cast.episode, "Jo found her own words.", signed=True)
    scene.shared_note(cast, past, "We practiced the pause.")
    scene.consent(cast, "treatment")
    family = scene.consent(
        cast, "family", contact_id=cast.kim.pk, classes=["schedule", "assessment"]
    )
    cast.people["rae"] = scene.contact(cast, "rae", Contact.Kind.AGENCY, "Rae Stone")
    scene.consent(cast, "criminal_justice", contact_id=cast.rae.pk)
    return SimpleNamespace(note=note, family=family)


def sign_in(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/account/sign-in/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("main button.button--primary")
    page.goto(f"{address}/account/reauthentication/")
    page.fill("#id_password", PASSWORD)
    page.click("main button.button--primary")


def test_the_policy_of_the_house_is_kept_and_a_passkey_opens_the_account(
    life: Any, live_server: Any, browser: Any
) -> None:
    # A passkey is bound to a host name, never to a bare address.
    address = live_server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
                "hasUserVerification": True, "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip
    sign_in(page, address, "dana")
    for path in ("/me/help/", *PUBLIC, *ACCOUNT):
        if not path.startswith("/me/"):
            page.goto(f"{address}{path}")
    page.goto(f"{address}/account/passkeys/new/")
    page.check("#id_passwordless")
    page.click("#passkey_button")
    page.wait_for_url("**/account/recovery-codes/**")
    page.goto(f"{address}/account/passkeys/")
    assert "opens by itself" in page.inner_text("main")
    page.goto(f"{address}/account/sign-out/")
    page.click("main button.button--primary")
    page.goto(f"{address}/account/sign-in/")
    page.click("#passkey_button")
    page.wait_for_url("**/desk/**")
    assert said == []
    context.close()


def test_without_scripts_a_check_in_and_a_signature_still_arrive(
    life: Any, live_server: Any, browser: Any
) -> None:
    address = live_server.url
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    sign_in(page, address, "jo")
    page.goto(f"{address}/me/")
    page.check("input[name=craving][value='3']", force=True)
    page.click("main form button.button--primary")
    assert "Kept." in page.inner_text("main")
    page.goto(f"{address}/me/plan/")
    page.fill("#id_signer_name", "Jo Avery")
    page.click("main form button.button--primary")
    assert "This is your plan now" in page.inner_text("main")
    context.close()
