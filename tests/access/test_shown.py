"""A test run asks again what changed since the whole matrix was shown, and some of the rest."""

from types import SimpleNamespace

import pytest

from homeward.core.routes import Route, all_routes
from homeward.testing.matrix import shown

ROUTES = all_routes()


@pytest.mark.parametrize(
    ("place", "room"),
    [
        ("desk/consents/views.py", "desk.consents"),
        ("desk/templates/desk/consents/list.html", "desk.consents"),
        ("desk/urls.py", shown.BELOW),
        ("portal/views/plan.py", "portal"),
        ("portal/templates/portal/plan.html", "portal"),
        ("people/queries.py", shown.BELOW),
        ("core/policies.py", shown.BELOW),
    ],
)
def test_a_file_has_its_room(place, room):
    assert shown._room(tuple(place.split("/"))) == room


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ((), set()),
        (("desk.consents",), {"desk.consents"}),
        ((shown.BELOW,), {"desk.consents", "desk.notes", shown.BELOW}),
    ],
)
def test_what_changed_is_asked(monkeypatch, changed, asked):
    now = dict.fromkeys(("desk.consents", "desk.notes", shown.BELOW), "a")
    monkeypatch.setattr(shown, "digests", lambda: now)
    monkeypatch.setattr(shown, "noted", lambda: now | dict.fromkeys(changed, "b"))
    monkeypatch.setattr(shown, "ONE_IN", 257)  # nobody's turn but by chance one in 256
    routes = [_route(room, number) for room in now for number in range(4)]

    due = shown.to_ask(routes)

    for room in now:
        of_room = {each.name for each in routes if each.name.startswith(room)}
        assert of_room <= due if room in asked else len(of_room & due) <= 1


def test_without_a_note_everything_is_asked(monkeypatch):
    monkeypatch.setattr(shown, "noted", dict)

    assert shown.to_ask(ROUTES) == {each.name for each in ROUTES}


def test_some_take_their_turn_whatever_changed(monkeypatch):
    monkeypatch.setattr(shown, "noted", shown.digests)

    assert 0.04 < len(shown.to_ask(ROUTES)) / len(ROUTES) < 0.25


def test_a_room_changes_with_the_rooms_it_uses():
    """The card of questionnaires on the first page is written by another room."""
    assert "desk.measures" in shown.uses()["desk.today"]


def _route(room, number):
    view = SimpleNamespace(__module__=f"homeward.{room}.views")
    return Route(path="/", name=f"{room}:{number}", view=view, policy=None)
