from homeward.timetable.tests.solver.world import World


def _apart() -> World:
    """Ann alone with Bea on Tuesday at slot 2, while Ben could be on site with Ada."""
    world = World()
    world.client("ann")["needs"]["IN"] = 2
    world.client("ben")["needs"]["IN"] = 2
    world.client("ann")["assigned"]["IN"] = ["ada", "bea"]
    for name, staff, room in (("ann", "bea", "o1"), ("ben", "ada", "o2")):
        again = dict(world.single(name), staff=staff, room=room, day=1, start=2)
        world.schedule["singles"].append(again)
    world.group("g1")["members"].remove("ben")
    world.group("g2")["members"].remove("ben")
    world.keep_apart("ann", "ben", "site")
    return world


def test_two_kept_apart_are_on_site_together() -> None:
    assert _apart().broken() == {"K-SITE"}


def test_a_screen_is_not_on_site() -> None:
    world = _apart()
    world.schedule["singles"][-1].update(mode="telehealth", room=None)
    assert world.broken() == set()


def test_another_hour_is_not_together() -> None:
    world = _apart()
    world.schedule["singles"][-1]["start"] = 4
    assert world.broken() == set()
