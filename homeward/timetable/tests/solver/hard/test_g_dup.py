from homeward.timetable.tests.solver.world import World


def test_a_member_is_written_twice() -> None:
    world = World()
    world.group("g1")["members"].append("ann")
    assert world.broken() == {"G-DUP"}
