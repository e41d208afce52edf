from homeward.timetable.tests.solver.world import World


def test_the_day_is_closed() -> None:
    world = World()
    world.instance["meta"]["closed_days"] = [4]
    assert world.broken() == {"T-CLOSED"}


def test_the_day_ends_before_the_meeting() -> None:
    world = World()
    world.single("ann")["start"] = 25
    assert "T-CLOSED" in world.broken()


def test_part_of_the_day_is_closed() -> None:
    world = World()
    world.instance["meta"]["closures"] = [[4, 6, 26]]
    assert world.broken() == {"T-CLOSED"}


def test_a_closure_that_begins_after_the_last_meeting_breaks_nothing() -> None:
    world = World()
    world.instance["meta"]["closures"] = [[4, 7, 26]]
    assert world.broken() == set()
