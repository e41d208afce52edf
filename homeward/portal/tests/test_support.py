"""The client asks for help, keeps a log, chooses what is celebrated; nobody else does."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.linkage import actions, queries
from homeward.linkage.celebrating import wall_of
from homeward.linkage.models import Need
from homeward.testing.cast import NOON, Cast

KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')
SERVICE = Actor.of_service("test")


def send(client: Any, seen_at: str, path: str = "", **typed: str) -> Any:
    keys = dict(KEYS.findall(client.get(seen_at).content.decode()))
    return client.post(path or seen_at, keys | typed)


def test_asking_for_help_reaches_the_team(cast: Cast, client: Any) -> None:
    """Typed words are kept when something is missing; not now is an answer."""
    client.force_login(cast.jo.account)
    refused = send(client, "/me/support/", kind="", severity="high", own_words="A ride to work")
    assert refused.status_code == 422
    assert "A ride to work" in refused.content.decode()
    told = {"kind": "transport", "severity": "high", "own_words": "A ride to work"}
    assert send(client, "/me/support/", **told).status_code == 302
    need = Need.objects.for_actor(SERVICE, Purpose.TREATMENT).get()
    assert (need.wants, need.events.get().source) == ("now", "phone")
    page = f"/me/support/{need.pk}/"
    assert send(client, "/me/support/", page, wants="perhaps").status_code == 422
    keys = {"form_version": str(need.version)}
    asked = dict(KEYS.findall(client.get("/me/support/").content.decode()))
    assert client.post(page, asked | keys | {"wants": "later"}).status_code == 302
    assert queries.waiting_needs(cast.dana.actor) == []


def test_the_log_and_the_wall_are_the_client_s_own(cast: Cast, client: Any) -> None:
    """No kind is chosen beforehand, nothing is shared unless ticked, and taking back is at once."""
    client.force_login(cast.jo.account)
    blank = client.get("/me/meetings/").content.decode()
    assert 'type="radio"' in blank
    assert "checked" not in blank
    assert send(client, "/me/meetings/", on="2026-11-01", kind="").status_code == 422
    kept = send(client, "/me/meetings/", kind="secular", on="2026-11-01", name="Common Ground")
    assert kept.status_code == 302
    assert queries.shared_meetings(cast.dana.actor, cast.jo.pk) == []
    (row,) = queries.own_meetings(cast.jo.actor)
    send(client, "/me/meetings/", f"/me/meetings/{row.pk}/", act="show")
    assert len(queries.shared_meetings(cast.dana.actor, cast.jo.pk)) == 1
    send(client, "/me/meetings/", f"/me/meetings/{row.pk}/", act="strike")
    assert queries.own_meetings(cast.jo.actor) == []
    chosen = {"milestone": "days_7", "shown": "wall", "name_shown": "J."}
    assert send(client, "/me/milestones/", **chosen | {"name_shown": ""}).status_code == 422
    assert send(client, "/me/milestones/", **chosen).status_code == 302
    (choice,) = queries.own_choices(cast.jo.actor)
    send(client, "/me/milestones/", f"/me/milestones/{choice.pk}/")
    assert queries.own_choices(cast.jo.actor) == []
    assert wall_of(cast.site, NOON) == ()


def test_is_for_clients_alone(cast: Cast, client: Any) -> None:
    """Family and staff have no such page, and another client's rows are not there."""
    row = actions.log_meeting(actor=cast.jo.actor, kind="other", on=NOON.date(), now=NOON)
    for path in ("/me/support/", "/me/meetings/", "/me/milestones/"):
        client.force_login(cast.kim.account)
        assert client.get(path).status_code == 403
        client.force_login(cast.dana.account)
        assert client.get(path).status_code == 403
    client.force_login(cast.pat.account)
    answer = send(client, "/me/meetings/", f"/me/meetings/{row.pk}/", act="strike")
    assert answer.status_code == 404
    for path in (f"/me/meetings/{row.pk}/", f"/me/support/{row.pk}/"):
        assert send(client, "/me/meetings/", path, act="", wants="").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"), [("/me/support/", 16), ("/me/meetings/", 14), ("/me/milestones/", 18)]
)
def test_a_page_asks_no_more_when_there_is_more(
    cast: Cast, client: Any, path: str, most: int
) -> None:
    """The count of queries stays and is pinned."""
    client.force_login(cast.jo.account)
    about: dict[str, Any] = {"actor": cast.jo.actor, "now": NOON}

    def fill(kinds: tuple[str, ...], milestones: tuple[str, ...]) -> None:
        for kind in kinds:
            actions.tell_need(
                **about, client_id=cast.jo.pk, kind=kind, severity="low", wants="now",
                source="phone",
            )  # fmt: skip
            actions.log_meeting(**about, kind="secular", on=NOON.date())
        for milestone in milestones:
            actions.choose_milestone(**about, milestone=milestone, shown="phone", name_shown="J")

    def count() -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen.captured_queries)

    fill(("food",), ("days_7",))
    few = count()
    fill(("legal", "housing", "childcare"), ("days_30", "days_60", "work"))
    assert count() == few <= most
