"""Whom the own list does not offer, and what nobody learns by writing down names and numbers."""

from datetime import timedelta

import pytest

from homeward.conduct import actions as conduct
from homeward.consents import actions as consents
from homeward.dayplans.kept_away import kept_away
from homeward.dayplans.models import OwnThing
from homeward.people.models import Contact
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import admitted, make_client

pytestmark = pytest.mark.django_db


def away(cast: Cast, *listed: tuple[str, str]) -> list[str]:
    """Which of these people, by label and number, would not be offered to Jo."""
    things = [OwnThing(kind="person", label=label, phone=phone) for label, phone in listed]
    kept = kept_away(cast.jo.pk, things, NOON)
    return [each.label for each in things if str(each.pk) in kept]


def test_the_number_of_another_client_is_never_told(cast: Cast) -> None:
    """Written down beside any name, it is offered like every other; a name stays withheld."""
    lee = make_client(cast, "lee", "Lee Roth", cast.site, "HW-00077")
    lee.row.change(phone="312 555 0142")
    admitted(cast, lee.row, cast.dana.row, cast.site)
    conduct.restrict_contact(
        actor=cast.dana.actor, client_id=cast.jo.pk, between="clients", reach="group",
        starts_on=NOON.date(), review_on=NOON.date() + timedelta(days=30),
        reason="She asked for it.", other_number="HW-00077", now=NOON,
    )  # fmt: skip
    assert away(cast, ("M.", "312-555-0142"), ("N.", "312-555-0143")) == []
    assert away(cast, ("Lee", ""), ("Ray", "")) == ["Lee"]


def test_a_flagged_contact_is_known_by_number_too(cast: Cast) -> None:
    Contact.objects.unscoped("test").get(pk=cast.kim.pk).change(phone="312 555 0199")
    consents.raise_safety_flag(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, now=NOON
    )
    assert away(cast, ("M.", "(312) 555-0199"), ("Kim", ""), ("N.", "3125550198")) == ["M.", "Kim"]
