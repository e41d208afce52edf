"""The published schemas, examples and pages say what the engine does."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from homeward.consents.commands import decide
from homeward.consents.rules import codes
from homeward.consents.words import OBLIGATIONS, REASONS
from homeward.kernel.bad_input import BadInput

from .cases import CHAPTERS
from .cases.page import PAGE, as_markdown
from .random_worlds import document

DOCS = PAGE.parents[2]
FOLDER = PAGE.parent
EXAMPLES = sorted((FOLDER / "examples").glob("*.question.json"))
REFUSED = sorted((FOLDER / "examples").glob("*.refused.json"))


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


QUESTION_SCHEMA = load(FOLDER / "question.schema.json")
ANSWER_SCHEMA = load(FOLDER / "answer.schema.json")
QUESTION = Draft202012Validator(QUESTION_SCHEMA)
ANSWER = Draft202012Validator(ANSWER_SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_answered_as_published(path: Path) -> None:
    question = load(path)
    expected = load(path.with_name(path.name.replace(".question.", ".answer.")))
    QUESTION.validate(question)
    ANSWER.validate(expected)
    assert decide(question, arguments=()) == (expected, 0)


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_a_refused_example_names_its_field(path: Path) -> None:
    example = load(path)
    assert not QUESTION.is_valid(example["question"])
    with pytest.raises(BadInput) as fault:
        decide(example["question"], arguments=())
    assert fault.value.path == example["path"]


def test_every_row_of_the_table_fits_the_schemas() -> None:
    for case in (case for cases in CHAPTERS.values() for case in cases):
        QUESTION.validate(case.question)
        ANSWER.validate(decide(case.question, arguments=())[0])


def test_random_worlds_fit_the_schemas() -> None:
    dice = random.Random(13)
    for _ in range(60):
        question = document(dice)
        QUESTION.validate(question)
        ANSWER.validate(decide(question, arguments=())[0])


def test_the_schemas_list_the_codes_of_the_rules() -> None:
    asked, told = QUESTION_SCHEMA["$defs"], ANSWER_SCHEMA["$defs"]
    assert set(asked["purpose"]["enum"]) == codes.PURPOSES
    assert set(asked["record_class"]["enum"]) == codes.RECORD_CLASSES
    assert set(asked["recipient_class"]["enum"]) == codes.RECIPIENT_CLASSES
    assert set(told["reason"]["enum"]) == set(REASONS)
    assert set(told["obligation"]["enum"]) == set(OBLIGATIONS)
    assert told["answer"]["properties"]["basis"]["enum"] == [*codes.BASES, None]


def test_the_page_of_cases_is_current() -> None:
    """Rewrite it with `python -m homeward.consents.tests.cases.page`."""
    assert PAGE.read_text(encoding="utf-8") == as_markdown()


def test_the_worked_examples_of_the_prose_are_true() -> None:
    """Each `examples/NAME` in the prose is followed by the answer's effect in the same line."""
    prose = (DOCS / "algorithms" / "consent-decision.md").read_text(encoding="utf-8")
    told = re.findall(r"`examples/([a-z-]+)`[^\n]*\*\*(permit|deny|partial)\*\*", prose)
    assert {name for name, _ in told} == {path.name.split(".")[0] for path in EXAMPLES}
    for name, effect in told:
        assert load(FOLDER / "examples" / f"{name}.answer.json")["effect"] == effect


def test_every_code_is_explained_in_the_reference() -> None:
    reference = (FOLDER / "README.md").read_text(encoding="utf-8")
    for code in [*REASONS, *OBLIGATIONS, *codes.BASES]:
        assert f"`{code}`" in reference, code
