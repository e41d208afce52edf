"""What a client says against a result waits for somebody of the team, whoever is there."""

from datetime import timedelta

import pytest

from homeward.drugtests.actions.dispute_own_result import dispute_own_result
from homeward.drugtests.models import DrugTest
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON


def asked(cast):
    test = DrugTest.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, panel=["thc"], state="resulted",
        outcome="presumptive", ordered_at=NOON, collected_at=NOON, resulted_at=NOON, due_at=NOON,
    )  # fmt: skip
    dispute_own_result(actor=cast.jo.actor, test_id=test.pk, now=NOON)
    return CareTask.objects.unscoped("test").filter(kind="test_disputed")


@pytest.mark.parametrize("is_primary", [True, False])
def test_the_first_of_the_team_looks_where_nobody_is_primary(tuesday, is_primary):
    team = TeamMembership.objects.unscoped("test").filter(client=tuesday.jo.row)
    team.filter(worker=tuesday.dana.row).update(is_primary=is_primary)
    (task,) = asked(tuesday)
    first = team.exclude(role="technician").order_by("starts_at", "pk").first()
    assert task.owner_id == (tuesday.dana.pk if is_primary else first.worker_id)


def test_who_left_the_team_is_not_asked(tuesday):
    team = TeamMembership.objects.unscoped("test").filter(client=tuesday.jo.row)
    team.filter(worker=tuesday.dana.row).update(ends_at=NOON - timedelta(days=1))
    (task,) = asked(tuesday)
    assert task.owner_id == tuesday.ruth.pk, "a technician reads no results"
