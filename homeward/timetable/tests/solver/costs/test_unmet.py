from homeward.timetable.tests.solver.world import World


def test_a_missing_one_to_one_costs_its_slots() -> None:
    world = World()
    world.schedule["singles"].pop()
    assert world.report().costs["unmet"] == 3000


def test_a_missing_series_costs_each_meeting() -> None:
    world = World()
    world.group("g1")["members"].remove("dan")
    assert world.report().costs["unmet"] == 9000
