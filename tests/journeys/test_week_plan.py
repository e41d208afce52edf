"""A coordinator plans a week, sees why somebody has no place, moves by keys, publishes; a colleague
falls away, the week is repaired and the changes are published.

Every page on the way is looked at by axe in light and dark; the board also at 320 pixels.
"""

import re
from collections import Counter
from datetime import date, time, timedelta
from typing import Any

import pytest

from homeward.admissions.models import Episode, EpisodeStage
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.program.models import Phase, Program, Site, Track
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.timetable.actions import put_on_duty
from homeward.timetable.drafting import answering, engines, planner
from homeward.timetable.drafting.moves import MoveSingle
from homeward.timetable.drafting.trying import tried
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.instance_of_week.terms import clock_of
from homeward.timetable.publications import Publication, ToldWeek
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.answer import PARTIAL, Params, Result, fingerprint_of
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.windows import ClientHours
from tests.journeys.conftest import MONDAY_NOON
from tests.journeys.keyboard import NARROW, SIDEWAYS, WIDE
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEXT_WEEK = date(2026, 11, 30)
PLANS = f"/desk/week/plans/?week={NEXT_WEEK}&site=main"
NAMES = ("Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gil")
KEYS = ("ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft")
CURSOR = "document.activeElement.closest('[data-block]')"
SMALL = Params(effort=2, seconds=10.0, bounds=False)


def in_care() -> list[Client]:
    """People of the day track in the first phase; the last one works whenever the house is open."""
    site, program = Site.objects.get(code="main"), Program.objects.get()
    track = Track.objects.filter(site=site).order_by("day_starts").first()
    phase = Phase.objects.filter(program=program).order_by("position").first()
    counselors = list(
        Worker.objects.filter(site=site, title__icontains="counselor").order_by("code")
    ) or list(Worker.objects.filter(site=site).order_by("code"))
    assert track is not None and phase is not None
    found = []
    for number, name in enumerate(NAMES):
        client = Client.objects.create(
            site=site, chart_number=f"HW-8{number:04}", name=f"{name} Brown",
            birth_date=date(1990, 1, 1),
        )  # fmt: skip
        about: dict[str, Any] = {"client": client, "site": site}
        counselor = counselors[number % len(counselors)]
        begun = MONDAY_NOON - timedelta(days=20)
        placement = Placement.objects.create(
            **about, assessor=counselor, assessed_at=begun, indicated_level="2.1"
        )
        episode = Episode.objects.create(
            **about, program=program, track=track, placement=placement, admitted_at=begun,
            admitted_on=begun.date(), admitted_by=counselor, phase=phase,
            level_code=phase.level_code,
        )  # fmt: skip
        EpisodeStage.objects.create(
            **about, episode=episode, phase=phase, level_code=phase.level_code, starts_at=begun,
            by=counselor, reason="admission",
        )  # fmt: skip
        TeamMembership.objects.create(
            **about, worker=counselor, role=Role.COUNSELOR, is_primary=True, starts_at=begun
        )
        found.append(client)
    for weekday in range(7):
        ClientHours.objects.create(
            client=found[-1], site=site, kind=ClientHours.Kind.BUSY, why=ClientHours.Why.WORK,
            weekday=weekday, starts=time(0), ends=time(23, 59), starts_on=date(2026, 11, 1),
            said_at=MONDAY_NOON,
        )  # fmt: skip
    return found


def first_answer(instance: Any, params: Params, **_more: Any) -> Result:
    """What the engine has within the first second; how it goes on is told by its own tests."""
    schedule = greedy(instance)
    report = check(instance, schedule)
    return Result(
        schedule=schedule, tiers=report.tiers, bounds={"tier1": 0, "tier2": 0, "tier3": 0},
        unplaced=report.unplaced, status=PARTIAL, fingerprint=fingerprint_of(instance, params),
    )  # fmt: skip


@pytest.fixture
def coordinator(walker: Walker) -> Walker:
    """Somebody with the duty to publish the week."""
    in_care()
    walker.page.set_viewport_size(WIDE)
    walker.sign_in("director")
    return walker


def plan(w: Walker) -> WeekDraft:
    """Started on the page, planned by the worker, seen without touching anything."""
    w.visit(PLANS)
    w.choose(effort="quick")
    w.press("Plan this week")
    w.reads("Waiting for its turn", "Stop with the best so far")
    draft = WeekDraft.objects.get()
    assert planner.run(draft.pk, solve=first_answer) == WeekDraft.State.READY
    w.page.wait_for_selector("#board-title", timeout=8000)
    w.settle()
    w.reads("This plan", "Hours placed of hours needed", "Could not place", "Gil B.")
    return draft


def why(w: Walker) -> None:
    """The one who works all day, by that reason and nobody else's name."""
    w.follow("Why, and what would help")
    w.reads("What stands in the way", "is not free (work)")
    assert "Ana B." not in w.page.locator("main").inner_text()
    w.follow("Back to the board")


def move_by_keys(w: Walker) -> None:
    """Arrow keys until a move is allowed; Enter asks, Enter makes it; the cursor stays."""
    for kind in ("MoveSingle", "MoveMeeting"):
        blocks = w.page.locator(f"[data-move*={kind}] a")
        for number in range(blocks.count()):
            for key in KEYS:
                if tried_and_made(w, blocks.nth(number), key):
                    return
    raise AssertionError("no block could be moved by one step")


def tried_and_made(w: Walker, block: Any, key: str) -> bool:
    """One step with a block, made where it is allowed and left where it is not."""
    block.focus()
    w.page.keyboard.press(key)
    w.page.keyboard.press("Enter")
    w.page.wait_for_timeout(150)
    w.page.wait_for_function("!document.querySelector('.htmx-request')")
    if not w.page.locator("#trial .tag").count():
        return False  # at the edge of the board a step goes nowhere
    if "not allowed" in w.page.locator("#trial").inner_text():
        w.page.keyboard.press("Escape")
        assert w.page.locator("#trial").inner_text() == ""
        return False
    w.page.keyboard.press("Enter")
    w.settle()
    w.reads("Moved. Nobody is told until you publish.", "Undo")
    assert w.page.evaluate(CURSOR), "the cursor left the board"
    return True


def merge_by_keys(w: Walker, draft: WeekDraft) -> None:
    """A client's talk moved by keys into the hour of others': on the board of everyone they stand
    in one block, and there the cursor is."""
    single, to_day, to_start = talk_to_join(draft)
    w.visit(f"/desk/week/plans/{draft.pk}/?by=client&of={single.client}")
    move = f"kind=MoveSingle&client={single.client}&service={single.service}"
    block = w.page.locator(f'[data-move^="{move}"]')
    block.locator("a").focus()
    for key, steps in (
        ("ArrowRight" if to_day > single.day else "ArrowLeft", abs(to_day - single.day)),
        ("ArrowDown" if to_start > single.start else "ArrowUp", abs(to_start - single.start)),
    ):
        for _step in range(steps):
            w.page.keyboard.press(key)
    w.page.keyboard.press("Enter")
    w.page.wait_for_selector("#trial button.button--primary")
    w.page.keyboard.press("Enter")
    w.settle()
    w.reads("Moved. Nobody is told until you publish.")
    assert not block.count(), "it stands in the block of its hour"
    held = w.page.evaluate(f"{CURSOR}?.dataset.holds?.split(' ')")
    assert single.client in (held or []), "the cursor left what was moved"


def talk_to_join(draft: WeekDraft) -> tuple[Any, int, int]:
    """A talk, and a place in the hour of others that the rules allow."""
    draft.refresh_from_db()
    instance, schedule = instance_of(draft.instance), schedule_of(draft.schedule)
    hours = Counter((each.day, hour_of(each.start)) for each in schedule.singles)
    for single in schedule.singles:
        for day, hour in sorted(hours.keys() - {(single.day, hour_of(single.start))}):
            for start in (at for at in range(instance.grid.slots_a_day) if hour_of(at) == hour):
                move = MoveSingle(
                    single.client, single.service, single.day, single.start, day, start
                )
                if tried(instance, schedule, move).is_allowed:
                    return single, day, start
    raise AssertionError("no talk can join another")


def hour_of(slot: int) -> int:
    """The hour a slot of the program's grid lies in, as the board gathers talks."""
    numbers = numbers_for(Program.objects.get(), NEXT_WEEK)
    return clock_of(numbers, NEXT_WEEK, "UTC").minute(slot) // 60


def narrow(w: Walker) -> None:
    """At 320 pixels one day stands at a time and nothing reaches over the edge."""
    w.page.set_viewport_size(NARROW)
    assert w.page.evaluate(SIDEWAYS) <= 0, w.page.url
    assert w.page.locator(".plan-board .week__day:visible").count() == 1
    w.page.set_viewport_size(WIDE)


def publish(w: Walker, told: int) -> None:
    """Who is told stands there before; who was told afterwards."""
    w.page.locator("main a", has_text=re.compile("^Publish")).click()
    w.settle()
    w.reads("Nobody was told yet", "Clients who will be told")
    w.page.locator("main button", has_text=re.compile("^Publish")).click()
    w.settle()
    w.reads("Who was told", "Published")
    made = Publication.objects.order_by("-number").first()
    rows = ToldWeek.objects.for_actor(Actor.of_service("test"), "operations")
    changed = [row for row in rows.filter(publication=made) if row.changes]
    assert len(changed) >= told


def repair(w: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A leader is away; the way that disturbs least becomes one move of a new draft."""
    w.visit(PLANS)
    w.press("Change this week")
    w.reads("Nobody is told until you publish changes")
    draft = WeekDraft.objects.get(state=WeekDraft.State.READY)
    staff = {group["staff"] for group in draft.schedule["groups"]}
    w.follow("Repair")
    w.choose(kind="staff_away", staff=sorted(staff)[0], days="0")
    w.press("Find repairs")
    w.reads("Looking for ways")
    question = WeekQuestion.objects.get()
    monkeypatch.setattr(engines, "PARAMS", SMALL)
    assert answering.run(question.pk) == WeekQuestion.State.ANSWERED
    w.page.wait_for_selector("text=least disturbing", timeout=8000)
    w.settle()
    w.press("Take this way")
    w.reads("Taken over")
    assert DraftMove.objects.filter(draft=draft, kind="Adopt").count() == 1


def test_a_week_is_planned_moved_published_and_repaired(
    coordinator: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way of a coordinator."""
    w = coordinator
    draft = plan(w)
    narrow(w)
    why(w)
    move_by_keys(w)
    merge_by_keys(w, draft)
    site = Site.objects.get(code="main")
    week = [NEXT_WEEK + timedelta(days=day) for day in range(7)]
    w.page.locator("main a", has_text=re.compile("^Publish")).click()
    w.settle()
    w.reads("Not before this is mended", "Nobody is on duty on")
    put_two_on_duty(site, week)
    w.visit(f"/desk/week/plans/{draft.pk}/")
    publish(w, told=len(NAMES) - 1)
    repair(w, monkeypatch)
    publish(w, told=0)
    assert [row.number for row in Publication.objects.order_by("number")] == [1, 2]
    assert w.found == []


def put_two_on_duty(site: Site, days: list[date]) -> None:
    """The roster of the week, from its first hour to its last."""
    workers = list(Worker.objects.filter(site=site).order_by("code"))
    trained = [worker for worker in workers if worker.is_naloxone_trained] or workers
    chosen = [trained[0], next(each for each in workers if each != trained[0])]
    for day in days:
        for worker in chosen:
            put_on_duty(
                actor=Actor.of_service("test"), site_id=site.pk, worker_id=worker.pk, on=day,
                starts=time(7), ends=time(22), now=clock.now(),
            )  # fmt: skip
