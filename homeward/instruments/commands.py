"""`homeward instruments score`: score answers without a browser."""

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from homeward.instruments import library
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.instrument import Instrument
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import Note, Result
from homeward.instruments.rules.scoring import score as score_answers
from homeward.kernel import shape

DONE = 0


def score(document: object, *, arguments: Namespace | None = None) -> tuple[object, int]:
    """Score one request, or each of a list; raises BadInput naming the path of the first fault."""
    if isinstance(document, list):
        return [_score_one(entry, f"[{place}]") for place, entry in enumerate(document)], DONE
    return _score_one(document, ""), DONE


def _score_one(document: object, path: str) -> dict[str, Any]:
    body = shape.an_object(
        document, path, needs=("instrument", "answers"), may=("parameters", "stage")
    )
    instrument_id = shape.one_of(
        body["instrument"], shape.under(path, "instrument"), library.instrument_ids()
    )
    instrument = library.instrument(instrument_id)
    parameters = _parameters(
        body.get("parameters", {}), shape.under(path, "parameters"), instrument
    )
    answers = answers_of(body["answers"], instrument, shape.under(path, "answers"))
    stage = Stage(shape.one_of(body.get("stage", "submitted"), shape.under(path, "stage"), Stage))
    return result_to_json(score_answers(instrument, answers, parameters, stage))


def _parameters(value: object, path: str, instrument: Instrument) -> dict[str, str]:
    """Known parameters; those this instrument does not read are allowed, as a batch shares them."""
    known = library.parameter_values()
    given = shape.an_object(value, path, may=known)
    own = {
        score.bands_by.parameter: (*score.bands_by.choices, "unknown")
        for score in instrument.scores
        if score.bands_by
    }
    return {
        name: shape.one_of(given[name], f"{path}.{name}", own.get(name, sorted(known[name])))
        for name in given
    }


def result_to_json(result: Result) -> dict[str, Any]:
    """The published form of a result."""
    return {
        "instrument": result.instrument,
        "version": result.version,
        "scores": {
            name: {
                "value": scored.value,
                "band": scored.band.code if scored.band else None,
                "missing": list(scored.missing),
            }
            for name, scored in result.scores.items()
        },
        "rules": {
            name: {"result": outcome.result, "incomplete": outcome.incomplete}
            for name, outcome in result.rules.items()
        },
        "safety": [
            {"id": rule.id, "severity": rule.severity, "action": rule.action, "due": rule.due}
            for rule in result.safety
        ],
        "notes": [_note_to_json(note) for note in result.notes],
        "scorer_version": result.scorer_version,
    }


def _note_to_json(note: Note) -> Mapping[str, Any]:
    return {
        "code": note.code,
        "score": note.score,
        "items": list(note.items),
        "parameter": note.parameter,
    }
