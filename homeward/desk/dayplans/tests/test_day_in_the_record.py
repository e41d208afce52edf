"""The day in the record, made together; the prevention plan beside the treatment plan."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.dayplans import actions, queries
from homeward.dayplans.actions.prevention import content_hash, parts_of
from homeward.dayplans.models import DayPlan, DayThing, OwnThing
from homeward.dayplans.refusals import DayAlreadyBegun
from homeward.documents.models import Document
from homeward.people.models import Client
from homeward.safety.rules.plan import Line
from homeward.testing.cast import NOON, Cast

KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')


@pytest.fixture(autouse=True)
def _noon() -> Any:
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def send(browser: Any, seen_at: str, path: str = "", **typed: Any) -> Any:
    text = browser.get(seen_at).content.decode()
    at = max(0, text.find(f'action="{path}"')) if path else text.index("<main")
    return browser.post(path or seen_at, dict(KEYS.findall(text[at:])) | typed)


def press(browser: Any, path: str, **typed: Any) -> Any:
    """As somebody who has the page before them: a fresh key, and no version to carry."""
    return browser.post(path, {"form_key": new_key()} | typed)


def test_is_begun_written_and_filled_together(cast: Cast, client: Any) -> None:
    """Who wrote stands beside it; from the instant the client takes it back nothing is here."""
    day = f"/desk/clients/{cast.jo.pk}/day/"
    client.force_login(cast.dana.account)
    assert "Begin with the client" in client.get(day).content.decode()
    assert client.get(f"{day}write/week/").status_code == 404
    assert press(client, f"{day}begin/").status_code == 302
    with pytest.raises(Client.DoesNotExist):
        actions.begin_together(actor=cast.omar.actor, client_id=cast.jo.pk, now=NOON)
    with pytest.raises(DayAlreadyBegun):
        actions.begin_together(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON)
    week = f"{day}write/week/"
    line = {"kind": "work", "label": "Bakery", "starts": "07:00", "ends": "18:00"}
    assert press(client, week, **line).status_code == 422
    days = [str(number) for number in range(7)]
    assert press(client, week, **line, weekdays=days).status_code == 302
    listed = {"kind": "activity", "label": "Swim", "minutes": "40"}
    assert press(client, f"{day}write/list/", **listed).status_code == 302
    assert press(client, f"{day}write/told/").status_code == 302
    there = {"kind": "children", "starts": "18:00", "ends": "19:00", "label": ""}
    assert press(client, f"{day}write/day/", on="2026-11-24", **there).status_code == 302
    with CaptureQueriesContext(connection) as seen:
        page = client.get(day).content.decode()
    assert len(seen.captured_queries) <= 70, len(seen.captured_queries)
    assert "written with Dana Reyes" in page
    thing = OwnThing.objects.unscoped("test").get()
    choice = f"activity|{thing.pk}|19:00|19:40"
    assert f'value="{choice}"' in page
    assert press(
        client, f"{day}fill/", on="2026-11-24", choice=choice
    ).status_code == 302  # fmt: skip
    assert DayThing.objects.unscoped("test").get(fills=True).written_by_id == cast.dana.pk
    row = queries.week_lines(cast.dana.actor, cast.jo.pk)[0]
    assert press(client, f"{day}week/{row.pk}/end/").status_code == 302
    actions.share_day(actor=cast.jo.actor, shared="empty", now=NOON)
    slim = client.get(day).content.decode()
    assert ("Nothing planned" in slim, "Bakery" in slim, "Swim" in slim) == (True, False, False)
    actions.share_day(actor=cast.jo.actor, shared="nothing", now=NOON)
    gone = client.get(day).content.decode()
    assert ("Nothing planned" in gone, "need not" in gone) == (False, True)
    assert client.get(week).status_code == 404
    assert press(client, f"{day}fill/", on="2026-11-24", choice=choice).status_code == 302
    assert DayThing.objects.unscoped("test").filter(fills=True).count() == 1
    assert DayPlan.objects.unscoped("test").get().shared == "nothing"
    client.force_login(cast.omar.account)
    assert {client.get(path).status_code for path in (day, week)} == {404}
    client.force_login(cast.fay.account)
    assert client.get(day).status_code == 403


def test_the_prevention_plan_stands_beside_the_plan(cast: Cast, client: Any) -> None:
    """Staff write it with the client, the client makes it theirs, and it prints on one page."""
    here = f"/desk/clients/{cast.jo.pk}/prevention/"
    client.force_login(cast.dana.account)
    assert here in client.get(f"/desk/clients/{cast.jo.pk}/plan/").content.decode()
    typed = {
        "triggers": "Payday\nBeing alone", "signs": "Short sleep", "helps": "Swim",
        "people": "Sol 312-555-0188", "after": "Tell Sol",
    }  # fmt: skip
    assert send(client, f"{here}write/", **typed | {"signs": "x" * 130}).status_code == 422
    assert send(client, f"{here}write/", **typed).status_code == 302
    assert "Waits for the client" in client.get(here).content.decode()
    (draft,) = queries.prevention_plans(cast.dana.actor, cast.jo.pk)
    pdf = f"/desk/papers/prevention/{draft.pk}/"
    assert press(client, pdf).status_code == 404
    digest = content_hash(parts_of(draft.parts))
    actions.sign_prevention_plan(actor=cast.jo.actor, plan_id=draft.pk, read_hash=digest, now=NOON)
    assert parts_of(draft.parts)["people"] == (Line("Sol", "312-555-0188"),)
    assert "theirs since" in client.get(here).content.decode()
    assert press(client, pdf).status_code == 302
    assert Document.objects.unscoped("test").get().kind == "prevention"
    client.force_login(cast.omar.account)
    assert {client.get(here).status_code, press(client, pdf).status_code} == {404}
