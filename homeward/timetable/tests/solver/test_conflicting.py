"""Which records stand against a need: each that would do is verified, and only those are told."""

from homeward.timetable.solver.explaining.conflicting import remedies
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.tests.solver.world import World


def without_talk(world):
    """The small week in which Dan's one-to-one has no place."""
    world.schedule["singles"] = [s for s in world.schedule["singles"] if s["client"] != "dan"]
    instance, week = instance_of(world.instance), schedule_of(world.schedule)
    (told,) = explain(instance, week)
    return instance, week, told


def continued(instance):
    """A re-solve that moves nobody."""
    return by_hand(instance, fixed=instance.previous)


def records(remedy):
    return {(each.code, each.ref, each.day) for each in remedy.sources}


def test_any_one_record_that_would_do_is_told_and_verified():
    world = World()
    world.client("dan")["avail"] = [[0, 2, 7], [2, 2, 5], [4, 2, 5]]
    instance, week, told = without_talk(world)

    found = remedies(instance, week, told, continued)

    assert found
    assert all(len(each.sources) == 1 and each.found.is_placed for each in found)
    assert ("client_not_available", "dan", 1) in {
        record for each in found for record in records(each)
    }


def test_two_records_that_do_only_together_are_told_together():
    """Dan is free on Tuesday alone outside his groups, and Ada does not work then."""
    world = World()
    world.client("dan")["avail"] = [[0, 2, 7], [2, 2, 5], [4, 2, 5]]
    world.person("ada")["avail"] = [[0, 2, 9], [2, 0, 7], [4, 2, 7]]
    world.client("dan")["max_day"] = 5
    instance, week, told = without_talk(world)

    found = remedies(instance, week, told, continued)

    assert found
    for each in found:
        assert each.found.is_placed
        assert len(each.sources) == len(records(each))


def test_a_rule_that_keeps_people_apart_is_never_a_record_to_change():
    world = World()
    world.client("dan").update(avail=[[0, 2, 7], [2, 2, 5], [4, 2, 5]], mode="in_person")
    world.keep_apart("dan", "ben", "site")
    world.group("g1")["members"].remove("dan")
    world.group("g2")["members"].remove("dan")
    world.client("dan")["needs"].update(GT=0, PE=0)
    instance, week, told = without_talk(world)

    found = remedies(instance, week, told, continued)

    assert "ben" not in str([each.to_json()["records"] for each in found])
    assert "placement_rule" not in str([each.to_json() for each in found])
    assert "placement_rule" in {each.blocker.code for each in told.blockers}


def test_nothing_is_told_where_nothing_would_do():
    world = World()
    world.client("dan")["avail"] = [[0, 2, 7], [2, 2, 5], [4, 2, 5]]
    instance, week, told = without_talk(world)

    assert remedies(instance, week, told, lambda changed: week) == ()
