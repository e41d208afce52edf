"""The published contract of `homeward placement recommend`: schemas, examples, refusals."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from homeward.kernel.bad_input import BadInput
from homeward.placement.commands import recommend

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "placement-recommend"
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

    answer, exit_code = recommend(request)

    printed = read(path.with_name(path.name.replace(".request.", ".response.")))
    assert (json.loads(json.dumps(answer)), exit_code) == (printed, 0)
    validator("response").validate(printed)


def refused_path(document):
    """Where a document is refused."""
    with pytest.raises(BadInput) as refusal:
        recommend(document)
    assert refusal.value.mend
    return refusal.value.path


NOON = "2026-03-02T12:00:00Z"


def asked(**changes):
    """A whole request with some parts changed."""
    return {"edition": "3", "as_of": NOON, "age": 34, "ratings": {"1": 0}, "facts": {}, **changes}


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (7, ""),
        ({}, "edition"),
        (asked(edition=3), "edition"),
        (asked(edition="5"), "edition"),
        (asked(as_of="2026-03-02"), "as_of"),
        (asked(as_of="2026-03-02T12:00:00"), "as_of"),
        (asked(as_of="noon"), "as_of"),
        (asked(as_of=0), "as_of"),
        (asked(age=-1), "age"),
        (asked(age="34"), "age"),
        (asked(age=None), "age"),
        (asked(notes="x"), "notes"),
        (asked(ratings=[0]), "ratings"),
        (asked(ratings={"0": 1}), "ratings.0"),
        (asked(ratings={"7": 1}), "ratings.7"),
        (asked(ratings={"1": 5}), "ratings.1"),
        (asked(ratings={"1": True}), "ratings.1"),
        (asked(ratings={"6": "words"}), "ratings.6"),
        (asked(edition="4", ratings={"6": 2}), "ratings.6"),
        (asked(facts={"ciwa": 3}), "facts.ciwa"),
        (asked(facts={"ciwa_ar": 68}), "facts.ciwa_ar"),
        (asked(facts={"cows": 49}), "facts.cows"),
        (asked(facts={"cows": 3.5}), "facts.cows"),
        (asked(facts={"pregnant": "no"}), "facts.pregnant"),
        (asked(facts={"pregnant": None}), "facts.pregnant"),
        (asked(facts={"suicide_risk": "severe"}), "facts.suicide_risk"),
        (asked(facts={"hours_since_last_drink": -1}), "facts.hours_since_last_drink"),
        (asked(facts={"hours_since_last_drink": float("inf")}), "facts.hours_since_last_drink"),
        (asked(facts={"prefers": "1.5"}), "facts.prefers"),
        (asked(edition="4", facts={"prefers": "1"}), "facts.prefers"),
        (asked(edition="4", facts={"step_down_from": "3.7-WM"}), "facts.step_down_from"),
        (asked(facts={"can_attend_hours_week": 169}), "facts.can_attend_hours_week"),
        ([asked(), asked(ratings={"2": -1})], "[1].ratings.2"),
    ],
)
def test_bad_input_is_refused_at_its_path(document, path):
    assert refused_path(document) == path


def test_a_list_gives_a_list():
    assert recommend([]) == ([], 0)
    answers, _ = recommend([asked(), asked(edition="4")])
    assert [each["rule_set"] for each in answers] == ["place-3", "place-4"]


def test_every_published_code_is_explained_in_the_contract():
    page = (CONTRACT / "codes.md").read_text(encoding="utf-8")
    schema = read(CONTRACT / "response.schema.json")["$defs"]["response"]["properties"]
    codes = [
        *schema["reasons"]["items"]["properties"]["code"]["enum"],
        *schema["holds"]["items"]["properties"]["code"]["enum"],
        *schema["alternatives"]["items"]["properties"]["why_not"]["enum"],
        *schema["discrepancies"]["items"]["enum"],
        *schema["with"]["items"]["enum"],
    ]
    assert [code for code in codes if f"`{code}`" not in page] == []
