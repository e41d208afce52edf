"""Who reaches which client, and what happens when somebody forgets to ask."""

from datetime import date, timedelta

import pytest

from homeward import audit
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.access import GLASS, Access, cells
from homeward.core.scoping import Unscoped
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import STAFF_ROLES, Role
from homeward.people import actions
from homeward.people.models import Client, TeamMembership
from homeward.people.queries import find_clients
from homeward.program.models import Holiday, RuleNumber
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import make_client


@pytest.fixture(autouse=True)
def _tuesday(cast: Cast) -> None:
    clock.shift_to(NOON)


def reach(player, to: Access = Access.READ) -> set[str]:
    found = Client.objects.for_actor(player.actor, Purpose.TREATMENT, to=to)
    return {client.chart_number for client in found}


class TestScope:
    def test_raises_without_an_actor(self, cast):
        """A forgotten scope is an error, not a leak."""
        for forgotten in (
            lambda: list(Client.objects.all()),
            lambda: Client.objects.filter(name="x").count(),
            lambda: Client.objects.filter(name="x").exists(),
            lambda: Client.objects.first(),
            lambda: Client._base_manager.get(name="x"),
            lambda: Client.objects.update(name="x"),
        ):
            with pytest.raises(Unscoped):
                forgotten()

    def test_counselors_reach_their_own_teams_only(self, cast):
        """Dana has Jo, Omar has Pat, and neither sees the other's."""
        assert reach(cast.dana) == {"HW-00001"}
        assert reach(cast.omar) == {"HW-00002"}

    def test_a_nurse_off_the_team_reaches_nobody(self, cast):
        """A role alone opens no chart."""
        assert reach(cast.ruth) == set()

    def test_an_ended_membership_closes_the_chart_at_once(self, cast):
        """The relation is a dated fact, asked at the instant."""
        membership = TeamMembership.objects.unscoped("test").get(client=cast.jo.row)
        actions.end_team_membership(
            actor=cast.sam.actor, membership_id=membership.pk, reason="cover", now=NOON
        )

        assert reach(cast.dana) == set()

    def test_rows_reached_through_a_row_stay_in_scope(self, cast):
        """`client.team` asks again with the same actor and purpose."""
        jo = Client.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get()

        assert [member.worker_id for member in jo.team.all()] == [cast.dana.pk]

    def test_a_read_is_audited_with_ids(self, cast):
        """One row says who read which clients."""
        with audit.unit():
            reach(cast.dana)

        entry = Entry.objects.get(code="core.records.read", record="people.client")
        assert (entry.actor_ref, entry.client_ids) == (str(cast.dana.pk), [cast.jo.pk])

    def test_the_front_desk_reaches_names_only(self, cast):
        """A minimal slice: found by name, no chart."""
        assert [c.chart_number for c in find_clients(cast.fay.actor, "avery")] == ["HW-00001"]
        assert reach(cast.fay) == set()


class TestBreakingTheGlass:
    def test_opens_one_chart_for_four_hours(self, cast):
        """Ruth is not on the team; the emergency opens Jo's chart and then closes it."""
        actions.break_glass(
            actor=cast.ruth.actor,
            chart_number="HW-00001",
            code="medical_emergency",
            sentence="Collapsed in the lobby, needs allergies.",
            now=NOON,
        )
        assert reach(cast.ruth) == {"HW-00001"}

        clock.shift_to(NOON + timedelta(hours=4))
        assert reach(cast.ruth) == set()

    def break_glass(self, cast, who):
        return actions.break_glass(
            actor=who.actor, chart_number="HW-00001", code="medical_emergency",
            sentence="Collapsed in the lobby, needs allergies.", now=NOON,
        )  # fmt: skip

    def test_opens_reading_and_nothing_else(self, cast):
        """Whoever may write on the team reads here, and writes nowhere."""
        self.break_glass(cast, cast.ruth)

        assert reach(cast.ruth, Access.WRITE) == set()
        jo = Client.objects.for_actor(cast.ruth.actor, Purpose.EMERGENCY).get()
        with pytest.raises(Unscoped):
            jo.change(allergies="none")
        members = TeamMembership.objects.for_actor(cast.ruth.actor, Purpose.EMERGENCY)
        with pytest.raises(Unscoped):
            members.update(reason="mine now")

    @pytest.mark.parametrize("role", [each for each in Role if each in STAFF_ROLES])
    @pytest.mark.parametrize("record_class", RecordClass)
    def test_opens_what_a_team_reads_and_never_counseling_notes(self, role, record_class):
        """By glass a role reads what it would read of a client it is responsible for."""
        found = cells(role, record_class)
        by_glass = [cell.verbs for cell in found if cell.relation == GLASS]
        by_team = [
            cell.verbs for cell in found if cell.relation in {"team", "supervises", "reason"}
        ]

        assert all(verbs <= {Access.READ, Access.MINIMAL} for verbs in by_glass)
        assert bool(by_glass) == any(verbs & {Access.READ, Access.MINIMAL} for verbs in by_team)
        if record_class is RecordClass.COUNSELING_NOTES:
            assert not by_glass

    def test_opens_one_record_alone(self, cast):
        """Lee is of the same site; Jo's emergency says nothing about Lee."""
        make_client(cast, "lee", "Lee Zambrano", cast.site, "HW-00003")
        self.break_glass(cast, cast.ruth)

        assert reach(cast.ruth) == {"HW-00001"}

    def test_leaves_ones_own_team_writable(self, cast):
        """An emergency elsewhere takes nothing from whoever is responsible here."""
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role="nurse",
            starts_at=NOON - timedelta(days=1),
        )  # fmt: skip
        self.break_glass(cast, cast.ruth)

        assert reach(cast.ruth, Access.WRITE) == {"HW-00001"}

    def test_is_reviewed_two_open_business_days_later(self, cast):
        """Broken on Wednesday evening, with Thursday a holiday: by Monday evening, at the site."""
        Holiday.objects.create(program=cast.program, on=date(2026, 11, 26), name="Thanksgiving")
        wednesday = NOON + timedelta(days=1, hours=7)  # 19:00 in Chicago, Thursday in UTC
        clock.shift_to(wednesday)
        reason = actions.break_glass(
            actor=cast.ruth.actor, chart_number="HW-00001", code="medical_emergency",
            sentence="Collapsed in the lobby, needs allergies.", now=wednesday,
        )  # fmt: skip

        assert reason.review_due_at == wednesday + timedelta(days=5)

    def test_holds_the_programs_hours(self, cast):
        """Four by default; another number of the program is another end."""
        RuleNumber.objects.create(
            program=cast.program, code="break_glass_hours", value=2, unit="hours", tag="default",
            source_title="Board of the house", starts_on=NOON.date(),
        )  # fmt: skip
        assert self.break_glass(cast, cast.ruth).ends_at == NOON + timedelta(hours=2)

    def test_refuses_a_worker_without_the_duty(self, cast):
        """Omar holds no such duty, and Jo is not of his site."""
        with pytest.raises(actions.BreakGlassNotGranted):
            actions.break_glass(
                actor=cast.omar.actor,
                chart_number="HW-00001",
                code="medical_emergency",
                sentence="No reason at all, really.",
                now=NOON,
            )

    def test_refuses_a_reason_without_words(self, cast):
        """A code alone is no reason."""
        with pytest.raises(actions.ReasonIncomplete):
            actions.give_reason(
                actor=cast.dina.actor,
                client_id=cast.jo.pk,
                code="complaint",
                sentence="",
                now=NOON,
            )
