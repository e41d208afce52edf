"""The copy holds the client's own day and what they earned, and nothing of anybody else's."""

import base64
import json
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from homeward.core import clock
from homeward.dayplans.models import DayThing, OwnThing, PreventionPlan, UseDay, WeekLine
from homeward.incentives.models import Enrolment, Posting, Turn
from homeward.incentives.tests.conftest import has_test, on, tuesday
from homeward.testing.cast import NOON, cast

__all__ = ["cast", "on", "tuesday"]
MONDAY = date(2026, 11, 2)


def day_of(player, word):
    """A little of everything of one person's day, each with a word to look for."""
    base = {"client": player.row, "site": player.row.site}
    wrote = {**base, "written_at": NOON}
    thing = OwnThing.objects.create(**wrote, kind="person", label=f"{word} friend", phone="555")
    WeekLine.objects.create(
        **wrote, weekday=0, starts=time(9), ends=time(12), kind="work", label=f"{word} bakery",
        from_on=MONDAY,
    )  # fmt: skip
    DayThing.objects.create(
        **wrote, on=MONDAY, starts=time(17), ends=time(18), kind="wellbeing", thing=thing
    )
    OwnThing.objects.create(
        **wrote, kind="activity", label=f"{word} taken out", withdrawn_at=NOON
    )  # fmt: skip
    for number, state in ((1, "active"), (2, "draft")):
        PreventionPlan.objects.create(
            **base, number=number, state=state, written_at=NOON, content_hash="x" * 64,
            parts={"triggers": [{"text": f"{word} {state} corner", "phone": ""}]},
            signed_at=None if state == "draft" else NOON,
        )  # fmt: skip
    for minutes, used in ((0, True), (5, False)):
        UseDay.objects.create(
            **base, on=MONDAY, used=used, said_at=NOON + timedelta(minutes=minutes)
        )
    UseDay.objects.create(**base, on=MONDAY + timedelta(days=1), used=None, said_at=NOON)


@pytest.fixture
def told(on, client):
    """Jo earned for a test and wrote a day; Pat did as well."""
    has_test(on)
    day_of(on.jo, "River")
    day_of(on.pat, "Moreau")
    enrolled = Enrolment.objects.unscoped("test").get()
    theirs = Enrolment.objects.create(
        client=on.pat.row, site=on.pat.row.site, protocol=enrolled.protocol,
        episode=on.other_episode, token=uuid4().hex, text_version="1", text_hash="x" * 64,
        signed_at=NOON, signer_name="Pat Moreau", place="page",
    )  # fmt: skip
    Turn.objects.create(
        client=on.pat.row, site=on.pat.row.site, enrolment=theirs, number=1, origin="activity:1",
        what="Moreau walk", on=MONDAY, outcome="met", cents=777, decision={}, counted_at=NOON,
    )  # fmt: skip
    clock.shift_to(NOON + timedelta(hours=2))
    client.force_login(on.jo.account)
    return client


def entries(client):
    bundle = json.loads(client.get("/me/record/copy/for-others/").content)
    return [entry["resource"] for entry in bundle["entry"]]


def test_the_file_to_read_holds_day_and_earnings(told):
    words = told.get("/me/record/copy/to-read/").content.decode()
    for own in (
        "River bakery", "09:00", "River friend", "River active corner", "My week", "It counts.",
        "$2.50",
    ):  # fmt: skip
        assert own in words, own
    for left in ("River taken out", "River draft corner"):
        assert left not in words


def test_the_newest_word_about_a_day_holds_and_one_taken_back_is_none(told):
    said = [each for each in entries(told) if "valueBoolean" in each]
    assert [(each["effectiveDateTime"], each["valueBoolean"]) for each in said] == [
        (MONDAY.isoformat(), False)
    ]


def test_the_bundle_has_the_week_as_a_plan_and_the_earnings_as_a_document(on, told):
    found = entries(told)
    (week,) = [each for each in found if each.get("title") == "day plan"]
    first = week["activity"][0]["detail"]
    assert first["scheduledTiming"]["repeat"]["dayOfWeek"] == ["mon"]
    assert "River bakery" in first["description"]
    (document,) = [each for each in found if each.get("type") == {"text": "incentives"}]
    earned = json.loads(base64.b64decode(document["content"][0]["attachment"]["data"]))
    assert earned["format"] == "homeward-earned-1"
    assert [(turn["outcome"], turn["cents"]) for turn in earned["turns"]] == [("met", 250)]
    posted = Posting.objects.unscoped("test").filter(client=on.jo.row).count()
    assert len(earned["postings"]) == posted == 1
    assert earned["postings"][0]["cents"] == 250


@pytest.mark.parametrize("path", ["to-read", "for-others"])
def test_nothing_of_another_person_is_in_it(told, path):
    content = told.get(f"/me/record/copy/{path}/").content.decode()
    assert "Moreau" not in content and "777" not in content
    for each in entries(told):
        for part in each.get("content", []):
            assert b"Moreau" not in base64.b64decode(part["attachment"]["data"])


def test_the_ids_of_the_bundle_are_each_once(told):
    ids = [each["id"] for each in entries(told)]
    assert len(ids) == len(set(ids))
