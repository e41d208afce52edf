from homeward.timetable.tests.solver.world import World


def test_somebody_has_more_than_is_authorised() -> None:
    world = World()
    world.client("ann")["auth_max"] = 12
    assert world.broken() == {"C-AUTHMAX"}
