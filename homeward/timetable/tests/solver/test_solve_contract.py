"""The published contract of `homeward timetable solve`."""

import json
from argparse import ArgumentParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.kernel.bad_input import BadInput
from homeward.timetable.planning_commands import solve, solve_arguments
from homeward.timetable.tests.solver.world import World

ROOT = Path(__file__).parents[4]
CONTRACTS = ROOT / "docs" / "contracts"
CHECK, CONTRACT = CONTRACTS / "timetable-check", CONTRACTS / "timetable-solve"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def arguments(*words):
    parser = ArgumentParser()
    solve_arguments(parser)
    return parser.parse_args(words)


def test_the_example_is_planned_as_printed_and_the_file_holds_its_schedule(tmp_path):
    """The answer is valid, the schedule is the published one, byte for byte in its values."""
    out = tmp_path / "week.json"
    week = read(CHECK / "examples" / "small.instance.json")
    answer, status = solve(week, arguments=arguments("--out", str(out), "--effort", "1"))
    Draft202012Validator(read(CONTRACT / "answer.schema.json")).validate(answer)
    assert status == 0
    assert answer == read(CONTRACT / "examples" / "small.answer.json")
    assert read(out) == read(CONTRACT / "examples" / "small.schedule.json")


def test_out_of_time_the_file_still_holds_a_checked_schedule(tmp_path):
    """The clock fires at once; the greedy week is in the file and the answer says so."""
    out = tmp_path / "week.json"
    words = arguments("--out", str(out), "--seconds", "0")
    answer, _status = solve(World().instance, arguments=words)
    assert answer["deadline_fired"]
    assert read(out)["groups"]


def test_a_fault_is_named_by_its_path_before_anything_is_written(tmp_path):
    """Bad input leaves no file."""
    out = tmp_path / "week.json"
    with pytest.raises(BadInput) as refusal:
        solve({"meta": {}}, arguments=arguments("--out", str(out)))
    assert refusal.value.path == "services"
    assert not out.exists()
