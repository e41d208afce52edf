"""One fixed day for the pages of the way in."""

from collections.abc import Iterator

import pytest

from homeward.core import clock
from homeward.testing.cast import NOON


@pytest.fixture
def tuesday() -> Iterator[None]:
    """The clock stands at noon of the cast's day."""
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)
