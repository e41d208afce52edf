"""Dated facts about workers, and the actor made of them."""

from datetime import UTC, date, datetime, time

import pytest

from homeward.accounts.models import Account
from homeward.core.actors import STAFF, actor_of
from homeward.kernel.roles import Duty, Role
from homeward.program.models import Program, Site, Track
from homeward.staff.models import (
    Credential,
    DutyGrant,
    RoleGrant,
    Supervision,
    Worker,
    WorkingHours,
)
from homeward.staff.queries import (
    credential_of,
    may_sign_alone,
    on_duty,
    supervised_by,
    supervises,
    supervisors_of,
    workers_with_duty,
    workers_with_role,
)

pytestmark = pytest.mark.django_db

LONG_AGO, TODAY, TOMORROW = date(2020, 1, 1), date(2026, 11, 24), date(2026, 11, 25)


@pytest.fixture
def places():
    site = Site.objects.create(code="main", name="Main", time_zone="America/Chicago")
    north = Site.objects.create(code="north", name="North", time_zone="America/Chicago")
    return site, north, Program.objects.create(code="iop", name="IOP")


@pytest.fixture
def dana(places):
    account = Account.objects.create_user("dana", "a long enough phrase")
    return Worker.objects.create(code="dana", name="Dana Reyes", site=places[0], account=account)


class TestCredentialOf:
    def test_is_the_one_held_on_the_day(self, dana):
        """A signature shows the credential of its day, not today's."""
        Credential.objects.create(
            worker=dana, code="t", title="Trainee", may_sign_alone=False,
            starts_on=LONG_AGO, ends_on=TODAY,
        )  # fmt: skip
        Credential.objects.create(worker=dana, code="lpc", title="Counselor", starts_on=TODAY)

        assert credential_of(dana, date(2026, 11, 23)).title == "Trainee"
        assert not may_sign_alone(dana, date(2026, 11, 23))
        assert credential_of(dana, TODAY).title == "Counselor"
        assert may_sign_alone(dana, TODAY)

    def test_is_none_without_one(self, dana):
        assert credential_of(dana, TODAY) is None
        assert not may_sign_alone(dana, TODAY)


class TestSupervision:
    def test_holds_between_its_days(self, dana, places):
        """The last day is not included."""
        ruth = Worker.objects.create(code="ruth", name="Ruth", site=places[0])
        Supervision.objects.create(
            supervisor=ruth, supervisee=dana, starts_on=LONG_AGO, ends_on=TODAY
        )

        assert list(supervised_by(ruth, date(2026, 11, 23))) == [dana]
        assert supervisors_of(dana, date(2026, 11, 23)) == [ruth]
        assert supervises(ruth, dana, date(2026, 11, 23))
        assert not supervises(ruth, dana, TODAY)


class TestOnDuty:
    @pytest.mark.parametrize("hour, found", [(14, False), (15, True), (22, True), (23, False)])
    def test_reads_the_sites_wall_clock(self, dana, hour, found):
        """9:00 to 17:00 in Chicago are 15:00 to 23:00 UTC in November."""
        WorkingHours.objects.create(
            worker=dana, weekday=1, starts=time(9), ends=time(17), starts_on=LONG_AGO
        )
        at = datetime(2026, 11, 24, hour, tzinfo=UTC)

        assert on_duty(at, "America/Chicago").exists() is found


class TestActorOfWorker:
    def grant(self, dana, places, **facts):
        RoleGrant.objects.create(
            worker=dana, role="counselor", program=places[2], site=places[0],
            starts_on=LONG_AGO, **facts,
        )  # fmt: skip
        DutyGrant.objects.create(
            worker=dana, duty="break_glass", program=places[2], starts_on=LONG_AGO, **facts
        )

    def test_carries_roles_and_duties_of_today(self, dana, places):
        self.grant(dana, places)

        actor = actor_of(dana.account)

        assert (actor.kind, actor.worker_id, actor.name) == (STAFF, dana.pk, "Dana Reyes")
        assert actor.roles == {Role.COUNSELOR}
        assert (actor.grants[0].site_id, actor.grants[0].program_id) == (
            places[0].pk,
            places[2].pk,
        )
        assert actor.duties == {Duty.BREAK_GLASS}

    def test_loses_what_has_ended(self, dana, places):
        """An ended grant is gone at the next request."""
        self.grant(dana, places, ends_on=date(2021, 1, 1))

        actor = actor_of(dana.account)

        assert (actor.roles, actor.duties) == (frozenset(), frozenset())

    @pytest.mark.parametrize(
        ("runs_at", "held_at"), [(["main"], ["main"]), (["main", "north"], [None]), ([], ["main"])]
    )
    def test_holds_a_role_at_all_sites_of_its_program_only(self, dana, places, runs_at, held_at):
        """Another program's site stays closed; a program at every site is everywhere."""
        by_code = {"main": places[0], "north": places[1]}
        for code in runs_at:
            Track.objects.create(
                program=places[2], site=by_code[code], code=code, name=code,
                day_starts=time(9), day_ends=time(16),
            )  # fmt: skip
        RoleGrant.objects.create(
            worker=dana, role="counselor", program=places[2], site=None, starts_on=LONG_AGO
        )

        grants = actor_of(dana.account).grants

        assert [grant.site_id for grant in grants] == [
            by_code[code].pk if code else None for code in held_at
        ]

    def test_takes_one_query(self, dana, places, django_assert_num_queries):
        self.grant(dana, places)

        with django_assert_num_queries(1):
            actor_of(dana.account)


class TestWorkersWith:
    def test_a_role_at_a_site_or_everywhere(self, dana, places):
        """A grant without a site holds at every site."""
        site, north, program = places
        omar = Worker.objects.create(code="omar", name="Omar", site=north)
        common = {"role": "nurse", "program": program, "starts_on": LONG_AGO}
        RoleGrant.objects.create(worker=dana, site=None, **common)
        RoleGrant.objects.create(worker=omar, site=north, **common)

        assert set(workers_with_role(Role.NURSE, TODAY, site_id=site.pk)) == {dana}
        assert set(workers_with_role(Role.NURSE, TODAY, site_id=north.pk)) == {dana, omar}

    def test_a_duty(self, dana, places):
        DutyGrant.objects.create(
            worker=dana, duty="publish_week", program=places[2], starts_on=LONG_AGO
        )

        assert list(workers_with_duty(Duty.PUBLISH_WEEK, TOMORROW)) == [dana]
