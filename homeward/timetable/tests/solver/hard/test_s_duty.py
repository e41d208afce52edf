from homeward.timetable.tests.solver.world import World


def test_clients_are_on_site_with_one_of_the_staff_alone() -> None:
    world = World()
    world.instance["on_duty"] = {"staff": 2}
    world.person("bea")["avail"] = [[day, 3, 26] for day in range(6)]
    assert world.broken() == {"S-DUTY"}


def test_nobody_on_duty_is_trained_with_naloxone() -> None:
    world = World()
    world.instance["on_duty"] = {"staff": 2, "naloxone": 1}
    assert world.broken() == {"S-DUTY"}
    world.person("bea")["naloxone"] = True
    assert world.broken() == set()


def test_a_week_on_screens_needs_nobody_on_site() -> None:
    world = World()
    world.instance["on_duty"] = {"staff": 9}
    for group in world.schedule["groups"]:
        group["mode"] = "telehealth"
    for single in world.schedule["singles"]:
        single["mode"] = "telehealth"
    assert world.broken() == set()
