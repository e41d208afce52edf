"""A missed session is made up in the same week by a seat for one time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homeward.attendance import actions
from homeward.attendance.models import AttendanceMark
from homeward.attendance.rules.makeup import Missed, Offered, make_up_of
from homeward.core import clock
from homeward.kernel.reasons import State
from homeward.testing.cast import cast
from homeward.timetable.actions import keep_apart
from homeward.timetable.models import GroupSession, Seat, TherapyGroup
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
)

__all__ = ["cast"]
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
MISSED = Missed(week_starts_on=MONDAY, state="no_show")
FITS = Offered(
    on=date(2026, 11, 26), starts_at=NOW + timedelta(days=2), is_same_site=True, is_for_phase=True,
    clinical_minutes=90, capacity=10, taken=9,
)  # fmt: skip


def unmet(missed: Missed, offered: Offered) -> list[str]:
    return [line.code for line in make_up_of(missed, offered, NOW).lines(State.NOT_MET)]


@pytest.mark.parametrize(
    "change, code",
    [
        ({"taken": 10}, "seat_is_free"),
        ({"on": date(2026, 11, 30)}, "makeup_same_week"),
        ({"on": date(2026, 11, 22)}, "makeup_same_week"),
        ({"starts_at": NOW - timedelta(hours=1)}, "makeup_still_to_come"),
        ({"clinical_minutes": 0}, "makeup_is_treatment"),
        ({"is_same_site": False}, "seat_same_site"),
        ({"is_for_phase": False}, "seat_same_phase"),
        ({"clashes": ("Individual",)}, "seat_client_is_free"),
        ({"is_seated": True}, "seat_not_yet_held"),
        ({"is_kept_apart": True}, "seat_placement_rule"),
    ],
)
def test_each_line_refuses_by_itself(change, code):
    assert unmet(MISSED, FITS) == []
    assert unmet(MISSED, replace(FITS, **change)) == [code]


@pytest.mark.parametrize("state", ["present", "late", "removed", ""])
def test_only_what_was_missed_is_made_up(state):
    assert unmet(replace(MISSED, state=state), FITS) == ["makeup_was_missed"]


def test_it_is_made_up_once():
    assert unmet(replace(MISSED, is_made_up=True), FITS) == ["makeup_not_yet"]


@pytest.fixture
def missed(cast):
    """Jo did not come on Tuesday; another group meets on Thursday."""
    clock.shift_to(ELEVEN)
    room = planned_room(cast)
    actions.mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state="no_show", now=ELEVEN
    )
    group = TherapyGroup.objects.create(
        code="evening-a", name="Evening A", program=cast.program, site=cast.site,
        track=cast.evening, session_type=cast.types["group"], room=cast.rooms[1],
        leader=cast.sam.row, weekday=3, starts=HALF_PAST_NINE.time(), ends=ELEVEN.time(),
        clinical_minutes=90, capacity=2, starts_on=date(2026, 1, 1),
    )  # fmt: skip
    room.other = GroupSession.objects.create(
        group=group, site=cast.site, program=cast.program, session_type=cast.types["group"],
        name="Evening A", on=date(2026, 11, 26), starts_at=HALF_PAST_NINE + timedelta(days=2),
        ends_at=ELEVEN + timedelta(days=2), clinical_minutes=90, capacity=2,
    )  # fmt: skip
    yield room
    clock.shift_to(None)


def make_up(room: Any, by: str = "dana") -> Seat:
    return actions.make_up(
        actor=getattr(room, by).actor, seat_id=room.seat.pk, session_id=room.other.pk, now=ELEVEN
    )


@pytest.mark.django_db
class TestMakingUp:
    def test_takes_a_seat_for_one_time_in_another_track(self, missed):
        made = make_up(missed)

        assert (made.origin, made.makes_up_id) == ("makeup", missed.seat.pk)
        assert made.session_id == missed.other.pk

    def test_being_there_is_marked_as_a_make_up(self, missed):
        made = make_up(missed)

        mark = actions.arrive(
            actor=missed.dana.actor, seat_id=made.pk, now=HALF_PAST_NINE + timedelta(days=2),
            approved=True,
        )  # fmt: skip

        assert mark.state == AttendanceMark.State.MAKEUP

    def test_is_not_taken_twice(self, missed):
        make_up(missed)

        with pytest.raises(actions.MakeUpRefused) as refused:
            make_up(missed)

        assert "makeup_not_yet" in refused.value.codes

    def test_never_brings_two_together_who_are_kept_apart(self, missed):
        lee = another_client(missed.cast, "Lee Zambrano", 3)
        on_team(missed.cast, lee, missed.dana)
        Seat.objects.create(
            client=lee, site=missed.site, session=missed.other, number=1, capacity=2,
            episode=lee.episodes.unscoped("test").get(), starts_at=missed.other.starts_at,
            ends_at=missed.other.ends_at,
        )  # fmt: skip
        keep_apart(
            actor=missed.dana.actor, client_id=lee.pk, other_id=missed.jo.pk, reason="Asked.",
            starts_on=MONDAY, now=ELEVEN,
        )  # fmt: skip

        with pytest.raises(actions.MakeUpRefused) as refused:
            make_up(missed)

        assert refused.value.codes == ("seat_placement_rule",)

    def test_is_hidden_from_another_site(self, missed):
        with pytest.raises(Seat.DoesNotExist):
            make_up(missed, by="omar")
