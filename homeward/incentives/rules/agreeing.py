"""Whose yes taking part needs, and what is still missing of it.

As for every paper of the packet (`packets/signers`): an adult and a minor who may agree alone
answer for themselves and nobody is asked beside them (42 CFR 2.14(b)); where a parent's agreement
is needed both say yes (2.14(c)); for somebody a court found incapable the guardian does (2.15(a)).
A guardian is somebody whose right was seen and is in force.
"""

from collections.abc import Collection

from homeward.packets.rules.papers import CLIENT, GUARDIAN
from homeward.packets.rules.signers import Signing, for_client

COURT, PARENT = "court", "parent"


def whose_yes(case: Signing) -> tuple[str, ...]:
    """The client, the client and a guardian, or a court's guardian alone."""
    return for_client(case)


def rights_that_count(case: Signing) -> frozenset[str]:
    """Which right a guardian signs by; none where no guardian is asked."""
    if GUARDIAN not in whose_yes(case):
        return frozenset()
    return frozenset({COURT}) if case.has_court_guardian else frozenset({COURT, PARENT})


def missing_yes(
    needed: Collection[str],
    *,
    on_own_page: bool,
    signs_own_name: bool,
    guardians: Collection[str],
    guardian_typed: str,
) -> tuple[str, ...]:
    """Codes of what is missing; `guardians` are the names whose right counts and is in force.

    A guardian's yes is given at a desk in front of a witness, never on the client's own phone.
    """
    if GUARDIAN in needed:
        if on_own_page:
            return ("incentive_guardian_at_desk",)
        if not guardians:
            return ("incentive_guardian_unknown",)
    wrong = {
        "incentive_name": CLIENT in needed and not signs_own_name,
        "incentive_guardian_name": GUARDIAN in needed
        and plain(guardian_typed) not in map(plain, guardians),
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)


def plain(name: str) -> str:
    """A name as it is compared: case and blanks do not matter."""
    return " ".join(name.split()).lower()
