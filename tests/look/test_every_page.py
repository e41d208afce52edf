"""Every page of the house, as somebody who may see it, in light, in dark and at 320 px.

The pages of clients, families and agencies also at 400% zoom, with words twice as big, in forced
colours, with reduced motion, and by the names that a screen reader says.

A new route is found by itself; one that opens for nobody on the stage of the access matrix fails
here by name, and so does every page that axe or its own width faults.
"""

import pytest

from homeward.core import clock
from homeward.testing.matrix.asking import House
from homeward.testing.matrix.world import make_world
from tests.journeys.browsing import browser, find_chromium
from tests.look.gathering import Gathered, gather
from tests.look.showing import faults, phone_faults, site

pytestmark = pytest.mark.browser

# Steps of signing in that open only in the middle of it, and a token of its own.
MIDWAY = frozenset(
    {
        "account_inactive", "account_signup",
        "kiosk:lobby_choose", "kiosk:lobby_done", "kiosk:lobby_times_shown",
    }
)  # fmt: skip
# Pages about somebody in a plan; the journey of the week looks at them on its way.
IN_A_PLAN = frozenset(
    {
        "desk:week_draft_group", "desk:week_draft_need", "desk:week_draft_single",
        "desk:week_draft_trial",
    }
)  # fmt: skip
# Opens a quarter of an hour before a session on telehealth, and sends on; while a plan waits for
# its guardian (`portal/tests/test_guardian_plan.py`); the data of a day's draw, which is no page.
FOR_A_WHILE = frozenset({"portal:join", "portal:plan_for", "portal:draw_document"})


@pytest.fixture(scope="module")
def gathered(django_db_setup: None, django_db_blocker) -> Gathered:
    """All pages at once, before a browser is there; the world is undone at once."""
    from django.db import transaction

    find_chromium()
    with django_db_blocker.unblock(), transaction.atomic():
        found = gather(House(make_world()))
        transaction.set_rollback(True)
    clock.shift_to(None)
    return found


def test_every_route_opens_for_somebody(gathered):
    """Or its ids have no meaning in `homeward/testing/matrix/fillings.py` yet."""
    assert not sorted(set(gathered.unseen) - MIDWAY - IN_A_PLAN - FOR_A_WHILE)


def test_no_page_has_a_fault_in_light_in_dark_or_on_a_phone(gathered):
    wrong, seen = [], set()
    with site(gathered.pages) as address, browser() as opened:
        # axe is put into the page by the test, which the policy would rightly refuse.
        tab = opened.new_context(bypass_csp=True, locale="en-US").new_page()
        tools = tab.context.new_cdp_session(tab)
        for number, page in enumerate(gathered.pages):
            is_other_words = page.language != "en" and page.route in seen
            seen.add(page.route)
            found = faults(tab, f"{address}/page/{number}", is_other_words)
            if page.route.startswith("portal:"):
                found += phone_faults(tab, tools)
            wrong += [f"{page.name}: {each}" for each in found]

    assert not wrong, "\n".join(wrong)
