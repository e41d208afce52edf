"""An offer taken up: a re-solve says whether the need is met and who else is moved."""

from dataclasses import replace

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.explaining.changing import with_change
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.explaining.verified import verified
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.tests.solver.world import World


def dan_left_out(windows):
    """The small week without Dan's one-to-one, Dan there only in these windows."""
    world = World()
    world.client("dan")["avail"] = world.client("dan")["pref"] = windows
    world.schedule["singles"] = [s for s in world.schedule["singles"] if s["client"] != "dan"]
    instance, week = instance_of(world.instance), schedule_of(world.schedule)
    (told,) = explain(instance, week)
    return instance, week, told


def continued(instance):
    """A re-solve that keeps everything of the published week and adds what finds a place."""
    return by_hand(instance, fixed=instance.previous)


def started_over(instance):
    """A re-solve that does not care what was told."""
    return by_hand(instance)


NARROW = [[0, 2, 7], [2, 2, 5], [4, 2, 5]]


def offer_of(told, code, days):
    return next(
        each
        for each in told.offers
        if each.blocker and each.blocker.code == code and each.days == days
    )


def test_one_window_more_and_the_need_is_met_and_nobody_moves():
    instance, week, told = dan_left_out(NARROW)
    offer = offer_of(told, "client_not_available", (1,))
    found = verified(instance, week, told, offer, continued)
    assert (found.is_placed, found.missing, found.moved, found.other_faces) == (True, 0, (), ())
    assert (found.unmet_before, found.unmet_after) == (1, 0)
    assert check(found.instance, found.schedule).holds


def test_only_the_one_window_was_opened():
    instance, _, told = dan_left_out(NARROW)
    offer = offer_of(told, "client_not_available", (1,))
    changed = with_change(instance, told, offer)
    added = set(changed.clients["dan"].windows) - set(instance.clients["dan"].windows)
    assert [(each.day, each.begins, each.ends) for each in added] == [
        (1, offer.start, offer.start + 2)
    ]
    back = {**changed.clients, "dan": instance.clients["dan"]}
    assert replace(changed, clients=back) == instance


def test_whoever_is_moved_for_it_is_named():
    instance, week, told = dan_left_out(NARROW)
    offer = offer_of(told, "client_not_available", (1,))
    found = verified(instance, week, told, offer, started_over)
    kept = {(s.client, s.day, s.start) for s in found.schedule.singles}
    moved = {s.client for s in week.singles if (s.client, s.day, s.start) not in kept}
    assert moved <= set(found.moved)
    assert "dan" not in found.moved


def test_a_re_solve_that_finds_nothing_is_told_as_such():
    instance, week, told = dan_left_out(NARROW)
    offer = offer_of(told, "client_not_available", (1,))
    found = verified(instance, week, told, offer, lambda changed: week)
    assert (found.is_placed, found.missing) == (False, 1)


def test_a_re_solve_that_breaks_a_rule_is_not_believed():
    instance, week, told = dan_left_out(NARROW)
    offer = offer_of(told, "client_not_available", (1,))
    broken = Schedule(week.groups, (*week.singles, replace(week.singles[0], client="dan")))
    found = verified(instance, week, told, offer, lambda changed: broken)
    assert not found.keeps_rules and not found.is_placed


def test_longer_hours_of_the_clinician_are_theirs_alone():
    instance, _, told = dan_left_out([[0, 2, 7], [1, 0, 26]])
    ada = replace(instance.staff["ada"], windows=instance.staff["ada"].windows[:1])
    instance = replace(instance, staff={**instance.staff, "ada": ada})
    told = next(
        each
        for each in explain(instance, Schedule())
        if (each.client, each.service) == ("dan", "IN")
    )
    offers = [
        each for each in told.offers if each.blocker and each.blocker.code == "staff_not_working"
    ]
    changed = with_change(instance, told, offers[0])
    assert len(changed.staff["ada"].windows) == 2
    assert changed.clients == instance.clients
