"""Two who work beside the counselor: the technician at the door, the counselor of families.

Each in a browser of their own: the technician's is a phone held in one hand.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark, SafetyStep
from homeward.core import clock
from homeward.kernel.roles import Role
from homeward.notes.models import ClientNote, Observation
from homeward.people.models import Client, Contact
from homeward.program.models import SessionType
from homeward.testing.stage import PASSWORD, make_cast, make_worker
from homeward.timetable.models import SessionLeader
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    Room,
    another_client,
    on_team,
    planned_room,
    seat,
)
from tests.journeys.browsing import browser, find_chromium
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
Opening = Callable[[dict[str, int]], Walker]


@dataclass
class Day:
    """The cast on a Tuesday, Jo and Dev in one session, and a way to open a browser."""

    room: Room
    dev: Client
    open: Opening


@pytest.fixture
def day(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    """Ten minutes before half past nine."""
    find_chromium()
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    clock.shift_to(HALF_PAST_NINE - timedelta(minutes=10))
    room = planned_room(make_cast())
    dev = another_client(room.cast, "Dev Lopez", 700)
    on_team(room.cast, dev, room.dana)
    seat(room.cast, dev)
    with ExitStack() as left_open:
        yield Day(room, dev, lambda size: left_open.enter_context(_walker(live_server.url, size)))


@contextmanager
def _walker(address: str, size: dict[str, int]) -> Iterator[Walker]:
    with browser() as opened:
        context = opened.new_context(locale="en-US", bypass_csp=True, viewport=size)
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield Walker(page, address, is_looking=True, password=PASSWORD)


def test_a_technician_at_the_door(day: Day) -> None:
    """One press lets somebody in; who comes intoxicated is seen through; then what was observed."""
    room = day.room
    for client in (room.jo.row, day.dev):
        on_team(room.cast, client, room.tess)
    walker = day.open(PHONE)
    walker.sign_in("tess")
    walker.visit("/desk/arrivals/")
    walker.reads("Dev L.", "Jo A.", "Number at the door")
    _fits(walker)
    walker.press("Is here Jo A.")
    walker.reads("1 of 2 here")

    walker.follow("Dev L.")
    _in_reach_of_a_thumb(walker)
    walker.press("Appears intoxicated")
    walker.reads("Not to the group today", "How are they now?", "step 1 of 5")
    for answer, note in (
        ("can_wait", ""),
        ("keys_kept", "In the drawer of the front desk."),
        ("counselor", "Dana, 09:24"),
        ("fetched", "A sister, in a blue car."),
    ):
        walker.choose(answer=answer)
        walker.fill(note=note)
        walker.press("Keep this step")
    walker.choose(answer="safe_ride")
    walker.fill(note="Went home with the sister, awake and steady.")
    walker.press("Keep this step")
    walker.reads("safety check ended", "Every step is on record", "In the drawer")

    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=3))
    walker.visit(f"{reverse('desk:group_room', args=[room.session.pk])}?client={room.jo.pk}")
    assert walker.page.locator("#note-form").count() == 0
    walker.fill(observation="Was quiet and kept looking at the door.")
    walker.press("Write it down")
    walker.reads("Written down")

    marks = {mark.client_id: mark for mark in AttendanceMark.objects.unscoped("test")}
    assert marks[room.jo.pk].state == "present"
    assert marks[day.dev.pk].credited_minutes == 0
    assert SafetyStep.objects.unscoped("test").count() == 5
    assert Observation.objects.unscoped("test").get().author_id == room.tess.pk
    assert not ClientNote.objects.unscoped("test").exists()
    assert not walker.found, "\n".join(walker.found)


FAMILIES = {
    "Jo": ("Kim Avery", "The morning calls", "Listened and asked what helps.",
           "Asked her mother for ten minutes before supper, phones away."),
    "Dev": ("Nils Lopez", "The car keys", "Said first that he was tired of it, then thanked.",
            "Told his father which evenings are the hard ones and heard him out."),
}  # fmt: skip


def test_a_counselor_of_families_keeps_each_family_apart(day: Day) -> None:
    """A part for each family with its own people; then the end, both signatures, both charts."""
    room, cast = day.room, day.room.cast
    fern = make_worker(cast, "fern", "Fern Adeyemi", Role.FAMILY_COUNSELOR, "LMFT", True, ())
    SessionLeader.objects.create(
        session=room.session, worker=fern.row, starts_at=room.session.starts_at,
        ends_at=room.session.ends_at,
    )  # fmt: skip
    about = {"client": day.dev, "site": cast.site, "kind": "family", "relation": "father"}
    Contact.objects.create(**about, name="Nils Lopez")
    SessionType.objects.filter(pk=room.session.session_type_id).update(kind="multi_family")
    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=5))
    walker = day.open(DESK)
    walker.sign_in("fern")
    address = reverse("desk:group_room", args=[room.session.pk])
    for client, name in ((room.jo.row, "Jo"), (day.dev, "Dev")):
        walker.visit(f"{address}?client={client.pk}")
        _came(walker, client.pk)
        _write(walker, name)
    walker.fill(shared="Each family named one evening of the week and one thing to try in it.")
    _kept(walker, "#shared-state")
    clock.shift_to(ELEVEN)
    walker.sign_in("fern")  # the screen locked itself meanwhile
    walker.visit(address)
    walker.press("End group")
    walker.reads("The register is closed", "Kim Avery", "Nils Lopez")
    walker.press("Sign and lock")
    walker.visit(f"{address}review/")
    walker.press("Sign and lock")
    walker.visit(f"{address}review/")
    assert walker.page.locator("[data-review][data-open]").count() == 0

    notes = {note.client_id: note for note in ClientNote.objects.unscoped("test")}
    assert all(note.signed_by_id == fern.pk for note in notes.values()) and len(notes) == 2
    walker.sign_in("dana")
    _reads_of_one_family(walker, notes[room.jo.pk].pk, "Kim Avery", ("Nils", "Dev L"))
    _reads_of_one_family(walker, notes[day.dev.pk].pk, "Nils Lopez", ("Kim", "Jo A"))
    assert not walker.found, "\n".join(walker.found)


def _came(walker: Walker, client_id: Any) -> None:
    row = walker.page.locator(f"[data-row]:has(#row-{client_id})")
    with walker.page.expect_response(lambda answer: "attendance" in answer.url):
        row.locator("label", has_text="Here").first.click()
    walker.settle()


def _write(walker: Walker, name: str) -> None:
    kin, focus, response, words = FAMILIES[name]
    main = walker.page.locator("#note-form")
    offered = main.locator("label:has([name=present])").all_inner_texts()
    assert [kin in each for each in offered] == [True], offered
    main.locator("label:has([name=present])").first.click()
    walker.choose(participation="shared", response="engaged", client_there="yes")
    walker.choose(safety_at_home="no_concern")
    walker.fill(focus=focus, family_response=response, agreed="Ten minutes before supper.")
    walker.fill(body=words)
    _kept(walker, "#note-state")


def _kept(walker: Walker, state: str) -> None:
    """Out of the field, and until the page says that it is kept."""
    walker.page.keyboard.press("Tab")
    walker.page.wait_for_function("!document.querySelector('[data-draft][data-touched]')")
    walker.page.wait_for_selector(f"{state} >> text=saved")
    walker.settle()


def _reads_of_one_family(walker: Walker, note_id: Any, own: str, others: tuple[str, ...]) -> None:
    walker.visit(reverse("desk:note", args=[note_id]))
    walker.reads(own)
    text = walker.page.locator("main").inner_text()
    assert not [each for each in others if each in text], text


def _fits(walker: Walker) -> None:
    """Nothing to push sideways on the phone."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert walker.page.evaluate(wide) <= 0


def _in_reach_of_a_thumb(walker: Walker) -> None:
    """Buttons as wide as the hand's half of the phone, and tall enough to hit while walking."""
    for button in walker.page.locator(".arrivals-person__acts button").all():
        box = button.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 150, box
