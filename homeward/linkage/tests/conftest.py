"""Tests of this room happen on the cast's Tuesday; Cal is Jo's case manager."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from homeward.consents.actions.drafting import offer_draft
from homeward.consents.actions.signing_drafts import sign_draft
from homeward.core import clock
from homeward.directory.models import Service
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import make_worker


@pytest.fixture
def tuesday(cast: Cast) -> Iterator[Cast]:
    """Noon in Chicago; a case manager beside the cast, on Jo's team."""
    clock.shift_to(NOON)
    cast.people["cal"] = make_worker(cast, "cal", "Cal Ortiz", Role.CASE_MANAGER, "", True, ())
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.cal.row, role=Role.CASE_MANAGER,
        starts_at=NOON - timedelta(days=20),
    )  # fmt: skip
    yield cast
    clock.shift_to(None)


def place(code: str, *options: str) -> Service:
    """A place of the directory."""
    return Service.objects.create(
        code=code, name=code.replace("-", " ").capitalize(), options=list(options),
        zip_code="60640", phone="+1 312 555 0190",
    )  # fmt: skip


@pytest.fixture
def legal_aid(tuesday: Cast) -> Service:
    """A place that treats nobody."""
    return place("lake-legal-aid", "legal_aid")


@pytest.fixture
def clinic(tuesday: Cast) -> Service:
    """A place that treats."""
    return place("harbor-outpatient", "outpatient")


@pytest.fixture
def signs(tuesday: Cast) -> Callable[..., Any]:
    """Jo reads a drafted consent and signs it."""

    def sign(draft: Any) -> Any:
        offer_draft(actor=tuesday.dana.actor, consent_id=draft.pk, now=NOON)
        return sign_draft(
            actor=tuesday.jo.actor, consent_id=draft.pk, signer_name="Jo Avery", now=NOON
        )

    return sign
