"""Who must sign a paper: by age, by a court's word, by payer and site, by what the paper asks.

A minor who may agree to treatment alone signs alone, and nobody beside them (42 CFR 2.14(b));
where a parent's agreement to treatment is needed both sign (2.14(c)). For somebody a court found
incapable the named guardian signs (2.15(a)). An unknown age is read as adult: the program admits
adults.
"""

from collections.abc import Collection
from dataclasses import dataclass

from homeward.packets.rules.papers import CLIENT, GUARDIAN, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What is known about the one whose packet it is; `holds` as in "payer:medicare"."""

    age: int | None
    adult_age: int
    minor_signs_alone: bool = False
    has_court_guardian: bool = False
    holds: frozenset[str] = frozenset()


def must_sign(paper: Paper, case: Signing) -> tuple[str, ...]:
    """The roles that must sign, in the paper's order; empty when the paper does not apply.

    What may be true of a case beside what it holds: "guardian_signs".
    """
    holds = case.holds | ({"guardian_signs"} if case.has_court_guardian else set())
    found: list[str] = []
    for wanted in paper.signers:
        if wanted.when and wanted.when not in holds:
            continue
        found += for_client(case) if wanted.who == CLIENT else (wanted.who,)
    return tuple(dict.fromkeys(found))


def still_missing(required: Collection[str], signed: Collection[str]) -> tuple[str, ...]:
    """Who has not signed yet, in order."""
    return tuple(who for who in required if who not in signed)


def for_client(case: Signing) -> tuple[str, ...]:
    """Who signs where a paper asks for the client."""
    if case.has_court_guardian:
        return (GUARDIAN,)
    if case.age is None or case.age >= case.adult_age or case.minor_signs_alone:
        return (CLIENT,)
    return (CLIENT, GUARDIAN)
