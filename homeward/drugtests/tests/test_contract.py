"""The published schemas and examples say what the verifier does; so does a second verifier."""

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.drugtests.commands import verify_draw
from homeward.kernel.bad_input import BadInput

FOLDER = Path(__file__).parents[3] / "docs" / "contracts" / "drugtests-verify-draw"
EXAMPLES = sorted((FOLDER / "examples").glob("*.question.json"))
REFUSED = sorted((FOLDER / "examples").glob("*.refused.json"))


def load(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


QUESTION = Draft202012Validator(load(FOLDER / "question.schema.json"))
ANSWER = Draft202012Validator(load(FOLDER / "answer.schema.json"))


def by_the_page(day) -> bool:
    """A second verifier, written from docs/algorithms/fair-draw.md alone."""
    head = f"{day['method']}|{day['pool']}|{day['day']}|"
    if hashlib.sha256((head + day["secret"]).encode()).hexdigest() != day["commitment"]:
        return False
    chosen = []
    for entry in day["roster"]:
        digest = hmac.new(
            bytes.fromhex(day["secret"]), (head + entry["token"]).encode(), hashlib.sha256
        ).digest()
        lot = int.from_bytes(digest[:8], "big")
        if not entry["eligible"] or entry["times_this_month"] >= entry["most_per_month"]:
            continue
        due = 0 < entry["longest_gap_days"] <= entry["days_since_last"]
        if due or lot * entry["days_per_week"] * 30 < entry["tests_per_month"] * 7 * 2**64:
            chosen.append(entry["token"])
    return len(set(chosen)) == len(chosen) and sorted(day["drawn"]) == sorted(chosen)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_answered_as_published(path):
    question = load(path)
    expected = load(path.with_name(path.name.replace(".question.", ".answer.")))
    QUESTION.validate(question)
    ANSWER.validate(expected)
    assert verify_draw(question, arguments=()) == (expected, 0 if expected["valid"] else 1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_second_verifier_agrees(path):
    question = load(path)
    assert by_the_page(question) is verify_draw(question, arguments=())[0]["valid"]


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
