"""Short ways to answer a shipped instrument in a test."""

from homeward.instruments import library
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import Result, score


def result_of(instrument_id, answers, *, stage=Stage.SUBMITTED, **parameters) -> Result:
    """Score answers given by linkId."""
    instrument = library.instrument(instrument_id)
    return score(instrument, answers_of(answers, instrument), parameters, stage)


def all_at(instrument_id, score_id, value):
    """Every item of a score at one value."""
    return dict.fromkeys(library.instrument(instrument_id).score(score_id).items, value)


def answers_totalling(instrument_id, score_id, total):
    """Answers of a sum score that add up to a total, found by trying every reachable sum."""
    instrument = library.instrument(instrument_id)
    reached = {0: {}}
    for name in instrument.score(score_id).items:
        reached = {
            sofar + value: {**answers, name: value}
            for sofar, answers in reached.items()
            for value in sorted(set(instrument.items[name].values))
        }
    return reached[total]
