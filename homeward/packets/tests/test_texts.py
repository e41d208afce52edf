"""The words people sign are easy enough to read, in both languages."""

import pytest

from homeward.kernel.reading_grade import grade_of
from homeward.packets.library import papers, words_of
from homeward.packets.rules.papers import LANGUAGES

OWN = [each for each in papers().values() if not each.consent]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", OWN, ids=lambda each: each.code)
def test_reads_at_sixth_grade_or_below(paper, language):
    grade = grade_of(words_of(paper.code, paper.version, language), language)
    assert grade is not None and grade <= 6
