"""A standing seat: the promise, the refusals, the outsider, the second click."""

from datetime import timedelta

import pytest

from homeward.admissions.models import Episode
from homeward.audit.models import Entry
from homeward.core.refusals import StaleVersion
from homeward.testing.cast import Cast, cast
from homeward.timetable import actions
from homeward.timetable.actions.release_seat import SeatAlreadyReleased
from homeward.timetable.models import GroupMembership, Seat, TherapyGroup
from homeward.timetable.tests.planned import (
    FRIDAY_BEFORE,
    MONDAY,
    another_client,
    on_team,
    plan,
    seat,
)

__all__ = ["cast"]


@pytest.mark.django_db
class TestTakeSeat:
    def test_seats_the_client_also_in_sessions_already_planned(self, cast):
        """The seat, its number, its reasons and its audit row."""
        plan(cast)

        membership = seat(cast)

        held = Seat.objects.unscoped("test").get()
        assert (held.number, held.client_id, held.capacity) == (1, cast.jo.pk, 10)
        assert membership.decision["outcome"] == "offer"
        assert Entry.objects.filter(code="timetable.seat.taken").count() == 1

    def test_a_second_click_is_refused_in_words(self, cast):
        """One standing seat each."""
        seat(cast)

        with pytest.raises(actions.SeatRefused) as refused:
            seat(cast)

        assert "seat_not_yet_held" in refused.value.codes
        assert GroupMembership.objects.unscoped("test").count() == 1

    def test_refuses_another_phase_and_names_every_reason(self, cast):
        """Two reasons at once, so nobody has to try twice."""
        cast.episode.change(phase=cast.phases["late"], track=cast.evening)

        with pytest.raises(actions.SeatRefused) as refused:
            seat(cast)

        assert set(refused.value.codes) == {"seat_same_phase", "seat_same_track"}

    def test_refuses_the_eleventh(self, cast):
        """Ten seats, then none."""
        plan(cast)
        for number in range(10):
            client = another_client(cast, f"Client {number}", 100 + number)
            on_team(cast, client, cast.dana)
            seat(cast, client)

        with pytest.raises(actions.SeatRefused) as refused:
            seat(cast)

        assert refused.value.codes == ("seat_is_free",)
        assert sorted(Seat.objects.unscoped("test").values_list("number", flat=True)) == list(
            range(1, 11)
        )

    def test_refuses_what_overlaps(self, cast):
        """The same hour of the same weekday in another room."""
        seat(cast)
        other = TherapyGroup.objects.create(
            code="early-c", name="Early recovery C", program=cast.program, site=cast.site,
            track=cast.track, session_type=cast.types["group"], room=cast.rooms[1],
            leader=cast.ruth.row, weekday=1, starts="10:00", ends="11:30", clinical_minutes=90,
            capacity=10, starts_on=cast.group.starts_on,
        )  # fmt: skip

        with pytest.raises(actions.SeatRefused) as refused:
            actions.take_seat(
                actor=cast.dana.actor, group_id=other.pk, client_id=cast.jo.pk,
                starts_on=MONDAY, now=FRIDAY_BEFORE,
            )  # fmt: skip

        assert refused.value.codes == ("seat_client_is_free",)
        assert "Early recovery B" in str(refused.value.decision.to_json())

    def test_kept_apart_reads_only_as_a_placement_rule(self, cast):
        """The refusal never reveals with whom."""
        other = another_client(cast, "Lee Novak", 200)
        on_team(cast, other, cast.dana)
        seat(cast, other)
        actions.keep_apart(
            actor=cast.dana.actor, client_id=cast.jo.pk, other_id=other.pk,
            reason="protective order", starts_on=MONDAY, now=FRIDAY_BEFORE,
        )  # fmt: skip

        with pytest.raises(actions.SeatRefused) as refused:
            seat(cast)

        assert refused.value.codes == ("seat_placement_rule",)
        assert "Lee" not in str(refused.value.decision.to_json())

    def test_is_hidden_from_another_site(self, cast):
        """For Omar there is no such client."""
        with pytest.raises(Episode.DoesNotExist):
            seat(cast, by=cast.omar)


@pytest.mark.django_db
class TestReleaseSeat:
    def release(self, cast: Cast, membership: GroupMembership, **more):
        return actions.release_seat(
            actor=cast.dana.actor, membership_id=membership.pk, ends_on=MONDAY,
            reason="schedule_change", now=FRIDAY_BEFORE, **more,
        )  # fmt: skip

    def test_gives_back_coming_seats_and_the_number(self, cast):
        """The row stays, the number is free for the next."""
        plan(cast)
        membership = seat(cast)

        self.release(cast, membership)
        seat(cast)

        rows = Seat.objects.unscoped("test").order_by("created_at")
        assert [(row.number, row.released_at is None) for row in rows] == [(1, False), (1, True)]

    def test_twice_is_refused(self, cast):
        """A second click changes nothing."""
        membership = seat(cast)
        self.release(cast, membership)

        with pytest.raises(SeatAlreadyReleased):
            self.release(cast, membership)

    def test_refuses_a_stale_form(self, cast):
        """Somebody changed it meanwhile."""
        membership = seat(cast)

        with pytest.raises(StaleVersion):
            self.release(cast, membership, expected_version=membership.version + 1)

    def test_is_hidden_from_another_site(self, cast):
        """Omar releases nothing of ours."""
        membership = seat(cast)

        with pytest.raises(GroupMembership.DoesNotExist):
            actions.release_seat(
                actor=cast.omar.actor, membership_id=membership.pk,
                ends_on=MONDAY + timedelta(days=1), reason="discharge", now=FRIDAY_BEFORE,
            )  # fmt: skip
