"""A sheet entered afterwards, and the steps for somebody who came intoxicated."""

from datetime import timedelta

import pytest

from homeward.attendance import actions
from homeward.attendance.actions.mark_attendance import mark_attendance
from homeward.attendance.actions.take_safety_step import (
    NoSafetyCheck,
    StepNeedsNote,
    StepsMissing,
    StepUnknown,
)
from homeward.attendance.models import AttendanceMark, SafetyStep
from homeward.tasks.models import CareTask
from homeward.timetable.tests.planned import ELEVEN, HALF_PAST_NINE, planned_room

pytestmark = pytest.mark.django_db
NOON_AFTER = ELEVEN + timedelta(minutes=60)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.fixture
def room(cast):
    return planned_room(cast)


class TestSheet:
    def enter(self, room, *lines, by=None, kept_by=None, now=NOON_AFTER):
        return actions.enter_sheet(
            actor=(by or room.fay).actor, session_id=room.session.pk,
            kept_by_id=(kept_by or room.tess).pk, lines=lines, now=now,
        )  # fmt: skip

    def test_true_times_and_true_author(self, room):
        """Whoever kept the sheet marked it; whoever typed it entered it."""
        stays = (
            (HALF_PAST_NINE + minutes(20), HALF_PAST_NINE + minutes(50)),
            (HALF_PAST_NINE + minutes(60), ELEVEN),
        )
        (mark,) = self.enter(room, actions.SheetLine(room.seat.pk, stays))

        assert (mark.state, mark.credited_minutes, mark.source) == ("late", 60, "sheet")
        assert (mark.marked_by_id, mark.entered_by_id) == (room.tess.pk, room.fay.pk)
        assert (mark.marked_at, mark.entered_at) == (ELEVEN, ELEVEN + minutes(60))

    def test_whole_or_nothing(self, room):
        """A line that cannot be names its seat; the others are not entered."""
        ahead = ((ELEVEN + minutes(61), None),)
        good = actions.SheetLine(room.seat.pk, is_absent=True)
        with pytest.raises(actions.SheetRefused) as refused:
            self.enter(room, good, actions.SheetLine(room.seat.pk, ahead))
        assert (refused.value.seat_id, refused.value.codes) == (room.seat.pk, ("not_at_that_time",))
        assert not AttendanceMark.objects.unscoped("test").exists()

    def test_is_hidden_from_another_site(self, room):
        with pytest.raises(type(room.session).DoesNotExist):
            self.enter(room, actions.SheetLine(room.seat.pk, is_absent=True), by=room.omar)


class TestSafety:
    @pytest.fixture
    def mark(self, room):
        return mark_attendance(
            actor=room.dana.actor, seat_id=room.seat.pk, state="present", now=HALF_PAST_NINE,
            appears_intoxicated=True,
        )  # fmt: skip

    def take(self, room, mark, step, answer, note="", by=None):
        return actions.take_safety_step(
            actor=(by or room.fay).actor, mark_id=mark.pk, step=step, answer=answer, note=note,
            now=HALF_PAST_NINE + minutes(5),
        )  # fmt: skip

    def test_every_step_then_the_ending_closes_the_check(self, room, mark):
        """The front desk does the steps, whoever owns the duty; the note of the day stays open."""
        for step, answer, note in (
            ("check", "can_wait", ""), ("driving", "keys_kept", "In the desk drawer"),
            ("told", "counselor", "Dana, 09:31"), ("transport", "fetched", "Her sister"),
        ):  # fmt: skip
            with pytest.raises(StepsMissing):
                self.take(room, mark, "ending", "safe_ride", "Fetched at ten")
            self.take(room, mark, step, answer, note)
        self.take(room, mark, "ending", "safe_ride", "Fetched at ten")

        safety = CareTask.objects.unscoped("test").get(kind="intoxicated_arrival")
        assert (safety.disposition, safety.closed_by_id) == ("safe_ride", room.fay.pk)
        assert "driving: keys_kept" in safety.disposition_note
        assert CareTask.objects.unscoped("test").filter(closed_at=None).count() == 1
        assert SafetyStep.objects.unscoped("test").count() == 5
        with pytest.raises(NoSafetyCheck):
            self.take(room, mark, "check", "can_wait")

    def test_refuses_what_is_no_step_and_who_is_out_of_reach(self, room, mark):
        with pytest.raises(StepUnknown):
            self.take(room, mark, "check", "fine")
        with pytest.raises(StepNeedsNote):
            self.take(room, mark, "told", "counselor")
        with pytest.raises(AttendanceMark.DoesNotExist):
            self.take(room, mark, "check", "can_wait", by=room.omar)
