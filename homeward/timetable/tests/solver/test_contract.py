"""The published contract of `homeward timetable check`: schemas, examples, refusals."""

import json
import os
from argparse import Namespace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from homeward.kernel.bad_input import BadInput
from homeward.timetable.commands import check
from homeward.timetable.solver.checking.costs import COSTS
from homeward.timetable.solver.checking.hard import RULES
from homeward.timetable.solver.reading_schedule import schedule_json, schedule_of
from homeward.timetable.tests.solver.world import World

ROOT = Path(__file__).parents[4]
CONTRACT = ROOT / "docs" / "contracts" / "timetable-check"
SCHEDULES = sorted((CONTRACT / "examples").glob("*.schedule.json"))


def reference(name):
    """A file of the reference data, named by the environment or lying beside the checkout."""
    chosen = os.environ.get("HOMEWARD_REFERENCE_DATA")
    folders = [Path(chosen)] if chosen else sorted(ROOT.parent.glob("*/"))
    return next(
        (f / "timetable" / name for f in folders if (f / "timetable" / name).is_file()), None
    )


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name):
    schedule = Resource.from_contents(read(CONTRACT / "schedule.schema.json"))
    registry = Registry().with_resource("schedule.schema.json", schedule)
    return Draft202012Validator(read(CONTRACT / f"{name}.schema.json"), registry=registry)


@pytest.mark.parametrize("path", SCHEDULES, ids=lambda path: path.name)
def test_each_example_is_valid_and_answered_as_printed(path):
    instance, schedule = read(CONTRACT / "examples" / "small.instance.json"), read(path)
    validator("instance").validate(instance)
    validator("schedule").validate(schedule)
    answer, status = check(instance, arguments=Namespace(schedule=schedule))
    validator("report").validate(answer)
    assert answer == read(path.with_name(path.name.replace(".schedule.", ".report.")))
    assert status == int(bool(answer["violations"]))


def test_the_page_names_every_rule_and_cost():
    page = (CONTRACT / "README.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert f"| {rule.CODE} | {rule.__doc__} |" in page
    for cost in COSTS:
        assert f"| {cost.__name__.rsplit('.', 1)[-1]} | {cost.TIER} | {cost.__doc__} |" in page


def test_a_schedule_written_and_read_again_is_the_same():
    schedule = World().schedule
    assert schedule_json(schedule_of(schedule)) == schedule


@pytest.mark.parametrize(
    ("spoil", "path"),
    [
        (lambda i: i.pop("rooms"), "rooms"),
        (lambda i: i["meta"].pop("T"), "meta.T"),
        (lambda i: i["meta"].update(T=0), "meta.T"),
        (lambda i: i["meta"].update(closed_days=[9]), "meta.closed_days[0]"),
        (lambda i: i["services"]["GT"].pop("max"), "services.GT.max"),
        (lambda i: i["services"]["GT"].update(target=2), "services.GT"),
        (lambda i: i["services"]["GT"].update(series="yes"), "services.GT.series"),
        (lambda i: i["staff"][0].update(skills=["XX"]), "staff[0].skills[0]"),
        (lambda i: i["staff"][1].update(id="ada"), "staff[1].id"),
        (lambda i: i["staff"][0].update(avail=[[0, 5, 5]]), "staff[0].avail[0]"),
        (lambda i: i["clients"][0].update(needs={"XX": 1}), "clients[0].needs.XX"),
        (lambda i: i["clients"][0].update(needs={"GT": -1}), "clients[0].needs.GT"),
        (lambda i: i["clients"][0].update(assigned={"IN": ["zoe"]}), "clients[0].assigned.IN[0]"),
        (lambda i: i["clients"][0].update(assigned={"GT": ["ada"]}), "clients[0].assigned.GT"),
        (lambda i: i["clients"][0].update(mode="by post"), "clients[0].mode"),
        (lambda i: i.update(keep_apart=[{"a": "ann", "b": "ann", "level": "group"}]),
         "keep_apart[0].b"),
        (lambda i: i["day_patterns"].update({"3": [[0, 0, 2]]}), "day_patterns.3[0]"),
        (lambda i: i["weights"].pop("over"), "weights.over"),
        (lambda i: i.update(previous={"groups": []}), "previous.singles"),
    ],
)  # fmt: skip
def test_a_fault_of_form_is_named_by_its_path(spoil, path):
    world = World()
    spoil(world.instance)
    with pytest.raises(BadInput) as refusal:
        check(world.instance, arguments=Namespace(schedule=world.schedule))
    assert refusal.value.path == path
    assert refusal.value.mend


@pytest.mark.parametrize(("size", "comfort"), [("30", 398), ("120", 1719)])
def test_the_reference_weeks_cost_what_their_page_says(size, comfort):
    week, schedule = (reference(f"sample-{size}{kind}.json") for kind in ("", ".schedule"))
    if week is None or schedule is None:
        pytest.skip("no reference data: set HOMEWARD_REFERENCE_DATA to its folder")
    answer, status = check(read(week), arguments=Namespace(schedule=read(schedule)))
    assert (answer["violations"], status) == ([], 0)
    assert answer["tiers"] == {"tier1": 0, "tier2": 0, "tier3": comfort}
