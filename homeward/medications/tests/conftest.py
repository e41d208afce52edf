"""Tests of this room happen on the cast's Tuesday; Ruth, Tess and Dr. Paz are on Jo's team."""

from datetime import time, timedelta

import pytest

from homeward.core import clock
from homeward.kernel.roles import Role
from homeward.medications import actions
from homeward.medications.rules.listing import Line
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import make_worker

BUPRENORPHINE = Line(
    kind="buprenorphine_film", name="Buprenorphine", dose="8 mg/2 mg", route="sublingual",
    frequency="once a day", prescriber="Dr. Paz", reason="opioid use disorder",
    is_observed=True, dose_times=(time(11), time(12)),
)  # fmt: skip


@pytest.fixture
def tuesday(cast: Cast):
    """Noon in Chicago; a physician beside the cast."""
    clock.shift_to(NOON)
    cast.people["paz"] = make_worker(cast, "paz", "Dr. Ines Paz", Role.PHYSICIAN, "MD", True, ())
    for player, role in (
        (cast.tess, Role.TECHNICIAN), (cast.ruth, Role.NURSE), (cast.paz, Role.PHYSICIAN),
    ):  # fmt: skip
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=player.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    yield cast
    clock.shift_to(None)


@pytest.fixture
def film(tuesday):
    """Jo takes buprenorphine here at 11:00 and 12:00; on the list since yesterday."""
    return actions.record_medicine(
        actor=tuesday.ruth.actor, client_id=tuesday.jo.pk, line=BUPRENORPHINE,
        now=NOON - timedelta(days=1),
    )  # fmt: skip
