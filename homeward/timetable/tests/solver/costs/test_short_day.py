from homeward.timetable.tests.solver.world import CLIENTS, World


def test_each_day_under_the_wished_length() -> None:
    world = World()
    world.instance["meta"]["min_day_soft"] = 4
    assert world.report().costs["short_day"] == 5


def test_later_phases_may_come_briefly() -> None:
    world = World()
    world.instance["meta"]["min_day_soft"] = 4
    for name in CLIENTS:
        world.client(name)["phase"] = 3
    assert world.report().costs["short_day"] == 0
