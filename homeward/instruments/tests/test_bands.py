"""The edges of every band of every shipped score, as a clinician would check them."""

import pytest

from homeward.instruments import library
from homeward.instruments.tests.answering import answers_totalling, result_of

EDGES = [
    (instrument_id, key.id, value, band.code, {})
    for instrument_id in library.instrument_ids()
    for key in library.instrument(instrument_id).scores
    if key.method == "sum" and not key.item_maps
    for band in key.bands
    for value in {band.low, band.high}
]


@pytest.mark.parametrize(("instrument_id", "score_id", "value", "band", "parameters"), EDGES)
def test_each_band_begins_and_ends_where_its_source_says(
    instrument_id, score_id, value, band, parameters
):
    answers = answers_totalling(instrument_id, score_id, value)
    key = library.instrument(instrument_id).score(score_id)
    if key.missing and key.missing.gate and key.missing.gate not in key.items:
        answers[key.missing.gate] = 1

    scored = result_of(instrument_id, answers, **parameters).scores[score_id]

    assert (scored.value, scored.band.code) == (value, band)


@pytest.mark.parametrize(
    ("instrument_id", "total", "band"),
    [
        ("phq9", 4, "minimal"),
        ("phq9", 5, "mild"),
        ("phq9", 9, "mild"),
        ("phq9", 10, "moderate"),
        ("phq9", 14, "moderate"),
        ("phq9", 15, "moderately_severe"),
        ("phq9", 19, "moderately_severe"),
        ("phq9", 20, "severe"),
        ("gad7", 4, "minimal"),
        ("gad7", 5, "mild"),
        ("gad7", 10, "moderate"),
        ("gad7", 15, "severe"),
        ("ciwa_ar", 9, "mild"),
        ("ciwa_ar", 10, "moderate"),
        ("ciwa_ar", 18, "moderate"),
        ("ciwa_ar", 19, "severe"),
        ("cows", 4, "none"),
        ("cows", 5, "mild"),
        ("cows", 12, "mild"),
        ("cows", 13, "moderate"),
        ("cows", 24, "moderate"),
        ("cows", 25, "moderately_severe"),
        ("cows", 36, "moderately_severe"),
        ("audit", 7, "zone1"),
        ("audit", 8, "zone2"),
        ("audit", 16, "zone3"),
        ("audit", 20, "zone4"),
    ],
)
def test_the_published_cuts_of_the_core_set(instrument_id, total, band):
    answers = answers_totalling(instrument_id, "total", total)
    assert result_of(instrument_id, answers).scores["total"].band.code == band


@pytest.mark.parametrize(
    ("sex", "total", "band"),
    [
        ("female", 2, "negative"),
        ("female", 3, "positive"),
        ("male", 3, "negative"),
        ("male", 4, "positive"),
        ("unknown", 2, "negative"),
        ("unknown", 3, "positive"),
        (None, 3, "positive"),
    ],
)
def test_audit_c_uses_the_lower_cut_while_sex_is_unknown_and_says_so(sex, total, band):
    parameters = {"sex_at_birth": sex} if sex else {}
    result = result_of("audit_c", answers_totalling("audit_c", "total", total), **parameters)

    assert result.scores["total"].band.code == band
    said = [note.code for note in result.notes] == ["lower_cut_used_parameter_unknown"]
    assert said == (sex in (None, "unknown"))


@pytest.mark.parametrize(
    ("substance", "cut"),
    [
        ("heroin", 5),
        ("amphetamine", 5),
        ("cocaine", 3),
        ("cannabis", 3),
        ("alcohol", 3),
        ("benzodiazepine", 7),
    ],
)
def test_sds_cuts_differ_by_substance(substance, cut):
    below = result_of("sds", answers_totalling("sds", "total", cut - 1), substance=substance)
    reached = result_of("sds", answers_totalling("sds", "total", cut), substance=substance)
    assert below.scores["total"].band.code == "below_cut"
    assert reached.scores["total"].band.code == "dependent"


def test_sds_shows_no_band_until_the_substance_is_known():
    result = result_of("sds", answers_totalling("sds", "total", 15))
    assert result.scores["total"].value == 15
    assert result.scores["total"].band is None
    assert [note.code for note in result.notes] == ["no_band_parameter_unknown"]
