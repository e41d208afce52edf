"""Who may put whom on a treatment team: a way into charts, so guarded like one."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.kernel.roles import Role
from homeward.people import actions
from homeward.people.actions.assign_team import NotYours
from homeward.people.models import Client, TeamMembership
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db


def assign(cast: Any, actor: Any, worker: Any, **how: Any) -> TeamMembership:
    clock.shift_to(NOON)
    told = {"role": Role.COUNSELOR, "is_primary": False, "reason": "coverage", **how}
    return actions.assign_team_member(
        actor=actor.actor, client_id=cast.jo.pk, worker_id=worker.pk, now=NOON, **told
    )


def test_the_primary_counselor_and_supervisors_do(cast: Any) -> None:
    assert assign(cast, cast.dana, cast.ruth, role=Role.NURSE).worker_id == cast.ruth.pk
    assert assign(cast, cast.sam, cast.tess, role=Role.TECHNICIAN).worker_id == cast.tess.pk


def test_somebody_on_the_team_for_a_while_does_not_place_themselves_for_good(cast: Any) -> None:
    """Covering a colleague's group opens the chart for a day, not the team."""
    cover = cast.omar.row
    cover.role_grants.update(site=cast.site)
    TeamMembership.objects.create(
        client=cast.jo.row,
        site=cast.site,
        worker=cover,
        role=Role.COUNSELOR,
        starts_at=NOON - timedelta(hours=1),
        ends_at=NOON + timedelta(hours=1),
    )

    with pytest.raises(NotYours):
        assign(cast, cast.omar, cast.omar, is_primary=True)


def test_admissions_place_nobody_once_the_client_is_admitted(cast: Any) -> None:
    """The desk sees a name then, and opens no chart to anyone."""
    with pytest.raises(Client.DoesNotExist):
        assign(cast, cast.ada, cast.ada)
