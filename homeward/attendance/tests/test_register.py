"""The register of a session through its actions."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.attendance import actions, queries
from homeward.attendance.actions.mark_attendance import (
    ExcuseNotAccepted,
    ExcuseTooLate,
    NotAtThatTime,
    NotInTheRoom,
    PunchesRunBackwards,
    RegisterIsClosed,
)
from homeward.attendance.models import AttendanceMark, MakeUpOffer, Punch
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.facts import _listeners
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.people.actions import end_stop, record_stop
from homeward.tasks.actions import DispositionNeedsNote, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import cast
from homeward.timetable.actions import cancel_session
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.tests.planned import (
    ELEVEN,
    FRIDAY_BEFORE,
    HALF_PAST_NINE,
    MONDAY,
    planned_room,
)

__all__ = ["cast"]
CHICAGO = ZoneInfo("America/Chicago")


def minutes(number):
    return timedelta(minutes=number)


@pytest.fixture
def room(cast):
    """Jo expected on Tuesday at half past nine; the clock stands there."""
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


def mark(room, state="present", by=None, now=HALF_PAST_NINE, **more):
    return actions.mark_attendance(
        actor=(by or room.dana).actor, seat_id=room.seat.pk, state=state, now=now, **more
    )


@pytest.mark.django_db
class TestArrive:
    def test_opens_a_stay_from_that_minute(self, room):
        """The front desk lets Jo in two minutes early."""
        came = HALF_PAST_NINE - minutes(2)

        made = actions.arrive(actor=room.fay.actor, seat_id=room.seat.pk, now=came)

        punch = Punch.objects.unscoped("test").get()
        assert (made.state, punch.in_at, punch.out_at) == ("present", came, None)
        assert Entry.objects.filter(code="attendance.mark.present").count() == 1

    def test_twice_counts_once(self, room):
        """The second click keeps the first time."""
        actions.arrive(actor=room.fay.actor, seat_id=room.seat.pk, now=HALF_PAST_NINE)
        actions.arrive(actor=room.fay.actor, seat_id=room.seat.pk, now=HALF_PAST_NINE + minutes(3))

        assert Punch.objects.unscoped("test").get().in_at == HALF_PAST_NINE

    def test_past_the_grace_asks_the_counselor(self, room):
        """The front desk cannot approve, the leader's own mark is approval."""
        late = HALF_PAST_NINE + minutes(17)
        with pytest.raises(actions.LateNeedsApproval):
            actions.arrive(actor=room.fay.actor, seat_id=room.seat.pk, now=late, approved=True)

        assert actions.arrive(actor=room.dana.actor, seat_id=room.seat.pk, now=late).state == "late"

    def test_keeps_somebody_intoxicated_out_and_opens_the_safety_check(self, room):
        """They came, nothing is credited, and two duties have an owner and a time."""
        marked = actions.arrive(
            actor=room.dana.actor, seat_id=room.seat.pk, now=HALF_PAST_NINE,
            appears_intoxicated=True,
        )  # fmt: skip

        assert (marked.state, marked.reason) == ("removed", "appears_intoxicated")
        assert marked.credited_minutes == 0
        safety, note = CareTask.objects.unscoped("test").order_by("due_at")
        assert (safety.kind, safety.urgency) == ("intoxicated_arrival", "now")
        assert safety.due_at == HALF_PAST_NINE + minutes(15)
        assert safety.owner_id == room.dana.pk
        assert note.kind == "intoxicated_arrival_note"
        assert note.due_at.astimezone(CHICAGO).date() == HALF_PAST_NINE.date()

    def test_opens_the_safety_check_once(self, room):
        """A second tap on the door changes nothing."""
        for _tap in range(2):
            actions.arrive(
                actor=room.dana.actor, seat_id=room.seat.pk, now=HALF_PAST_NINE,
                appears_intoxicated=True,
            )  # fmt: skip

        assert CareTask.objects.unscoped("test").count() == 2

    def test_a_safety_check_ends_by_saying_who_drives(self, room):
        """The ride is part of the disposition."""
        actions.arrive(
            actor=room.dana.actor, seat_id=room.seat.pk, now=HALF_PAST_NINE,
            appears_intoxicated=True,
        )  # fmt: skip
        safety = CareTask.objects.unscoped("test").order_by("due_at").first()
        ending = {
            "actor": room.dana.actor, "task_id": safety.pk, "disposition": "safe_ride",
            "now": HALF_PAST_NINE,
        }  # fmt: skip

        with pytest.raises(DispositionNeedsNote):
            complete_task(**ending)
        complete_task(**ending, note="Her sister drives and stays tonight.")

        safety.refresh_from_db()
        assert safety.closed_at == HALF_PAST_NINE

    def test_refuses_another_day_and_the_future(self, room):
        """Nobody arrives the evening before or after the end."""
        for moment in (HALF_PAST_NINE - timedelta(hours=12), ELEVEN):
            with pytest.raises(NotAtThatTime):
                actions.arrive(actor=room.dana.actor, seat_id=room.seat.pk, now=moment)
        with pytest.raises(NotAtThatTime):
            mark(room, at=HALF_PAST_NINE + minutes(5))

    def test_is_hidden_from_another_site(self, room):
        """For Omar there is no such seat."""
        with pytest.raises(Seat.DoesNotExist):
            mark(room, by=room.omar)


@pytest.mark.django_db
class TestMarkAttendance:
    def test_counts_in_out_and_back(self, room):
        """Ten minutes on the phone are not credited."""
        mark(room)
        mark(room, "left_early", now=HALF_PAST_NINE + minutes(30))
        mark(room, "back", now=HALF_PAST_NINE + minutes(40))
        actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)

        made = AttendanceMark.objects.unscoped("test").get()
        assert (made.state, made.credited_minutes) == ("present", 80)

    def test_undoing_absent_restores_the_first_arrival(self, room):
        """A slip of the finger costs the client no minutes."""
        mark(room)
        assert mark(room, "no_show", now=HALF_PAST_NINE + minutes(20)).credited_minutes == 0
        mark(room, now=HALF_PAST_NINE + minutes(21))

        assert Punch.objects.unscoped("test").get().in_at == HALF_PAST_NINE

    def test_states_all_stays_at_once(self, room):
        """A technician's sheet entered afterwards."""
        made = mark(
            room, "late_and_left_early", now=ELEVEN,
            punches=[(HALF_PAST_NINE + minutes(20), HALF_PAST_NINE + minutes(60))],
        )  # fmt: skip

        assert (made.state, made.credited_minutes) == ("late_and_left_early", 40)
        with pytest.raises(PunchesRunBackwards):
            mark(room, now=ELEVEN, punches=[(ELEVEN, HALF_PAST_NINE)])

    def test_excuses_only_with_an_accepted_reason_in_time(self, room):
        """Told an hour before is too late unless the counselor decides."""
        early = HALF_PAST_NINE - timedelta(hours=5)
        with pytest.raises(ExcuseNotAccepted):
            mark(room, "excused", now=early, reason="overslept", by=room.fay)
        with pytest.raises(ExcuseTooLate):
            mark(
                room, "excused", by=room.fay, reason="court",
                told_at=HALF_PAST_NINE - timedelta(hours=1),
            )  # fmt: skip

        assert mark(room, "excused", now=early, reason="court", by=room.fay).state == "excused"

    @pytest.mark.parametrize("is_known", [True, False])
    def test_a_day_in_hospital_excuses_by_itself(self, room, is_known):
        """Marked before or after somebody knew; taken back where it was never so."""

        def stands():
            row = AttendanceMark.objects.unscoped("test").get()
            return row.state, row.reason

        def stay():
            return record_stop(
                actor=room.dana.actor, client_id=room.jo.pk, kind="hospital", known_by="family",
                since_on=HALF_PAST_NINE.date(), now=ELEVEN,
            )  # fmt: skip

        stop = stay() if is_known else None
        mark(room, "no_show", now=ELEVEN)
        assert stands() == (("excused", "in_hospital") if is_known else ("no_show", ""))
        stop = stop or stay()
        assert stands() == ("excused", "in_hospital")
        assert not MakeUpOffer.objects.unscoped("test").exists()
        end_stop(
            actor=room.dana.actor, stop_id=stop.pk, ending="in_error", reason="Somebody else.",
            now=ELEVEN,
        )  # fmt: skip
        assert stands() == ("no_show", "")
        end_stop(actor=room.dana.actor, stop_id=stay().pk, ending="over", now=ELEVEN)
        assert stands() == ("excused", "in_hospital")

    def test_nobody_leaves_who_is_not_there(self, room):
        """Leaving needs an open stay."""
        with pytest.raises(NotInTheRoom):
            mark(room, "left_early")

    def test_refuses_a_stale_form(self, room):
        """Somebody marked meanwhile."""
        made = mark(room)

        with pytest.raises(StaleVersion):
            mark(room, "no_show", expected_version=made.version - 1)


@pytest.mark.django_db
class TestCloseRegister:
    def close(self, room, now=ELEVEN, by=None):
        return actions.close_register(
            actor=(by or room.dana).actor, session_id=room.session.pk, now=now
        )

    def test_settles_minutes_and_freezes_the_register(self, room):
        """Open stays end with the session; later marks are refused."""
        mark(room)

        session = self.close(room, ELEVEN + minutes(10))

        assert session.closed_at == ELEVEN + minutes(10)
        assert Punch.objects.unscoped("test").get().out_at == ELEVEN
        assert AttendanceMark.objects.unscoped("test").get().credited_minutes == 90
        with pytest.raises(RegisterIsClosed):
            mark(room, "no_show")

    def test_refuses_while_somebody_has_no_mark(self, room):
        """The roster is complete first."""
        with pytest.raises(actions.RosterIncomplete) as refused:
            self.close(room)

        assert refused.value.seat_ids == (room.seat.pk,)
        assert GroupSession.objects.get().closed_at is None

    def test_tells_who_was_missed(self, room):
        """Outreach listens to this."""
        from homeward.attendance.facts import SessionMissed

        heard = []
        _listeners.setdefault(SessionMissed, []).append(heard.append)
        mark(room, "no_show")
        try:
            self.close(room)
        finally:
            _listeners[SessionMissed].remove(heard.append)

        assert [(fact.client_id, fact.state) for fact in heard] == [(room.jo.pk, "no_show")]

    def test_belongs_to_the_leader_and_the_site(self, room):
        """Ruth does not lead it; for Omar it does not exist."""
        mark(room)
        with pytest.raises(NotAllowed):
            self.close(room, by=room.ruth)
        with pytest.raises(GroupSession.DoesNotExist):
            self.close(room, by=room.omar)

    def test_a_cancelled_session_counts_against_nobody(self, room):
        """Every seat is marked as cancelled by the program."""
        cancel_session(
            actor=room.dana.actor, session_id=room.session.pk, reason="weather", now=FRIDAY_BEFORE
        )

        assert AttendanceMark.objects.unscoped("test").get().state == "cancelled_program"
        rate = queries.attendance_rates([room.jo.pk], MONDAY, MONDAY + timedelta(days=7))
        assert (rate[room.jo.pk].expected, rate[room.jo.pk].percent) == (0, None)


@pytest.mark.django_db
class TestQueries:
    def test_minutes_by_week_in_one_query(self, room, django_assert_num_queries):
        """Every client asked for is present; weeks count from the first day given."""
        mark(room)
        actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)

        with django_assert_num_queries(1):
            found = queries.minutes_by_week(
                [room.jo.pk, room.pat.pk], MONDAY - timedelta(days=7), MONDAY + timedelta(days=7)
            )

        assert found == {room.jo.pk: {MONDAY: 90}, room.pat.pk: {}}

    def test_rates_count_sessions_kept(self, room, django_assert_num_queries):
        """One of one, ninety of ninety minutes."""
        mark(room)
        actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)

        with django_assert_num_queries(1):
            rate = queries.attendance_rates([room.jo.pk], MONDAY, MONDAY + timedelta(days=7))[
                room.jo.pk
            ]

        assert (rate.percent, rate.credited_minutes, rate.planned_minutes) == (100, 90, 90)
