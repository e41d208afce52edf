from homeward.timetable.solver.reading_schedule import schedule_json, schedule_of
from homeward.timetable.tests.solver.world import World, _client


def with_eve() -> World:
    """Eve needs two meetings of the series, and comes to one of theirs."""
    world = World()
    world.instance["clients"].append(_client("eve") | {"needs": {"GT": 2}})
    world.group("g1")["meetings"][2]["guests"] = ["eve"]
    return world


def test_a_guest_makes_up_one_meeting_and_is_counted() -> None:
    world = with_eve()
    report = world.report()
    assert report.holds
    assert report.unplaced == 1
    assert schedule_json(schedule_of(world.schedule))["groups"][0]["meetings"][2]["guests"]


def test_a_guest_who_does_not_need_it() -> None:
    world = with_eve()
    world.client("eve")["needs"] = {}
    assert world.broken() == {"G-MAKEUP", "C-EXCESS"}


def test_a_guest_takes_a_seat_and_a_place_like_a_member() -> None:
    world = with_eve()
    world.instance["services"]["GT"] |= {"target": 4, "max": 4}
    world.room("r1")["capacity"] = 5
    world.keep_apart("ann", "eve", "group")
    assert world.broken() == {"G-SIZE", "R-CAP", "K-GROUP"}


def test_a_member_is_no_guest() -> None:
    world = World()
    world.group("g1")["meetings"][2]["guests"] = ["ann"]
    assert "G-DUP" in world.broken()


def called_off() -> World:
    """Wednesday of the series is called off and made up on Tuesday."""
    world = World()
    series = world.group("g1")
    del series["meetings"][1]
    series["called_off"] = [2]
    world.schedule["groups"].append(
        {**series, "id": "g3", "called_off": [], "makes_up": True,
         "meetings": [{"day": 1, "start": 2, "room": "r1"}]}
    )  # fmt: skip
    world.single("dan")["start"] = 3
    return world


def test_one_meeting_makes_up_for_another() -> None:
    report = called_off().report()
    assert report.holds
    assert report.unplaced == 0


def test_what_makes_up_meets_once() -> None:
    world = called_off()
    world.group("g3")["meetings"].append({"day": 3, "start": 2, "room": "r1"})
    assert world.broken() == {"G-PATTERN", "C-EXCESS"}


def test_a_lecture_is_not_made_up_so() -> None:
    world = World()
    world.group("g2")["makes_up"] = True
    assert world.broken() == {"G-MAKEUP"}
