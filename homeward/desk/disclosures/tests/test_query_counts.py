"""A page about sharing asks the database no more when there is more to show."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.consents.actions import (
    draft_consent,
    look_up_party,
    raise_safety_flag,
    receive_legal_request,
    request_restriction,
    share,
)
from homeward.core.actors import Actor
from homeward.notices.actions import queue_notice
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
PAGES = (
    ("dana", "desk:chart_consents", True),
    ("dana", "desk:disclosures", True),
    ("dana", "desk:limits", True),
    ("dana", "desk:notices", True),
    ("dana", "desk:parties", False),
    ("dina", "desk:legal_requests", False),
    ("jo", "portal:disclosures", False),
    ("jo", "portal:wishes", False),
    ("jo", "portal:reach", False),
)
MOST = 45


def fill(cast: Any, first: int, last: int) -> None:
    about: dict[str, Any] = {"actor": cast.dana.actor, "client_id": cast.jo.pk}
    house = Actor.of_service("test")
    for number in range(first, last):
        now = NOON - timedelta(minutes=last - number)
        party = look_up_party(
            actor=house, name=f"Hospital {number}", type="entity", classes=["treating_provider"],
            how="register", now=now,
        )  # fmt: skip
        share(
            **about, purpose="client_request", classes=["schedule"], medium="paper",
            identity_check="knows her", to_client=True, now=now,
        )  # fmt: skip
        draft_consent(
            **about, kind="specific", party_id=party.pk, classes=["notes"],
            expires_at=NOON + timedelta(days=9), now=now,
        )  # fmt: skip
        request_restriction(**about, classes=["notes"], party_id=party.pk, now=now)
        raise_safety_flag(**about, party_id=party.pk, now=now)
        receive_legal_request(
            actor=house, site_id=cast.site.pk, came_by="mail", asker_name=f"Asker {number}",
            about="somebody", now=now,
        )  # fmt: skip
        queue_notice(**about, code="update", channel="note", origin=f"count {number}", now=now)


def counted(cast: Any) -> dict[str, int]:
    found = {}
    for who, name, of_client in PAGES:
        browser = Browser()
        browser.force_login(getattr(cast, who).account)
        url = reverse(name, args=[cast.jo.pk] if of_client else [])
        browser.get(url)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert browser.get(url).status_code == 200
        found[name] = len(asked)
    return found


def test_no_page_grows_with_its_rows(tuesday: Any) -> None:
    fill(tuesday, 0, 2)
    few = counted(tuesday)
    fill(tuesday, 2, 12)
    many = counted(tuesday)
    assert {name: (few[name], many[name]) for name in many if many[name] > few[name]} == {}
    assert max(many.values()) <= MOST, many
