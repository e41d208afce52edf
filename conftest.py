"""What every test of the house has: its own audit lane, the present time, the cast."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from homeward.audit import ledger
from homeward.core import clock

pytest_plugins = ["homeward.testing.cast"]

# A busy machine is slow without being wrong; how long things take is measured by the benches.
settings.register_profile("homeward", deadline=None)
settings.load_profile("homeward")


@pytest.fixture(autouse=True)
def _own_lane() -> Iterator[None]:
    """A test's transaction is undone at its end; the next one counts from 1 again."""
    ledger.begin_lane()
    yield
    clock.shift_to(None)
