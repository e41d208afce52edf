from homeward.timetable.tests.solver.world import World


def test_somebody_leads_more_groups_in_a_day_than_the_program_allows() -> None:
    world = World()
    world.instance["most_led_groups_a_day"] = 1
    assert world.broken() == {"S-LEDDAY"}


def test_as_many_as_allowed_is_allowed_and_one_to_ones_are_not_counted() -> None:
    world = World()
    world.instance["most_led_groups_a_day"] = 2
    assert world.broken() == set()
