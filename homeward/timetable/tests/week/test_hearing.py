"""Whose week a publication changes: a table, and the three places that say it."""

from dataclasses import replace

import pytest
from django.urls import reverse

from homeward.core import clock, outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notices.carriers.port import Inbound
from homeward.notices.inbound import hear
from homeward.notices.models import ContactChoice, Notice, NoticeOutcome
from homeward.notices.queries import best_channel
from homeward.people.models import Stop
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.drafting import reading
from homeward.timetable.drafting.moves import DropSingle, LeaveSeat
from homeward.timetable.drafting.telling import preview
from homeward.timetable.publications import ToldWeek, ToldWorker
from homeward.timetable.publishing.hearing import hearing
from homeward.timetable.publishing.telling import Heard, how_told
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.tests.solver.world import CLIENTS, World
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house

__all__ = ["cast"]
ALL = set(CLIENTS)


def out_of_a_group(world):
    world.group("g2")["members"].remove("ann")


def a_talk_moved(world):
    world.single("ann")["start"] = 9


def a_talk_gone(world):
    world.schedule["singles"] = world.schedule["singles"][1:]


def two_talks_swapped(world):
    first, second = world.single("ann"), world.single("ben")
    first["client"], second["client"] = "ben", "ann"


def a_stand_in(world):
    world.group("g1")["meetings"][1]["stand_in"] = "bea"


def another_room(world):
    world.group("g2")["meetings"][0]["room"] = "r2"


def another_office(world):
    world.single("ann")["room"] = "o2"


def by_telehealth(world):
    world.single("ann").update(mode="telehealth", room=None)


@pytest.mark.parametrize(
    ("change", "is_again", "clients", "workers"),
    [
        (lambda world: None, True, set(), set()),
        (out_of_a_group, True, {"ann"}, set()),
        (a_talk_moved, True, {"ann"}, {"ada"}),
        (a_talk_gone, True, {"ann"}, {"ada"}),
        (two_talks_swapped, True, {"ann", "ben"}, {"ada"}),
        (a_stand_in, True, ALL, {"ada", "bea"}),
        (another_room, True, ALL, {"ada"}),
        (another_room, False, set(), set()),
        (another_office, True, set(), set()),
        (by_telehealth, True, {"ann"}, {"ada"}),
    ],
)
def test_who_hears_of_a_change(change, is_again, clients, workers):
    """Clients by their own times, faces and rooms; colleagues by what they lead and hold."""
    world = World()
    before = schedule_of(world.schedule)
    change(world)
    instance = replace(instance_of(world.instance), previous=before)

    found = hearing(instance, schedule_of(world.schedule), is_again=is_again)

    assert (set(found.clients), set(found.workers)) == (clients, workers)
    assert found.count == len(clients) + len(workers)
    told = [line.to_json() for lines in found.workers.values() for line in lines]
    assert not ALL & set(str(told).split("'")), "no client is named to a colleague"


def test_a_first_week_is_news_to_everybody_in_it():
    """Nobody was told anything before; Bea leads nothing."""
    world = World()
    found = hearing(instance_of(world.instance), schedule_of(world.schedule), is_again=False)
    assert (set(found.clients), set(found.workers)) == (ALL, {"ada"})


@pytest.fixture
def week(cast):
    clock.shift_to(BEFORE)
    made = house(cast)
    made.on_duty(MONDAY)
    yield made
    clock.shift_to(None)


@pytest.mark.django_db
def test_board_preview_promise_and_notices_name_the_same_people(week):
    """One client loses a talk, another a seat: two clients and the one colleague who held the
    talk. The button says three, three are kept as changed, and two notices go out."""
    week.publish(week.drafted())
    for item in OutboxItem.objects.filter(kind="timetable.tell_clients"):
        outbox.deliver(item.pk, now=BEFORE)
    earlier = set(Notice.objects.unscoped("test").values_list("pk", flat=True))
    draft = actions.reopen_week(
        actor=week.sam.actor, program_id=week.program.pk, site_id=week.site.pk, starts_on=MONDAY,
        now=BEFORE,
    )  # fmt: skip
    browser = signed_in(week.sam)
    board = reverse("desk:week_draft", args=[draft.pk])
    assert "Publish; nobody needs to be told" in browser.get(board).content.decode()
    schedule = reading.schedule_of(draft.schedule)
    single = schedule.singles[0]
    group = next(each for each in schedule.groups if each.service == "education")
    leaving = next(each for each in group.members if each != single.client)
    drop = DropSingle(single.client, single.service, single.day, single.start)
    for number, move in enumerate((drop, LeaveSeat(group.id, leaving))):
        actions.make_move(
            actor=week.sam.actor, draft_id=draft.pk, seen=number, now=BEFORE, move=move
        )

    shown = browser.get(board).content.decode()
    seen = preview(week.sam.actor, draft.pk, BEFORE)
    publication = week.publish(draft, seen=2)
    for item in OutboxItem.objects.filter(kind="timetable.tell_clients"):
        outbox.deliver(item.pk, now=BEFORE)

    assert "Publish and tell 3 people" in shown
    changed = {single.client, leaving}
    assert {line.client for line in seen.clients if line.changed} == changed
    assert {line.worker for line in seen.workers} == {single.staff}
    rows = ToldWeek.objects.unscoped("test").filter(publication=publication)
    assert {str(row.client_id) for row in rows if row.changes} == changed
    workers = ToldWorker.objects.filter(publication=publication).exclude(changes=[])
    assert {str(row.worker_id) for row in workers} == {single.staff}
    sent = Notice.objects.unscoped("test").exclude(pk__in=earlier)
    assert {str(row.client_id) for row in sent} == changed


@pytest.mark.django_db
def test_who_planned_reads_how_each_was_told(week):
    """At first they are being told; then each by the channel that was said before publishing.
    Dina plans and may read no messages."""
    client = week.clients[1]
    agreed(client)
    draft = week.drafted()
    (line,) = [
        each for each in preview(week.dina.actor, draft.pk, BEFORE).clients
        if each.client == str(client.pk)
    ]  # fmt: skip
    assert line.how == "text"
    week.publish(draft)
    page = reverse("desk:week_draft_publication", args=[draft.pk])
    browser = signed_in(week.dina)

    before = browser.get(page).content.decode()
    for item in OutboxItem.objects.filter(kind="timetable.tell_clients"):
        outbox.deliver(item.pk, now=BEFORE)
    after = browser.get(page).content.decode()

    assert not Notice.objects.for_actor(week.dina.actor, "operations").exists()
    assert before.count("being told now") == len(week.clients)
    assert "by text message" not in before and "being told now" not in after
    assert after.count("by text message") == 1
    assert after.count("on their own page") == len(week.clients) - 1
    assert "no notice" not in before + after


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "is_wanted", "said", "expected"),
    [
        ("555 0142", True, "", "text"),
        ("555 0142", True, "STOP", "note"),
        ("555 0142", True, "hello", "text"),
        ("555 0142", False, "", "note"),
    ],
)
def test_what_is_said_before_is_the_channel_that_is_used(week, address, is_wanted, said, expected):
    """A number that said STOP is told nothing by text: the preview says so, and so it is."""
    client = week.clients[1]
    agreed(client, address, is_wanted=is_wanted)
    hear(
        actor=Actor.of_service("test"), now=BEFORE,
        message=Inbound(address=address, body=said, key="1"),
    )  # fmt: skip
    draft = week.drafted()
    lines = preview(week.sam.actor, draft.pk, BEFORE).clients
    (line,) = [each for each in lines if each.client == str(client.pk)]

    week.publish(draft)
    told()

    assert line.how == expected == best_channel(client)
    notice = Notice.objects.unscoped("test").get(client=client)
    assert notice.channel == expected


@pytest.mark.django_db
def test_what_was_held_back_looks_ordinary_to_who_reads_no_messages(week):
    """Two asked for texts; one is in hospital, so that theirs is held back. Dina plans and reads
    no messages: to her the two are told alike. Whoever treats them reads what became of it."""
    first, second = week.clients[1], week.clients[2]
    agreed(first, "555 0142")
    agreed(second, "555 0143")
    Stop.objects.create(
        client=second, site_id=second.site_id, kind=Stop.Kind.HOSPITAL, since_on=BEFORE.date(),
        known_by="family", recorded_at=BEFORE,
    )  # fmt: skip
    draft = week.drafted()
    made = week.publish(draft)
    told()
    outcomes = {row.client_id: row.state for row in NoticeOutcome.objects.unscoped("test")}
    assert outcomes[second.pk] == "withheld"

    page = signed_in(week.dina).get(reverse("desk:week_draft_publication", args=[draft.pk]))
    shown = page.content.decode()
    heard = how_told(week.dina.actor, made.pk)

    assert heard[first.pk] == heard[second.pk] == Heard("text")
    assert shown.count("by text message") == 2
    for word in ("held back", "in person", "· sent"):
        assert word not in shown
    assert how_told(week.dana.actor, made.pk)[second.pk] == Heard("text", "withheld")


def agreed(client, address="", *, is_wanted=True):
    """What the client said about texts."""
    ContactChoice.objects.create(
        client=client, site_id=client.site_id, channel="text", is_wanted=is_wanted,
        address=address, said_at=BEFORE,
    )  # fmt: skip


def told():
    for item in OutboxItem.objects.filter(kind="timetable.tell_clients"):
        outbox.deliver(item.pk, now=BEFORE)
