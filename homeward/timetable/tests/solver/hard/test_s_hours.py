from homeward.timetable.tests.solver.world import ALWAYS, World


def test_the_leader_does_not_work_then() -> None:
    world = World()
    world.person("ada")["avail"] = [[0, 3, 26], *ALWAYS[1:]]
    assert world.broken() == {"S-HOURS"}
