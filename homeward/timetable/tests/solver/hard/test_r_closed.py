from homeward.timetable.tests.solver.world import World


def test_the_room_is_closed_for_part_of_a_meeting() -> None:
    world = World()
    world.room("r1")["closed"] = [[2, 4, 9]]
    assert world.broken() == {"R-CLOSED"}


def test_until_it_closes_it_is_open() -> None:
    world = World()
    world.room("r1")["closed"] = [[2, 5, 9], [0, 0, 2]]
    assert world.broken() == set()
