"""The client's day: two taps fill an empty evening, staff see what is shared, nobody else any."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.audit.models import Entry
from homeward.consents.models import SafetyFlag
from homeward.core import clock
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.core.submissions import new_key
from homeward.dayplans import actions, queries
from homeward.dayplans.models import DayPlan, DayThing, PreventionPlan
from homeward.dayplans.refusals import (
    DayAhead,
    DayNotShared,
    HourTaken,
    LineUnclear,
    NotToOffer,
    PreventionChangedSince,
    PreventionIncomplete,
)
from homeward.directory.models import Service
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Stop
from homeward.portal.tests import scene
from homeward.safety.rules.plan import Line
from homeward.testing.cast import NOON, TUESDAY, Cast

KEYS = re.compile(r'name="(form_key|form_version|read_hash)" value="([^"]*)"')
EVENING = "18:00", "20:00"
PARTS = {
    "triggers": (Line("Payday"),), "signs": (Line("I stop calling"),), "helps": (Line("Swim"),),
    "people": (Line("Sol", "555-0101"),),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _noon() -> Any:
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def keys_of(page: Any, action: str = "") -> dict[str, str]:
    text = page.content.decode()
    return dict(KEYS.findall(text[text.index(action) :] if action else text))


def send(browser: Any, seen_at: str, path: str = "", **typed: Any) -> Any:
    path = path or seen_at
    page = browser.get(seen_at)
    action = f'action="{path}"' if f'action="{path}"' in page.content.decode() else "<main"
    return browser.post(path, keys_of(page, action) | typed)


def press(browser: Any, path: str, **typed: Any) -> Any:
    """As somebody who has the page before them: a fresh key, and no version or hash to carry."""
    return browser.post(path, {"form_key": new_key()} | typed)


def about(cast: Cast) -> dict[str, Any]:
    return {"actor": cast.jo.actor, "client_id": cast.jo.pk, "now": NOON}


def worked(cast: Cast) -> None:
    """Work on every day but the evening, and a list to choose from."""
    actions.add_to_week(
        **about(cast), weekdays=range(7), starts=time(7), ends=time(18), kind="work"
    )
    actions.add_own(**about(cast), kind="activity", label="Long walk", minutes=45)
    actions.add_own(**about(cast), kind="person", label="Kim", phone="312-555-0199")
    actions.add_own(**about(cast), kind="person", label="Sol", phone="312-555-0188")


def meeting(name: str, option: str, hours: list[list[int]]) -> Service:
    return Service.objects.create(
        code=name.lower(), name=name, options=[option], zip_code="60640", hours=hours
    )


def test_an_empty_evening_is_filled_in_two_taps(cast: Cast, client: Any) -> None:
    """Today names the empty hours with why; one press on the day fills them."""
    meeting("Ground", "support_secular", [[1, 1110, 1200]])
    meeting("Elsewhere", "support_spiritual", [[2, 1110, 1200]])
    for weeks in range(1, 5):
        at = NOON - timedelta(weeks=weeks)
        CheckIn.objects.create(
            client=cast.jo.row, site=cast.site, at=at, on=at.date(), craving=9 if weeks < 4 else 2
        )
    worked(cast)
    client.force_login(cast.jo.account)
    today = client.get("/me/").content.decode()
    assert "Nothing planned until 23:00" in today
    assert "On 3 of 4 Tuesdays your craving was 6 or more" in today
    assert "/me/day/#t1800" in today
    page = client.get("/me/day/").content.decode()
    choices = re.findall(r'name="choice" value="([^"]+)">([^<]+)<', page)
    assert [label for _value, label in choices] == [
        "Long walk, 45 min", "Ground at 18:30", "Call Kim", "Call Sol",
    ]  # fmt: skip
    filled = press(client, "/me/day/fill/", on=TUESDAY.isoformat(), choice=choices[1][0])
    assert filled.status_code == 302
    row = DayThing.objects.unscoped("test").get()
    assert (row.service.name, row.starts, row.ends) == ("Ground", time(18, 30), time(20))
    assert 'tag--done">yours' in client.get("/me/day/").content.decode().replace("\n", "")
    again = press(client, "/me/day/fill/", on=TUESDAY.isoformat(), choice=choices[1][0])
    assert again.status_code == 422
    out = f"/me/day/things/{row.pk}/out/"
    assert press(client, out, on=TUESDAY.isoformat()).status_code == 302
    assert not DayThing.objects.unscoped("test").exists()


def test_who_must_not_be_met_is_never_offered(cast: Cast, client: Any) -> None:
    """The list stays as it was written; the person is only not proposed, nor can be chosen."""
    worked(cast)
    SafetyFlag.objects.create(
        client=cast.jo.row, site=cast.site, contact=cast.kim.row, starts_at=NOON
    )
    client.force_login(cast.jo.account)
    page = client.get("/me/day/").content.decode()
    assert ("Call Kim" in page, "Call Sol" in page) == (False, True)
    assert "Kim" in client.get("/me/day/list/").content.decode()
    kim = next(each for each in queries.list_of(cast.jo.actor, cast.jo.pk) if each.label == "Kim")
    hour = {"on": TUESDAY, "starts": time(18), "ends": time(18, 15)}
    with pytest.raises(NotToOffer):
        actions.fill_hour(**about(cast), **hour, source="person", ref=kim.pk)
    away = meeting("Faith", "support_spiritual", [[1, 1110, 1200]])
    actions.choose_meetings(**about(cast), meetings="secular")
    with pytest.raises(NotToOffer):
        actions.fill_hour(**about(cast), **hour, source="meeting", ref=away.pk)


def test_the_week_the_exceptions_and_the_list_work_without_scripts(cast: Cast, client: Any) -> None:
    """Refused words stay; a line is left out on one day and put back; what was told is copied by a
    press alone."""
    client.force_login(cast.jo.account)
    week = "/me/day/week/"
    asked = {"kind": "other", "label": "", "weekdays": ["1", "3"], "starts": "09:00"}
    refused = press(client, week, **asked, ends="09:00")
    assert refused.status_code == 422
    assert "The end must be another time" in refused.content.decode()
    assert press(client, week, **asked | {"label": "Garden"}, ends="10:00").status_code == 302
    first, second = queries.week_lines(cast.jo.actor, cast.jo.pk)
    assert (first.weekday, second.weekday, first.written_by) == (1, 3, None)
    off = f"{week}{first.pk}/off/"
    day = {"on": TUESDAY.isoformat()}
    assert press(client, off, **day).status_code == 302
    assert "Left out on this day" in client.get("/me/day/").content.decode()
    assert press(client, off, **day, act="back").status_code == 302
    assert "Left out on this day" not in client.get("/me/day/").content.decode()
    added = {**day, "kind": "children", "label": "", "starts": "16:00", "ends": "18:00"}
    assert press(client, "/me/day/", **added | {"kind": ""}).status_code == 422
    assert press(client, "/me/day/", **added).status_code == 302
    assert press(client, f"{week}{first.pk}/end/").status_code == 302
    assert [row.weekday for row in queries.week_lines(cast.jo.actor, cast.jo.pk)] == [3]
    listed = {"kind": "activity", "label": "Piano", "minutes": "", "phone": ""}
    assert press(client, "/me/day/list/", **listed | {"call_from": "09:00"}).status_code == 422
    assert press(client, "/me/day/list/", **listed).status_code == 302
    (row,) = queries.list_of(cast.jo.actor, cast.jo.pk)
    assert row.origin == "own"
    assert press(client, f"/me/day/list/{row.pk}/off/").status_code == 302
    assert press(client, "/me/day/list/told/").status_code == 302
    assert queries.list_of(cast.jo.actor, cast.jo.pk) == []
    for path in ("/me/day/?on=soon", "/me/day/?on=2031-01-01", "/me/day-by-day/?month=1999-01"):
        assert client.get(path).status_code == 404
    assert "16:00" in client.get("/me/day/paper/").content.decode()


def test_staff_see_what_is_shared_at_that_instant(cast: Cast, client: Any) -> None:
    """Nothing, the empty hours alone, or everything; staff write in the last case alone."""
    worked(cast)
    jo, dana = cast.jo.row, cast.dana.actor
    client_row = Client.objects.for_actor(dana, Purpose.TREATMENT).get(pk=jo.pk)

    def seen() -> tuple[bool, int, list[Any]]:
        found = queries.shared_day(dana, client_row,
                                   TUESDAY, NOON)  # fmt: skip
        pieces = found.day.pieces if found.day else ()
        return found.is_whole, len(pieces), [*(found.day.rows if found.day else ())]

    line = {"weekdays": [2], "starts": time(19), "ends": time(20), "kind": "children"}
    staff = {"actor": dana, "client_id": jo.pk, "now": NOON}
    assert seen() == (False, 0, [])
    with pytest.raises(DayNotShared):
        actions.add_to_week(**staff, **line)
    client.force_login(cast.jo.account)
    assert press(client, "/me/day/sharing/", shared="empty").status_code == 302
    assert seen() == (False, 1, [])
    assert queries.week_lines(dana, jo.pk) == queries.list_of(dana, jo.pk) == []
    looks = Entry.objects.filter(record="dayplans.dayplan", actor_ref=str(cast.dana.pk))
    assert looks.filter(client_ids__contains=[jo.pk]).exists()
    assert press(client, "/me/day/sharing/", shared="all").status_code == 302
    assert seen()[0]
    (made,) = actions.add_to_week(**staff, **line)
    assert made.written_by_id == cast.dana.pk
    with pytest.raises(NotAllowed):
        actions.share_day(actor=dana, shared="all", now=NOON)
    with pytest.raises(Client.DoesNotExist):
        actions.add_to_week(**{**staff, "actor": cast.omar.actor}, **line)
    assert press(client, "/me/day/sharing/", shared="nothing").status_code == 302
    assert seen() == (False, 0, [])
    assert press(client, "/me/day/sharing/", shared="everybody").status_code == 422


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    worked(cast)
    (walk, *_more) = queries.list_of(cast.jo.actor, cast.jo.pk)
    hour = {"source": "activity", "ref": walk.pk, "on": TUESDAY}
    with pytest.raises(HourTaken):
        actions.fill_hour(**about(cast), **hour, starts=time(17, 30), ends=time(18, 30))
    with pytest.raises(HourTaken):  # nothing runs over midnight by one press
        actions.fill_hour(**about(cast), **hour, starts=time(23, 30), ends=time(0, 30))
    with pytest.raises(LineUnclear):
        actions.fill_hour(
            **about(cast), **hour | {"on": TUESDAY - timedelta(days=1)}, starts=time(19),
            ends=time(20),
        )  # fmt: skip
    for on in (TUESDAY + timedelta(days=1), date(2025, 1, 1)):
        with pytest.raises(DayAhead):
            actions.tell_day(actor=cast.jo.actor, on=on, used=True, now=NOON)
    assert DayPlan.objects.unscoped("test").count() == 1


def test_a_plan_is_made_theirs_by_a_press_and_lives(cast: Cast, client: Any) -> None:
    """Staff write a version, the client alone makes it theirs; the earlier one is kept."""
    client.force_login(cast.jo.account)
    write = "/me/prevention/write/"
    typed = {"triggers": "Payday\nOld friends", "signs": "", "helps": "", "people": "", "after": ""}
    assert send(client, write, **typed | {"helps": "\n".join("1234567")}).status_code == 422
    assert send(client, write, **typed).status_code == 302
    page = client.get("/me/prevention/").content.decode()
    assert "Write at least one person you call." in page
    assert "Yes, this is my plan" not in page
    draft = PreventionPlan.objects.unscoped("test").get()
    about_plan = {"actor": cast.jo.actor, "plan_id": draft.pk, "now": NOON}
    with pytest.raises(PreventionIncomplete):
        actions.sign_prevention_plan(**about_plan, read_hash="")
    staff = {"actor": cast.dana.actor, "client_id": cast.jo.pk, "now": NOON}
    actions.keep_prevention_plan(**staff, parts=PARTS)
    with pytest.raises(StaleVersion):  # from a page that showed no open version
        actions.keep_prevention_plan(**staff, parts={}, expected_version=0)
    with pytest.raises(PreventionChangedSince):
        actions.sign_prevention_plan(**about_plan, read_hash="0" * 64)
    mine = f"/me/prevention/{draft.pk}/mine/"
    assert "written with Dana Reyes" in client.get("/me/prevention/").content.decode()
    assert send(client, "/me/prevention/", mine).status_code == 302
    paper = client.get("/me/prevention/paper/").content.decode()
    assert "Payday" in paper
    assert "555-0101" in paper
    with pytest.raises(NotAllowed):
        actions.sign_prevention_plan(
            actor=cast.dana.actor, plan_id=draft.pk, read_hash="", now=NOON
        )
    actions.keep_prevention_plan(**staff, parts={**PARTS, "helps": (Line("Sing"),)})
    newer = queries.prevention_plans(cast.jo.actor, cast.jo.pk)[0]
    assert send(client, "/me/prevention/", f"/me/prevention/{newer.pk}/mine/").status_code == 302
    states = [row.state for row in queries.prevention_plans(cast.dana.actor, cast.jo.pk)]
    assert states == ["active", "superseded"]
    assert client.post(mine, {}).status_code in (400, 404)


def test_the_calendar_is_the_client_s_alone(cast: Cast, client: Any) -> None:
    client.force_login(cast.jo.account)
    CheckIn.objects.create(client=cast.jo.row, site=cast.site, at=NOON, on=TUESDAY, used=True)
    told = {"on": "2026-11-20", "used": "no"}
    assert press(client, "/me/day-by-day/", **told | {"on": "2026-12-20"}).status_code == 422
    assert press(client, "/me/day-by-day/", **told).status_code == 302
    page = client.get("/me/day-by-day/").content.decode()
    assert "Days of no use: 1. Days of use: 1. Days not known: 22." in page
    Stop.objects.create(
        client=cast.jo.row, site=cast.site, kind="hospital", since_on=TUESDAY - timedelta(days=6),
        known_by="client", recorded_at=NOON, ended_at=NOON - timedelta(days=3), ending="over",
    )  # fmt: skip
    page = client.get("/me/day-by-day/").content.decode()
    assert "Days of no use: 0. Days of use: 1. Days not known: 20." in page
    assert "Days away, as in a hospital (–): 3." in page
    assert queries.use_calendar_of(cast.dana.actor, cast.jo.row, TUESDAY, TUESDAY) == ()


PATHS = {
    "/me/day/": 26, "/me/day/week/": 13, "/me/day/list/": 15, "/me/day/sharing/": 13,
    "/me/day/paper/": 17, "/me/prevention/": 13, "/me/day-by-day/": 14, "/me/": 41,
}  # fmt: skip


def test_is_nobody_else_s_and_asks_no_more_when_there_is_more(cast: Cast, client: Any) -> None:
    """Family and staff have no such page; another client's rows are not there; counts stay."""
    for player in (cast.kim, cast.dana):  # every other role: the access matrix
        client.force_login(player.account)
        assert {client.get(path).status_code for path in PATHS if path != "/me/"} == {403}
    worked(cast)
    row = queries.week_lines(cast.jo.actor, cast.jo.pk)[0]
    client.force_login(cast.pat.account)
    assert press(client, f"/me/day/week/{row.pk}/end/").status_code == 404
    client.force_login(cast.jo.account)

    def counts() -> dict[str, int]:
        found = {}
        for path in PATHS:
            with CaptureQueriesContext(connection) as seen:
                assert client.get(path).status_code == 200
            found[path] = len(seen.captured_queries)
        return found

    def more(number: int) -> None:
        at = datetime.combine(TUESDAY, time(15 + number), NOON.tzinfo)
        scene.seat(cast, cast.jo, scene.session(cast, at + timedelta(hours=6)), cast.episode)
        meeting(f"M{number}", "support_secular", [[1, 1260 + number, 1320]])
        actions.add_thing(
            **about(cast), on=TUESDAY, starts=time(5, number), ends=time(6), kind="wellbeing"
        )
        actions.add_own(**about(cast), kind="person", label=f"P{number}")
        actions.keep_prevention_plan(**about(cast), parts=PARTS)

    more(0)
    few = counts()
    more(3)
    many = counts()
    assert all(many[path] <= few[path] for path in PATHS)
    assert {path: (count, PATHS[path]) for path, count in many.items() if count > PATHS[path]} == {}
