"""The hours of a client, for roles that know who it is and nothing more."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.people.models import TeamMembership
from homeward.testing import company
from homeward.testing.cast import NOON, Cast, cast

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
TEAM = ("tess", "fern", "vera")


@pytest.fixture
def house(cast: Cast) -> Cast:
    """Everybody, with technician, family counselor and peer on Jo's team."""
    clock.shift_to(NOON)
    company.join(cast)
    cast.jo.row.diagnosis, cast.jo.row.allergies = "F10.20", "penicillin"
    cast.jo.row.save()
    for code in TEAM:
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=cast.people[code].row, role=code,
            starts_at=NOON - timedelta(days=1),
        )  # fmt: skip
    return cast


@pytest.mark.parametrize("code", [*TEAM, "fay", "ada", "alma"])
def test_the_schedule_opens_with_a_name_and_no_more(house: Cast, code: str) -> None:
    """No age, no pronouns, no diagnosis, no allergies, and no tab that would stay closed."""
    address = reverse("desk:chart_schedule", args=[house.jo.pk])
    page = signed_in(house.people[code]).get(address).content.decode()

    assert ("Jo Avery" in page) == (code != "alma")
    assert "HW-00001" in page
    for hidden in ("F10", "penicillin", "34", reverse("desk:chart_notes", args=[house.jo.pk])):
        assert f">{hidden}" not in page
        assert f'href="{hidden}"' not in page


@pytest.mark.parametrize("code", ["bo", "omar", "max"])
def test_it_stays_closed_to_others(house: Cast, code: str) -> None:
    """Billing knows units, another site nobody, an administrator no client at all."""
    address = reverse("desk:chart_schedule", args=[house.jo.pk])

    assert signed_in(house.people[code]).get(address).status_code in (403, 404)


def test_who_is_not_on_the_team_finds_nothing(house: Cast) -> None:
    TeamMembership.objects.unscoped("test").filter(worker=house.tess.row).delete()
    address = reverse("desk:chart_schedule", args=[house.jo.pk])

    assert signed_in(house.tess).get(address).status_code == 404
