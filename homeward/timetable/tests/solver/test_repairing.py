"""What `repair` promises: the past stays, others stay, the least disturbance comes first."""

import json
import pickle
from argparse import ArgumentParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from homeward.kernel.bad_input import BadInput
from homeward.timetable.repair_command import repair as repair_command
from homeward.timetable.repair_command import repair_arguments
from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.changing import changed
from homeward.timetable.solver.repairing.reading import disruption_of
from homeward.timetable.solver.repairing.repair import repair
from homeward.timetable.tests.solver.world import ALWAYS, World, _client

ROOT = Path(__file__).parents[4]
CONTRACTS = ROOT / "docs" / "contracts"
CHECK, CONTRACT = CONTRACTS / "timetable-check", CONTRACTS / "timetable-repair"
SHORT = Params(effort=1)


def disruption(*events, day=0, slot=0, notice=0):
    return {"now": {"day": day, "slot": slot}, "notice_slots": notice, "events": list(events)}


def mended(world, document):
    """The alternatives, each checked against the instance as the events leave it."""
    instance, schedule = instance_of(world.instance), schedule_of(world.schedule)
    told = disruption_of(document, instance)
    now = changed(instance, schedule, told)
    found = repair(instance, schedule, told, SHORT)
    assert found
    assert all(check(now, each.schedule).holds for each in found)
    return found


def moved(alternative):
    """Sessions whose time is another or gone."""
    return [
        each
        for each in alternative.changes
        if each.before and (each.after is None or each.after[:3] != each.before[:3])
    ]


def test_an_absent_leader_is_stood_in_for_and_no_seat_moves():
    """Bea can lead what Ada led; only Ada's one-to-ones of that day move."""
    world = World()
    event = {"kind": "staff_away", "staff": "ada", "windows": [[2, 0, 26]]}
    first = mended(world, disruption(event))[0]
    assert first.name == "keep_seats"
    assert {each.client for each in moved(first)} == {"ben", "dan"}
    assert all(each.service == "IN" for each in moved(first))
    assert first.unplaced == 0


def test_an_absence_gives_no_news_to_those_it_does_not_touch():
    """Ann lacked her talk before; the hour of Wednesday that Ada misses was Ben's. Ann's is found a
    time in a way of its own, after those that mend the absence alone."""
    world = World()
    singles = world.schedule["singles"]
    world.schedule["singles"] = [each for each in singles if each["client"] != "ann"]
    event = {"kind": "staff_away", "staff": "ada", "windows": [[2, 5, 6]]}
    *first, last = mended(world, disruption(event))
    assert [each.name for each in (first[0], last)] == ["keep_seats", "others_too"]
    for each in first:
        assert {change.client for change in each.changes} == {"ben"}
        assert each.unplaced == 1
    assert {change.client for change in last.changes} == {"ann", "ben"}
    assert last.unplaced == 0


def test_what_begins_within_the_notice_stays():
    """Monday is history, and Wednesday's first session begins inside the notice."""
    world = World()
    event = {"kind": "staff_away", "staff": "ada", "windows": [[2, 0, 26], [4, 0, 26]]}
    before = promises(instance_of(world.instance), schedule_of(world.schedule))
    for each in mended(world, disruption(event, day=2, slot=0, notice=1)):
        after = promises(instance_of(world.instance), each.schedule)
        past = {told for told in before if told[2] * 26 + told[3] < 2 * 26 + 1}
        assert past
        assert past <= after.keys()


def test_a_day_away_is_one_meeting_with_another_face():
    """Ada leads her series on Monday and Friday as she was to; Bea stands in on Wednesday."""
    event = {"kind": "staff_away", "staff": "ada", "windows": [[2, 0, 26]]}
    first = mended(World(), disruption(event))[0]
    (series,) = [group for group in first.schedule.groups if group.service == "GT"]
    assert (series.id, series.staff) == ("g1", "ada")
    assert [series.leader_of(each) for each in series.meetings] == ["ada", "bea", "ada"]


def test_a_week_away_gives_the_one_to_ones_to_a_colleague():
    """They keep their times as well: Bea holds what Ada held, and is assigned for this week."""
    world = World()
    world.instance["weights"].update(change=40, change_staff=10)
    event = {"kind": "staff_away", "staff": "ada", "windows": ALWAYS}
    first = mended(world, disruption(event))[0]
    assert first.unplaced == 0
    assert moved(first) == []
    assert {single.staff for single in first.schedule.singles} == {"bea"}


def test_a_meeting_nobody_can_lead_is_called_off_and_the_others_are_held():
    """Bea cannot lead; the series is held without Ada's Wednesday, which is unmet and counted."""
    world = World()
    world.person("bea")["skills"] = ["IN"]
    event = {"kind": "staff_away", "staff": "ada", "windows": [[2, 0, 26]]}
    first = mended(world, disruption(event))[0]
    (series,) = [group for group in first.schedule.groups if group.service == "GT"]
    assert ([each.day for each in series.meetings], series.called_off) == ([0, 4], (2,))
    assert first.unplaced == 4


def test_what_no_week_could_hold_is_named_with_the_reason():
    """Ada is the only one who leads, and away all week."""
    world = World()
    world.person("bea")["skills"] = ["IN"]
    event = {"kind": "staff_away", "staff": "ada", "windows": ALWAYS}
    last = mended(world, disruption(event))[-1]
    named = {(each.client, each.service): each for each in last.impossible}
    assert named["ann", "GT"].missing == 3
    assert pickle.loads(pickle.dumps(last)) == last, "it comes from a process of its own"
    assert last.unplaced == sum(each.missing for each in last.impossible) == 16


def test_a_closed_afternoon_is_made_up_at_another_time():
    """Ann's and Cat's talks are on closed slots: they are found another time, nobody else moves."""
    first = mended(World(), disruption({"kind": "closure", "windows": [[4, 5, 26], [0, 7, 26]]}))[0]
    assert first.unplaced == 0
    assert {each.client for each in moved(first)} == {"ann", "cat"}


def test_only_one_persons_lack_is_mended_when_that_is_asked():
    """Dan's talk finds a time; Ann's stays open."""
    world = World()
    world.schedule["singles"] = [
        each for each in world.schedule["singles"] if each["client"] not in ("ann", "dan")
    ]
    instance, schedule = instance_of(world.instance), schedule_of(world.schedule)
    told = disruption_of(disruption(), instance)
    found = repair(instance, schedule, told, SHORT, only=frozenset({"dan"}))
    assert [each.client for each in found[0].changes] == ["dan"]
    assert found[0].unplaced == 1


def test_a_closed_room_changes_no_promise_while_another_is_free():
    """Rooms are not promises; people are told nothing new."""
    first = mended(World(), disruption({"kind": "room_closed", "room": "r1", "windows": ALWAYS}))[0]
    assert first.changes == ()
    assert first.unplaced == 0


def test_somebody_new_joins_and_nobody_else_moves():
    """A seat is free in every group, and Ada has time."""
    first = mended(World(), disruption({"kind": "admit", "client": _client("eve")}))[0]
    assert first.unplaced == 0
    assert {each.client for each in first.changes} == {"eve"}


def test_somebody_who_leaves_only_leaves():
    """Three remain in the groups, which is enough."""
    first = mended(World(), disruption({"kind": "leave", "client": "dan"}))[0]
    assert first.changes == ()
    assert all("dan" not in group.members for group in first.schedule.groups)


def test_other_windows_move_only_the_client_whose_they_are():
    """Ann can come on Monday only in the morning now; the others keep their week."""
    world = World()
    avail = [[0, 0, 7], *[[day, 0, 26] for day in range(1, 6)]]
    first = mended(world, disruption({"kind": "window_change", "client": "ann", "avail": avail}))[0]
    assert {each.client for each in moved(first)} == {"ann"}
    assert first.unplaced == 0


def test_a_closure_that_ends_the_series_is_mended_further_by_later_alternatives():
    """Each alternative after the first mends more than the one before it."""
    found = mended(World(), disruption({"kind": "closure", "windows": [[2, 0, 26]]}))
    ranks = [(each.tiers.tier1, each.tiers.tier2) for each in found]
    assert ranks == sorted(ranks, reverse=True)
    assert found[-1].unplaced < found[0].unplaced


@pytest.mark.parametrize(
    ("event", "path"),
    [
        ({"kind": "storm"}, "events[0].kind"),
        ({"kind": "staff_away", "staff": "zoe", "windows": []}, "events[0].staff"),
        ({"kind": "closure", "windows": [[9, 0, 1]]}, "events[0].windows[0][0]"),
        ({"kind": "admit", "client": _client("ann")}, "events[0].client.id"),
        ({"kind": "leave"}, "events[0].client"),
    ],
)
def test_a_fault_of_form_is_named_by_its_path(event, path):
    """Nothing is repaired on a guess."""
    with pytest.raises(BadInput) as refusal:
        disruption_of(disruption(event), instance_of(World().instance))
    assert refusal.value.path == path


def test_the_example_is_valid_and_answered_as_printed():
    """The published page, its schemas and its example agree."""

    def read(path):
        return json.loads(path.read_text(encoding="utf-8"))

    schedule = Resource.from_contents(read(CHECK / "schedule.schema.json"))
    registry = Registry().with_resource("schedule.schema.json", schedule)
    document = read(CONTRACT / "examples" / "leader_away.disruption.json")
    Draft202012Validator(read(CONTRACT / "disruption.schema.json")).validate(document)
    parser = ArgumentParser()
    repair_arguments(parser)
    arguments = parser.parse_args(["--effort", "2"])
    arguments.schedule = read(CHECK / "examples" / "whole.schedule.json")
    arguments.disruption = document
    answer, status = repair_command(
        read(CHECK / "examples" / "small.instance.json"), arguments=arguments
    )
    Draft202012Validator(read(CONTRACT / "alternatives.schema.json"), registry=registry).validate(
        answer
    )
    assert (answer, status) == (read(CONTRACT / "examples" / "leader_away.alternatives.json"), 0)


def test_a_group_that_was_told_smaller_than_one_may_be_stays():
    """An old promise may rest on a shape that today's rules would not give; nobody loses it."""
    world = World()
    world.instance["services"]["PE"].update(min=5, soft_min=5)
    event = {"kind": "staff_away", "staff": "ada", "windows": [[4, 0, 26]]}
    instance, schedule = instance_of(world.instance), schedule_of(world.schedule)
    told = disruption_of(disruption(event), instance)
    first = repair(instance, schedule, told, SHORT)[0]
    (lecture,) = [group for group in first.schedule.groups if group.service == "PE"]
    assert len(lecture.members) == 4


def test_a_step_that_found_nothing_is_not_offered_first():
    """Ada leads two groups in a row as was told, with no time for the note between, and nobody
    else may lead: asking anew who leads finds no week. What is offered is the way that was found,
    not the torn week the search began from."""
    world = World()
    world.instance["documentation_minutes"] = 15
    world.person("bea")["skills"] = ["IN"]
    avail = [[0, 0, 7], *[[day, 0, 26] for day in range(1, 6)]]
    event = {"kind": "window_change", "client": "ann", "avail": avail}
    instance, schedule = instance_of(world.instance), schedule_of(world.schedule)
    assert {each.code for each in check(instance, schedule).violations} == {"S-DOCUMENT"}
    told = disruption_of(disruption(event), instance)

    found = repair(instance, schedule, told, SHORT)

    assert [each.name for each in found] == ["make_up"]
    assert {each.client for each in moved(found[0])} == {"ann"}
    assert found[0].unplaced == 0
