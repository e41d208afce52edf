"""Every shipped definition loads; every damaged one is refused, naming where."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.instruments import library
from homeward.instruments.rules.definition import load
from homeward.kernel.bad_input import BadInput


def document(instrument_id):
    return json.loads((library.FOLDER / f"{instrument_id}.json").read_text(encoding="utf-8"))


def test_twenty_nine_instruments_are_shipped_and_load():
    assert len(library.instrument_ids()) == 29
    for instrument_id in library.instrument_ids():
        instrument = library.instrument(instrument_id)
        assert instrument.id == instrument_id
        assert instrument.meta["attribution"]


def without(body, *keys):
    for key in keys[:-1]:
        body = body[key]
    del body[keys[-1]]


def put(body, value, *keys):
    for key in keys[:-1]:
        body = body[key]
    body[keys[-1]] = value


@pytest.mark.parametrize(
    ("damage", "path"),
    [
        (lambda d: without(d, "schema"), "schema"),
        (lambda d: put(d, "homeward-instrument/2", "schema"), "schema"),
        (lambda d: put(d, 1, "extra"), "extra"),
        (lambda d: without(d, "questionnaire", "item"), "questionnaire.item"),
        (
            lambda d: put(d, "2", "questionnaire", "item", 0, "linkId"),
            "questionnaire.item[1].linkId",
        ),
        (
            lambda d: put(d, "string", "questionnaire", "item", 0, "type"),
            "questionnaire.item[0].type",
        ),
        (
            lambda d: put(d, [], "questionnaire", "item", 0, "answerOption", 1, "extension"),
            "questionnaire.item[0].answerOption[1].extension",
        ),
        (
            lambda d: put(
                d, "0", "questionnaire", "item", 0, "answerOption", 1, "valueCoding", "code"
            ),
            "questionnaire.item[0].answerOption[1].valueCoding.code",
        ),
        (lambda d: put(d, "mean", "scoring", "scores", 0, "method"), "scoring.scores[0].method"),
        (lambda d: put(d, "99", "scoring", "scores", 0, "items", 3), "scoring.scores[0].items[3]"),
        (
            lambda d: put(d, [0, 26], "scoring", "scores", 0, "range"),
            "scoring.scores[0].bands[4].high",
        ),
        (
            lambda d: put(d, 6, "scoring", "scores", 0, "bands", 1, "low"),
            "scoring.scores[0].bands[1].low",
        ),
        (
            lambda d: put(d, 9, "scoring", "scores", 0, "missing", "max_missing"),
            "scoring.scores[0].missing.max_missing",
        ),
        (
            lambda d: without(d, "scoring", "scores", 0, "missing", "method"),
            "scoring.scores[0].missing.max_missing",
        ),
        (lambda d: put(d, 1, "scoring", "scores", 0, "threshold"), "scoring.scores[0].threshold"),
        (lambda d: without(d, "scoring", "scores", 1, "threshold"), "scoring.scores[1].threshold"),
        (lambda d: put(d, "=>", "scoring", "safety", 0, "when", "op"), "scoring.safety[0].when.op"),
        (
            lambda d: put(d, "77", "scoring", "safety", 0, "when", "item"),
            "scoring.safety[0].when.item",
        ),
        (
            lambda d: put(d, "soon", "scoring", "safety", 0, "severity"),
            "scoring.safety[0].severity",
        ),
        (lambda d: without(d, "scoring", "safety", 0, "action"), "scoring.safety[0].action"),
        (lambda d: put(d, {}, "scoring", "safety", 1, "when"), "scoring.safety[1].when"),
        (lambda d: without(d, "scoring", "rules", 0, "default"), "scoring.rules[0].default"),
    ],
)
def test_a_damaged_definition_is_refused_at_its_path(damage, path):
    body = document("phq9")
    damage(body)
    with pytest.raises(BadInput) as refusal:
        load(body)
    assert refusal.value.path == path


def places(body, path=()):
    """Every place in a JSON document."""
    if isinstance(body, dict):
        for key, value in body.items():
            yield (*path, key)
            yield from places(value, (*path, key))
    elif isinstance(body, list):
        for position, value in enumerate(body):
            yield (*path, position)
            yield from places(value, (*path, position))


JUNK = st.sampled_from([None, True, -1, 1.5, float("nan"), "", "x", [], {}, [[]], {"op": 1}])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["phq9", "cssrs_screener", "bam_r", "promis_g10", "whodas12", "audit_c"]),
    st.data(),
)
def test_any_damage_is_refused_or_harmless_but_never_a_crash(instrument_id, data):
    body = document(instrument_id)
    place = data.draw(st.sampled_from(sorted(places(body), key=str)))
    put(body, data.draw(JUNK), *place)
    mends = ["accepted"]
    try:
        load(body)
    except BadInput as refusal:
        mends = [refusal.mend]
    assert all(mends)
