from homeward.timetable.tests.solver.world import World


def test_a_member_is_nobody() -> None:
    world = World()
    world.group("g1")["members"].append("zoe")
    assert world.broken() == {"C-UNKNOWN"}
