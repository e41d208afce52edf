"""How somebody was known at the desk: two things that agree, one of them strong where it counts.

Only the kind of a paper is kept, never its number. Who has no paper is not sent away: somebody of
the team who knows them can say so.
"""

from collections.abc import Collection
from enum import StrEnum

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "identity_at_the_desk", "2026.1"
ENOUGH, TOO_LITTLE = "enough", "too_little"
LEAST = 2


class Identifier(StrEnum):
    """What agreed with the record."""

    PHOTO_PAPER = "photo_paper"
    KNOWN_TO_TEAM = "known_to_team"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    ADDRESS = "address"
    RECORD_NUMBER = "record_number"
    SIGNATURE = "signature"


class Paper(StrEnum):
    """What kind of paper with a picture was seen."""

    STATE_ID = "state_id"
    DRIVER_LICENSE = "driver_license"
    PASSPORT = "passport"
    TRIBAL_ID = "tribal_id"
    CONSULAR_ID = "consular_id"
    VETERAN_ID = "veteran_id"
    SCHOOL_OR_WORK = "school_or_work"
    FACILITY = "facility"


class What(StrEnum):
    """What the identity was checked for."""

    CARD = "card"
    LOST = "lost"
    PROOF = "proof"


KINDS = frozenset(each.value for each in Identifier)
PAPERS = frozenset(each.value for each in Paper)
STRONG = frozenset({Identifier.PHOTO_PAPER, Identifier.KNOWN_TO_TEAM})


def checked(what: What, seen: Collection[str], paper: str = "") -> Decision:
    """Two different things; for the record one of them strong, and a paper with its kind."""
    known = KINDS.intersection(seen)
    has_paper = Identifier.PHOTO_PAPER in known
    asked = [
        ("identity_two_things", len(known) >= LEAST),
        ("identity_paper_named", has_paper == (paper in PAPERS)),
    ]
    if what is What.PROOF:
        asked.append(("identity_one_strong", bool(known & STRONG)))
    lines = tuple(Reason(code, State.MET if met else State.NOT_MET) for code, met in asked)
    outcome = ENOUGH if all(met for _code, met in asked) else TOO_LITTLE
    return Decision(outcome, RULE_SET, VERSION, lines)
