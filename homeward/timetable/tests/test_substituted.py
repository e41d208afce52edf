"""A substitute takes over: the seated hear of it neutrally, the replaced colleague sees it."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import outbox
from homeward.core.models import OutboxItem
from homeward.kernel.roles import Role
from homeward.notices.actions import choose_channel
from homeward.notices.models import Notice
from homeward.testing.cast import cast
from homeward.testing.stage import make_worker
from homeward.timetable import actions
from homeward.timetable.models import Seat, Week
from homeward.timetable.publishing.substituted import OUTBOX_KIND, led_by_others
from homeward.timetable.tests.planned import (
    ELEVEN,
    FRIDAY_BEFORE,
    HALF_PAST_NINE,
    on_duty,
    planned_room,
)

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
EARLY = HALF_PAST_NINE - timedelta(hours=20)


@pytest.fixture
def room(cast: Any) -> Any:
    cast.people["nora"] = make_worker(
        cast, "nora", "Nora Lind", Role.COUNSELOR, "LPC", is_here=True, duties=()
    )
    return planned_room(cast)


@pytest.fixture
def promised(room: Any) -> Any:
    """The same, and the week is published."""
    on_duty(room.cast)
    actions.publish_week(actor=room.sam.actor, week_id=Week.objects.get().pk, now=FRIDAY_BEFORE)
    return room


def stand_in(room: Any, who: str = "nora", now: Any = EARLY) -> Any:
    return actions.substitute_leader(
        actor=room.sam.actor, session_id=room.session.pk, worker_id=getattr(room, who).pk,
        reason="leader_ill", now=now,
    )  # fmt: skip


def deliver(now: Any = EARLY) -> None:
    for item in OutboxItem.objects.filter(kind=OUTBOX_KIND, state=outbox.State.WAITING):
        outbox.deliver(str(item.pk), now=now)


def told() -> list[Notice]:
    return list(Notice.objects.unscoped("test").order_by("queued_at"))


def test_who_sits_there_hears_once_the_way_they_chose(promised: Any) -> None:
    """The channel is the one that holds when it is sent, not when the leader changed."""
    made = stand_in(promised)
    assert told() == []
    choose_channel(
        actor=promised.dana.actor, client_id=promised.jo.pk, channel="text", is_wanted=True,
        address="312 555 0142", now=EARLY,
    )  # fmt: skip
    deliver()
    deliver()
    (notice,) = told()
    assert (notice.client_id, notice.channel, notice.code) == (promised.jo.pk, "text", "update")
    assert notice.origin == f"leader {made.pk} {promised.jo.pk}"


def test_a_week_nobody_was_promised_changes_without_a_word(room: Any) -> None:
    stand_in(room)
    assert not OutboxItem.objects.filter(kind=OUTBOX_KIND).exists()


def test_who_gave_the_seat_back_meanwhile_is_not_told(promised: Any) -> None:
    stand_in(promised)
    Seat.objects.unscoped("test").update(released_at=EARLY, released_reason="x")
    deliver()
    assert told() == []


def test_only_the_last_of_two_changes_is_told(promised: Any) -> None:
    stand_in(promised)
    last = stand_in(promised, "dana", EARLY + timedelta(minutes=5))
    deliver()
    assert [each.origin for each in told()] == [f"leader {last.pk} {promised.jo.pk}"]


def test_nothing_is_told_of_a_session_that_is_over(promised: Any) -> None:
    stand_in(promised)
    deliver(ELEVEN)
    assert told() == []


def test_the_replaced_colleague_sees_who_leads_until_it_is_over(promised: Any) -> None:
    stand_in(promised)
    (row,) = led_by_others(promised.dana.pk, EARLY)
    assert (row.session_id, row.instead_id) == (promised.session.pk, promised.nora.pk)
    assert led_by_others(promised.dana.pk, ELEVEN) == []
    assert led_by_others(promised.nora.pk, EARLY) == []
    stand_in(promised, "dana", EARLY + timedelta(minutes=5))
    assert led_by_others(promised.dana.pk, EARLY) == []
    (row,) = led_by_others(promised.nora.pk, EARLY)
    assert row.instead_id == promised.dana.pk
