from homeward.timetable.tests.solver.world import World


def test_two_kept_apart_share_a_group() -> None:
    world = World()
    world.keep_apart("ann", "ben", "group")
    assert world.broken() == {"K-GROUP"}
