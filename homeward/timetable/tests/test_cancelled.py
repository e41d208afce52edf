"""A promised session falls out: who would have come hears neutrally, and once."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.notices.actions import choose_channel, queue_notice
from homeward.notices.models import Notice
from homeward.people.models import Stop
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.models import Week
from homeward.timetable.publishing.cancelled import OUTBOX_KIND
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
def promised(cast: Any) -> Any:
    """Jo expected on Tuesday at half past nine, and the week is published."""
    room = planned_room(cast)
    on_duty(cast)
    actions.publish_week(actor=cast.sam.actor, week_id=Week.objects.get().pk, now=FRIDAY_BEFORE)
    return room


def cancel(room: Any, reason: str = "leader_away") -> None:
    actions.cancel_session(
        actor=room.sam.actor, session_id=room.session.pk, reason=reason, now=EARLY
    )


def deliver(now: Any = EARLY) -> None:
    for item in OutboxItem.objects.filter(kind=OUTBOX_KIND, state=outbox.State.WAITING):
        outbox.deliver(str(item.pk), now=now)


def told() -> list[Notice]:
    return list(Notice.objects.unscoped("test").order_by("queued_at"))


def test_who_would_have_come_hears_once_the_way_they_chose(promised: Any) -> None:
    choose_channel(
        actor=promised.dana.actor, client_id=promised.jo.pk, channel="text", is_wanted=True,
        address="312 555 0142", now=EARLY,
    )  # fmt: skip
    cancel(promised)
    deliver()
    deliver()
    (notice,) = told()
    assert (notice.client_id, notice.channel, notice.code) == (promised.jo.pk, "text", "update")
    assert notice.origin == f"cancelled {promised.session.pk} {promised.jo.pk}"


def test_a_week_nobody_was_promised_changes_without_a_word(cast: Any) -> None:
    cancel(planned_room(cast))
    assert not OutboxItem.objects.filter(kind=OUTBOX_KIND).exists()


@pytest.mark.parametrize(
    ("reason", "is_talk", "is_told"),
    [
        ("client_asked", True, False),
        ("client_asked", False, True),
        ("discharge", True, False),
        ("leader_away", True, True),
    ],
)
def test_what_its_client_knows_is_not_told(
    promised: Any, reason: str, is_talk: bool, is_told: bool
) -> None:
    """A talk they called off, or that a discharge ended; a group has others in it."""
    if is_talk:
        promised.session.change(group=None)
    cancel(promised, reason)
    assert OutboxItem.objects.filter(kind=OUTBOX_KIND).exists() is is_told


def test_nothing_is_told_of_a_session_that_is_over(promised: Any) -> None:
    cancel(promised)
    deliver(ELEVEN)
    assert told() == []


@pytest.mark.parametrize(("minutes", "count"), [(-1, 2), (0, 1), (5, 1)])
def test_who_was_offered_another_place_hears_once(promised: Any, minutes: int, count: int) -> None:
    """The offer's own notice leads to the same page; one from before does not."""
    cancel(promised)
    queue_notice(
        actor=Actor.of_service("test"), client_id=promised.jo.pk, code="update", channel="note",
        origin="offer", now=EARLY + timedelta(minutes=minutes),
    )  # fmt: skip
    deliver(EARLY + timedelta(minutes=6))
    assert len(told()) == count


def test_nothing_leaves_about_somebody_in_hospital(promised: Any) -> None:
    """Kept as withheld by the notices room."""
    jo = promised.jo.row
    Stop.objects.create(
        client=jo, site_id=jo.site_id, kind=Stop.Kind.HOSPITAL, since_on=EARLY.date(),
        known_by="family", recorded_at=EARLY,
    )  # fmt: skip
    cancel(promised)
    deliver()
    (notice,) = told()
    assert notice.outcome.state == "withheld"
