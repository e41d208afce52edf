"""Every topic of the shipped programs has its texts, and clients can read theirs."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from homeward.curriculum.rules.run_sheet import missing_parts
from homeward.curriculum.shipped import codes, shipped_of
from homeward.curriculum.words import MODELS
from homeward.kernel.reading_grade import grade_of
from homeward.publishing.rules.markup import plain_words, problems_in

PROGRAMS = Path(__file__).resolve().parents[3] / "programs"
SHAPES = {(kind, language) for kind in ("handout", "run_sheet") for language in ("en", "es")}
GRADE = Decimal(6)


def topics_of(name):
    return [row["code"] for row in tomllib.loads((PROGRAMS / name).read_text())["topics"]]


@pytest.mark.parametrize("name", ["cedar-house.toml", "juniper-valley.toml"])
def test_each_topic_of_a_program_has_handouts_and_a_run_sheet(name):
    topics = topics_of(name)
    assert len(topics) >= 30
    assert {code: set(shipped_of(code)) for code in topics} == dict.fromkeys(topics, SHAPES)


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_topic_reads_well(code):
    """Handouts at grade 6, a model that has words, a run sheet with its three parts."""
    for (kind, language), text in shipped_of(code).items():
        words = text.wording
        assert words.title and words.lead and text.therapy_model in MODELS
        assert problems_in(words.body) == ()
        if kind == "run_sheet":
            assert missing_parts(words.body) == ()
            continue
        said = plain_words(f"{words.title}\n\n{words.lead}\n\n{words.body}".replace("_", ""))
        assert grade_of(said, language) <= GRADE, (code, language)


def test_a_run_sheet_without_homework_is_noticed():
    assert missing_parts("## Check-in\n\na\n\n## Exercise\n\nb") == ("homework",)
    assert missing_parts("") == ("check_in", "exercise", "homework")
