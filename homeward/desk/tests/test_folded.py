"""A long list is folded, and nothing of it is lost."""

import pytest

from homeward.desk.folded import Folded


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (6, 6), (7, 7), (8, 6), (60, 6)])
def test_the_first_stand_open_and_the_rest_follow(count: int, shown: int) -> None:
    """A single last one is not worth a fold."""
    lines = tuple(range(count))
    folded = Folded.of(lines)
    assert len(folded.first) == shown
    assert folded.first + folded.rest == lines
    assert folded.rest_words.startswith(f"{count - shown} more ")
