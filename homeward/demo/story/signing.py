"""What somebody signs on the first day, and what they take back later."""

from __future__ import annotations

from datetime import date, timedelta

from .events import (
    ConsentRevoked,
    ConsentSigned,
)
from .population import population
from .world import DAY, Caller, World


def sign_consents(world: World, caller: Caller, day: date, minute: float, witness: str) -> str:
    """Treatment and TPO for everybody; a court's officer and a family member where that is
    wanted. Returns the family key."""
    profile, chance = caller.profile, caller.chance
    signed: list[tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]] = [
        ("treatment", "", "", ("treatment",), (), ""),
        ("tpo", "", "", ("treatment", "payment", "operations"), (), ""),
    ]
    if caller.script.name == "demo_client" or chance.happens(
        "family_consent", population()["habits"]["family_consent"]
    ):
        signed.append(
            (
                "family",
                profile.support_name,
                profile.support_relation,
                ("family_support",),
                ("schedule", "outcomes"),
                "",
            )
        )
    if profile.referral == "criminal_justice" and (
        caller.script.name or chance.happens("court_consent", 0.9)
    ):
        signed.append(
            (
                "criminal_justice",
                profile.officer_name,
                "probation_officer",
                ("criminal_justice_monitoring",),
                ("schedule", "drug_tests", "outcomes"),
                "discharge_or_case_closed",
            )
        )
    family = ""
    for number, (kind, name, relation, purposes, classes, ends) in enumerate(signed):
        key = f"{profile.key}-{kind}"
        world.say(
            ConsentSigned(
                at=world.at(caller.site, day, minute + number),
                person=profile.key,
                by="client",
                key=key,
                kind=kind,
                recipient_name=name,
                recipient_relation=relation,
                purposes=purposes,
                classes=classes,
                ends_on_event=ends,
                witness=witness,
                expires_on=None if ends else day + timedelta(days=365),
            )
        )
        if kind == "family":
            family = key
            if not caller.script.name and chance.happens("revokes", 0.10):
                _revoke_later(
                    world,
                    caller,
                    world.next_open(day + chance.between("revoked", 12, 60) * DAY),
                    key,
                )
    return family


def _revoke_later(world: World, caller: Caller, day: date, key: str) -> None:
    def revoke(then: date) -> None:
        client = world.clients[caller.profile.key]
        if not client.gone:
            client.family_consent = ""
            world.say(
                ConsentRevoked(
                    at=world.at(caller.site, then, 12 * 60 + 10),
                    person=caller.profile.key,
                    by="client",
                    key=key,
                    reason=caller.chance.one_of(
                        "why_revoked", ("I want to tell them myself.", "Things at home changed.")
                    ),
                )
            )

    world.later(day, revoke)
