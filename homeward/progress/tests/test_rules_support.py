"""Who counts as support beside somebody: the newest word, and never a person who is kept away."""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.progress.rules.support import Said, support_said

MAY = datetime(2026, 5, 4, 15, tzinfo=UTC)


def yes(days, *people):
    return Said(MAY + timedelta(days=days), is_there=True, people=people)


def no(days):
    return Said(MAY + timedelta(days=days), is_there=False)


@pytest.mark.parametrize(
    ("said", "kept_away", "is_any_away", "expected"),
    [
        # Nobody said anything: not known, whoever is on file.
        ([], (), False, None),
        ([], (), True, None),
        # A yes without a name counts while it can mean nobody who is kept away.
        ([yes(0)], (), False, True),
        ([yes(0)], (), True, None),
        ([no(0)], (), False, False),
        # By name: one who is not kept away is enough.
        ([yes(0, "kim")], (), True, True),
        ([yes(0, "kim")], ("kim",), True, None),
        ([yes(0, "kim", "rosa")], ("kim",), True, True),
        # The newest word holds; at the same moment a no weighs more.
        ([yes(0, "rosa"), no(1)], (), False, False),
        ([no(0), yes(1, "rosa")], (), False, True),
        ([no(0), yes(0, "rosa")], (), False, False),
        # A later yes that means somebody kept away is no yes, and the no is not the last word.
        ([no(0), yes(1, "kim")], ("kim",), True, None),
        ([no(0), yes(1)], (), True, None),
        ([yes(0), yes(5, "kim")], ("kim",), True, None),
    ],
)
def test_support_is_what_was_said(said, kept_away, is_any_away, expected):
    for told in (said, said[::-1]):
        assert support_said(told, kept_away, is_any_away=is_any_away) is expected
