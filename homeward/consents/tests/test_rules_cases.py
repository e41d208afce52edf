"""Every row of the table a privacy officer reads, through the published command."""

import pytest

from homeward.consents.commands import decide
from homeward.consents.rules.citations import CITATIONS
from homeward.consents.words import REASONS

from .cases import CHAPTERS
from .cases.case import Case, in_words

ROWS = [case for cases in CHAPTERS.values() for case in cases]


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.situation)
def test_case(case: Case) -> None:
    answer, code = decide(case.question, arguments=())
    assert (in_words(answer), code) == (case.answer, 0)


def test_every_situation_is_told_once() -> None:
    assert len({case.situation for case in ROWS}) == len(ROWS) >= 120


def test_every_row_cites_the_law() -> None:
    assert all(case.citation.startswith("42 CFR 2.") for case in ROWS)


def test_every_reason_has_its_section() -> None:
    assert set(REASONS) == set(CITATIONS)
