"""What is called impossible before the search is impossible, and is named with its records."""

from hypothesis import given, settings

from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.tests.solver.small_weeks import instances
from homeward.timetable.tests.solver.world import World

MANY = settings(deadline=None, max_examples=80)


def found_in(world):
    return propagate(instance_of(world.instance))


def reasons_of(world, client, service):
    """The codes and references of why a need is impossible, and how much of it."""
    (told,) = [
        each
        for each in found_in(world).impossible
        if (each.client, each.service) == (client, service)
    ]
    return told.missing, {
        (why.code, evidence.ref) for why in told.reasons for evidence in why.evidence
    }


@MANY
@given(instances())
def test_whatever_is_placed_was_among_the_starts_and_never_called_impossible(instance):
    told = propagate(instance)
    week = by_hand(instance)
    placing = Placing(instance, week)
    for each in told.impossible:
        assert placing.missing(each.client, each.service) >= each.missing
        assert each.reasons
    for single in week.singles:
        starts = told.starts[single.client, single.service]
        assert any(
            (each.days, each.start, each.mode, each.staff)
            == ((single.day,), single.start, single.mode, single.staff)
            for each in starts
        )
    for group in week.groups:
        days = tuple(meeting.day for meeting in group.meetings)
        for member in group.members:
            assert any(
                (each.days, each.start, each.mode) == (days, group.meetings[0].start, group.mode)
                for each in told.starts[member, group.service]
            )


def test_nothing_of_a_planted_week_is_impossible():
    for kind in ("tight", "hetero"):
        instance, _ = generate(60, kind, 1, product_rules=True)
        assert propagate(instance).impossible == ()


def test_the_small_week_is_possible():
    told = found_in(World())
    assert (told.impossible, told.small_classes, told.beyond) == ((), (), ())


def test_windows_and_hours_that_never_meet_name_both():
    world = World()
    world.client("ann")["avail"] = [[0, 0, 9]]
    world.person("ada")["avail"] = [[0, 8, 26]]
    assert reasons_of(world, "ann", "IN") == (
        1,
        {("hours_never_meet", "ann"), ("hours_never_meet", "ada")},
    )


def test_nobody_is_assigned():
    world = World()
    world.client("ann")["assigned"] = {}
    assert reasons_of(world, "ann", "IN") == (1, {("nobody_assigned", "ann")})


def test_the_one_assigned_has_lapsed_is_barred_or_in_conflict():
    world = World()
    world.person("ada")["barred"] = ["IN"]
    assert reasons_of(world, "ann", "IN") == (1, {("assigned_may_not", "ada")})
    world = World()
    world.instance["conflicts"] = [{"staff": "ada", "client": "ann"}]
    assert reasons_of(world, "ann", "IN") == (1, {("assigned_may_not", "ada")})


def test_a_window_is_too_short():
    world = World()
    world.client("ann")["avail"] = [[0, 0, 2], [1, 5, 6]]
    assert reasons_of(world, "ann", "GT") == (3, {("windows_too_short", "ann")})


def test_a_class_of_two_is_no_group_of_three():
    world = World()
    for name in ("ann", "ben"):
        world.client(name)["lang"] = "es"
        world.person("ada")["langs"] = ["en", "es"]
    told = found_in(world)
    small = [each for each in told.small_classes if each.service == "GT"]
    assert [(each.language, each.members, each.least) for each in small] == [
        ("en", ("cat", "dan"), 3),
        ("es", ("ann", "ben"), 3),
    ]
    assert ("class_too_small", "GT") in reasons_of(world, "ann", "GT")[1]


def test_nobody_leads_in_that_language():
    world = World()
    for name in ("ann", "ben", "cat"):
        world.client(name)["lang"] = "fr"
    assert ("nobody_leads_it", "GT") in reasons_of(world, "ann", "GT")[1]


def test_three_people_who_are_never_there_together():
    world = World()
    world.client("dan")["needs"]["GT"] = world.client("cat")["needs"]["GT"] = 0
    world.client("dan")["needs"].update(PE=1)
    for place, name in enumerate(("ann", "ben", "cat", "dan")):
        world.client(name)["avail"] = [[place, 0, 26]]
    assert reasons_of(world, "dan", "PE") == (1, {("never_enough_together", "PE")})


def test_authorised_hours_hold_fewer_meetings():
    world = World()
    world.client("ann").update(auth_max=8)
    assert reasons_of(world, "ann", "GT") == (3, {("authorised_hours", "ann")})
    assert [(each.client, each.needed, each.authorised) for each in found_in(world).beyond] == [
        ("ann", 13, 8)
    ]


def test_more_meetings_than_days():
    world = World()
    world.client("ann")["needs"]["IN"] = 3
    world.client("ann")["avail"] = [[0, 0, 26], [2, 0, 26]]
    assert reasons_of(world, "ann", "IN") == (1, {("too_few_days", "ann")})
