"""Places offered to somebody whose week is short, taken, declined, refused; and cancelling."""

from datetime import date, timedelta
from typing import Any

import pytest

from homeward.admissions.models import Episode
from homeward.attendance import actions
from homeward.attendance.actions.offer_make_ups import OfferedAlready, OfferIsAnswered
from homeward.attendance.guarding import guard_of_site
from homeward.attendance.models import AttendanceMark, MakeUpOffer
from homeward.core import clock
from homeward.notices.models import Notice
from homeward.program.models import Program
from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, Seat, TherapyGroup
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    MONDAY,
    another_client,
    on_team,
    planned_room,
)

__all__ = ["cast"]
EARLY = HALF_PAST_NINE - timedelta(hours=2)


@pytest.fixture
def short(cast):
    """Jo's week holds ninety minutes of twelve hours; another group meets on Thursday."""
    clock.shift_to(EARLY)
    room = planned_room(cast)
    group = TherapyGroup.objects.create(
        code="skills", name="Skills", program=cast.program, site=cast.site, track=cast.evening,
        session_type=cast.types["group"], room=cast.rooms[1], leader=cast.sam.row, weekday=3,
        starts=HALF_PAST_NINE.time(), ends=ELEVEN.time(), clinical_minutes=90, capacity=1,
        starts_on=date(2026, 1, 1),
    )  # fmt: skip
    room.other = GroupSession.objects.create(
        group=group, site=cast.site, program=cast.program, session_type=cast.types["group"],
        name="Skills", on=date(2026, 11, 26), starts_at=HALF_PAST_NINE + timedelta(days=2),
        ends_at=ELEVEN + timedelta(days=2), clinical_minutes=90, capacity=1,
    )  # fmt: skip
    yield room
    clock.shift_to(None)


def guard(room: Any, by: str = "dana") -> Any:
    rows = guard_of_site(getattr(room, by).actor, room.site, room.program, MONDAY, EARLY)
    return {row.client_id: row for row in rows}


def offer(room: Any, by: str = "dana") -> MakeUpOffer:
    (made,) = actions.offer_make_ups(
        actor=getattr(room, by).actor, client_id=room.jo.pk, session_ids=[room.other.pk], now=EARLY
    )
    return made


def answer(room: Any, made: MakeUpOffer, *, accepted: bool, by: str = "dana") -> MakeUpOffer:
    return actions.answer_offer(
        actor=getattr(room, by).actor, offer_id=made.pk, accepted=accepted, now=EARLY
    )


@pytest.mark.django_db
class TestGuard:
    def test_names_what_is_missing_and_what_fits(self, short):
        row = guard(short)[short.jo.pk]

        assert (row.is_short, row.missing, row.planned) == (True, 720 - 90, 90)
        assert [choice.session.pk for choice in row.mending] == [short.other.pk]

    def test_shows_each_reader_their_own_clients(self, short):
        assert short.jo.pk not in guard(short, "omar")
        assert short.jo.pk in guard(short, "dina")

    def test_counts_what_was_delivered_instead_of_what_was_planned(self, short):
        actions.mark_attendance(
            actor=short.dana.actor, seat_id=short.seat.pk, state="present",
            at=HALF_PAST_NINE, now=HALF_PAST_NINE,
        )  # fmt: skip
        AttendanceMark.objects.unscoped("test").update(credited_minutes=60)

        row = guard(short)[short.jo.pk]

        assert (row.delivered, row.planned, row.missing) == (60, 0, 660)

    def test_takes_as_many_reads_for_nine_clients_as_for_one(
        self, short, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(40) as one:
            [row.mending for row in guard(short).values()]
        for number in range(8):
            on_team(short.cast, another_client(short.cast, f"C {number}", 700 + number), short.dana)

        with django_assert_max_num_queries(len(one.captured_queries)):
            [row.mending for row in guard(short).values()]


@pytest.mark.django_db
class TestOffers:
    def test_an_offer_is_recorded_and_a_neutral_notice_is_queued_once(self, short):
        made = offer(short)

        assert made.decision["outcome"] == "offer"
        notice = Notice.objects.unscoped("test").get()
        assert (made.notice_id, made.told_by) == (notice.pk, notice.channel)

    def test_accepting_takes_the_seat(self, short):
        made = answer(short, offer(short), accepted=True)

        seat = Seat.objects.unscoped("test").get(pk=made.seat_id)
        assert (seat.client_id, seat.session_id, seat.origin) == (
            short.jo.pk, short.other.pk, "drop_in",
        )  # fmt: skip

    def test_the_client_answers_for_themselves(self, short):
        assert answer(short, offer(short), accepted=True, by="jo").answer == "accepted"

    def test_declining_takes_nothing(self, short):
        made = answer(short, offer(short), accepted=False)

        assert (made.answer, made.seat_id) == ("declined", None)

    def test_the_last_seat_is_given_once(self, short):
        """Two were offered it; who answers second is told that it is gone."""
        lee = another_client(short.cast, "Lee Zambrano", 3)
        on_team(short.cast, lee, short.dana)
        (theirs,) = actions.offer_make_ups(
            actor=short.dana.actor, client_id=lee.pk, session_ids=[short.other.pk], now=EARLY
        )
        mine = offer(short)
        answer(short, theirs, accepted=True)

        with pytest.raises(actions.DropInRefused) as refused:
            answer(short, mine, accepted=True)

        assert refused.value.codes == ("seat_is_free",)

    def test_an_answer_counts_once(self, short):
        made = answer(short, offer(short), accepted=False)

        with pytest.raises(OfferIsAnswered):
            answer(short, made, accepted=True)

    def test_the_same_seat_is_not_offered_twice(self, short):
        offer(short)

        with pytest.raises(OfferedAlready):
            offer(short)

    def test_a_missed_session_is_named_as_what_it_makes_up(self, short):
        actions.mark_attendance(
            actor=short.dana.actor, seat_id=short.seat.pk, state="no_show", now=HALF_PAST_NINE
        )

        made = answer(short, offer(short), accepted=True)

        seat = Seat.objects.unscoped("test").get(pk=made.seat_id)
        assert (seat.origin, seat.makes_up_id) == ("makeup", short.seat.pk)

    def test_nobody_of_another_site_offers_or_answers(self, short):
        with pytest.raises(Episode.DoesNotExist):
            offer(short, by="omar")
        made = offer(short)
        for stranger in ("omar", "pat", "kim"):
            with pytest.raises(MakeUpOffer.DoesNotExist):
                answer(short, made, accepted=True, by=stranger)


@pytest.mark.django_db
class TestDropIn:
    def drop_in(self, short: Any, number: str, by: str = "dana") -> Any:
        return actions.drop_in(
            actor=getattr(short, by).actor, session_id=short.other.pk, chart_number=number,
            now=EARLY,
        )  # fmt: skip

    def test_an_enrolled_client_takes_a_place(self, short):
        assert self.drop_in(short, " hw-00001 ").client_id == short.jo.pk

    @pytest.mark.parametrize("number", ["HW-00002", "HW-99999", "", "Kim"])
    def test_everybody_else_is_refused_with_the_same_reason(self, short, number):
        """A client of the other site, nobody at all, a guest: one answer for all."""
        with pytest.raises(actions.DropInRefused) as refused:
            self.drop_in(short, number)

        assert refused.value.codes == ("drop_in_is_enrolled",)

    def test_somebody_discharged_is_an_outsider(self, short):
        episode = short.episode
        episode.ended_at, episode.ended_on = EARLY, EARLY.date()
        episode.save()

        with pytest.raises(actions.DropInRefused) as refused:
            self.drop_in(short, "HW-00001")

        assert refused.value.codes == ("drop_in_is_enrolled",)


@pytest.mark.django_db
class TestCancelling:
    def test_offers_another_place_at_once(self, short):
        fallen = actions.cancel_with_offers(
            actor=short.dana.actor, session_id=short.session.pk, reason="leader_away", now=EARLY
        )

        (made,) = fallen.offers
        assert (made.client_id, made.session_id) == (short.jo.pk, short.other.pk)
        assert (fallen.without_place, fallen.elsewhere) == (0, 0)

    def test_a_closed_stretch_offers_nothing_that_falls_too(self, short):
        fallen = actions.cancel_between(
            actor=short.sam.actor, site_id=short.site.pk, starts_at=EARLY,
            ends_at=EARLY + timedelta(days=3), reason="weather", now=EARLY,
        )  # fmt: skip

        assert len(fallen.sessions) == 2
        assert (fallen.offers, fallen.without_place) == ([], 1)

    def test_clients_of_others_stand_in_their_own_list(self, short):
        """Dina cancels for the house; she writes no client's schedule."""
        fallen = actions.cancel_with_offers(
            actor=short.dina.actor, session_id=short.session.pk, reason="other", now=EARLY
        )

        assert (fallen.offers, fallen.elsewhere) == ([], 1)


@pytest.mark.django_db
def test_a_session_of_another_program_is_none(short):
    """One house may hold two programs; who is in one takes no seat among the other's people."""
    other = Program.objects.create(code="other", name="Other program")
    TherapyGroup.objects.filter(pk=short.other.group_id).update(program=other)
    GroupSession.objects.filter(pk=short.other.pk).update(program=other)

    with pytest.raises(GroupSession.DoesNotExist):
        offer(short)
    assert not MakeUpOffer.objects.unscoped("test").exists()
