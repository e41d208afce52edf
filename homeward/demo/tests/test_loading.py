"""The demo fills an empty database once, and lives on by whole days."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.demo.loading import ensure_demo
from homeward.demo.models import Told
from homeward.demo.outline_of import outline_of
from homeward.demo.rows import door
from homeward.demo.rows.setting import Setting
from homeward.demo.rows.story_rows import write_down
from homeward.demo.story.events import SeatTaken
from homeward.demo.story.simulation import tell
from homeward.demo.tests.telling import (
    NOON,
    TODAY,
    ZONE,
    every_row,
    small_story,
    story_ids,
    story_models,
)
from homeward.packets.models import Packet
from homeward.progress.actions import Closing, discharge_client
from homeward.timetable.models import GroupMembership, Seat

WEEKS = 4
WHY = "tests"


def test_the_same_seed_writes_the_same_rows(db: None) -> None:
    """Twice the same rows with the same ids, and none twice.

    Told until a Monday: who enters a phase on that morning has its seats already.
    """
    monday = TODAY + timedelta(days=1)
    story, setting = small_story(WEEKS, today=monday)
    first, _ = write_down(story, setting, ZONE)
    second, _ = write_down(story, setting, ZONE)
    assert first.new.keys() == second.new.keys()
    for model, rows in first.new.items():
        ids = [row.pk for row in rows]
        assert len(ids) == len(set(ids))
        assert ids == [row.pk for row in second.new[model]]
        others = {row.pk: row for row in second.new[model]}
        for row in rows:
            assert _values(row) == _values(others[row.pk])
    entering = {
        (event.person, event.slot)
        for event in story.events
        if isinstance(event, SeatTaken) and event.from_day == monday
    }
    seated = [row for row in first.new[GroupMembership] if row.starts_on == monday]
    assert len(seated) == len(entering) > 0


def _values(row: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name != "created_at"
    }


def test_living_on_adds_only_the_days_since(db: None) -> None:
    """What was told stays; new rows are of the new days; and it is the story told at once."""
    early = NOON - timedelta(days=9)
    ensure_demo(early, weeks=WEEKS)
    before = story_ids()
    marks = AttendanceMark.objects.unscoped(WHY)
    told_until = Told.objects.get().told_until
    assert ensure_demo(NOON) > 0
    connection.check_constraints()
    after = story_ids()
    assert all(before[name] <= after[name] for name in before)
    fresh = marks.exclude(pk__in=before["attendance.AttendanceMark"])
    assert fresh.exists()
    assert min(fresh.values_list("on", flat=True)) >= told_until
    assert Told.objects.get().told_until == TODAY
    at_once = _told_at_once()
    assert all(after[name] - before[name] <= ids for name, ids in at_once.items())
    missing = {name: len(ids - after[name]) for name, ids in at_once.items() if ids - after[name]}
    # Those who stood at the door when the demo began keep what was marked then.
    assert set(missing) <= {"attendance.AttendanceMark", "attendance.Punch"}
    assert all(number <= door.CAME + 1 for number in missing.values())
    _everybody_in_care_has_a_packet()


def _everybody_in_care_has_a_packet() -> None:
    """Those admitted while it lived on as well, each with its due dates begun."""
    in_care = set(every_row(Episode).filter(ended_at=None).values_list("client_id", flat=True))
    begun = every_row(Packet).filter(closed_at=None, clock_started_at__isnull=False)
    assert in_care <= set(begun.values_list("client_id", flat=True))


def _told_at_once() -> dict[str, set[Any]]:
    told = Told.objects.get()
    outline = outline_of(told.program, told.first_day)
    at_once = tell(told.seed, told.told_until, outline, told.first_day)
    book, _ = write_down(at_once, Setting(told.program, outline), ZONE)
    return {
        model._meta.label: {row.pk for row in book.new.get(model, ())} for model in story_models()
    }


def test_the_story_leaves_alone_what_somebody_did_by_hand(db: None) -> None:
    """A discharge and a register line by hand stand; the next start goes around them."""
    early = NOON - timedelta(days=6)
    ensure_demo(early, weeks=WEEKS)
    episodes = Episode.objects.unscoped(WHY).filter(ended_at=None).order_by("admitted_at")
    gone = episodes[0]
    counselor = gone.client.team.unscoped(WHY).get(is_primary=True, ends_at=None)
    ending = Closing(
        type="completed",
        last_contact_on=gone.admitted_on,
        narrative="Finished, and leaves with a plan.",
        naloxone="has_one",
    )
    discharge_client(
        actor=Actor(kind="service", worker_id=counselor.worker_id, service="tests"),
        episode_id=gone.pk,
        closing=ending,
        with_document=False,
        authenticated_at=early,
        now=early,
    )
    seat = (
        Seat.objects.unscoped(WHY)
        .filter(released_at=None, starts_at__gt=early, session__group__isnull=False, mark=None)
        .exclude(client=gone.client)
        .order_by("starts_at")[0]
    )
    by_hand = AttendanceMark.objects.create(
        client_id=seat.client_id,
        site_id=seat.site_id,
        seat=seat,
        session_id=seat.session_id,
        episode_id=seat.episode_id,
        on=seat.starts_at.date(),
        state="excused",
        reason="court",
        marked_at=early,
        marked_by_id=counselor.worker_id,
    )
    ensure_demo(datetime(2026, 11, 22, 18, tzinfo=UTC))
    marks = AttendanceMark.objects.unscoped(WHY)
    assert marks.get(seat=seat).pk == by_hand.pk
    assert not marks.filter(client=gone.client, marked_at__gt=early).exists()
    assert Episode.objects.unscoped(WHY).get(pk=gone.pk).ended_at == early
