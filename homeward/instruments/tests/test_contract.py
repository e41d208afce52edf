"""The published contract of `homeward instruments score`: schemas, examples, refusals."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.instruments.commands import score
from homeward.kernel.bad_input import BadInput

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "instruments-score"
EXAMPLES = sorted((CONTRACT / "examples").glob("*.request.json"))


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name):
    schema = read(CONTRACT / f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_example_is_valid_and_answered_as_printed(path):
    request = read(path)
    validator("request").validate(request)

    answer, exit_code = score(request)

    printed = read(path.with_name(path.name.replace(".request.", ".response.")))
    assert (json.loads(json.dumps(answer)), exit_code) == (printed, 0)
    validator("response").validate(printed)


def refused_path(document):
    """Where a document is refused."""
    with pytest.raises(BadInput) as refusal:
        score(document)
    assert refusal.value.mend
    return refusal.value.path


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("phq9", ""),
        (None, ""),
        ({}, "instrument"),
        ({"instrument": "phq9"}, "answers"),
        ({"instrument": "phq99", "answers": {}}, "instrument"),
        ({"instrument": 9, "answers": {}}, "instrument"),
        ({"instrument": "../phq9", "answers": {}}, "instrument"),
        ({"instrument": "phq9", "answers": {}, "answer": {}}, "answer"),
        ({"instrument": "phq9", "answers": []}, "answers"),
        ({"instrument": "phq9", "answers": {"11": 0}}, "answers.11"),
        ({"instrument": "phq9", "answers": {"1": 4}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": -1}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": 1.5}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": float("nan")}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": "often"}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": True}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": None}}, "answers.1"),
        ({"instrument": "phq9", "answers": {"1": [2]}}, "answers.1"),
        ({"instrument": "bam_r", "answers": {"4": 31}}, "answers.4"),
        ({"instrument": "bam_r", "answers": {"4": "3"}}, "answers.4"),
        ({"instrument": "bam_r", "answers": {"7A": 2.5}}, "answers.7A"),
        ({"instrument": "phq9", "answers": {}, "parameters": {"sex": "female"}}, "parameters.sex"),
        (
            {"instrument": "audit_c", "answers": {}, "parameters": {"sex_at_birth": "f"}},
            "parameters.sex_at_birth",
        ),
        (
            {"instrument": "sds", "answers": {}, "parameters": {"substance": "tobacco"}},
            "parameters.substance",
        ),
        ({"instrument": "phq9", "answers": {}, "stage": "draft"}, "stage"),
        ([{"instrument": "phq9", "answers": {}}, {"instrument": "phq9"}], "[1].answers"),
        ([{"instrument": "phq9", "answers": {"1": 9}}], "[0].answers.1"),
    ],
)
def test_bad_input_is_refused_at_its_path(document, path):
    assert refused_path(document) == path


def test_a_code_and_its_ordinal_are_the_same_answer():
    by_code, _ = score({"instrument": "cssrs_screener", "answers": {"2": "Y", "6": "N"}})
    by_ordinal, _ = score({"instrument": "cssrs_screener", "answers": {"2": 1, "6": 0.0}})
    assert by_code == by_ordinal


def test_a_list_gives_a_list_and_an_empty_one_an_empty_one():
    assert score([]) == ([], 0)
    answers, _ = score(
        [{"instrument": "phq2", "answers": {}}, {"instrument": "gad2", "answers": {}}]
    )
    assert [each["instrument"] for each in answers] == ["phq2", "gad2"]


def test_no_answer_carries_the_wording_of_an_item():
    """Loader-only wording must not leave through exports."""
    answer, _ = score({"instrument": "dast10", "answers": {"1": 1}})
    assert "text" not in json.dumps(answer)
