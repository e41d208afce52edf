"""The cast on its Tuesday; Ruth, a peer's place and the team as in the rooms below."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.people.actions import record_stop
from homeward.people.models import TeamMembership
from homeward.progress import actions as progress
from homeward.testing.cast import NOON, Cast


@pytest.fixture
def tuesday(cast: Cast):
    """Noon of the cast's Tuesday; Ruth is on Jo's team, Sam may see it."""
    clock.shift_to(NOON)
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role="nurse",
        starts_at=NOON - timedelta(days=20),
    )  # fmt: skip
    yield cast
    clock.shift_to(None)


@pytest.fixture
def discharged(tuesday: Cast) -> Callable[..., Any]:
    """Jo's episode ends, completed unless said otherwise."""

    def end(kind: str = "completed", now: Any = NOON, **values: Any) -> Any:
        closing = progress.Closing(
            type=kind, last_contact_on=now.date(), naloxone="declined",
            narrative="Came to nearly every group and met the goals.", **values,
        )  # fmt: skip
        return progress.discharge_client(
            actor=tuesday.dana.actor, episode_id=tuesday.episode.pk, closing=closing, now=now,
            authenticated_at=now, with_document=False,
        )  # fmt: skip

    return end


@pytest.fixture
def stopped(tuesday: Cast) -> Callable[..., Any]:
    """Jo died, is in hospital or in jail."""

    def stop(kind: str = "died", now: Any = NOON) -> Any:
        return record_stop(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind=kind, since_on=now.date(),
            known_by="family", now=now,
        )  # fmt: skip

    return stop
