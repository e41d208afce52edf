"""One's own record goes back to the first note and test, and says what each test found."""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from homeward.core import clock
from homeward.drugtests.models import AnalyteResult
from homeward.portal import record
from homeward.portal.tests import scene
from homeward.portal.tests.test_query_counts import queries

RECORD = "/me/record/"


@pytest.fixture
def jo(cast, client):
    client.force_login(cast.jo.account)
    return client


def words(answer):
    return answer.content.decode()


def pages_of(client, name):
    """The newest page, and every earlier one of this part, each by its address."""
    address, told = RECORD, []
    for _ in range(30):
        page = words(client.get(address))
        told.append(page)
        found = re.search(rf'href="({RECORD}\?{name}=[^"]+)"', page)
        if not found:
            return told
        address = found[1].replace("&amp;", "&")
    raise AssertionError("the pages never end")


def shorten(monkeypatch, name, most):
    model, field, then, _most = record.PARTS[name]
    monkeypatch.setitem(record.PARTS, name, (model, field, then, most))


def test_notes_go_back_to_the_first_and_each_stands_once(cast, jo, monkeypatch):
    for days in range(1, 8):
        for hour in (1, 3):
            where = scene.session(
                cast, clock.now() - timedelta(days=days, hours=hour), f"Hour {days} {hour}"
            )
            scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=True)
    shorten(monkeypatch, "notes", 5)
    names = [name for page in pages_of(jo, "notes") for name in re.findall(r"Hour \d \d", page)]
    assert len(names) == len(set(names)) == 14


def test_tests_go_back_to_the_first_and_each_stands_once(cast, jo):
    for days in range(45):
        scene.drug_test(
            cast, cast.jo, cast.episode, state="missed",
            ordered_at=clock.now() - timedelta(days=days),
        )  # fmt: skip
    pages = pages_of(jo, "tests")
    assert [page.count("not given in time") for page in pages] == [20, 20, 5]
    assert "No signed notes yet" in pages[0]
    assert "No signed notes yet" not in pages[1]


def test_more_of_one_day_than_a_page_holds_stands_together(cast, jo, monkeypatch):
    day = scene.today(cast) - timedelta(days=3)
    start = datetime.combine(day, time(8), ZoneInfo(cast.site.time_zone))
    for number in range(4):
        where = scene.session(cast, start + timedelta(hours=2 * number), f"Hour {number}")
        scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=True)
    where = scene.session(cast, start - timedelta(days=2), "Hour 9")
    scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=True)
    shorten(monkeypatch, "notes", 2)
    told = [re.findall(r"Hour \d", page) for page in pages_of(jo, "notes")]
    assert [len(each) for each in told] == [4, 1]


@pytest.mark.parametrize("asked", ["notes=soon", "notes=2026-13-01", "tests=2026-11-01", "crises="])
def test_what_is_no_day_is_not_found(jo, asked):
    assert jo.get(f"{RECORD}?{asked}").status_code == 404


def test_an_earlier_page_holds_nothing_of_anybody_else(cast, jo, client):
    where = scene.session(cast, clock.now() - timedelta(days=1), "Group of many")
    scene.note(cast, where, cast.pat, cast.other_episode, "Pat was angry.", signed=True)
    scene.drug_test(cast, cast.pat, cast.other_episode, state="missed")
    for asked in (f"notes={scene.today(cast)}", f"tests={clock.now().isoformat()}"):
        page = words(jo.get(RECORD, dict([asked.split("=", 1)])))
        assert "Group of many" not in page
        assert "not given in time" not in page
    client.force_login(cast.omar.account)
    assert client.get(f"{RECORD}?notes={scene.today(cast)}").status_code == 403


def test_an_earlier_page_asks_few_questions(cast, jo):
    for days in range(45):
        scene.drug_test(
            cast, cast.jo, cast.episode, state="missed",
            ordered_at=clock.now() - timedelta(days=days),
        )  # fmt: skip
    asked = f"{RECORD}?tests=" + (clock.now() - timedelta(days=15)).isoformat().replace("+", "%2B")
    assert queries(jo, asked) <= 11


def cup(cast, days, *found, **facts):
    """A test some days ago with its results: (analyte, method, result, level)."""
    at = clock.now() - timedelta(days=days)
    test = scene.drug_test(
        cast, cast.jo, cast.episode,
        **{"state": "resulted", "collected_at": at, "ordered_at": at, "outcome": "presumptive",
           "panel": ["alcohol", "thc", "opiates"], **facts},
    )  # fmt: skip
    for analyte, method, result, level in found:
        AnalyteResult.objects.create(
            client=cast.jo.row, site=cast.site, test=test, analyte=analyte, method=method,
            result=result, level=level, at=at,
        )  # fmt: skip
    return test


def test_a_result_says_what_was_found_and_what_is_not_confirmed(cast, jo):
    cup(
        cast, 1, ("alcohol", "presumptive", "presumptive_positive", None),
        ("opiates", "presumptive", "positive_expected", None),
        ("thc", "presumptive", "negative", None),
    )  # fmt: skip
    page = words(jo.get(RECORD))
    assert "presumptive, not confirmed" in page
    assert "found, as prescribed" in page
    assert "Cannabis" not in page[page.index('id="main"') :]
    assert "confirmed by the laboratory" not in page


def test_what_a_laboratory_ruled_out_is_not_said_to_be_found(cast, jo):
    cup(
        cast, 1, ("thc", "presumptive", "presumptive_positive", None),
        ("thc", "definitive", "negative", None), outcome="negative",
    )  # fmt: skip
    page = words(jo.get(RECORD))
    assert "not confirmed" not in page
    assert "negative" in page


def test_an_old_finding_that_still_shows_is_said_not_to_be_new_use(cast, jo):
    cup(cast, 9, ("thc", "definitive", "positive", Decimal(90)), outcome="positive")
    assert "still show from that time" not in words(jo.get(RECORD))
    cup(cast, 2, ("thc", "definitive", "positive", Decimal(40)), outcome="positive")
    page = words(jo.get(RECORD))
    assert page.count("It can still show from that time. This may not be new use.") == 1


def test_a_level_that_rose_is_not_said_to_be_old(cast, jo):
    cup(cast, 9, ("thc", "definitive", "positive", Decimal(40)), outcome="positive")
    cup(cast, 2, ("thc", "definitive", "positive", Decimal(90)), outcome="positive")
    assert "still show from that time" not in words(jo.get(RECORD))


@pytest.mark.parametrize("facts", [{"outcome": "pending"}, {"outcome": "invalid",
                                                           "specimen": "adulterated"}])  # fmt: skip
def test_nothing_is_said_to_be_found_before_or_without_a_reading(cast, jo, facts):
    cup(cast, 1, ("alcohol", "presumptive", "presumptive_positive", None), **facts)
    assert "not confirmed" not in words(jo.get(RECORD))


def test_findings_cost_one_question_however_many_there_are(cast, jo):
    cup(cast, 30, ("thc", "presumptive", "presumptive_positive", None))
    cup(cast, 29, ("thc", "presumptive", "presumptive_positive", None))
    few = queries(jo, RECORD)
    for days in range(2, 20):
        cup(cast, days, ("thc", "presumptive", "presumptive_positive", None))
    assert queries(jo, RECORD) <= few
