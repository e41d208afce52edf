"""The instance made from records: who needs what, who can when, and how many queries that takes."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.coverage.models import Authorization, Coverage, Payer
from homeward.plans.rules.rhythm import PlannedSession
from homeward.program.models import Holiday, Room, RuleNumber
from homeward.staff.models import Credential
from homeward.testing.cast import cast
from homeward.timetable import actions, asked_by_plans
from homeward.timetable.drafting.standing import live_moves
from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.models import KeptApart
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.tests.planned import another_client
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house
from homeward.timetable.windows import NotWith

__all__ = ["cast"]
CHICAGO = ZoneInfo("America/Chicago")
MOST_QUERIES = 40


@pytest.fixture
def week(cast):
    return house(cast)


@pytest.mark.django_db
class TestInstance:
    def test_holds_everybody_in_care_with_their_need(self, week):
        """Six in early recovery: the cohort's mix and one individual each; ids lead back."""
        made = week.instance()

        assert {UUID(id_) for id_ in made.instance.clients} == {each.pk for each in week.clients}
        needs = {dict(each.needs)["group"] for each in made.instance.clients.values()}
        assert needs == {3}
        assert made.needs[str(week.jo.pk)]["rule_set"] == "timetable.need"

    def test_can_be_placed_whole(self, week):
        """The greedy coordinator finds everything a place, and the checker agrees."""
        made = week.instance()

        report = check(made.instance, greedy(made.instance))

        assert report.holds
        assert report.unplaced == 0

    def test_takes_the_same_queries_for_one_client_and_for_twenty(self, week, cast):
        """Volume costs nothing but time."""
        with CaptureQueriesContext(connection) as few:
            week.instance()
        for number in range(14):
            another_client(cast, f"More {number}", 300 + number)
        with CaptureQueriesContext(connection) as many:
            week.instance()

        assert len(few) == len(many) <= MOST_QUERIES

    def test_a_step_down_changes_the_need(self, week, cast):
        """A client who moved to a phase that no cohort serves needs something else at once."""
        cast.episode.change(phase=cast.phases["late"])

        made = week.instance()

        assert "group" not in made.instance.clients[str(week.jo.pk)].needs

    def test_the_structure_of_a_week_is_program_data(self, week, cast):
        """At least so many days and hours, no longer gap: the program's numbers, each by itself."""
        cast.phases["early"].change(level_code="2.1")
        usual = week.instance()
        for code, value, unit in (
            ("iop_min_days", 5, "days"),
            ("iop_min_weekly_minutes", 660, "minutes"),
            ("max_gap_days", 6, "days"),
        ):
            RuleNumber.objects.update_or_create(
                program=cast.program, code=code, starts_on=date(2026, 11, 1),
                defaults={
                    "value": value, "unit": unit, "tag": "default", "source_title": "The house",
                },
            )  # fmt: skip

        made = week.instance()

        jo = str(week.jo.pk)
        assert usual.instance.clients[jo].min_days == 4
        assert made.instance.clients[jo].min_days == 5
        hours = [
            line["detail"]["least_hours"]
            for line in made.needs[jo]["reasons"]
            if "least_hours" in line["detail"]
        ]
        assert hours == ["11"]
        patterns = (usual.document["day_patterns"]["3"], made.document["day_patterns"]["3"])
        assert [0, 1, 2] not in patterns[0]
        assert [0, 1, 2] in patterns[1]

    def test_leaves_closed_days_and_half_days_out(self, week, cast):
        """A holiday is a closed day; an afternoon off is a closure; a room may be closed alone."""
        Holiday.objects.create(program=cast.program, on=MONDAY, name="Closed")
        actions.close_site(
            actor=cast.sam.actor, site_id=cast.site.pk, on=MONDAY + timedelta(days=2),
            name="Staff day", starts=time(12), ends=time(17), now=BEFORE,
        )  # fmt: skip
        actions.close_site(
            actor=cast.sam.actor, site_id=cast.site.pk, on=MONDAY + timedelta(days=1),
            name="Paint", room_id=cast.rooms[0].pk, now=BEFORE,
        )  # fmt: skip

        made = week.instance()

        assert made.instance.grid.closed_days == {0}
        (closure,) = made.instance.grid.closures
        assert (closure.day, made.clock.wall(closure.begins)) == (2, time(12))
        assert made.instance.rooms[str(cast.rooms[0].pk)].closed[0].day == 1

    def test_leave_and_lapsed_credentials_bar_leading(self, week, cast):
        """Away on Monday means no Monday; a credential that ends on Wednesday ends leading."""
        noon = datetime(2026, 11, 23, 6, tzinfo=UTC)
        actions.note_absence(
            actor=cast.sam.actor, worker_id=cast.dana.pk, why="leave", starts_at=noon,
            ends_at=noon + timedelta(days=1), now=BEFORE,
        )  # fmt: skip
        for kind in cast.types.values():
            kind.change(credentials=["lpc", "lcsw"])
        Credential.objects.filter(worker=cast.dana.row).update(ends_on=MONDAY + timedelta(days=2))

        dana = week.instance().instance.staff[str(cast.dana.pk)]

        assert {window.day for window in dana.windows} == {1, 2, 3, 4}
        assert dana.credential_ends == 2

    def test_who_writes_no_notes_leads_nothing(self, week, cast):
        """A technician is there and counts on duty, and leads no group."""
        tess = week.instance().instance.staff[str(cast.tess.pk)]

        assert tess.windows
        assert not tess.skills

    def test_pairs_and_conflicts_are_obeyed_by_id_alone(self, week, cast):
        """Kept apart on site, and a declared conflict."""
        other = week.clients[1]
        KeptApart.objects.create(
            client=week.jo.row, other=other, site=cast.site, starts_on=MONDAY, level="site",
            by=cast.dana.row,
        )  # fmt: skip
        NotWith.objects.create(
            client=other, site=cast.site, worker=cast.dana.row, starts_on=MONDAY, reason="cousins"
        )

        made = week.instance()

        (pair,) = made.instance.keep_apart
        assert (pair.first, pair.second, pair.level) == (str(week.jo.pk), str(other.pk), "site")
        assert made.instance.conflicts == {(str(cast.dana.pk), str(other.pk))}
        assert "cousins" not in str(made.document)

    def test_a_program_with_one_room_still_gives_a_week(self, week, cast):
        """What does not fit is unmet and counted, and no rule is broken."""
        Room.objects.filter(site=cast.site).exclude(pk=cast.rooms[0].pk).update(seats=1)

        made = week.instance()
        report = check(made.instance, greedy(made.instance))

        assert len(made.instance.rooms) == 1
        assert report.holds
        assert report.unplaced > 0

    def test_a_client_with_no_possible_time_is_counted_not_lost(self, week, cast):
        """Bound all week: no windows, everything unmet for them alone."""
        free = actions.HoursLine("free", 6, time(6), time(7))
        actions.say_hours(
            actor=cast.dana.actor, client_id=week.jo.pk, lines=[free], starts_on=MONDAY, now=BEFORE
        )

        made = week.instance()
        report = check(made.instance, greedy(made.instance))

        jo = made.instance.clients[str(week.jo.pk)]
        assert jo.windows == ()
        assert report.holds
        assert report.unplaced == sum(jo.needs.values())

    def test_an_individual_booked_by_hand_stands_and_counts(self, week, cast):
        """It takes the hour of client and counselor, and is not planned a second time."""
        actions.book_individual(
            actor=cast.dana.actor, client_id=week.jo.pk, worker_id=cast.dana.pk,
            session_type_id=cast.types["individual"].pk, now=BEFORE,
            starts_at=datetime(2026, 11, 24, 15, 0, tzinfo=UTC),
        )  # fmt: skip

        made = week.instance()

        assert "individual" not in made.instance.clients[str(week.jo.pk)].needs
        day, slot = made.clock.place(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))
        for windows in (
            made.instance.clients[str(week.jo.pk)].windows,
            made.instance.staff[str(cast.dana.pk)].windows,
        ):
            assert not any(window.holds(day, slot, slot + 1) for window in windows)


@pytest.mark.django_db
class TestOutsideTheProgram:
    """What the client's own plan and the payer add to the week."""

    def test_the_plan_brings_its_sessions_with_the_colleague_it_names(self, week, monkeypatch):
        """Two individuals with Sam instead of the program's one with the own counselor."""
        asked = PlannedSession(
            client_id=week.jo.pk, plan_id=week.jo.pk, kind="individual", times=2, every_weeks=1,
            minutes=50, worker_id=week.sam.pk,
        )  # fmt: skip
        monkeypatch.setattr(asked_by_plans, "planned_sessions", lambda *_, **__: (asked,))

        made = week.instance()

        jo = made.instance.clients[str(week.jo.pk)]
        assert jo.needs["individual"] == 2
        assert jo.assigned["individual"] == {str(week.sam.pk)}
        assert "need_plan_asks" in str(made.needs[str(week.jo.pk)])

    def test_what_the_program_holds_no_session_of_is_said_and_not_left_out(self, week, monkeypatch):
        """A medical visit of the plan, where the program has no kind of session for it."""
        asked = PlannedSession(
            client_id=week.jo.pk, plan_id=week.jo.pk, kind="medical", times=1, every_weeks=1,
            minutes=30, worker_id=week.sam.pk,
        )  # fmt: skip
        monkeypatch.setattr(asked_by_plans, "planned_sessions", lambda *_, **__: (asked,))

        made = week.instance()

        assert "medical" not in made.instance.clients[str(week.jo.pk)].needs
        assert "need_not_held" in str(made.needs[str(week.jo.pk)])

    def test_the_payers_most_a_week_binds_and_is_said(self, week, cast):
        """Four hours are authorized of six: no more is planned, and somebody is told to ask."""
        cast.phases["early"].change(level_code="2.1")
        payer = Payer.objects.create(code="private", name="Lakeside", kind="private")
        about = {"client": week.jo.row, "site": cast.site}
        held = Coverage.objects.create(**about, payer=payer, starts_on=date(2026, 1, 1))
        whole = week.instance().instance.clients[str(week.jo.pk)]
        Authorization.objects.create(
            **about, coverage=held, level_code="2.1", state="approved", week_most_minutes=240,
            starts_on=MONDAY, last_on=MONDAY, asked_at=BEFORE, asked_by=cast.ada.row,
        )  # fmt: skip

        made = week.instance()

        jo = made.instance.clients[str(week.jo.pk)]
        assert jo.needs["group"] == whole.needs["group"]
        assert "education" not in jo.needs
        slots = sum(made.instance.services[code].slots * n for code, n in jo.needs.items())
        assert jo.most_a_week < slots
        assert "need_over_authorized" in str(made.needs[str(week.jo.pk)])
        assert check(made.instance, greedy(made.instance)).holds


class TestClock:
    @pytest.mark.parametrize("monday", [date(2026, 10, 26), date(2026, 11, 2), date(2026, 3, 2)])
    def test_half_past_nine_stays_half_past_nine(self, monday):
        """On every day of weeks in which the clocks change and of those beside them."""
        clock = WeekClock(monday, "America/Chicago", 480, 1290, 15)

        for day in range(7):
            at = clock.when(day, 6)
            assert at.astimezone(CHICAGO).time() == time(9, 30)
            assert clock.place(at) == (day, 6)

    @pytest.mark.parametrize(
        ("at", "place"),
        [
            ("2026-11-24T10:30", (1, 10)),
            ("2026-11-24T10:31", (1, 11)),
            ("2026-11-24T07:00", (1, 0)),
            ("2026-11-24T22:00", (2, 0)),
            ("2026-11-22T20:00", (0, 0)),
            ("2026-11-29T22:00", (7, 0)),
            ("2026-12-09T09:00", (7, 0)),
        ],
    )
    def test_what_lies_ahead_of_an_instant(self, at, place):
        """Within the hours of the house, before it opens, after it closes, beside the week."""
        clock = WeekClock(MONDAY, "America/Chicago", 480, 1290, 15)

        assert clock.ahead(datetime.fromisoformat(at).replace(tzinfo=CHICAGO)) == place

    def test_both_tracks_fit_the_grid(self):
        """Half past nine to four, and six to a quarter past nine."""
        clock = WeekClock(MONDAY, "America/Chicago", 480, 1290, 15)

        assert clock.inside((570, 960)) == (6, 32)
        assert clock.inside((1080, 1275)) == (40, 53)


def test_an_undoing_may_be_undone():
    """Move one, undo it, undo the undoing: move one stands again."""

    class Event:
        def __init__(self, number, kind="ChangeRoom", undoes=None):
            self.pk, self.number, self.kind, self.undoes_id = number, number, kind, undoes

    one, undo, redo = Event(1), Event(2, "Undo", 1), Event(3, "Undo", 2)
    assert live_moves([one, undo]) == []
    assert live_moves([one, undo, redo]) == [one]
