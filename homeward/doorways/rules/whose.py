"""Who may open a way in for whom.

For clients themselves: whoever keeps their schedule. For relatives: the client alone, from their
own phone or sitting there with whoever writes their consents. For agencies: the program, under a
consent in force.
"""

from enum import StrEnum

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "who_opens_a_way_in", "2026.2"
MAY, MAY_NOT = "may", "may_not"


class Whose(StrEnum):
    """Whose way in it is."""

    CLIENT = "client"
    FAMILY = "family"
    AGENCY = "agency"


class By(StrEnum):
    """Who opens it."""

    CLIENT = "client"
    DESK = "desk"  # may write the client's schedule
    CONSENTS = "consents"  # may write the client's consents
    OFFICE = "office"  # the director, or whoever has the duty of privacy
    OTHER = "other"


ASKED = {
    Whose.CLIENT: frozenset({By.DESK, By.CONSENTS, By.OFFICE}),
    Whose.FAMILY: frozenset({By.CLIENT, By.CONSENTS}),
    Whose.AGENCY: frozenset({By.OFFICE}),
}


def may_open(
    whose: Whose,
    by: frozenset[By],
    *,
    is_client_present: bool = False,
    has_consent: bool = False,
    is_dead: bool = False,
    is_used: bool = False,
) -> Decision:
    """May, or the lines that are missing.

    `is_used`: a relative came in before. Another card opens what is the relative's own, which the
    client does not see; so it is made at the desk, not on the client's phone.
    """
    asked = [
        ("way_in_right_person", bool(by & ASKED[whose])),
        ("way_in_client_lives", not is_dead),
    ]
    if whose is Whose.FAMILY:
        asked.append(("way_in_client_asks", By.CLIENT in by or is_client_present))
        asked.append(("way_in_was_used", not (is_used and By.CLIENT in by)))
    if whose is Whose.AGENCY:
        asked.append(("way_in_under_consent", has_consent))
    lines = tuple(Reason(code, State.MET if met else State.NOT_MET) for code, met in asked)
    return Decision(MAY if all(met for _code, met in asked) else MAY_NOT, RULE_SET, VERSION, lines)
