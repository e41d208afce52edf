"""Loading a program file into the database: whole, repeatable, dated."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from homeward.audit.models import Entry
from homeward.core.actors import Actor, Grant
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.coverage.models import Payer, PayerNumber
from homeward.kernel.roles import Duty, Role
from homeward.program import actions
from homeward.program.models import (
    CurriculumTopic,
    Deadline,
    Holiday,
    Organisation,
    Phase,
    Program,
    Room,
    RuleNumber,
    SessionType,
    Site,
)
from homeward.program.queries import closed_days, deadlines_for, numbers_for, unadopted_numbers
from homeward.staff.models import DutyGrant, RoleGrant, Supervision, Worker, WorkingHours
from homeward.timetable.models import TherapyGroup

pytestmark = pytest.mark.django_db

PROGRAMS = Path(__file__).resolve().parents[3] / "programs"
CEDAR = (PROGRAMS / "cedar-house.toml").read_text(encoding="utf-8")
JUNIPER = (PROGRAMS / "juniper-valley.toml").read_text(encoding="utf-8")
SERVICE = Actor.of_service("tests")
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
MODELS = (
    Organisation, Site, Room, Program, Phase, SessionType, CurriculumTopic, Holiday, RuleNumber,
    Deadline, Worker, WorkingHours, RoleGrant, DutyGrant, Supervision, Payer, PayerNumber,
    TherapyGroup,
)  # fmt: skip


def load(text=CEDAR, actor=SERVICE, now=NOW):
    return actions.load_program_file(actor=actor, text=text, now=now)


def everything():
    """Every row of every model the file writes, by id."""
    return {(model.__name__, row["id"]): row for model in MODELS for row in model.objects.values()}


class TestLoadProgramFile:
    def test_writes_the_whole_program(self):
        """Places, phases, curriculum, staff, payers, numbers and the week are all there."""
        load()

        program = Program.objects.get(code="cedar-house-iop")
        assert [phase.code for phase in program.phases.order_by("position")] == [
            "orientation", "early", "middle", "late", "continuing",
        ]  # fmt: skip
        assert Site.objects.count() == 2
        assert Worker.objects.count() >= 14
        assert program.topics.count() >= 30
        wellbeing = program.session_types.get(code="wellbeing")
        assert (wellbeing.minutes, wellbeing.clinical_minutes) == (120, 110)
        group = TherapyGroup.objects.get(code="cedar-house-iop-day-a-mon-0930")
        assert (group.starts, group.ends) == (time(9, 30), time(9, 55))
        assert {phase.code for phase in group.phases.all()} == {"orientation", "early"}

    def test_holds_the_full_day_on_each_weekday(self):
        """9:30, 10:00, 11:00, 13:00 and 14:00 to 16:00, Monday to Friday."""
        load()

        for weekday in range(5):
            groups = TherapyGroup.objects.filter(weekday=weekday, track__code="day")
            starts = {group.starts for group in groups}
            assert {time(9, 30), time(10), time(11), time(13), time(14)} <= starts
            assert max(group.ends for group in groups) == time(16)

    def test_changes_nothing_the_second_time(self):
        """A second load of the same file leaves every row as it was, versions included."""
        load()
        before = everything()

        assert not load().has_changed
        assert everything() == before

    def test_updates_by_code_and_keeps_ids(self):
        """An altered name, room and hour change their rows; what the file dropped stays."""
        load()
        room = Room.objects.get(code="cedar")
        altered = CEDAR.replace('name = "Cedar room", seats = 14', 'name = "Cedar", seats = 16')
        altered = altered.replace('title = "Triggers and how they work"', 'title = "Triggers"')

        load(altered)

        room.refresh_from_db()
        assert (room.name, room.seats, room.version) == ("Cedar", 16, 2)
        assert CurriculumTopic.objects.get(code="triggers").title == "Triggers"
        assert Room.objects.filter(code="cedar").count() == 1

    def test_lets_phases_trade_places(self):
        """Positions are unique in the database; a new order is loaded all the same."""
        load()
        late, rest = CEDAR.split('[[phases]]\ncode = "late"')
        middle = late.rindex('[[phases]]\ncode = "middle"')
        end = rest.index("[[phases]]")
        altered = (
            late[:middle] + '[[phases]]\ncode = "late"' + rest[:end] + late[middle:] + rest[end:]
        )

        load(altered)

        codes = list(Phase.objects.order_by("position").values_list("code", flat=True))
        assert codes == ["orientation", "early", "late", "middle", "continuing"]

    def test_writes_a_changed_number_as_a_new_dated_row(self):
        """The old value stays true of its time, and the new one is not adopted yet."""
        load()
        altered = CEDAR.replace(
            "late_grace_minutes = { value = 15", "late_grace_minutes = { value = 10"
        )

        load(altered)
        load(altered)

        program = Program.objects.get()
        rows = RuleNumber.objects.filter(code="late_grace_minutes").order_by("starts_on")
        assert [(int(row.value), row.starts_on) for row in rows] == [
            (15, date(2024, 1, 1)),
            (10, TODAY),
        ]
        assert int(numbers_for(program, date(2026, 1, 5))["late_grace_minutes"]) == 15
        assert int(numbers_for(program, TODAY)["late_grace_minutes"]) == 10

    def test_ends_a_dropped_role_and_group_today(self):
        """Dated facts end; their rows stay."""
        load()
        altered = CEDAR.replace(
            'duties = ["publish_week", "privacy_officer", "break_glass"]',
            'duties = ["publish_week", "break_glass"]',
        ).replace('{ days = ["thu"], starts = "14:00", type = "continuing_care"',
                  '{ days = ["tue"], starts = "14:00", type = "continuing_care"')  # fmt: skip

        load(altered)

        duty = DutyGrant.objects.get(worker__code="tobias-lindqvist", duty="privacy_officer")
        assert duty.ends_on == TODAY
        old = TherapyGroup.objects.get(code="cedar-house-iop-day-continuing-thu-1400")
        new = TherapyGroup.objects.get(code="cedar-house-iop-day-continuing-tue-1400")
        assert (old.ends_on, new.starts_on, new.ends_on) == (TODAY, TODAY, None)

    def test_writes_nothing_when_anything_is_wrong(self):
        """One wrong line at the very end keeps the whole file out."""
        before = everything()

        with pytest.raises(actions.ProgramFileRefused) as refused:
            load(CEDAR + '\n[[payers]]\ncode = "x"\nname = "X"\nkind = "barter"\n')

        assert refused.value.problems[0].field.endswith(".kind")
        assert everything() == before == {}

    def test_undoes_everything_when_the_database_refuses(self, monkeypatch):
        """A failure in the last section takes the first one's rows with it."""
        from homeward.timetable.file import loading

        def break_down(*args):
            raise RuntimeError("power cut")

        monkeypatch.setattr(loading, "_end_dropped", break_down)
        with pytest.raises(RuntimeError):
            load()

        assert everything() == {}

    def test_refuses_a_second_organisation(self):
        """One installation serves one organisation; nothing of the first is renamed."""
        load()

        with pytest.raises(actions.ProgramFileRefused) as refused:
            load(JUNIPER)

        assert refused.value.problems[0].field == "organisation.name"
        assert Organisation.objects.get().name == "Cedar House Recovery"

    def test_loads_the_second_shipped_file_into_an_empty_installation(self):
        """Juniper Valley: one site, five people, two rooms."""
        load(JUNIPER)

        assert (Site.objects.count(), Room.objects.count(), Worker.objects.count()) == (1, 2, 5)

    def test_refuses_somebody_without_the_right_to_set_up(self):
        """A counselor cannot load a program."""
        counselor = Actor(kind="staff", grants=(Grant(Role.COUNSELOR),))

        with pytest.raises(NotAllowed):
            load(actor=counselor)

    def test_leaves_an_audit_row(self):
        """Who loaded what is recorded with the rows themselves."""
        load()

        assert Entry.objects.filter(code="program.file.loaded").count() == 1


class TestNumbers:
    def test_come_with_a_default_and_source_where_nothing_is_set(self):
        """An empty program still answers every code rules ask for."""
        program = Program.objects.create(code="bare", name="Bare")

        numbers = numbers_for(program, TODAY)

        assert numbers["iop_min_weekly_minutes"].value == Decimal(540)
        assert all(number.source.title for number in numbers.values())
        assert not any(number.is_adopted for number in numbers.values())

    def test_are_read_in_one_query(self, django_assert_num_queries):
        """Numbers are asked for in every decision."""
        load()
        program = Program.objects.get()

        with django_assert_num_queries(1):
            numbers_for(program, TODAY)
        with django_assert_num_queries(1):
            deadlines_for(program, TODAY)

    def test_deadlines_prefer_the_narrower_case(self):
        """A rule for the level or the payer wins over the rule for all."""
        load()
        program = Program.objects.get()

        assert deadlines_for(program, TODAY)["plan_review"].limit == 30
        assert deadlines_for(program, TODAY, ("level:1",))["plan_review"].limit == 90

    def test_closed_days_are_those_of_the_file(self):
        load()
        program = Program.objects.get()

        assert closed_days(program, TODAY, date(2026, 12, 31)) == {
            date(2026, 11, 26),
            date(2026, 12, 25),
        }


class TestAdopt:
    @pytest.fixture
    def director(self):
        load()
        worker = Worker.objects.get(code="ines-aldaco")
        grant = Grant(Role.DIRECTOR, None, Program.objects.get().pk)
        return Actor(
            kind="staff",
            worker_id=worker.pk,
            grants=(grant,),
            duties=frozenset({Duty.ADOPT_NUMBERS}),
        )

    def number(self):
        return RuleNumber.objects.get(code="group_max")

    def test_ends_the_warning_of_a_number(self, director):
        """Adopted means a person with the duty took it with its source."""
        number = self.number()
        program = Program.objects.get()
        before = len(unadopted_numbers(program, TODAY))

        actions.adopt_number(
            actor=director, number_id=number.pk, expected_version=1, now=NOW,
            source_title="Program policy GRP-1",
        )  # fmt: skip

        number.refresh_from_db()
        assert (number.adopted_at, number.adopted_by_id) == (NOW, director.worker_id)
        assert numbers_for(program, TODAY)["group_max"].is_adopted
        assert numbers_for(program, TODAY)["group_max"].source.title == "Program policy GRP-1"
        assert len(unadopted_numbers(program, TODAY)) == before - 1
        assert Entry.objects.filter(code="program.number.adopted").count() == 1

    def test_needs_the_duty(self, director):
        with pytest.raises(NotAllowed):
            actions.adopt_number(actor=SERVICE, number_id=self.number().pk, now=NOW)

    def test_refuses_a_stale_form(self, director):
        with pytest.raises(StaleVersion):
            actions.adopt_number(
                actor=director, number_id=self.number().pk, expected_version=7, now=NOW
            )

    def test_happens_once(self, director):
        number = self.number()
        actions.adopt_number(actor=director, number_id=number.pk, now=NOW)

        with pytest.raises(actions.AlreadyAdopted):
            actions.adopt_number(actor=director, number_id=number.pk, now=NOW)

    def test_is_hidden_from_another_program(self, director):
        """A director of somewhere else finds no such number."""
        other = Program.objects.create(code="other", name="Other")
        stranger = Actor(
            kind="staff",
            grants=(Grant(Role.DIRECTOR, None, other.pk),),
            duties=frozenset({Duty.ADOPT_NUMBERS}),
        )

        with pytest.raises(RuleNumber.DoesNotExist):
            actions.adopt_number(actor=stranger, number_id=self.number().pk, now=NOW)

    def test_takes_a_deadline_too(self, director):
        deadline = Deadline.objects.get(document="group_note")

        actions.adopt_deadline(actor=director, deadline_id=deadline.pk, now=NOW)

        assert deadlines_for(Program.objects.get(), TODAY)["group_note"].is_adopted

    def test_a_reloaded_source_asks_again(self, director):
        """The same file after adoption changes nothing while value and source are the file's."""
        actions.adopt_number(actor=director, number_id=self.number().pk, now=NOW)

        assert not load().has_changed
        assert numbers_for(Program.objects.get(), TODAY)["group_max"].is_adopted
