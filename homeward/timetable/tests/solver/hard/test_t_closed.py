from homeward.timetable.tests.solver.world import World


def test_the_day_is_closed() -> None:
    world = World()
    world.instance["meta"]["closed_days"] = [4]
    assert world.broken() == {"T-CLOSED"}


def test_the_day_ends_before_the_meeting() -> None:
    world = World()
    world.single("ann")["start"] = 25
    assert "T-CLOSED" in world.broken()
