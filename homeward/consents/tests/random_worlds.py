"""Small seeded worlds in which names, dates and purposes collide often.

Half of the questions are drawn blind; half start from one that a basis carries and are then bent
in a few places, so that both answers are common and the edges are visited.
"""

import random
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from homeward.consents.rules.codes import (
    APPROVAL_KINDS,
    AUTHORITIES,
    CONSENT_KINDS,
    INSTRUMENT_TYPES,
    PURPOSES,
    RECIPIENT_CLASSES,
)
from homeward.consents.rules.intermediaries import DESIGNATIONS

from .building import ask, consent, exchange, order, through

CLASSES = ["notes", "counseling_notes", "drug_tests", "identity", "incidents"]
CLIENTS = ["jo", "max"]
PARTIES = ["dana", "hospital", "kim", "jo"]
EVENTS = ["end_of_treatment", "case_closed", "discharge_or_case_closed"]
STATES = ["CA", "OR", "TX", None]
NOON = datetime(2026, 3, 8, 12, tzinfo=UTC)
OFFSETS = [timedelta(0), timedelta(hours=-5), timedelta(hours=5, minutes=30)]


def one(dice: random.Random, values: Any) -> Any:
    return dice.choice(sorted(values, key=str))


def some(dice: random.Random, values: Any) -> list[Any]:
    pool = sorted(values, key=str)
    return dice.sample(pool, dice.randint(0, min(3, len(pool))))


def moment(dice: random.Random, *, none: bool = False) -> str | None:
    """An instant within four hours of noon, on the half hour, in one of three offsets."""
    if none and dice.random() < 0.5:
        return None
    at = NOON + timedelta(minutes=30 * dice.randint(-8, 8))
    offset = dice.choice(OFFSETS)
    wall = (at + offset).replace(tzinfo=None).isoformat()
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(int(offset.total_seconds())) // 60
    return f"{wall}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def day(dice: random.Random) -> str | None:
    return dice.choice([None, None, "2026-03-01", "2026-03-02", "2026-03-03"])


def named(dice: random.Random) -> dict[str, str]:
    kind = dice.choice(["person", "entity", "class"])
    return {"type": kind, "id": one(dice, RECIPIENT_CLASSES if kind == "class" else PARTIES)}


def loosely_named(dice: random.Random) -> Any:
    return dice.choice([named(dice), dice.choice(PARTIES), one(dice, RECIPIENT_CLASSES)])


def random_consent(dice: random.Random, identity: str) -> dict[str, Any]:
    kind = one(dice, CONSENT_KINDS)
    client = dice.choice(CLIENTS)
    return {
        "id": identity,
        "client": client,
        "kind": kind,
        "signed_at": moment(dice),
        "signer": {"id": dice.choice([client, client, "kim"]), "authority": one(dice, AUTHORITIES)},
        "disclosers": dice.choice([["homeward"], ["homeward"], ["elsewhere"], []]),
        "recipients": [named(dice) for _ in range(dice.randint(0, 3))],
        "purposes": some(dice, PURPOSES),
        "classes": ["counseling_notes"] if dice.random() < 0.15 else some(dice, CLASSES),
        "records_from": day(dice),
        "records_to": day(dice),
        "starts_at": moment(dice, none=True),
        "expires_at": moment(dice, none=True),
        "expires_on_event": dice.choice([None, *EVENTS]),
        "irrevocable_until_event": dice.choice([None, None, *EVENTS]),
        "through": random_through(dice) if dice.random() < 0.3 else None,
    }


def random_through(dice: random.Random) -> dict[str, Any]:
    return {
        "designation": one(dice, DESIGNATIONS),
        "members": some(dice, ["clinic", "hospital"]),
    }


def random_world(dice: random.Random) -> dict[str, Any]:
    """Facts around the consents; every list short, so that absence matters too."""

    def few(make: Any, most: int = 2) -> list[Any]:
        return [make(f"{number}") for number in range(dice.randint(0, most))]

    def period() -> dict[str, Any]:
        return {"from": moment(dice), "to": moment(dice, none=True)}

    return {
        "consents": few(lambda n: random_consent(dice, f"c{n}"), 4),
        "revocations": few(lambda n: {"consent": f"c{n}", "at": moment(dice)}, 1),
        "events": few(
            lambda n: {
                "code": dice.choice(EVENTS),
                "client": dice.choice(CLIENTS),
                "at": moment(dice),
            }
        ),
        "restrictions": few(
            lambda n: {
                "client": dice.choice(CLIENTS),
                "classes": some(dice, CLASSES),
                "recipient": dice.choice([None, loosely_named(dice)]),
                "agreed_at": moment(dice),
                "ends_at": moment(dice, none=True),
            },
            1,
        ),
        "safety_flags": few(
            lambda n: {
                "client": dice.choice(CLIENTS),
                "recipient": loosely_named(dice),
                **period(),
            },
            1,
        ),
        "qsoas": few(
            lambda n: {"entity": "hospital", "services": some(dice, ["lab", "billing"]), **period()}
        ),
        "legal_instruments": few(
            lambda n: {
                "id": f"o{n}",
                "type": one(dice, INSTRUMENT_TYPES),
                "client": dice.choice(CLIENTS),
                "classes": some(dice, CLASSES),
                "recipient": loosely_named(dice),
                "verified_by": some(dice, ["dana", "ruth"]) * dice.randint(1, 2),
                "at": moment(dice),
            }
        ),
        "team": few(lambda n: {"worker": "dana", "client": dice.choice(CLIENTS), **period()}),
        "approvals": few(
            lambda n: {
                "id": f"a{n}",
                "kind": one(dice, APPROVAL_KINDS),
                "entity": dice.choice(PARTIES),
                "classes": some(dice, CLASSES),
                "written_agreement": dice.random() < 0.7,
                **period(),
            }
        ),
        "intermediaries": few(
            lambda n: {
                "id": ["hospital", "exchange"][int(n)],
                "members": few(
                    lambda _n: {
                        "entity": dice.choice(["clinic", "hospital"]),
                        "treats": dice.random() < 0.5,
                        **period(),
                    }
                ),
            }
        ),
        "clients": few(
            lambda n: {
                "id": CLIENTS[int(n)],
                "birth_date": dice.choice(
                    [None, "1990-05-01", "2008-03-08", "2010-07-01", "2015-01-01"]
                ),
                "state": dice.choice(STATES),
                "adjudicated_incapable": dice.random() < 0.2,
            }
        ),
    }


def random_request(dice: random.Random) -> dict[str, Any]:
    return {
        "client": dice.choice(CLIENTS),
        "discloser": dice.choice(["homeward", "homeward", "homeward", "elsewhere"]),
        "recipient": {
            "type": dice.choice(["person", "entity"]),
            "id": dice.choice(PARTIES),
            "classes": some(dice, RECIPIENT_CLASSES),
            "covered_entity": dice.random() < 0.5,
        },
        "purpose": one(dice, PURPOSES),
        "service": dice.choice([None, "lab", "billing"]),
        "emergency": dice.choice(
            [None, {"facility": "", "nature": "x"}, {"facility": "y", "nature": "x"}]
        ),
        "instruments": some(dice, ["o0", "o1"]),
        "report": dice.choice([None, "initial", "followup"]),
        "incident": dice.choice([None, "i1"]),
        "items": random_items(dice),
    }


def random_items(dice: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "id": f"r{number}",
            "class": dice.choice(CLASSES),
            "date": day(dice),
            "author": dice.choice([None, "dana", "ruth"]),
        }
        for number in range(dice.randint(2, 4))
    ]


# A question that each basis carries: where bending starts.
CARRIED: list[dict[str, Any]] = [
    ask("treatment", "hospital", consents=[consent()]),
    ask("treatment", "hospital", consents=[consent(kind="tpo", expires_at=None)]),
    ask("other", "hospital", consents=[consent(purposes=["other"], records_from="2026-03-01")]),
    ask(
        "treatment",
        "hospital",
        items=["counseling_notes"],
        consents=[consent(kind="counseling_notes")],
    ),
    ask("legal_proceeding_against_client", "court", consents=[consent(kind="legal_proceeding")]),
    ask("criminal_justice_monitoring", "officer", consents=[consent(kind="criminal_justice")]),
    ask("family_support", "kim", consents=[consent(kind="family")]),
    ask("research", "university", consents=[consent(kind="research")]),
    ask(
        "legal_proceeding_against_client", "court", instruments=["o1"], legal_instruments=[order()]
    ),
    ask("internal_care", "dana"),
    ask("qso_service", "lab"),
    ask("emergency", "ambulance"),
    ask("audit_evaluation", "auditor"),
    ask("research", "university"),
    ask("child_abuse_report", "child_protection", items=["identity"]),
    ask("crime_on_premises", "police", items=["incidents"]),
    ask("client_request", "jo"),
    ask("treatment", "exchange", consents=[through("c1")], intermediaries=[exchange()]),
    ask(
        "treatment",
        "exchange",
        consents=[through("c1", "treating_providers", [])],
        intermediaries=[exchange()],
    ),
]


def bent(dice: random.Random) -> dict[str, Any]:
    """A carried question with up to three places changed."""
    document = deepcopy(dice.choice(CARRIED))
    for _ in range(dice.randint(0, 3)):
        _bend(dice, document)
    return document


def _bend(dice: random.Random, document: dict[str, Any]) -> None:
    world, request = document["world"], document["request"]
    stranger = random_world(dice)
    match dice.randint(0, 7):
        case 0:
            document["now"] = moment(dice)
        case 1:
            key = one(dice, stranger)
            old = {row.get("id") for row in world.get(key, [])} - {None}
            world[key] = world.get(key, []) + [r for r in stranger[key] if r.get("id") not in old]
        case 2:
            request["items"] = random_items(dice)
        case 3:
            key = dice.choice(["service", "emergency", "report", "incident", "purpose"])
            request[key] = random_request(dice)[key]
        case 4:
            request["recipient"]["classes"] = some(dice, RECIPIENT_CLASSES)
        case 5 if world.get("consents"):
            victim = dice.choice(world["consents"])
            key = dice.choice([k for k in random_consent(dice, "c") if k != "id"])
            victim[key] = random_consent(dice, "c")[key]
        case 6 if world.get("consents"):
            victim = dice.choice(world["consents"])
            world.setdefault("revocations", []).append(
                {"consent": victim["id"], "at": moment(dice)}
            )
        case _:
            request["client"] = dice.choice(CLIENTS)


def document(dice: random.Random) -> dict[str, Any]:
    if dice.random() < 0.6:
        return bent(dice)
    return {"now": moment(dice), "world": random_world(dice), "request": random_request(dice)}
