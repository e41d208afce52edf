"""Billing reads the consents that let it bill, at its sites, and none of the others."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.consents.models import Consent, Disclosure, Revocation, SafetyFlag
from homeward.consents.texts import VERSION
from homeward.core import clock
from homeward.core.access import Access
from homeward.kernel.purposes import Purpose
from homeward.testing import company
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(cast: Cast) -> dict[str, Consent]:
    """Two consents of Jo's, one of Pat's of the other site."""
    clock.shift_to(NOON)
    company.join(cast)
    return {
        "payment": consent(cast.jo.row, "tpo", "treatment", "payment", "operations"),
        "family": consent(cast.jo.row, "family", "family_support"),
        "elsewhere": consent(cast.pat.row, "tpo", "payment"),
    }


def consent(client: Any, kind: str, *purposes: str) -> Consent:
    return Consent.objects.create(
        client=client, site=client.site, kind=kind, purposes=list(purposes), text_version=VERSION,
        text_hash="0" * 64, signed_at=NOON - timedelta(days=1), signer_name=client.name,
        starts_at=NOON - timedelta(days=1), classes=["claims"],
    )  # fmt: skip


def reach(cast: Cast, model: Any, to: Access = Access.READ) -> set[Any]:
    return {row.pk for row in model.objects.for_actor(cast.bo.actor, Purpose.PAYMENT, to=to)}


def test_only_what_names_payment(cast: Cast, signed: dict[str, Consent]) -> None:
    assert reach(cast, Consent) == {signed["payment"].pk}
    assert reach(cast, Consent, Access.WRITE) == set()


def test_what_belongs_to_them_and_nothing_beside(cast: Cast, signed: dict[str, Consent]) -> None:
    """The ends of these consents and payment's lines of the ledger; no flag, no other line."""
    about = {"client": cast.jo.row, "site": cast.site}
    ends = {
        name: Revocation.objects.create(**about, consent=signed[name], at=NOON, how="spoken")
        for name in ("payment", "family")
    }
    lines = {
        purpose: Disclosure.objects.create(
            **about, at=NOON, recipient_type="class", recipient_id="payer", purpose=purpose,
            effect="permit", rule_set="consents", rule_version="1",
        )
        for purpose in ("payment", "family_support")
    }  # fmt: skip

    assert reach(cast, Revocation) == {ends["payment"].pk}
    assert reach(cast, Disclosure) == {lines["payment"].pk}
    assert reach(cast, SafetyFlag) == set()


def test_related_rows_stay_within_it(cast: Cast, signed: dict[str, Consent]) -> None:
    """From a consent reached, its revocations are reached, and through the client no other."""
    Revocation.objects.create(
        client=cast.jo.row, site=cast.site, consent=signed["payment"], at=NOON, how="spoken"
    )
    row = Consent.objects.for_actor(cast.bo.actor, Purpose.PAYMENT).get()

    assert row.revocations.count() == 1
