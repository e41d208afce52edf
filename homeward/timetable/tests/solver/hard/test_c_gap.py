from homeward.timetable.tests.solver.world import World


def test_an_hour_stands_empty() -> None:
    world = World()
    world.single("cat")["start"] = 12
    assert world.broken() == {"C-GAP"}


def test_lunch_is_too_long() -> None:
    world = World()
    world.instance["meta"]["lunch"] = [5, 11]
    world.single("cat")["start"] = 8
    assert world.broken() == {"C-GAP"}
