"""The public pages: true, open to everybody, and silent about everybody."""

from datetime import time, timedelta

import pytest
from django.core.cache import cache

from homeward.admissions.models import Inquiry
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.coverage.models import Payer
from homeward.kernel.purposes import Purpose
from homeward.program.models import HouseRule, Organisation
from homeward.staff.models import WorkingHours
from homeward.timetable.models import GroupMembership

PAGES = ("/", "/what-happens-here/", "/paying/", "/privacy/", "/ask/", "/ask/thanks/")
TESTER = Actor.of_service("test")


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()


def key_of(client):
    import re

    page = client.get("/ask/").content.decode()
    return re.search(r'id="main".*?name="form_key" value="([^"]+)"', page, re.DOTALL).group(1)


def inquiries():
    return Inquiry.objects.for_actor(TESTER, Purpose.OPERATIONS)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_before_a_program_is_loaded(db, client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", [None, "dana", "jo", "kim"])
def test_every_page_is_the_same_for_whoever_comes(cast, client, path, who):
    if who:
        client.force_login(getattr(cast, who).account)
    page = client.get(path)
    assert page.status_code == 200
    text = page.content.decode()
    for name in ("Dana", "Avery", "Moreau", "HW-0"):
        assert name not in text


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere(cast, client, path):
    import re

    text = client.get(path).content.decode()
    for address in re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', text):
        assert address.startswith(("/static/", "data:")), address


def test_seats_are_counted_and_nobody_is_named(cast, client):
    assert "Day <strong>10</strong>" in client.get("/").content.decode()
    GroupMembership.objects.create(
        client=cast.jo.row, site=cast.site, group=cast.group, episode=cast.episode,
        starts_on=clock.today() - timedelta(days=1),
    )  # fmt: skip
    assert "Day <strong>9</strong>" in client.get("/").content.decode()


def test_times_come_from_working_hours_or_the_page_says_to_call(cast, client):
    Organisation.objects.update(phone="(512) 555-0100")
    assert "Call us: (512) 555-0100" in client.get("/").content.decode()
    for weekday in range(7):
        WorkingHours.objects.create(
            worker=cast.dana.row,
            weekday=weekday,
            starts=time(0),
            ends=time(23),
            starts_on=clock.today() - timedelta(days=9),
        )
    text = client.get("/").content.decode()
    assert "Call us:" not in text
    assert "hero__times" in text


def test_the_program_page_tells_hours_stages_days_rules(cast, client):
    HouseRule.objects.create(
        program=cast.program, code="phones", text="Phones stay in the locker.", position=1
    )
    text = client.get("/what-happens-here/").content.decode()
    for words in ("09:30 to 16:00", "Orientation", "about 6 weeks", "Phones stay in the locker."):
        assert words in text


def test_paying_names_the_payers(cast, client):
    Payer.objects.create(code="state", name="State block grant", kind="state")
    assert "State block grant" in client.get("/paying/").content.decode()


def test_a_call_is_asked_for_without_a_name_and_only_once(cast, client):
    sent = {"form_key": key_of(client), "phone": "512-555-0142", "relation": "self"}
    for _ in range(3):
        assert client.post("/ask/", sent)["Location"] == "/ask/thanks/"
    row = inquiries().get()
    assert (row.caller_name, row.phone, row.referral_source) == (
        "No name given",
        "512-555-0142",
        "website",
    )
    assert row.taken_by_id is None


def test_staff_read_the_missing_name_in_their_own_language(cast, client):
    sent = {"form_key": key_of(client), "phone": "512-555-0142", "relation": "self"}
    client.post("/ask/", sent, headers={"accept-language": "es"})
    assert inquiries().get().caller_name == "No name given"


def test_what_was_chosen_reaches_the_inquiry(cast, client):
    client.post(
        "/ask/",
        {
            "form_key": key_of(client), "phone": "512-555-0142", "relation": "family",
            "call_me": "Bo",
            "track": str(cast.evening.pk), "may_leave_message": "on", "note": "After six",
        },
    )  # fmt: skip
    row = inquiries().get()
    assert row.wanted_track_id == cast.evening.pk
    assert row.relation == "family"
    assert row.may_leave_message
    assert row.note == "After six"
    assert row.person_name == ""


@pytest.mark.parametrize(
    "bad",
    [{"phone": ""}, {"phone": "call me"}, {"phone": "((((((("}, {"relation": "x"}, {"track": "1"}],
)
def test_a_bad_request_names_the_field_and_keeps_what_was_typed(cast, client, bad):
    sent = {
        "form_key": key_of(client),
        "phone": "512-555-0142",
        "relation": "self",
        "note": "my words",
        **bad,
    }
    answer = client.post("/ask/", sent)
    assert answer.status_code == 422
    assert "my words" in answer.content.decode()
    assert not inquiries().exists()


def test_one_connection_asks_five_times_an_hour_and_is_then_told_to_call(cast, client):
    for turn in range(6):
        answer = client.post(
            "/ask/", {"form_key": key_of(client), "phone": f"512-555-010{turn}", "relation": "self"}
        )
    assert answer.status_code == 429
    assert inquiries().count() == 5


def test_before_a_program_is_loaded_the_request_is_not_swallowed(db, client):
    answer = client.post(
        "/ask/", {"form_key": key_of(client), "phone": "512-555-0142", "relation": "self"}
    )
    assert answer.status_code == 422
    assert "988" in answer.content.decode()
