"""The demo fills an empty database once, and lives on by whole days."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor, actor_of
from homeward.demo.accounts import ORDER, PASSWORD
from homeward.demo.loading import ensure_demo
from homeward.demo.models import Told
from homeward.demo.outline_of import outline_of
from homeward.demo.rows import door
from homeward.demo.rows.setting import Setting
from homeward.demo.rows.story_rows import write_down
from homeward.demo.story.simulation import tell
from homeward.demo.tests.telling import (
    BESIDE_THE_STORY,
    NOON,
    TODAY,
    ZONE,
    small_story,
    story_models,
)
from homeward.drugtests.models import Draw
from homeward.drugtests.rules.published import faults_of, read_day
from homeward.packets.models import Packet
from homeward.people.models import Client
from homeward.progress.actions import Closing, discharge_client
from homeward.timetable.models import Seat

WEEKS = 4
WHY = "tests"


def _all(model: Any) -> Any:
    manager = model._base_manager
    return manager.unscoped(WHY) if hasattr(manager, "unscoped") else manager.all()


def _ids() -> dict[str, set[Any]]:
    """Every row of the story's models, save what is written beside the story."""
    return {
        model._meta.label: set(_of_the_story(model).values_list("pk", flat=True))
        for model in story_models()
    }


def _of_the_story(model: Any) -> Any:
    has_kind = any(field.name == "kind" for field in model._meta.concrete_fields)
    rows = _all(model)
    return rows.exclude(kind__in=BESIDE_THE_STORY) if has_kind else rows


def test_the_same_seed_writes_the_same_rows(db: None) -> None:
    """Twice the same rows with the same ids, and none twice."""
    story, setting = small_story(WEEKS)
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


def _values(row: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name != "created_at"
    }


def test_an_empty_demo_is_filled_and_a_second_start_adds_nothing(db: None) -> None:
    """Every wall of the database holds, deferred ones too; the second start is quick."""
    assert ensure_demo(NOON, weeks=WEEKS) > 1000
    connection.check_constraints()
    told = Told.objects.get()
    assert (told.first_day, told.told_until) == (TODAY - timedelta(weeks=WEEKS), TODAY)
    before = _ids()
    began = time.monotonic()
    assert ensure_demo(NOON + timedelta(hours=3)) == 0
    assert time.monotonic() - began < 0.3
    assert _ids() == before


@pytest.mark.slow
def test_every_role_has_its_account(db: None) -> None:
    """One for each role with the known password, also the client and the two who may see."""
    ensure_demo(NOON)
    accounts = {account.username: account for account in Account.objects.all()}
    assert set(accounts) == set(ORDER)
    assert all(account.is_demo and account.demo_label for account in accounts.values())
    assert accounts["nurse"].check_password(PASSWORD)
    assert accounts["client"].demo_label.startswith("Alex Romero")
    theirs = Client.objects.unscoped(WHY).get(account=accounts["client"])
    mine = actor_of(accounts["counselor"]).worker_id
    team = theirs.team.unscoped(WHY).filter(worker_id=mine, is_primary=True, ends_at=None)
    assert team.exists()
    kinds = set(theirs.contacts.unscoped(WHY).exclude(account=None).values_list("kind", flat=True))
    assert kinds == {"family", "agency"}


def test_every_draw_can_be_checked_by_a_stranger(db: None) -> None:
    """What a day publishes holds, and its tests are exactly the drawn ones."""
    ensure_demo(NOON, weeks=WEEKS)
    draws = Draw.objects.exclude(revealed_at=None).select_related("pool")
    assert draws.count() > 2 * 7 * (WEEKS - 1)
    for draw in draws:
        document = {
            "pool": draw.pool.code,
            "day": draw.day.isoformat(),
            "method": draw.method,
            "commitment": draw.commitment,
            "secret": draw.secret,
            "roster": draw.roster,
            "drawn": draw.drawn,
            "seal": draw.seal,
        }
        assert not faults_of(read_day(document))
        assert draw.tests.unscoped(WHY).count() == len(draw.drawn)


def test_living_on_adds_only_the_days_since(db: None) -> None:
    """What was told stays; new rows are of the new days; and it is the story told at once."""
    early = NOON - timedelta(days=9)
    ensure_demo(early, weeks=WEEKS)
    before = _ids()
    marks = AttendanceMark.objects.unscoped(WHY)
    told_until = Told.objects.get().told_until
    assert ensure_demo(NOON) > 0
    connection.check_constraints()
    after = _ids()
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
    in_care = set(_all(Episode).filter(ended_at=None).values_list("client_id", flat=True))
    begun = _all(Packet).filter(closed_at=None, clock_started_at__isnull=False)
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
