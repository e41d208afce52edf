"""Whom a danger pages: a table over colleagues."""

import pytest

from homeward.paging.rules.whom import NOBODY, Colleague, page_whom


def colleague(ref, role, *, duty=False, leads=False, paged=False):
    return Colleague(
        ref=ref, roles=frozenset({role}), is_on_duty=duty, leads=leads, was_paged=paged
    )


DANA = colleague("dana", "counselor", duty=True, leads=True)
RUTH = colleague("ruth", "nurse", duty=True)
TESS = colleague("tess", "technician", duty=True)
SAM = colleague("sam", "supervisor")
FAY = colleague("fay", "front_desk", duty=True)


@pytest.mark.parametrize(
    ("colleagues", "chosen"),
    [
        ([DANA, RUTH, TESS, SAM], "ruth"),
        ([DANA, TESS, SAM], "tess"),  # on duty goes before rank
        ([DANA, SAM], "sam"),
        ([DANA], NOBODY),  # who leads stays with the group
        ([DANA, FAY], NOBODY),  # the front desk goes to nobody in danger
        ([colleague("ruth", "nurse", duty=True, paged=True), TESS, SAM], "tess"),
        ([], NOBODY),
    ],
)
def test_pages_who_is_free_and_nearest(colleagues, chosen):
    """On duty first, then by role; never who leads, nor who was paged before."""
    assert page_whom(colleagues).outcome == chosen
    assert page_whom(reversed(colleagues)).outcome == chosen
