"""Why a need found no place: every offer is true, and nobody else's restriction is told."""

from dataclasses import replace

from hypothesis import given, settings

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.blocker import CODES
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.tests.solver.one_change import placed_with
from homeward.timetable.tests.solver.small_weeks import instances
from homeward.timetable.tests.solver.world import World


def thin(instance):
    """An answer that lacks its last one-to-one and group, so that something is always unmet."""
    week = by_hand(instance)
    fewer = Schedule(week.groups[:-1], week.singles[:-1])
    return fewer if check(instance, fewer).holds else week


@settings(deadline=None, max_examples=60)
@given(instances())
def test_an_offer_with_its_one_change_is_placed_and_the_checker_agrees(instance):
    week = thin(instance)
    for told in explain(instance, week):
        for offer in told.offers:
            changed, placed = placed_with(instance, week, told, offer)
            report = check(changed, placed)
            assert report.violations == (), (told.service, offer)
            now = Placing(changed, placed)
            assert now.missing(told.client, told.service) < told.missing


@settings(deadline=None, max_examples=60)
@given(instances())
def test_every_unmet_need_is_explained_with_known_codes(instance):
    week = thin(instance)
    told = explain(instance, week)
    assert sum(each.missing for each in told) == check(instance, week).unplaced
    for each in told:
        assert {counted.blocker.code for counted in each.blockers} <= CODES.keys()
        assert all(counted.starts <= each.starts for counted in each.blockers)


def test_a_made_up_program_is_explained_whole():
    instance, _ = generate(60, "over", 1)
    week = by_hand(instance)
    told = explain(instance, week)
    assert sum(each.missing for each in told) == check(instance, week).unplaced > 0


def lonely(world):
    """Take Dan's one-to-one away and explain what is missing."""
    world.schedule["singles"] = [s for s in world.schedule["singles"] if s["client"] != "dan"]
    (told,) = explain(instance_of(world.instance), schedule_of(world.schedule))
    return told


def test_a_free_start_is_offered_without_a_blocker():
    told = lonely(World())
    assert (told.client, told.service, told.missing) == ("dan", "IN", 1)
    assert told.offers[0].blocker is None
    assert told.offers[0].staff == "ada"


def test_the_clinician_is_with_someone_else_who_is_not_named():
    world = World()
    world.client("dan")["avail"] = [[0, 2, 7], [2, 2, 7], [4, 2, 7]]
    told = lonely(world)
    codes = {(each.blocker.code, each.blocker.ref) for each in told.blockers}
    assert ("staff_busy", "ada") in codes
    offers = {(each.days, each.start): each.blocker.code for each in told.offers}
    assert offers[(2,), 5] == offers[(4,), 5] == "staff_busy"


def test_two_kept_apart_are_a_placement_rule_that_names_nobody_and_is_not_offered():
    world = World()
    world.client("dan")["avail"] = [[0, 0, 9], [2, 0, 26], [4, 0, 9]]
    world.client("dan").update(mode="in_person")
    world.person("ada")["avail"] = [[0, 0, 26], [2, 0, 7], [4, 0, 26]]
    world.group("g1")["members"].remove("dan")
    world.group("g2")["members"].remove("dan")
    world.client("dan")["needs"].update(GT=0, PE=0)
    world.keep_apart("dan", "ben", "site")
    told = lonely(world)
    rules = [each.blocker for each in told.blockers if each.blocker.code == "placement_rule"]
    assert [(rule.kind, rule.ref) for rule in rules] == [("rule", "")]
    assert "placement_rule" not in {offer.blocker.code for offer in told.offers if offer.blocker}
    assert "ben" not in str(told.to_json())


def test_a_full_group_is_offered_as_full():
    world = World()
    for code in ("GT", "PE"):
        world.instance["services"][code].update(target=4, max=4)
    world.instance["clients"].append({**world.client("dan"), "id": "eve"})
    told = explain(instance_of(world.instance), schedule_of(world.schedule))
    (groups,) = [each for each in told if (each.client, each.service) == ("eve", "GT")]
    full = [offer for offer in groups.offers if offer.blocker.code == "group_full"]
    assert [(offer.group, offer.blocker.ref, offer.days) for offer in full] == [
        ("g1", "g1", (0, 2, 4))
    ]


def test_what_nothing_blocks_may_be_placed_as_it_is_offered():
    instance, planted = generate(30, "normal", 1)
    week = replace(planted, singles=planted.singles[1:])
    placing = Placing(instance, week)
    (told,) = explain(instance, week)
    open_ = [offer for offer in told.offers if offer.blocker is None]
    assert open_
    single = replace(
        planted.singles[0],
        day=open_[0].days[0],
        start=open_[0].start,
        mode=open_[0].mode,
        staff=open_[0].staff,
        room="",
    )
    assert moves.of_single(placing, single) == ()
