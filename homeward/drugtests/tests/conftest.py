"""Tests of this room happen on the cast's Tuesday."""

from datetime import timedelta

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.models import Certificate, DrugTest, Kit, Laboratory, Pool
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast
from homeward.timetable.models import GroupSession, Seat

THE_PROGRAM = Actor.of_service("drugtests.draw")


@pytest.fixture
def tuesday(cast: Cast):
    """The clock stands at noon of the cast's Tuesday; Tess and Ruth are on Jo's team too."""
    clock.shift_to(NOON)
    for player, role in ((cast.tess, "technician"), (cast.ruth, "nurse")):
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=player.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    yield cast
    clock.shift_to(None)


@pytest.fixture
def pool(tuesday):
    return Pool.objects.create(code="iop-main", program=tuesday.program, site=tuesday.site)


@pytest.fixture
def seated(tuesday):
    """Jo has a seat on Tuesday evening."""
    cast = tuesday
    session = GroupSession.objects.create(
        group=cast.group,
        site=cast.site,
        program=cast.program,
        session_type=cast.types["group"],
        name="Early recovery B",
        room=cast.rooms[0],
        on=NOON.date(),
        starts_at=NOON + timedelta(hours=4),
        ends_at=NOON + timedelta(hours=6),
        clinical_minutes=90,
        capacity=10,
    )
    Seat.objects.create(
        client=cast.jo.row,
        site=cast.site,
        session=session,
        episode=cast.episode,
        number=1,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        capacity=10,
    )
    return session


@pytest.fixture
def test_row(tuesday):
    """A test Jo was told of an hour ago."""
    return DrugTest.objects.create(
        client=tuesday.jo.row,
        site=tuesday.site,
        episode=tuesday.episode,
        panel=["etg", "thc"],
        panel_need="own_panel",
        state=DrugTest.State.NOTIFIED,
        ordered_at=NOON - timedelta(hours=1),
        notified_at=NOON - timedelta(hours=1),
        due_at=NOON + timedelta(hours=6),
    )


@pytest.fixture
def kit(tuesday):
    """The site's certificate holds, and one lot of cups is in date that reads Jo's panel."""
    Certificate.objects.create(
        site=tuesday.site, number="33D0000000", kind="waiver",
        starts_on=NOON.date() - timedelta(days=300),
        ends_on=NOON.date() + timedelta(days=300),
        recorded_at=NOON, recorded_by=tuesday.dina.row,
    )  # fmt: skip
    return Kit.objects.create(
        site=tuesday.site, name="Twelve-panel cup", lot="A1", analytes=["etg", "thc", "fentanyl"],
        expires_on=NOON.date() + timedelta(days=30), added_at=NOON, added_by=tuesday.tess.row,
    )  # fmt: skip


@pytest.fixture
def laboratory(tuesday):
    return Laboratory.objects.create(
        code="north", name="North Laboratory", sender="NORTHLAB",
        codes={"thc": "thc", "ethyl glucuronide": "etg", "etg": "etg", "fent": "fentanyl"},
    )  # fmt: skip
