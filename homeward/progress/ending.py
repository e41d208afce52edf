"""What must not stay behind when an episode ends: seats, bookings, stages, tests still to come."""

from datetime import date, datetime, timedelta
from typing import Any

from homeward.core.actors import Actor
from homeward.drugtests.actions.end_test import end_test
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import WAITING
from homeward.kernel.purposes import Purpose
from homeward.progress.stages import withdraw_ahead
from homeward.timetable.actions import cancel_session, release_seat
from homeward.timetable.models import GroupMembership, Seat

# Seats are given back by the program itself: the right to end the episode is enough.
ENDING = Actor.of_service("progress.discharge")
REASON = "discharge"
# Says no more than it must: who collects reads it.
CARE_ENDED = "care here has ended"


def standing_seats(episode: Any) -> list[GroupMembership]:
    """The groups the client still belongs to."""
    rows = GroupMembership.objects.for_actor(ENDING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, ends_on=None
    )
    return list(rows.select_related("group").order_by("group__weekday", "group__starts"))


def waiting_tests(episode: Any) -> list[DrugTest]:
    """Tests that were drawn or ordered and not given."""
    rows = DrugTest.objects.for_actor(ENDING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, state__in=WAITING
    )
    return list(rows.order_by("pk"))


def coming_seats(episode: Any, now: datetime) -> list[Seat]:
    """Held seats in sessions that have not begun."""
    rows = Seat.objects.for_actor(ENDING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, released_at=None, starts_at__gt=now
    )
    return list(rows.select_related("session").order_by("starts_at"))


def end_plans_ahead(episode: Any, *, actor: Actor, day: date, now: datetime) -> None:
    """Give back every standing seat, every coming seat, and every session booked for one; a stage
    that was planned for later does not happen, also not when care goes on again, and a test that
    was not given is asked of nobody."""
    withdraw_ahead(episode, because=REASON, actor=actor, now=now)
    for test in waiting_tests(episode):
        end_test(
            actor=ENDING, test_id=test.pk, state=DrugTest.State.CANCELLED, reason=CARE_ENDED,
            now=now,
        )  # fmt: skip
    for membership in standing_seats(episode):
        release_seat(
            actor=ENDING,
            membership_id=membership.pk,
            ends_on=day + timedelta(days=1),
            reason=REASON,
            now=now,
        )
    for seat in coming_seats(episode, now):
        if seat.session.group_id is None:
            cancel_session(actor=ENDING, session_id=seat.session_id, reason=REASON, now=now)
        else:
            seat.change(released_at=now, released_reason=REASON)
