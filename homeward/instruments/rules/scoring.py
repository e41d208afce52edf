"""Score one set of answers by one instrument's published key.

The same answers, parameters and versions give the same result for ever; a stored score is never
overwritten. Source: `docs/algorithms/instrument-scoring.md` and the sources each key names.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.instruments.rules.bands import band_for
from homeward.instruments.rules.consistency import contradictions
from homeward.instruments.rules.expressions import Known, comparisons
from homeward.instruments.rules.instrument import Band, Instrument, Number, SafetyRule, Score
from homeward.instruments.rules.methods import METHODS
from homeward.instruments.rules.missing import Answered
from homeward.instruments.rules.outcomes import Outcome, outcome_of
from homeward.instruments.rules.safety import Stage, findings

SCORER_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Scored:
    """One score: null when the missing rule says so, and then without a band."""

    value: Number | None
    band: Band | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the reader of a result; `items` are linkIds, or a safety rule's id."""

    code: str
    score: str | None = None
    items: tuple[str, ...] = ()
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything one scoring says."""

    instrument: str
    version: str
    scores: Mapping[str, Scored]
    rules: Mapping[str, Outcome]
    safety: tuple[SafetyRule, ...]
    notes: tuple[Note, ...]
    scorer_version: str = SCORER_VERSION


def score(
    instrument: Instrument,
    answers: Mapping[str, Number],
    parameters: Mapping[str, str],
    stage: Stage = Stage.SUBMITTED,
) -> Result:
    """Scores in the key's order, then rules, then safety; raw answers stay as they are."""
    answered = Answered.of(instrument, answers)
    values: dict[str, Number | None] = {}
    scored: dict[str, Scored] = {}
    notes: list[Note] = []
    for key in instrument.scores:
        values[key.id] = METHODS[key.method].value_of(key, answered, values)
        choice = band_for(key, values[key.id], parameters)
        scored[key.id] = Scored(values[key.id], choice.band, answered.missing_for(key))
        notes += _notes_on(key, scored[key.id], choice.note, answered)
    outcomes: dict[str, Outcome] = {}
    for rule in instrument.rules:
        so_far = {rule_id: outcome.result for rule_id, outcome in outcomes.items()}
        outcomes[rule.id] = outcome_of(rule, instrument, answered, Known(answers, values, so_far))
    known = Known(
        answers,
        values,
        {name: outcome.result for name, outcome in outcomes.items()},
        is_handed_in=stage is Stage.SUBMITTED,
    )
    notes += [Note(c.code, items=(c.item, c.limit)) for c in contradictions(instrument.id, answers)]
    notes += _already_past(instrument, answers, scored)
    return Result(
        instrument=instrument.id,
        version=instrument.version,
        scores=scored,
        rules=outcomes,
        safety=findings(instrument.safety, known),
        notes=tuple(notes),
    )


def _notes_on(key: Score, scored: Scored, about_band: str | None, answered: Answered) -> list[Note]:
    notes = []
    if about_band and key.bands_by:
        notes.append(Note(about_band, score=key.id, parameter=key.bands_by.parameter))
    if scored.value is not None and scored.missing and key.missing and key.missing.prorates:
        notes.append(Note("prorated", score=key.id, items=scored.missing))
    if clash := answered.clashes(key):
        notes.append(Note("only_one_expected", score=key.id, items=clash))
    return notes


def _already_past(
    instrument: Instrument, answers: Mapping[str, Number], scored: Mapping[str, Scored]
) -> list[Note]:
    """Totals too incomplete to report whose answered items alone already reach a safety cut.

    The total stays null and the published key stays silent; the reader is told all the same,
    because the missing items of these sums can only add.
    """
    notes = []
    for rule in instrument.safety:
        for compared in comparisons(rule.when):
            if compared.subject != "score" or compared.op not in (">=", ">"):
                continue
            key = instrument.score(compared.names[0])
            if scored[key.id].value is not None or key.method != "sum" or key.item_maps:
                continue
            reached = sum(
                answers[name] if name in answers else min(instrument.items[name].values)
                for name in key.items
            )
            enough = reached >= compared.value if compared.op == ">=" else reached > compared.value
            if enough:
                notes.append(Note("answered_items_already_reach_cut", key.id, items=(rule.id,)))
    return notes
