"""Whether somebody may sign is judged by the day of signing, whatever the table says later."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homeward.consents.actions import end_guardianship, name_guardian, sign_consent
from homeward.consents.actions.refusals import GuardianMustSign
from homeward.consents.models import MinorConsentAge
from homeward.consents.queries import world_for
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item, Request
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def in_table(starts_on: date, age: int | None) -> None:
    MinorConsentAge.objects.create(
        state="SD", starts_on=starts_on, age=age, source_title="t", tag="state"
    )


@pytest.fixture
def young(cast: Any) -> Any:
    cast.site.state = "SD"
    cast.site.save()
    jo = cast.jo.row
    jo.birth_date = date(2011, 1, 1)
    jo.save()
    return jo


def signed(cast: Any, at: datetime, **more: Any) -> Any:
    told = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "kind": "tpo",
        "signer_name": "Jo Avery", "now": at, **more,
    }  # fmt: skip
    return sign_consent(**told)


def effect(client: Any, at: datetime) -> tuple[str, tuple[str, ...]]:
    request = Request(
        client=str(client.pk), discloser="program",
        recipient=Recipient("entity", "x", frozenset({"treating_provider"})),
        purpose="treatment", items=(Item("n", "notes", at.date()),),
    )  # fmt: skip
    answer = disclose(request, world_for(client, at), at)
    return answer.effect, answer.items[0].reasons


def test_a_minor_who_signed_alone_when_they_might_still_counts(cast: Any, young: Any) -> None:
    """The state asks for a parent from next month on; what was signed today stands."""
    in_table(date(2024, 1, 1), 12)
    in_table((NOON + 30 * DAY).date(), None)
    signed(cast, NOON)
    assert effect(young, NOON + DAY)[0] == "permit"
    assert effect(young, NOON + 60 * DAY)[0] == "permit"
    with pytest.raises(GuardianMustSign):
        signed(cast, NOON + 60 * DAY)


def test_a_half_does_not_become_whole_when_the_state_lowers_the_age(cast: Any, young: Any) -> None:
    in_table(date(2024, 1, 1), None)
    in_table((NOON + 30 * DAY).date(), 12)
    signed(cast, NOON, both_sign=True)
    for at in (NOON + DAY, NOON + 60 * DAY):
        found, reasons = effect(young, at)
        assert found == "deny"
        assert "parent_must_sign_too" in reasons


def test_the_day_is_the_local_one(cast: Any, young: Any) -> None:
    """The evening before the eighteenth birthday is the next day in UTC, and still seventeen."""
    in_table(date(2024, 1, 1), 12)
    evening = datetime(2026, 11, 25, 3, tzinfo=UTC)
    young.birth_date = date(2008, 11, 25)
    young.save()
    assert signed(cast, evening).signer_authority == "minor_own"
    assert effect(young, evening + DAY)[0] == "permit"


def test_what_the_client_signed_before_a_court_named_somebody_stands(cast: Any) -> None:
    """And what the guardian signed stands after their right has ended."""
    signed(cast, NOON)
    right = name_guardian(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right="court",
        relation="mother", paper="County Court, 26-118", now=NOON + DAY,
    )  # fmt: skip
    assert effect(cast.jo.row, NOON + 2 * DAY)[0] == "permit"
    signed(cast, NOON + 3 * DAY, guardianship_id=right.pk, signer_name=cast.kim.row.name)
    end_guardianship(actor=cast.dana.actor, guardianship_id=right.pk, now=NOON + 5 * DAY)
    assert effect(cast.jo.row, NOON + 4 * DAY)[0] == "permit"
    assert effect(cast.jo.row, NOON + 9 * DAY)[0] == "permit"
