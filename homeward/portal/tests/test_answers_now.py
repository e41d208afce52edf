"""Who answers, as a client's page says it at that instant: the roster, and never more than it."""

from datetime import timedelta
from pathlib import Path

import pytest

import homeward
from homeward.core import clock
from homeward.program.models import Holiday
from homeward.testing.cast import NOON
from homeward.timetable.roster import DutyShift
from homeward.timetable.windows import NotWith

pytestmark = pytest.mark.django_db
PLAIN = "Nobody from the program answers now."
UNKNOWN = "We cannot say here who is on duty."


@pytest.fixture
def tuesday(cast):
    clock.shift_to(NOON)
    cast.site.phone = "312 555 0100"
    cast.site.save()
    yield cast
    clock.shift_to(None)


def on_duty(cast, player, begins, ends, days=0, site=None):
    """A stretch from so many hours after noon to so many."""
    at = NOON + timedelta(days=days)
    return DutyShift.objects.create(
        site=site or cast.site, worker=player.row, on=at.date(),
        starts_at=at + timedelta(hours=begins), ends_at=at + timedelta(hours=ends),
    )  # fmt: skip


def told(client, cast, hours=0):
    clock.shift_to(NOON + timedelta(hours=hours))
    client.force_login(cast.jo.account)
    page = client.get("/me/help/").content.decode()
    assert "tel:988" in page and "tel:911" in page
    at = page.index("Who answers now")
    return " ".join(page[at : page.index("</section>", at)].split())


def test_whoever_is_on_duty_is_named_with_the_number(tuesday, client):
    on_duty(tuesday, tuesday.dana, -4, 4)
    now = told(client, tuesday)
    assert "On duty now, until 16:00: Dana Reyes. Ask for them by name." in now
    assert 'href="tel:3125550100"' in now


def test_two_on_duty_are_both_named(tuesday, client):
    on_duty(tuesday, tuesday.dana, -4, 4)
    on_duty(tuesday, tuesday.tess, -4, 2)
    assert f"until 14:00: Dana Reyes or {tuesday.tess.row.name}." in told(client, tuesday)


def test_nine_hours_later_nobody_answers_and_it_says_so(tuesday, client):
    """The page of the night is not the page of the day: no name, no button, from when again."""
    on_duty(tuesday, tuesday.dana, -4, 4)
    on_duty(tuesday, tuesday.dana, -4, 4, days=1)
    on_duty(tuesday, tuesday.tess, 6, 7)
    assert f"{PLAIN}</strong> Call or text 988." in told(client, tuesday, hours=5)
    assert "Your program answers again today from 18:00." in told(client, tuesday, hours=5)
    night = told(client, tuesday, hours=9)
    assert PLAIN in night and "Dana" not in night and "tel:" not in night
    assert "Your program answers again on Wednesday from 08:00." in night


def test_on_a_closed_day_nobody_is_named(tuesday, client):
    on_duty(tuesday, tuesday.dana, -4, 4)
    Holiday.objects.create(program=tuesday.program, on=NOON.date(), name="Closed")
    assert PLAIN in told(client, tuesday)


def test_without_a_roster_the_page_claims_nothing(tuesday, client):
    """Nor by what was taken off the roster, or stands on another site's."""
    assert UNKNOWN in told(client, tuesday)
    gone = on_duty(tuesday, tuesday.dana, -4, 4)
    gone.removed_at = NOON
    gone.save()
    on_duty(tuesday, tuesday.omar, -4, 4, site=tuesday.other_site)
    assert UNKNOWN in told(client, tuesday)


def test_who_must_not_meet_the_client_is_not_named(tuesday, client):
    on_duty(tuesday, tuesday.dana, -4, 4)
    NotWith.objects.create(
        client=tuesday.jo.row, site=tuesday.site, worker=tuesday.dana.row, starts_on=NOON.date()
    )
    now = told(client, tuesday)
    assert "Somebody is on duty now, until 16:00." in now and "Dana" not in now


def test_a_site_without_a_number_names_none(tuesday, client):
    tuesday.site.phone = ""
    tuesday.site.save()
    on_duty(tuesday, tuesday.dana, -4, 4)
    assert "tel:" not in told(client, tuesday)


def test_the_copy_on_the_phone_does_not_say_who_is_on_duty(tuesday, client):
    """What changes by the hour is marked as true only with a network (pocket/own.js drops it)."""
    on_duty(tuesday, tuesday.dana, -4, 4)
    client.force_login(tuesday.jo.account)
    page = client.get("/me/help/").content.decode()
    live = page[page.index("<div data-online>") :]
    assert live.index("Who answers now") < live.index("On duty now") < live.index("My safety plan")
    assert "On duty now" not in page[: page.index("<div data-online>")]
    script = Path(homeward.__file__).parent / "core/static/core/js/pocket/own.js"
    assert "[data-online]" in script.read_text(encoding="utf-8")


def test_nobody_elses_page_tells_the_roster(tuesday, client):
    on_duty(tuesday, tuesday.dana, -4, 4)
    client.force_login(tuesday.kim.account)
    assert "Dana" not in client.get("/me/help/").content.decode()
