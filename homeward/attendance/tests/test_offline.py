"""Entries of a device without network: opened by the server alone, taken in once, never lost."""

import uuid
from datetime import timedelta

import pytest

from homeward.attendance.models import OfflineEntry
from homeward.attendance.offline import settle_entry, take_in, waiting_entries
from homeward.attendance.sealing import (
    OPENS_FOR,
    USED_FOR,
    CannotOpen,
    current_key,
    forget_old_keys,
    opened,
    sealed_for,
)
from homeward.audit.models import Entry
from homeward.core.refusals import Refusal
from homeward.tasks.models import CareTask
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

pytestmark = pytest.mark.django_db
WORDS = "Marigold in the third drawer"


class SomethingElse(Refusal):
    """The action says no."""


@pytest.fixture
def room(cast):
    return planned_room(cast)


def envelope(room, key=None, **more):
    content = {
        "account": str(room.dana.account.pk), "session": str(room.session.pk), "what": "draft",
        "client": str(room.jo.pk), "at": HALF_PAST_NINE.isoformat(), "fields": [["body", WORDS]],
        "seen": None, **more,
    }  # fmt: skip
    return sealed_for(current_key(HALF_PAST_NINE), key or uuid.uuid4(), content)


def sent(room, sealed, apply, by=None, after=timedelta(minutes=20)):
    now = HALF_PAST_NINE + after
    return take_in(
        actor=(by or room.dana).actor, envelope=sealed, sent=now, now=now, apply=apply
    )  # fmt: skip


def test_the_same_entry_acts_once(room):
    """Sent three times after a lost answer: one effect, one row, the same answer."""
    done = []
    sealed = envelope(room)

    answers = [sent(room, sealed, lambda entry: done.append(entry.said_at)) for _ in range(3)]

    assert done == [HALF_PAST_NINE]
    assert answers == [("applied", "")] * 3
    assert OfflineEntry.objects.get().words == ""


def test_what_is_refused_waits_with_its_words_for_its_writer_alone(room):
    """A to-do opens; putting it away takes the words away."""

    def refuse(_entry):
        raise SomethingElse

    assert sent(room, envelope(room), refuse) == ("refused", "something_else")
    (row,) = waiting_entries(room.dana.actor)
    assert row.words == WORDS and waiting_entries(room.sam.actor) == []
    task = CareTask.objects.unscoped("test").get(kind="offline_entry")
    assert (task.owner_id, WORDS in str(task.detail)) == (room.dana.pk, False)
    with pytest.raises(OfflineEntry.DoesNotExist):
        settle_entry(actor=room.sam.actor, entry_id=row.pk, now=HALF_PAST_NINE)
    settle_entry(actor=room.dana.actor, entry_id=row.pk, now=HALF_PAST_NINE)
    assert OfflineEntry.objects.get().words == "" and waiting_entries(room.dana.actor) == []


@pytest.mark.parametrize("after", [timedelta(hours=73), timedelta(minutes=-5)])
def test_outside_the_window_a_person_looks(room, after):
    """Too old, or ahead of now: kept, refused, nothing applied."""
    done = []
    assert sent(room, envelope(room), done.append, after=after) == ("refused", "not_taken")
    assert done == [] and OfflineEntry.objects.get().words == WORDS


def test_anothers_entry_stays_on_the_device(room):
    """It is opened by nobody else's sign-in, and leaves no row."""
    done = []
    assert sent(room, envelope(room), done.append, by=room.sam) == ("anothers", "")
    assert done == [] and not OfflineEntry.objects.exists()


def test_a_wrong_device_clock_is_put_right(room):
    """Written and sent by a clock two hours slow."""
    slow, seen = timedelta(hours=-2), []
    sealed = envelope(room, at=(HALF_PAST_NINE + slow).isoformat())
    now = HALF_PAST_NINE + timedelta(minutes=20)

    take_in(
        actor=room.dana.actor, envelope=sealed, sent=now + slow, now=now,
        apply=lambda entry: seen.append(entry.said_at),
    )  # fmt: skip
    assert seen == [HALF_PAST_NINE]


def test_nothing_opens_that_was_changed_or_given_another_key(room):
    """The entry's own key is part of the seal."""
    sealed = envelope(room)
    assert opened(sealed)["what"] == "draft"
    other = chr(ord(sealed["sealed"][0]) ^ 1)
    for change in (
        {"key": str(uuid.uuid4())}, {"sealed": other + sealed["sealed"][1:]}, {"from": "AAAA"},
        {"to": str(uuid.uuid4())}, {"nonce": ""}, {"to": "x"},
    ):  # fmt: skip
        with pytest.raises(CannotOpen):
            opened({**sealed, **change})
    assert sent(room, {**sealed, "key": str(uuid.uuid4())}, print) == ("unreadable", "")


def test_keys_change_every_week_and_are_destroyed_in_time(room):
    """An old key still opens what was sealed with it, for as long as entries are taken in."""
    first = current_key(HALF_PAST_NINE)
    assert current_key(HALF_PAST_NINE + timedelta(days=1)) == first
    sealed, later = envelope(room), HALF_PAST_NINE + USED_FOR
    assert current_key(later) != first and opened(sealed)
    assert forget_old_keys(later + OPENS_FOR) == 0
    assert forget_old_keys(later + OPENS_FOR + timedelta(seconds=1)) == 1
    with pytest.raises(CannotOpen):
        opened(sealed)


@pytest.mark.parametrize(("what", "after"), [("nonsense", 20), ("draft", 60 * 73)])
def test_a_client_beyond_the_writers_reach_hears_nothing(room, what, after):
    """Anybody can seal any id: no to-do about them, no line in who looked at their record."""

    def refuse(_entry):
        raise SomethingElse

    sealed = envelope(room, what=what, client=str(room.pat.pk))
    assert sent(room, sealed, refuse, after=timedelta(minutes=after))[0] == "refused"
    assert not CareTask.objects.unscoped("test").exists()
    assert OfflineEntry.objects.get().client_id is None
    assert not Entry.objects.filter(client_ids__contains=[room.pat.pk]).exists()
    assert waiting_entries(room.dana.actor)[0].words == WORDS


@pytest.mark.parametrize("more", [{"what": "a\x00b"}, {"at": "0001-01-01T00:00:00+00:00"}])
def test_what_no_device_writes_is_not_taken_in(room, more):
    """It would stop the queue, or the page of what waits, for good."""
    assert sent(room, envelope(room, **more), print) == ("unreadable", "")
    assert not OfflineEntry.objects.exists()
