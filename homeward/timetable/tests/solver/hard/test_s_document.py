from homeward.timetable.tests.solver.world import World


def test_the_leader_goes_on_before_the_group_is_written_up() -> None:
    world = World()
    world.instance["documentation_minutes"] = 15
    assert world.broken() == {"S-DOCUMENT"}


def test_spare_minutes_of_a_slot_are_for_writing() -> None:
    world = World()
    world.instance["documentation_minutes"] = 15
    world.instance["services"]["GT"]["minutes"] = 75
    world.instance["services"]["PE"]["minutes"] = 45
    assert world.broken() == set()


def test_one_minute_too_few_is_too_few() -> None:
    world = World()
    world.instance["documentation_minutes"] = 15
    world.instance["services"]["GT"]["minutes"] = 76
    world.instance["services"]["PE"]["minutes"] = 45
    assert world.broken() == {"S-DOCUMENT"}


def test_nothing_needs_writing_after_a_one_to_one() -> None:
    world = World()
    world.instance["documentation_minutes"] = 30
    world.instance["services"]["GT"]["minutes"] = world.instance["services"]["PE"]["minutes"] = 30
    world.instance["services"]["IN"]["minutes"] = 60
    assert world.broken() == set()
