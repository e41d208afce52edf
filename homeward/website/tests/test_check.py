"""The private check: works by POST alone, shows help at once, and leaves no trace anywhere."""

import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection

from homeward.admissions.models import Inquiry
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.website.carrying import carried_answers, sealed
from homeward.website.tests.test_setting_rules import FITS

TESTER = Actor.of_service("test")
PATH = "/which-setting/"
CARRIED = re.compile(r'name="carried" value="([^"]+)"')


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()


def everything_stored() -> dict[str, list]:
    """Every row of every table, as text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')
            found[table] = cursor.fetchall()
    return found


def steps(client, answers):
    """The whole check as a browser without scripts walks it."""
    first = client.post(PATH, {"step": "1", **answers})
    return first, client.post(PATH, {"step": "2", **answers})


def test_walks_from_part_one_to_a_suggestion(cast, client):
    assert "Part 1 of 2" in client.get(PATH).content.decode()
    first, last = steps(client, FITS)
    assert "Part 2 of 2" in first.content.decode()
    assert 'name="suicidal" value="no"' in first.content.decode()
    text = last.content.decode()
    assert "An intensive outpatient program may fit" in text
    assert "This is a suggestion" in text
    assert text.count("row__sub") == len(FITS)


def test_a_danger_sign_shows_help_on_the_very_next_page_and_stays(cast, client):
    for page in steps(client, {**FITS, "suicidal": "yes"}):
        text = page.content.decode()
        assert 'role="alert"' in text
        assert "tel:911" in text
        assert "tel:988" in text
    assert 'role="alert"' not in client.get(PATH).content.decode()


def test_the_lines_are_already_in_the_page_where_a_danger_sign_is_asked(cast, client):
    """They show on choosing by style alone; no script and no sending is needed."""
    text = client.get(PATH).content.decode()
    for words in ("Call or text 988 now", "Give naloxone", "It can be deadly", "emergency room"):
        assert words in text


def test_nobody_may_keep_the_page(cast, client):
    for page in (client.get(PATH), *steps(client, FITS)):
        assert "no-store" in page["Cache-Control"]


def test_answers_may_be_changed_and_forgotten(cast, client):
    back = client.post(PATH, {"step": "back", **FITS}).content.decode()
    assert "Part 2 of 2" in back
    assert 'value="yes" checked' in back
    assert "checked" not in client.get(PATH).content.decode()


@pytest.mark.parametrize("who", [None, "jo", "dana"])
def test_leaves_no_trace(cast, client, caplog, capfd, who):
    """No row, no session, no log line differs after the check and a look at the request."""
    if who:
        client.force_login(getattr(cast, who).account)
    client.get(PATH)
    client.get("/ask/")
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)
    before = everything_stored()
    sessions = Session.objects.count()
    answers = {**FITS, "suicidal": "yes", "overdose": "unsure"}
    _, last = steps(client, answers)
    token = CARRIED.search(last.content.decode()).group(1)
    shown = client.post("/ask/with-answers/", {"carried": token})
    assert "Do you think about ending your life" in shown.content.decode()
    after = everything_stored()
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert Session.objects.count() == sessions
    out, err = capfd.readouterr()
    told = caplog.text + out + err
    for word in (*answers, token):
        assert word not in told
    assert not [name for name in client.cookies if name not in ("csrftoken", "sessionid")]


def test_answers_never_stand_in_an_address(cast, client):
    first, last = steps(client, {**FITS, "suicidal": "yes"})
    for page in (first, last):
        assert page.status_code == 200  # answered at once, nothing is redirected with its answers
        text = page.content.decode()
        assert 'method="get"' not in text
        assert not re.findall(r'href="[^"]*(?:suicidal|overdose|carried)[^"]*"', text)
    client.get(f"{PATH}?suicidal=yes&step=2")
    assert "Part 1 of 2" in client.get(f"{PATH}?suicidal=yes&step=2").content.decode()
    assert "checked" not in client.get(f"{PATH}?suicidal=yes").content.decode()


def test_answers_reach_an_inquiry_only_when_sent_and_only_those_that_stay_ticked(cast, client):
    _, last = steps(client, {**FITS, "cravings": "yes"})
    token = CARRIED.search(last.content.decode()).group(1)
    page = client.post("/ask/with-answers/", {"carried": token}).content.decode()
    assert not Inquiry.objects.for_actor(TESTER, Purpose.OPERATIONS).exists()
    key = re.search(r'id="main".*?name="form_key" value="([^"]+)"', page, re.DOTALL).group(1)
    sent = {
        "form_key": key, "phone": "512-555-0142", "relation": "self", "note": "After six",
        "when": "evening", "carried": token, "keep": ["cravings", "safe_home"],
    }  # fmt: skip
    assert client.post("/ask/", sent)["Location"] == "/ask/thanks/"
    note = Inquiry.objects.for_actor(TESTER, Purpose.OPERATIONS).get().note
    assert note.startswith("After six\n\nGood time to call: Evening, 5 to 8")
    assert "hold out until the next day? Yes" in note
    assert "safe and steady place to live? Yes" in note
    assert "ending your life" not in note


def test_a_request_without_the_check_carries_none(cast, client):
    assert "From the check" not in client.get("/ask/").content.decode()


def test_an_altered_token_carries_nothing():
    token = sealed(FITS)
    assert carried_answers(token) == FITS
    other = "A" if token[60] != "A" else "B"
    for wrong in ("", "x", token[:-4], token[:60] + other + token[61:], "v1.a.b", token[3:]):
        assert carried_answers(wrong) == {}
    assert carried_answers(sealed({"suicidal": "maybe", "name": "Jo", "overdose": "no"})) == {
        "overdose": "no"
    }
