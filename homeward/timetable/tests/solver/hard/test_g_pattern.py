from homeward.timetable.tests.solver.world import CLIENTS, World


def test_the_days_are_no_pattern() -> None:
    world = World()
    world.instance["day_patterns"]["3"] = [[0, 1, 3]]
    assert world.broken() == {"G-PATTERN"}


def test_one_day_begins_at_another_time() -> None:
    world = World()
    world.group("g1")["meetings"][2]["start"] = 7
    world.single("cat")["start"] = 10
    assert world.broken() == {"G-PATTERN"}


def test_a_lecture_has_two_meetings() -> None:
    world = World()
    world.group("g2")["meetings"].append({"day": 4, "start": 0, "room": "r1"})
    for name in CLIENTS:
        world.client(name)["needs"]["PE"] = 2
    assert world.broken() == {"G-PATTERN"}
