"""Every code a placement decision can carry has words for the screen."""

from homeward.kernel import levels
from homeward.placement import words
from homeward.placement.rules import published
from homeward.placement.rules.recommend import SERVICES


def test_every_code_has_words():
    assert set(words.REASONS) == set(published.REASON_CODES)
    assert set(words.HOLDS) == set(published.HOLD_CODES)
    assert set(words.WHY_NOT) == set(published.WHY_NOT_CODES)
    assert set(words.DISCREPANCIES) == set(published.DISCREPANCY_CODES)
    assert set(words.SERVICES) == set(SERVICES)


def test_every_level_of_each_edition_has_a_name():
    for edition, names in words.LEVELS.items():
        codes = {each.code for each in levels.LEVELS if each.edition == edition}
        assert set(names) == codes | {"emergency"}
