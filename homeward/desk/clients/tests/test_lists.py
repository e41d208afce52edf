"""Names link to charts only where they open, and nobody reads more than their slice."""

from typing import Any

import pytest
from django.urls import reverse

from homeward.desk.admissions.tests.browsing import signed_in
from homeward.testing import company
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SEES_ALL = ("ada", "fay", "bo")


@pytest.fixture
def house(cast: Cast) -> Cast:
    """The cast with the whole company."""
    company.join(cast)
    return cast


def body(player: Any, route: str, **query: str) -> str:
    """The page as this person reads it."""
    answer = signed_in(player).get(reverse(route), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def chart(cast: Cast) -> str:
    return reverse("desk:chart", args=[cast.jo.pk])


class TestTheMinimalSlice:
    @pytest.mark.parametrize("code", SEES_ALL)
    def test_knows_the_name_and_gets_no_link_that_is_closed(self, house: Cast, code: str) -> None:
        """Admissions, front desk and billing, after admission."""
        player = house.people[code]
        for page in (
            body(player, "desk:clients"),
            body(player, "desk:find", q="Avery"),
            body(player, "desk:find", q="Avery", **{"as": "options"}),
        ):
            assert "Jo Avery" in page
            assert f'"{chart(house)}"' not in page
            assert "Pat Moreau" not in page
        assert signed_in(player).get(chart(house)).status_code in (403, 404)

    def test_is_told_no_hours_it_may_not_read(self, house: Cast) -> None:
        """Billing reads units, not the schedule: no bar of nought hours."""
        assert "hours-bar" not in body(house.bo, "desk:clients")
        assert "Name and phase" in body(house.bo, "desk:clients")

    def test_is_not_told_to_wait_for_a_team(self, house: Cast) -> None:
        """Only who works by team is told about teams."""
        house.episode.change(ended_at=house.episode.admitted_at, ended_on=house.episode.admitted_on)
        assert "on the day they are admitted" in body(house.fay, "desk:clients")
        assert "A supervisor can add you to a team" in body(house.tess, "desk:clients")


class TestAnAuditor:
    def test_knows_chart_numbers_and_no_names(self, house: Cast) -> None:
        """In the list, and when finding."""
        for page in (
            body(house.alma, "desk:clients"),
            body(house.alma, "desk:find", q="HW-00001"),
            body(house.alma, "desk:find", q="Avery"),
        ):
            assert "Jo Avery" not in page
        assert "HW-00001" in body(house.alma, "desk:find", q="HW-00001")
        assert "Nobody found" in body(house.alma, "desk:find", q="Avery")


class TestWhoMayOpen:
    @pytest.mark.parametrize("code", ["dana", "sam", "dina"])
    def test_gets_the_link(self, house: Cast, code: str) -> None:
        """The counselor, her supervisor and the director."""
        player = house.people[code]
        assert chart(house) in body(player, "desk:clients")
        assert chart(house) in body(player, "desk:find", q="avery")
