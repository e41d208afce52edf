"""The named cast as a fixture; the people themselves stand in `stage`, without pytest."""

from typing import Any

import pytest

from homeward.testing.stage import (
    LONG_AGO,
    NOON,
    PASSWORD,
    TUESDAY,
    Cast,
    Player,
    as_service,
    make_cast,
)

__all__ = [
    "LONG_AGO",
    "NOON",
    "PASSWORD",
    "TUESDAY",
    "Cast",
    "Player",
    "as_service",
    "cast",
    "make_cast",
]


@pytest.fixture
def cast(db: Any) -> Cast:
    """The whole cast in the database."""
    return make_cast()
