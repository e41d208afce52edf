"""What every test of the house has: its own audit lane, the present time, the cast.

Also the order in which files go to the workers, and how often garbage is looked for.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings

from homeward.audit import ledger
from homeward.config.launch.web import calm_the_collector
from homeward.core import clock

pytest_plugins = ["homeward.testing.cast"]
HOUSE = Path(__file__).parent / "homeward"

# A busy machine is slow without being wrong; how long things take is measured by the benches.
settings.register_profile("homeward", deadline=None)
settings.load_profile("homeward")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take minutes first, then those of many tests; a file keeps its own order.

    A worker that met a journey of two minutes as its last file would let the others wait for it.
    """
    sizes = Counter(item.path for item in items)
    slow = {item.path for item in items if _takes_long(item)}
    house = {path for path in sizes if path.is_relative_to(HOUSE)}
    items.sort(
        key=lambda item: (item.path not in slow, item.path in house, -sizes[item.path], item.path)
    )


def _takes_long(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "slow"))


def pytest_collection_finish() -> None:
    """Everything is loaded now and stays: rounds over all of it find nothing."""
    calm_the_collector()


@pytest.fixture(autouse=True)
def _own_lane() -> Iterator[None]:
    """A test's transaction is undone at its end; the next one counts from 1 again."""
    ledger.begin_lane()
    yield
    clock.shift_to(None)


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A page read in Spanish leaves its worker speaking Spanish; each test begins in English."""
    translation.deactivate()
    yield
    translation.deactivate()
