"""Jo has a test on the cast's Tuesday."""

from datetime import timedelta

import pytest

from homeward.drugtests.models import DrugTest
from homeward.testing.cast import NOON


@pytest.fixture
def told(tuesday):
    """Jo was told an hour ago."""
    return DrugTest.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["etg", "thc"],
        state=DrugTest.State.NOTIFIED, ordered_at=NOON - timedelta(hours=1),
        notified_at=NOON - timedelta(hours=1), due_at=NOON + timedelta(hours=6),
    )  # fmt: skip
