"""Each code of a blocker, from the small week with exactly that one thing in the way."""

from dataclasses import replace

import pytest

from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.blocker import CODES
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Meeting, Single
from homeward.timetable.tests.solver.world import ALWAYS, World

# Dan's one-to-one is taken away; on Wednesday at slot 0, and after the group at slot 5 of
# Friday, he could have it with Bea.
BEFORE = Single("dan", "IN", "bea", 2, 0, "in_person", "o2")
AFTER = Single("dan", "IN", "bea", 4, 5, "in_person", "o2")


def codes_of(spoil, single):
    world = World()
    world.schedule["singles"] = [s for s in world.schedule["singles"] if s["client"] != "dan"]
    world.client("dan")["assigned"]["IN"] = ["ada", "bea"]
    spoil(world)
    placing = Placing(instance_of(world.instance), schedule_of(world.schedule))
    return {each.code for each in moves.of_single(placing, single)}


def with_bea(world, *meetings):
    """Let Bea hold one-to-ones with Ann on telehealth days of their own, at (day, start)."""
    world.client("ann")["needs"]["IN"] += len(meetings)
    world.schedule["singles"] += [
        {"client": "ann", "service": "IN", "staff": "bea", "day": day, "start": start,
         "room": "o1", "mode": "in_person"}
        for day, start in meetings
    ]  # fmt: skip


def led_by_bea(world, *, start):
    """Let Bea lead the lecture, on Friday at a slot."""
    world.group("g2").update(staff="bea", meetings=[{"day": 4, "start": start, "room": "r2"}])


@pytest.mark.parametrize("single", [BEFORE, AFTER])
def test_nothing_stands_in_the_way(single):
    assert codes_of(lambda world: None, single) == set()


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("program_closed", lambda w: w.instance["meta"].update(closures=[[2, 1, 2]])),
        ("too_few_on_duty", lambda w: w.instance.update(on_duty={"naloxone": 1})),
        ("client_not_available", lambda w: w.client("dan").update(avail=[[2, 1, 26]])),
        ("client_day_full", lambda w: w.client("dan").update(max_day=4)),
        ("client_week_full", lambda w: w.client("dan").update(auth_max=12)),
        ("client_need_met", lambda w: w.client("dan")["needs"].update(IN=0)),
        ("staff_not_qualified", lambda w: w.person("bea").update(skills=["GT"])),
        ("staff_not_assigned", lambda w: w.client("dan").update(assigned={"IN": ["ada"]})),
        ("staff_barred", lambda w: w.person("bea").update(barred=["IN"])),
        ("staff_credential_ended", lambda w: w.person("bea").update(credential_ends=2)),
        ("staff_not_working", lambda w: w.person("bea").update(avail=[[2, 1, 26]])),
        ("staff_day_full", lambda w: w.person("bea").update(max_day=1)),
        ("staff_week_full", lambda w: w.person("bea").update(max_week=1)),
        ("staff_busy", lambda w: with_bea(w, (2, 1))),
        (
            "declared_conflict",
            lambda w: w.instance.update(conflicts=[{"staff": "bea", "client": "dan"}]),
        ),
        ("room_closed", lambda w: w.room("o2").update(closed=[[2, 0, 1]])),
        ("room_small", lambda w: w.room("o2").update(capacity=1)),
        ("room_kind", lambda w: w.room("o2").update(kind="group")),
        ("room_busy", lambda w: w.single("ben").update(day=2, start=0, room="o2")),
    ],
)
def test_one_thing_stands_in_the_way_of_a_one_to_one(code, spoil):
    assert codes_of(spoil, BEFORE) == {code}


def _idle(world):
    """Lunch is over at slot 5, and Dan would sit from 5 to 6."""
    world.instance["meta"]["lunch"] = [0, 0]


def _long_lunch(world):
    """Lunch is wide enough, and one idle slot is more than is allowed."""
    world.instance["meta"].update(lunch=[4, 11], lunch_max=0)


@pytest.mark.parametrize("spoil", [_idle, _long_lunch])
def test_an_idle_gap_is_outside_lunch_or_too_long(spoil):
    later = Single("dan", "IN", "bea", 4, 6, "in_person", "o2")
    assert codes_of(spoil, later) == {"client_idle_gap"}
    assert codes_of(lambda w: w.instance["meta"].update(lunch=[5, 11], lunch_max=1), later) == set()


def test_the_client_is_in_another_session_then():
    during = Single("dan", "IN", "bea", 4, 4, "in_person", "o2")
    assert codes_of(lambda world: None, during) == {"client_busy"}


def test_the_other_way_that_day_or_at_all():
    by_screen = Single("dan", "IN", "bea", 4, 5, "telehealth")
    assert codes_of(lambda world: None, by_screen) == {"client_other_mode_that_day"}
    alone = Single("dan", "IN", "bea", 1, 5, "telehealth")
    assert codes_of(lambda world: None, alone) == set()
    assert codes_of(lambda w: w.client("dan").update(mode="in_person"), alone) == {"client_mode"}


def test_a_service_is_had_once_a_day():
    def twice(world):
        world.client("dan")["needs"]["IN"] = 2
        world.schedule["singles"].append(
            {"client": "dan", "service": "IN", "staff": "ada", "day": 2, "start": 0, "room": "o1",
             "mode": "in_person"}
        )  # fmt: skip

    again = Single("dan", "IN", "bea", 2, 5, "in_person", "o2")
    assert codes_of(twice, again) == {"client_service_that_day"}


def test_bea_writes_up_the_group_she_led():
    def spoil(world):
        led_by_bea(world, start=0)
        world.group("g2")["members"].remove("dan")
        world.instance["documentation_minutes"] = 90

    found = codes_of(spoil, Single("dan", "IN", "bea", 4, 5, "in_person", "o2"))
    assert found == set()
    world_with_long_notes = Single("dan", "IN", "bea", 4, 0, "in_person", "o2")

    def later(world):
        spoil(world)
        led_by_bea(world, start=5)

    assert codes_of(later, world_with_long_notes) == set()

    def just_before(world):
        spoil(world)
        world.client("dan")["avail"] = ALWAYS
        led_by_bea(world, start=2)

    assert codes_of(just_before, AFTER) == {"staff_documenting"}


def test_no_room_at_all_is_free():
    anywhere = Single("dan", "IN", "bea", 2, 0, "in_person", "")

    def spoil(world):
        world.instance["rooms"] = [r for r in world.instance["rooms"] if r["kind"] == "group"]

    assert codes_of(spoil, anywhere) == {"no_room_free"}


def test_two_kept_apart_are_a_placement_rule():
    def spoil(world):
        for name in ("g1", "g2"):
            world.group(name)["members"].remove("dan")
        world.keep_apart("dan", "ben", "site")

    during = Single("dan", "IN", "bea", 2, 2, "in_person", "o2")
    assert codes_of(spoil, during) == {"placement_rule"}


def seat_codes(spoil):
    """What stands in the way of Dan's seat in the series, from which he was taken."""
    world = World()
    world.schedule["singles"] = [s for s in world.schedule["singles"] if s["client"] != "dan"]
    for name in ("g1", "g2"):
        world.group(name)["members"].remove("dan")
    spoil(world)
    placing = Placing(instance_of(world.instance), schedule_of(world.schedule))
    return {each.code for each in moves.of_seat(placing, "dan", "g1")}


@pytest.mark.parametrize(
    ("codes", "spoil"),
    [
        (set(), lambda w: None),
        ({"group_full"}, lambda w: w.instance["services"]["GT"].update(
            min=3, soft_min=3, target=3, max=3)),
        ({"room_small"}, lambda w: w.room("r1").update(capacity=4)),
        ({"group_mismatch"}, lambda w: w.client("dan").update(phase=2)),
        ({"group_mismatch"}, lambda w: w.client("dan").update(pop="women")),
        ({"group_count"}, lambda w: w.client("dan")["needs"].update(GT=4)),
        ({"placement_rule"}, lambda w: w.keep_apart("dan", "ben", "group")),
        ({"declared_conflict"}, lambda w: w.instance.update(
            conflicts=[{"staff": "ada", "client": "dan"}])),
        ({"client_not_available"}, lambda w: w.client("dan").update(
            avail=[[0, 0, 26], [2, 0, 26]])),
    ],
)  # fmt: skip
def test_one_thing_stands_in_the_way_of_a_seat(codes, spoil):
    assert seat_codes(spoil) == codes


def group_codes(spoil=lambda world: None, **changes):
    """What stands in the way of the lecture, taken away and changed."""
    world = World()
    spoil(world)
    placing = Placing(instance_of(world.instance), schedule_of(world.schedule))
    lecture = replace(placing.close_group("g2"), **changes)
    return {each.code for each in moves.of_group(placing, lecture)}


def test_a_group_has_a_size_and_a_pattern():
    assert group_codes() == set()
    assert group_codes(members=("ann", "ben")) == {"too_few_people"}
    assert group_codes(population="women") == {"group_mismatch"}
    twice = (Meeting(0, 5, "r1"), Meeting(1, 5, "r1"))
    assert {"group_pattern"} <= group_codes(meetings=twice)


def test_a_group_is_not_led_where_it_could_not_be_written_up():
    def spoil(world):
        world.instance["documentation_minutes"] = 15
        world.instance["services"]["GT"]["minutes"] = 75

    assert group_codes(spoil) == {"staff_documenting"}


def test_codes_are_words_of_their_own():
    assert len(set(CODES.values())) == len(CODES)
