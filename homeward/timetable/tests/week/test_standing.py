"""A week published as its recurring groups made it: whose week changes, and who is told."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock, outbox
from homeward.core.models import OutboxItem
from homeward.core.refusals import NotAllowed
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notices.models import ContactChoice, Notice
from homeward.people.models import Client
from homeward.program.models import Holiday
from homeward.program.models import Room as Place
from homeward.testing.cast import cast
from homeward.testing.stage import LONG_AGO, Cast
from homeward.timetable import actions
from homeward.timetable.actions.publish_week import AlreadyPublished
from homeward.timetable.drafting.telling import preview_as_it_stands
from homeward.timetable.models import GroupMembership, SessionLeader, TherapyGroup, Week
from homeward.timetable.publications import Publication, ToldWeek, ToldWorker
from homeward.timetable.roster import DutyShift
from homeward.timetable.tests.planned import (
    FRIDAY_BEFORE,
    MONDAY,
    another_client,
    on_duty,
    on_team,
    plan,
    seat,
)

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
NEXT = MONDAY + timedelta(weeks=1)
FRIDAY = FRIDAY_BEFORE + timedelta(weeks=1)


@dataclass
class Room:
    """The cast with Ben, and Sam's group on Thursdays."""

    cast: Cast
    ben: Client
    thursday: Any = None

    def __getattr__(self, name):
        return getattr(self.cast, name)


@pytest.fixture
def room(cast):
    """Jo and Ben come to Dana's Tuesday group, Ben to Sam's on Thursday; they were told so."""
    clock.shift_to(FRIDAY_BEFORE)
    made = Room(cast, another_client(cast, "Ben Brown", 701))
    on_team(cast, made.ben, cast.dana)
    for starts_on in (MONDAY, NEXT):
        on_duty(cast, starts_on)
    seat(cast)
    seat(cast, made.ben)
    made.thursday = thursdays(made)
    plan(cast)
    publish(cast, MONDAY, FRIDAY_BEFORE)
    clock.shift_to(FRIDAY)
    yield made
    clock.shift_to(None)


def thursdays(cast):
    group = TherapyGroup.objects.create(
        code="thursday", name="Thursday", program=cast.program, site=cast.site, track=cast.track,
        session_type=cast.types["group"], room=cast.rooms[1], leader=cast.sam.row, weekday=3,
        starts=time(13), ends=time(14), clinical_minutes=60, capacity=8, starts_on=LONG_AGO,
    )  # fmt: skip
    actions.take_seat(
        actor=cast.dana.actor, group_id=group.pk, client_id=cast.ben.pk, starts_on=MONDAY,
        now=FRIDAY_BEFORE,
    )  # fmt: skip
    return group


def publish(cast, starts_on, now, by=None):
    return actions.publish_week(
        actor=(by or cast.sam).actor, week_id=Week.objects.get(starts_on=starts_on).pk, now=now
    )


def told(starts_on):
    """The names of everybody whose week changed, as it is written down."""
    rows = ToldWeek.objects.unscoped("test").filter(publication__week__starts_on=starts_on)
    led = ToldWorker.objects.filter(publication__week__starts_on=starts_on).exclude(changes=[])
    return (
        {row.client.name.split()[0] for row in rows if row.changes},
        {row.worker.name.split()[0] for row in led},
    )


def nothing(cast):
    """The same groups, the same people."""


def somebody_joins(cast):
    cleo = another_client(cast, "Cleo Brown", 702)
    on_team(cast, cleo, cast.dana)
    seat(cast, cleo, now=FRIDAY)


def somebody_leaves(cast):
    rows = GroupMembership.objects.unscoped("test")
    standing = rows.get(client=cast.ben, group=cast.group)
    actions.release_seat(
        actor=cast.dana.actor, membership_id=standing.pk, ends_on=NEXT, reason="other", now=FRIDAY
    )


def another_leader(cast):
    cast.group.change(leader=cast.sam.row)


def nobody_leads(cast):
    """Planned, and then its leader fell away."""
    plan(cast, NEXT, FRIDAY)
    leading = SessionLeader.objects.filter(session__group=cast.group, session__on__gte=NEXT)
    leading.update(is_released=True)


def ten_minutes_later(cast):
    cast.group.change(starts=time(9, 40), ends=time(11, 10))


def another_room(cast):
    cast.group.change(room=Place.objects.create(site=cast.site, code="x", name="X", seats=12))


def a_holiday(cast):
    Holiday.objects.create(program=cast.program, on=NEXT + timedelta(days=1), name="Snow")


BOTH = {"Jo", "Ben"}


@pytest.mark.parametrize(
    ("change", "clients", "workers"),
    [
        (nothing, set(), set()),
        (somebody_joins, {"Cleo"}, set()),
        (somebody_leaves, {"Ben"}, set()),
        (another_leader, BOTH, {"Dana", "Sam"}),
        (nobody_leads, BOTH, {"Dana"}),
        (ten_minutes_later, BOTH, {"Dana"}),
        (another_room, set(), set()),
        (a_holiday, BOTH, {"Dana"}),
    ],
)
def test_who_hears_of_a_change(room, change, clients, workers):
    """Against the week they were told last; a room stands on everybody's own page."""
    change(room)
    plan(room, NEXT, FRIDAY)

    publish(room, NEXT, FRIDAY)

    assert told(NEXT) == (clients, workers)


def test_the_first_week_of_all_is_news_to_everybody_in_it(room):
    """What they come to and lead; whoever only stands on the roster hears nothing."""
    assert told(MONDAY) == (BOTH, {"Dana", "Sam"})
    made = Publication.objects.get(week__starts_on=MONDAY)
    (line,) = ToldWeek.objects.unscoped("test").get(client=room.jo.row, publication=made).lines
    assert line["starts_at"] == "2026-11-24T15:30:00+00:00"
    assert (line["service"], line["staff"]) == ("group", str(room.dana.pk))
    assert (made.draft, made.number) == (None, 1)


def test_what_has_begun_is_news_to_nobody(room):
    """Published on Wednesday: Tuesday's group, gone since, is told to nobody; Thursday's is."""
    wednesday = FRIDAY + timedelta(days=5)
    room.group.change(ends_on=NEXT)
    room.thursday.change(starts=time(14), ends=time(15))
    clock.shift_to(wednesday)
    plan(room, NEXT, wednesday)

    publish(room, NEXT, wednesday)

    assert told(NEXT) == ({"Ben"}, {"Sam"})


def test_board_preview_promise_and_notices_name_the_same_people(room):
    """Ben leaves the Tuesday group and asked for texts: one person, by text, once."""
    somebody_leaves(room)
    agreed(room.ben, "555 0142")
    plan(room, NEXT, FRIDAY)
    week = Week.objects.get(starts_on=NEXT)
    deliver()
    earlier = set(Notice.objects.unscoped("test").values_list("pk", flat=True))
    browser = signed_in(room.sam)
    address = reverse("desk:week_publication", args=[week.pk])

    board = browser.get(f"/desk/week/?week={NEXT}").content.decode()
    seen = preview_as_it_stands(room.sam.actor, week.pk, FRIDAY)
    before = browser.get(address).content.decode()
    answer = browser.post(address, {"form_key": new_key(), "form_version": week.version})
    at_once = browser.get(address).content.decode()
    deliver()
    after = browser.get(address).content.decode()

    assert "Publish and tell 1 person" in board and "Publish and tell 1 person" in before
    assert "Nobody was told yet" in before and "by text message" in before
    assert "Ben B." in before and "Jo A." not in before
    assert "Tue 1 · 09:30 · Dana Reyes" in before and "no more" in before
    assert [(line.client, line.how) for line in seen.clients if line.changed] == [
        (str(room.ben.pk), "text")
    ]
    assert answer["Location"] == address
    assert told(NEXT) == ({"Ben"}, set())
    sent = Notice.objects.unscoped("test").exclude(pk__in=earlier)
    assert [(row.client_id, row.channel) for row in sent] == [(room.ben.pk, "text")]
    assert "being told now" in at_once
    assert "Who was told" in after and "by text message" in after and "Ben B." in after
    assert address in browser.get(f"/desk/week/?week={NEXT}").content.decode()


def test_a_second_press_tells_nobody_twice(room):
    """The same key gets the first answer, another key is told that it was published."""
    somebody_leaves(room)
    plan(room, NEXT, FRIDAY)
    week = Week.objects.get(starts_on=NEXT)
    browser = signed_in(room.sam)
    address = reverse("desk:week_publication", args=[week.pk])
    form = {"form_key": new_key(), "form_version": week.version}

    first, second = browser.post(address, form), browser.post(address, form)
    other = browser.post(address, {**form, "form_key": new_key()})
    for _again in range(2):
        deliver()

    assert (first.status_code, second.status_code, other.status_code) == (302, 302, 422)
    assert "already published" in other.content.decode()
    assert "Who was told" in other.content.decode()
    assert Publication.objects.filter(week=week).count() == 1
    with pytest.raises(AlreadyPublished):
        publish(room, NEXT, FRIDAY)
    origins = [row.notice_origin for row in rows_of(week) if row.changes]
    assert Notice.objects.unscoped("test").filter(origin__in=origins).count() == 1


def test_an_unseen_or_older_page_publishes_nothing(room):
    """Without the version it was made from, or with an older one."""
    plan(room, NEXT, FRIDAY)
    week = Week.objects.get(starts_on=NEXT)
    address = reverse("desk:week_publication", args=[week.pk])
    browser = signed_in(room.sam)

    for version in ({}, {"form_version": week.version + 1}):
        answer = browser.post(address, {"form_key": new_key(), **version})
        assert answer.status_code == 422
        assert "Somebody changed this" in answer.content.decode()
    assert Week.objects.get(pk=week.pk).published_at is None
    assert not rows_of(week)


def test_an_empty_roster_is_named_and_leads_to_the_roster(room):
    """The preview says the day and has no button to publish."""
    on_tuesday = Week.objects.get(starts_on=MONDAY).starts_on + timedelta(days=8)
    DutyShift.objects.filter(on=on_tuesday).update(removed_at=FRIDAY)
    plan(room, NEXT, FRIDAY)
    week = Week.objects.get(starts_on=NEXT)
    address = reverse("desk:week_publication", args=[week.pk])
    browser = signed_in(room.sam)

    page = browser.get(address).content.decode()
    refused = browser.post(address, {"form_key": new_key(), "form_version": week.version})

    assert "Nobody is on duty on Tuesday 1 December" in page
    assert f"{reverse('desk:duty')}?week={NEXT}" in page
    assert "Publish and tell" not in page and "nobody needs to be told" not in page
    assert refused.status_code == 422
    assert "Nobody is on duty on Tuesday 1 December" in refused.content.decode()
    assert not rows_of(week)


@pytest.mark.parametrize("name", ["dana", "omar", "ruth", "fay", "ada"])
def test_nobody_without_the_duty_sees_or_publishes(room, name):
    """Neither the preview nor who was told; Omar works at the other site."""
    plan(room, NEXT, FRIDAY)
    browser = signed_in(room.people[name])
    for week in Week.objects.all():
        address = reverse("desk:week_publication", args=[week.pk])
        assert browser.get(address).status_code == 403
        assert browser.post(address, {"form_key": new_key()}).status_code == 403
    with pytest.raises(NotAllowed):
        publish(room, NEXT, FRIDAY, by=room.people[name])
    assert not rows_of(Week.objects.get(starts_on=NEXT))


def test_a_week_of_another_site_is_nowhere(room):
    """Sam plans at the main site alone."""
    elsewhere = Week.objects.create(program=room.program, site=room.other_site, starts_on=NEXT)
    browser = signed_in(room.sam)
    address = reverse("desk:week_publication", args=[elsewhere.pk])
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"form_key": new_key()}).status_code == 404
    with pytest.raises(Week.DoesNotExist):
        preview_as_it_stands(room.sam.actor, elsewhere.pk, FRIDAY)


def test_the_preview_asks_no_more_for_many_than_for_few(room, django_assert_max_num_queries):
    """Two people whose week changes, or nine."""
    another_leader(room)
    plan(room, NEXT, FRIDAY)
    week = Week.objects.get(starts_on=NEXT)
    browser = signed_in(room.sam)
    address = reverse("desk:week_publication", args=[week.pk])
    browser.get(address)
    with django_assert_max_num_queries(45) as few:
        browser.get(address)
    for number in range(6):
        client = another_client(room, f"Client {number}", 800 + number)
        seat(room, client, now=FRIDAY, by=room.sam)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert "Publish and tell 10 people" in browser.get(address).content.decode()


def rows_of(week):
    return list(ToldWeek.objects.unscoped("test").filter(publication__week=week))


def agreed(client, address):
    """The client asked for texts."""
    ContactChoice.objects.create(
        client=client, site_id=client.site_id, channel="text", is_wanted=True, address=address,
        said_at=FRIDAY_BEFORE,
    )  # fmt: skip


def deliver():
    for item in OutboxItem.objects.filter(kind="timetable.tell_clients"):
        outbox.deliver(item.pk, now=clock.now())
