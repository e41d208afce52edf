"""The published contract of `homeward timetable explain`: schema, example, codes."""

import json
from argparse import Namespace
from pathlib import Path

from jsonschema import Draft202012Validator

from homeward.timetable.commands import check, explain
from homeward.timetable.solver.explaining.unplaced import NEVER_OFFERED
from homeward.timetable.solver.placing.blocker import CODES
from homeward.timetable.tests.solver.world import World

CONTRACT = Path(__file__).parents[4] / "docs" / "contracts" / "timetable-explain"


def read(name):
    return json.loads((CONTRACT / name).read_text(encoding="utf-8"))


def test_the_example_is_answered_as_printed_and_follows_its_schema():
    instance = read("examples/small.instance.json")
    schedule = Namespace(schedule=read("examples/one_missing.schedule.json"))
    assert check(instance, arguments=schedule)[0]["violations"] == []
    answer, status = explain(instance, arguments=schedule)
    assert (answer, status) == (read("examples/one_missing.answer.json"), 0)
    Draft202012Validator(read("answer.schema.json")).validate(answer)


def test_the_records_that_would_do_follow_the_schema_too():
    """Found in a process of its own; each is one of the client's days, and nobody else moves."""
    schedule = Namespace(schedule=read("examples/one_missing.schedule.json"), remedies=True)
    answer, _status = explain(read("examples/small.instance.json"), arguments=schedule)
    Draft202012Validator(read("answer.schema.json")).validate(answer)
    would_do = answer[0]["would_do"]
    assert would_do
    assert all(len(each["records"]) == 1 and each["moved"] == [] for each in would_do)


def test_a_week_that_lacks_nothing_has_nothing_to_explain():
    world = World()
    assert explain(world.instance, arguments=Namespace(schedule=world.schedule)) == ([], 0)


def test_the_page_names_every_code_and_whether_it_is_offered():
    page = (CONTRACT / "README.md").read_text(encoding="utf-8")
    for code, sentence in CODES.items():
        assert f"| {code} | {sentence} | {'no' if code in NEVER_OFFERED else 'yes'} |" in page
