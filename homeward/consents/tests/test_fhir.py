"""A consent that travelled as FHIR R4 and came back decides as it did before."""

import json
import random
from dataclasses import replace

import pytest

from homeward.consents.fhir import BASE, CannotTravel, NotOurConsent, from_fhir, to_fhir
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.reading import read_question
from homeward.consents.rules.world import World

from .building import ask, consent
from .random_worlds import document

DECISIONS = 10_000


def travelled(world: World) -> World:
    """The same world after each consent went out as text and was read again."""
    home = [
        from_fhir(json.loads(json.dumps(to_fhir(each, world.revocations))))
        for each in world.consents
    ]
    known = {each.id for each in world.consents}
    orphans = tuple(each for each in world.revocations if each.consent not in known)
    return replace(
        world,
        consents=tuple(each for each, _ends in home),
        revocations=(*(end for _each, ends in home for end in ends), *orphans),
    )


def test_the_fhir_round_trip_preserves_10_000_decisions() -> None:
    dice = random.Random(25)
    for _ in range(DECISIONS):
        question = read_question(document(dice))
        before = disclose(question.request, question.world, question.now)
        after = disclose(question.request, travelled(question.world), question.now)
        assert after == before


def a_consent(**changes: object):
    whole = ask("treatment", "hospital", consents=[consent(**changes)])
    return read_question(whole).world.consents[0]


def test_every_entry_is_labelled() -> None:
    codes = {each["code"] for each in to_fhir(a_consent())["meta"]["security"]}
    assert codes == {"R", "ETH", "42CFRPart2", "NORDSCLCD"}


def test_an_ordinary_consent_travels_without_extensions() -> None:
    plain = to_fhir(a_consent(), extensions=False)
    assert "extension" not in plain
    assert from_fhir(plain)[0] == a_consent()


@pytest.mark.parametrize(
    "changes",
    [
        {"expires_at": None, "expires_on_event": "discharge"},
        {"signer": {"id": "pat", "authority": "guardian"}},
        {"superseded_at": "2026-04-01T00:00:00Z"},
    ],
)
def test_what_cannot_travel_is_not_exported_at_all(changes: dict[str, object]) -> None:
    with pytest.raises(CannotTravel):
        to_fhir(a_consent(**changes), extensions=False)


@pytest.mark.parametrize(
    "bend",
    [
        lambda r: r.pop("patient"),
        lambda r: r["provision"].update(type="deny"),
        lambda r: r["provision"]["class"].append({"system": "x", "code": "notes"}),
        lambda r: r.update(extension=[{"url": f"{BASE}:new-term", "valueCode": "x"}]),
    ],
)
def test_what_is_not_understood_is_refused(bend) -> None:
    resource = to_fhir(a_consent())
    bend(resource)
    with pytest.raises(NotOurConsent):
        from_fhir(resource)
