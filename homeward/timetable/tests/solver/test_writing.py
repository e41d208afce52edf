"""An instance and a schedule go out as plain JSON and come back the same."""

import json
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.generating.kinds import KINDS
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.writing import canonical, fingerprint, instance_json, schedule_json
from homeward.timetable.tests.solver.small_weeks import documents, instances, shuffled

FEW = settings(deadline=None, max_examples=40)


@FEW
@given(instances())
def test_an_instance_written_and_read_again_is_the_same(instance):
    assert instance_of(json.loads(json.dumps(instance_json(instance)))) == instance


def test_a_made_up_week_of_every_kind_written_and_read_again_is_the_same():
    for kind in KINDS:
        instance, _ = generate(30, kind, 1, product_rules=True)
        assert instance_of(json.loads(json.dumps(instance_json(instance)))) == instance


@FEW
@given(instances())
def test_a_schedule_written_and_read_again_is_the_same(instance):
    schedule = by_hand(instance)
    assert schedule_of(json.loads(json.dumps(schedule_json(schedule)))) == schedule


@FEW
@given(documents(), st.integers(0, 1000))
def test_the_fingerprint_does_not_depend_on_the_order_of_telling(document, seed):
    other = instance_of(shuffled(document, Random(seed)))
    assert canonical(other) == canonical(instance_of(document))
    assert fingerprint(other) == fingerprint(instance_of(document))


@FEW
@given(documents())
def test_another_week_has_another_fingerprint(document):
    before = fingerprint(instance_of(document))
    document["clients"][0]["max_day"] += 1
    assert fingerprint(instance_of(document)) != before


@FEW
@given(instances())
def test_who_is_kept_from_whom_and_the_order_of_the_published_week_do_not_count(instance):
    week = by_hand(instance)
    turned = tuple(
        replace(pair, first=pair.second, second=pair.first) for pair in instance.keep_apart
    )
    one = replace(instance, previous=week)
    other = replace(
        instance,
        keep_apart=turned[::-1],
        previous=replace(week, groups=week.groups[::-1], singles=week.singles[::-1]),
    )
    assert fingerprint(one) == fingerprint(other)
