"""Rows that the tests of this room begin from."""

from datetime import timedelta
from typing import Any

from homeward.directory.actions.refer import open_referral
from homeward.directory.kinds import Option
from homeward.directory.models import Referral, Service
from homeward.testing.cast import NOON, Cast


def place(**over: Any) -> Service:
    """A detox with its own number."""
    given: dict[str, Any] = {
        "code": "harbor-detox",
        "organisation": "Harbor Light Health",
        "name": "Harbor Light withdrawal unit",
        "options": [Option.DETOX.value],
        "zip_code": "60608",
        "phone": "+1 312 555 0110",
        **over,
    }
    return Service.objects.create(**given)


def referral(cast: Cast, **over: Any) -> Referral:
    """Jo is sent to detox by Dana, due in eight hours."""
    given: dict[str, Any] = {
        "actor": cast.dana.actor,
        "client": cast.jo.row,
        "site": cast.site,
        "kind": Referral.Kind.DETOX,
        "reason_code": "ciwa_hold",
        "due_at": NOON + timedelta(hours=8),
        "now": NOON,
        **over,
    }
    made: Referral = open_referral(**given)
    return made
