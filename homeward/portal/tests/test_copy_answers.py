"""The copy says what came out of each answered form, in words, and keeps back what stays inside."""

import json

import pytest

from homeward.core import clock
from homeward.instruments.models import Response


def answered(cast, name, scores, answers, **facts):
    return Response.objects.create(
        client=cast.jo.row, site=cast.site, instrument=name, instrument_version="1",
        scorer_version="1", answered_at=clock.now(), answers=answers, scores=scores, **facts,
    )  # fmt: skip


@pytest.fixture
def jo(cast, client):
    """Jo answered a form on mood in full, one in part, and two that stay with the team."""
    mood = {
        "total": {"value": 13, "band": "moderate", "missing": []},
        "symptom_count": {"value": None, "band": None, "missing": ["9"]},
    }
    unseen = {"result": "negative", "incomplete": True}
    answered(cast, "phq9", mood, {"1": 2}, rules={"algorithm": unseen})
    needs = {
        "food": {"value": 1, "band": "need", "missing": []},
        "safety": {"value": 17, "band": "positive", "missing": []},
    }
    answered(cast, "ahc_hrsn", needs, {})
    answered(cast, "ace10", {"total": {"value": 9, "band": "high", "missing": []}}, {})
    client.force_login(cast.jo.account)
    return client


def test_each_score_stands_with_its_band_in_words(jo):
    page = jo.get("/me/record/copy/to-read/").content.decode()
    assert "Patient Health Questionnaire-9 (PHQ-9)" in page
    assert "Total: 13, moderate" in page
    assert "no score: 1 items unanswered" in page
    assert "nothing is ruled out" in page
    assert "Food: 1, a need" in page
    for raw in ("{", "&#x27;band", "'band'", "loader only"):
        assert raw not in page[page.index("<main>") :], raw


def test_a_score_of_masked_answers_stays_with_the_team(jo):
    page = jo.get("/me/record/copy/to-read/").content.decode()
    page = page[page.index("<main>") :]
    assert "Safety: 17" not in page
    assert "Total: 9" not in page
    assert page.count("Your care team keeps some of it.") == 2


def test_the_bundle_has_the_open_scores_as_observations_of_their_answers(jo):
    bundle = json.loads(jo.get("/me/record/copy/for-others/").content)
    found = [entry["resource"] for entry in bundle["entry"]]
    sheets = {f"urn:uuid:{each['id']}" for each in found
              if each["resourceType"] == "QuestionnaireResponse"}  # fmt: skip
    assert len(sheets) == 3
    scores = {each["code"]["text"]: each for each in found if each.get("derivedFrom")}
    assert {name.rsplit(": ")[-1] for name in scores} == {"total", "food"}
    (total,) = [each for name, each in scores.items() if "PHQ-9" in name]
    assert total["valueQuantity"] == {"value": 13}
    assert total["interpretation"] == [{"text": "Moderate"}]
    assert {each["derivedFrom"][0]["reference"] for each in scores.values()} <= sheets
