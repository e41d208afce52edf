"""Each of the fifteen staff roles has a Today, and reads on it only what the role may see."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import resolve, reverse

from homeward.core import clock
from homeward.core.routes import policy_of
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.kernel.roles import STAFF_ROLES, Role
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing import company
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
PLAYERS = {
    Role.DIRECTOR: "dina", Role.SUPERVISOR: "sam", Role.COUNSELOR: "dana",
    Role.FAMILY_COUNSELOR: "fern", Role.PHYSICIAN: "hugo", Role.PSYCHOLOGIST: "iris",
    Role.NURSE: "ruth", Role.TECHNICIAN: "tess", Role.ADMISSIONS: "ada", Role.FRONT_DESK: "fay",
    Role.BILLING: "bo", Role.PEER: "vera", Role.CASE_MANAGER: "cass", Role.AUDITOR: "alma",
    Role.ADMIN: "max",
}  # fmt: skip
CLINICAL = ("family_counselor", "physician", "psychologist", "nurse", "technician", "peer")
NO_NAMES = (Role.AUDITOR, Role.ADMIN)
LINK = re.compile(r'href="(/desk/[^"?#]*)"')


@pytest.fixture
def house(cast: Cast) -> Cast:
    """The company, those who work by team on Jo's, each with a duty for Jo."""
    clock.shift_to(NOON)
    company.join(cast)
    for role in (*CLINICAL, "case_manager"):
        worker = cast.people[PLAYERS[Role(role)]].row
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=worker, role=role,
            starts_at=NOON - timedelta(days=7),
        )  # fmt: skip
        CareTask.objects.create(
            client=cast.jo.row, site=cast.site, kind="call", urgency="same_day", owner=worker,
            opened_at=NOON, due_at=NOON + timedelta(hours=2), origin=f"test:{role}",
        )  # fmt: skip
    return cast


def test_names_a_player_for_each_role() -> None:
    """Nobody is left out."""
    assert set(PLAYERS) == STAFF_ROLES
    assert len(PLAYERS) == 15


def assert_only_open_places(frame: str, player: Any) -> None:
    """The navigation has the groups of this role and no other: a title never stands alone."""
    nav = frame.split('class="shell__nav"', 1)[1]
    groups = re.findall(r'<ul class="nav__list".*?</ul>', nav, re.DOTALL)
    titles = re.findall(r'<h2 class="nav__title"[^>]*>(.*?)</h2>', nav)
    assert len(titles) == len(set(titles)) and len(titles) in (len(groups), len(groups) - 1)
    for group in groups:
        places = LINK.findall(group)
        assert places
        for address in places:
            assert resolve(address).func.policy.allows(player.actor, "GET"), address


@pytest.mark.parametrize("role", PLAYERS, ids=str)
def test_renders_and_leads_only_where_the_role_may_go(house: Cast, role: Role) -> None:
    """No error, no name for those without names, and no link that is refused."""
    player = house.people[PLAYERS[role]]
    browser = signed_in(player)
    for route in ("desk:today", "desk:clients", "desk:tasks"):
        if not policy_of(route).allows(player.actor, "GET"):
            assert browser.get(reverse(route)).status_code == 403
            continue
        page = browser.get(reverse(route))
        assert page.status_code == 200
        frame, main = page.content.decode().split("<main", 1)
        assert_only_open_places(frame, player)
        assert "Pat Moreau" not in main
        if role in NO_NAMES:
            assert "Avery" not in main
        for address in sorted(set(LINK.findall(main))):
            if "GET" in resolve(address).func.policy.methods:
                assert browser.get(address).status_code in (200, 302), address


def test_shows_no_schedule_figures_to_those_without_one(house: Cast) -> None:
    """ "0 sessions today" would be untrue for who may not read the schedule."""
    for code in ("bo", "max"):
        body = signed_in(house.people[code]).get(reverse("desk:today")).content.decode()
        assert "sessions today" not in body
        assert "notes to sign" not in body
