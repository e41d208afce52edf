from homeward.timetable.tests.solver.world import World


def test_the_leader_has_a_longer_day_than_the_cap() -> None:
    world = World()
    world.person("ada")["max_day"] = 6
    assert world.broken() == {"S-MAXDAY"}
