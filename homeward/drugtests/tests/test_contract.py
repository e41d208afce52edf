"""The published schemas and examples say what the verifier does; so does a second verifier."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.drugtests.commands import verify_draw
from homeward.kernel.bad_input import BadInput

from .second_verifier import holds

FOLDER = Path(__file__).parents[3] / "docs" / "contracts" / "drugtests-verify-draw"
EXAMPLES = sorted((FOLDER / "examples").glob("*.question.json"))
REFUSED = sorted((FOLDER / "examples").glob("*.refused.json"))


def load(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


QUESTION = Draft202012Validator(load(FOLDER / "question.schema.json"))
ANSWER = Draft202012Validator(load(FOLDER / "answer.schema.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_answered_as_published(path):
    question = load(path)
    expected = load(path.with_name(path.name.replace(".question.", ".answer.")))
    QUESTION.validate(question)
    ANSWER.validate(expected)
    assert verify_draw(question, arguments=()) == (expected, 0 if expected["valid"] else 1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_second_verifier_agrees(path):
    """Written from docs/algorithms/fair-draw.md alone; days of the first method are not its."""
    question = load(path)
    if question["method"] == "homeward-draw-1":
        return
    assert holds(question) is verify_draw(question, arguments=())[0]["valid"]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_a_refused_example_names_its_field(path):
    example = load(path)
    assert not QUESTION.is_valid(example["question"])
    with pytest.raises(BadInput) as fault:
        verify_draw(example["question"], arguments=())
    assert fault.value.path == example["path"]


def test_there_are_examples():
    assert len(EXAMPLES) >= 6
    assert len(REFUSED) >= 3
