"""Every code a shipped instrument can return has words for the screen."""

from homeward.instruments import library, words

SHIPPED = [library.instrument(instrument_id) for instrument_id in library.instrument_ids()]


def test_every_band_has_words():
    codes = {
        band.code
        for instrument in SHIPPED
        for score in instrument.scores
        for bands in (score.bands, *(score.bands_by.choices.values() if score.bands_by else ()))
        for band in bands
    }
    assert codes == set(words.BANDS)


def test_every_result_has_words():
    codes = {
        result
        for instrument in SHIPPED
        for rule in instrument.rules
        for result in (rule.default, *(branch.result for branch in rule.branches))
    }
    assert codes | {"incomplete"} == set(words.RESULTS)


def test_every_safety_rule_has_an_action_a_severity_and_a_time():
    rules = [rule for instrument in SHIPPED for rule in instrument.safety]
    assert {rule.id for rule in rules} == set(words.SAFETY_ACTIONS)
    assert {rule.severity for rule in rules} <= set(words.SEVERITIES)
    assert {rule.due for rule in rules} <= set(words.DUE)
