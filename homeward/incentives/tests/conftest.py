"""The cast with an adopted protocol, and tests as the drug-testing room leaves them."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.core.facts import announce
from homeward.drugtests.facts import TestEnded, TestResulted
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.incentives import actions, texts
from homeward.incentives.actions.courses import paper_for
from homeward.incentives.models import Protocol
from homeward.incentives.queries import in_force
from homeward.incentives.rules.terms import Terms
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast

TERMS = Terms(
    kind="voucher", first=250, step=125, most=1500, bonus_every=3, bonus=300, restore_after=5,
    visit_cap=1500, year_cap=2000,
)  # fmt: skip


@pytest.fixture
def tuesday(cast: Cast):
    """Noon of the cast's Tuesday; Ruth and Tess are on Jo's team."""
    clock.shift_to(NOON)
    for who, role in ((cast.ruth, "nurse"), (cast.tess, "technician")):
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=who.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    yield cast
    clock.shift_to(None)


def written(cast: Cast, terms: Terms = TERMS, **values: Any) -> Protocol:
    """A version nobody adopted yet."""
    told = {
        "name": "Steps", "target": "test", "substances": ["cocaine"], "source_title": "A study",
        "cap_source": "The funder's letter", "starts_on": NOON.date() - timedelta(days=5),
    }  # fmt: skip
    return actions.write_protocol(
        actor=cast.dina.actor, program_id=cast.program.pk, terms=terms, now=NOON,
        **{**told, **values},
    )  # fmt: skip


@pytest.fixture
def on(tuesday: Cast) -> Cast:
    """Vouchers for tests without cocaine are adopted, and Jo said yes on her own page."""
    row = written(tuesday)
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    actions.join_course(**signs(tuesday, signer_name="jo  avery"))
    return tuesday


def signs(cast: Cast, **values: Any) -> dict[str, Any]:
    """What Jo's yes takes, with the fingerprint of the paper as it stands."""
    protocol = in_force(cast.program.pk, NOON.date())
    read = texts.digest(paper_for(cast.jo.row, protocol)) if protocol else ""
    return {
        "actor": cast.jo.actor, "client_id": cast.jo.pk, "signer_name": "Jo Avery",
        "read_hash": read, "now": NOON, **values,
    }  # fmt: skip


def has_test(cast: Cast, result: str = "negative", *, days: int = 0, method: str = "presumptive",
           test: Any = None) -> Any:  # fmt: skip
    """A test with one result for cocaine; `test` gets a second one. Said as its room says it."""
    at = NOON + timedelta(days=days, hours=1)
    about = {"client": cast.jo.row, "site": cast.site}
    row = test or DrugTest.objects.create(
        **about, episode=cast.episode, panel=["cocaine"], state="resulted", ordered_at=at,
        due_at=at, collected_at=at, specimen="valid",
    )  # fmt: skip
    AnalyteResult.objects.create(
        **about, test=row, analyte="cocaine", method=method, result=result, at=at
    )
    announce(TestResulted(row.pk, cast.jo.pk, cast.episode.pk, "", cast.ruth.actor, at))
    return row


def ended(cast: Cast, state: str, *, days: int = 0) -> None:
    """A test without a specimen."""
    at = NOON + timedelta(days=days, hours=1)
    row = DrugTest.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, panel=["cocaine"], state=state,
        ordered_at=at, due_at=at,
    )  # fmt: skip
    announce(TestEnded(row.pk, cast.jo.pk, cast.episode.pk, state, cast.ruth.actor, at))
