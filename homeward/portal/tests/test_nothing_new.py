"""Nobody learns from a page why there is nothing on it: not by a byte, a header or a query."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.consents import actions
from homeward.consents.models import Consent
from homeward.consents.queries import DISCLOSER
from homeward.core import clock
from homeward.people.models import Contact
from homeward.portal.tests import scene
from homeward.testing.cast import NOON

FAMILY, AGENCY = Contact.Kind.FAMILY, Contact.Kind.AGENCY
PAPER = {FAMILY: ("family", "family_support"), AGENCY: ("criminal_justice",) * 2}
MAY = {FAMILY: ["schedule", "assessment", "messages"], AGENCY: ["schedule", "drug_tests"]}
# New in every answer, and as long in each: a nonce, the key of a form.
FLEETING = re.compile(
    r'(nonce[-=]"?)[\w+/=-]+|(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+'
)
WAYS = ("never", "quiet", "revoked", "expired", "flagged", "restricted")
PAGES = [(FAMILY, path) for path in ("/me/", "/me/together/", "/me/messages/")]
PAGES += [(AGENCY, path) for path in ("/me/", "/me/shown/", "/me/messages/", "/me/ask/")]


@pytest.fixture
def house(cast: Any) -> Any:
    """Noon; Jo comes tomorrow, and came yesterday with a test."""
    clock.shift_to(NOON)
    for days in (1, -1):
        where = scene.session(cast, NOON + timedelta(days=days))
        seat = scene.seat(cast, cast.jo, where, cast.episode)
        if days < 0:
            scene.attended(cast, where, seat)
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="positive")
    yield cast
    clock.shift_to(None)


def paper(cast: Any, player: Any, classes: list[str], until: timedelta) -> Consent:
    """A consent of Jo's that names this person, in force for two weeks and `until` from now."""
    kind, purpose = PAPER[player.row.kind]
    if kind == "criminal_justice":
        purpose = "criminal_justice_monitoring"
    signed_at = NOON - timedelta(days=14)
    return Consent.objects.create(
        client=cast.jo.row, site=cast.site, kind=kind, contact=player.row, disclosers=[DISCLOSER],
        purposes=[purpose], classes=classes,
        recipients=[{"type": "person", "id": str(player.pk)}], text_version="1",
        text_hash="0" * 64, signed_at=signed_at, starts_at=signed_at, expires_at=NOON + until,
        signer_name="Jo Avery",
    )  # fmt: skip


def beside(cast: Any, code: str, kind: str) -> Any:
    """Somebody beside Jo; every name is as long."""
    return scene.contact(cast, f"{kind}-{code}", kind, code.title().ljust(10, "x"))


def silent(cast: Any, way: str, kind: str) -> Any:
    """Somebody who may be shown nothing now, in one of six ways."""
    player = beside(cast, way, kind)
    if way == "quiet":
        paper(cast, player, ["claims"], timedelta(days=90))
    elif way == "expired":
        paper(cast, player, MAY[kind], -timedelta(seconds=1))
    elif way != "never":
        row = paper(cast, player, MAY[kind], timedelta(days=90))
        _end(cast, way, player, row)
    return player


def _end(cast: Any, way: str, player: Any, row: Consent) -> None:
    about = {"client_id": cast.jo.pk, "contact_id": player.pk, "now": NOON}
    if way == "revoked":
        actions.revoke_consent(actor=cast.jo.actor, consent_id=row.pk, now=NOON)
    elif way == "flagged":
        actions.raise_safety_flag(actor=cast.dana.actor, reason="kestrel", **about)
    else:
        classes = [*MAY[FAMILY], *MAY[AGENCY], "identity", "outcomes"]
        wish = actions.request_restriction(actor=cast.jo.actor, classes=classes, **about)
        actions.answer_restriction(
            actor=cast.dina.actor, request_id=wish.pk, is_agreed=True, now=NOON
        )


def answered(client: Any, player: Any, path: str) -> dict[str, Any]:
    """Everything that comes over the line, and how much the house asked for it."""
    client.force_login(player.account)
    client.get(path)  # what is first in a session is not what is compared
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path)
    headers = {
        name: FLEETING.sub(r"\1\2", value)
        for name, value in page.headers.items()
        if name != "X-Request-Id"
    }
    text = page.content.decode().replace(player.row.name, "NAME")
    return {
        "bytes": FLEETING.sub(r"\1\2", text),
        "status": page.status_code,
        "length": len(page.content),
        "headers": headers,
        "cookies": sorted(page.cookies),
        "queries": len(asked),
    }


@pytest.mark.parametrize("kind, path", PAGES)
def test_six_ways_to_be_shown_nothing_are_one_answer(
    house: Any, client: Any, kind: str, path: str
) -> None:
    answers = {way: answered(client, silent(house, way, kind), path) for way in WAYS}
    never = answers.pop("never")
    assert never["status"] == 200 and "kestrel" not in never["bytes"]
    for way, answer in answers.items():
        for part in never:
            assert answer[part] == never[part], (way, part)


@pytest.mark.parametrize("kind, path", PAGES[:1] + PAGES[3:5])
def test_whoever_may_be_shown_something_gets_another_page(
    house: Any, client: Any, kind: str, path: str
) -> None:
    """The comparison above could fail."""
    told = beside(house, "told", kind)
    paper(house, told, MAY[kind], timedelta(days=90))
    assert (
        answered(client, told, path)["bytes"]
        != answered(client, silent(house, "never", kind), path)["bytes"]
    )


MOST = {(FAMILY, "/me/"): 50, (AGENCY, "/me/"): 48, (AGENCY, "/me/shown/"): 40}


@pytest.mark.parametrize("kind, path", MOST)
def test_a_page_asks_no_more_when_there_is_more(
    house: Any, client: Any, kind: str, path: str
) -> None:
    told = beside(house, "told", kind)
    paper(house, told, MAY[kind], timedelta(days=90))
    few = answered(client, told, path)["queries"]
    for days in range(2, 9):
        where = scene.session(house, NOON + timedelta(days=days))
        scene.seat(house, house.jo, where, house.episode)
        past = scene.session(house, NOON - timedelta(days=days))
        scene.attended(house, past, scene.seat(house, house.jo, past, house.episode))
        scene.drug_test(house, house.jo, house.episode, state="resulted")
    many = answered(client, told, path)["queries"]
    assert many <= few
    assert many <= MOST[kind, path]
