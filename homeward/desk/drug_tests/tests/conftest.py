"""Jo has a test on the cast's Tuesday."""

from datetime import timedelta

import pytest

from homeward.drugtests.models import Certificate, DrugTest, Kit
from homeward.testing.cast import NOON


@pytest.fixture
def told(tuesday):
    """Jo was told an hour ago."""
    return DrugTest.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["etg", "thc"],
        panel_need="own_panel", state="notified",
        ordered_at=NOON - timedelta(hours=1),
        notified_at=NOON - timedelta(hours=1), due_at=NOON + timedelta(hours=6),
    )  # fmt: skip


@pytest.fixture
def lot(tuesday):
    """One lot of cups that reads Jo's panel."""
    return Kit.objects.create(
        site=tuesday.site, name="Cup", lot="A1", analytes=["etg", "thc"], added_at=NOON,
        expires_on=NOON.date() + timedelta(days=30), added_by=tuesday.tess.row,
    )  # fmt: skip


@pytest.fixture
def kit(tuesday, lot):
    """The certificate of the site holds, and the cups read Jo's panel."""
    Certificate.objects.create(
        site=tuesday.site, number="33D0000000", kind="waiver",
        starts_on=NOON.date() - timedelta(days=300), ends_on=NOON.date() + timedelta(days=300),
        recorded_at=NOON, recorded_by=tuesday.dina.row,
    )  # fmt: skip
    return lot
