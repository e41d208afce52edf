from homeward.timetable.tests.solver.world import World


def test_a_group_sits_in_an_office() -> None:
    world = World()
    world.room("r1")["kind"] = "office"
    assert world.broken() == {"R-KIND"}


def test_a_meeting_has_no_room() -> None:
    world = World()
    world.single("ann")["room"] = None
    assert world.broken() == {"R-KIND"}


def test_a_one_to_one_takes_a_group_room() -> None:
    world = World()
    world.single("ann")["room"] = "r2"
    assert world.broken() == {"R-KIND"}
