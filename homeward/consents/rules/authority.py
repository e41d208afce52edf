"""Did the signer have authority on the day of signing? (42 CFR 2.14, 2.15)

A minor who may agree to treatment alone is the only one who may agree to a disclosure, even to
a parent. Where a parent's agreement to treatment is needed, both must sign: each signature is
then one half, and only the two halves together carry an item.
"""

from datetime import date
from typing import NamedTuple

from .numbers import Numbers
from .world import ClientFacts, Consent

ALONE = "alone"
GUARDIAN_HALF = "guardian_half"
MINOR_HALF = "minor_half"


class Authority(NamedTuple):
    """`weight` is alone, one of the halves, or None with the reason why not."""

    weight: str | None
    reason: str | None = None


def age_on(birth: date, day: date) -> int:
    """Age in whole years. Born on 29 February, one is a year older on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def authority_of(consent: Consent, facts: ClientFacts, numbers: Numbers) -> Authority:
    """What the signature on a signed consent is worth."""
    if consent.signer is None or consent.signed_on is None:
        return Authority(None, "consent_incomplete")
    age = None if facts.birth_date is None else age_on(facts.birth_date, consent.signed_on)
    own_name = consent.signer.id == consent.client
    incapable = facts.lacked_capacity(consent.signed_at)
    match consent.signer.authority:
        case "client":
            return _client(own_name, age, numbers, incapable=incapable)
        case "minor_own":
            return _minor(own_name, age, facts, numbers, incapable=incapable)
        case "guardian":
            return _guardian(own_name, age, facts, numbers, incapable=incapable)
        case "representative":
            return _representative(own_name, incapable=incapable)
        case _:
            return Authority(None, "signer_authority_unknown")


def _client(own: bool, age: int | None, numbers: Numbers, *, incapable: bool) -> Authority:
    if not own:
        return Authority(None, "signer_is_not_the_client")
    if incapable:
        return Authority(None, "client_lacks_capacity")
    # An unknown birth date is read as adult: the program admits adults.
    if age is not None and age < numbers.adult_age:
        return Authority(None, "client_was_minor")
    return Authority(ALONE)


def _minor(
    own: bool, age: int | None, facts: ClientFacts, numbers: Numbers, *, incapable: bool
) -> Authority:
    if not own:
        return Authority(None, "signer_is_not_the_client")
    if incapable:
        return Authority(None, "client_lacks_capacity")
    if age is None:
        return Authority(None, "client_age_unknown")
    if age >= numbers.adult_age:
        return Authority(None, "client_was_adult")
    return Authority(ALONE if numbers.minor_signs_alone(facts.state, age) else MINOR_HALF)


def _guardian(
    own: bool, age: int | None, facts: ClientFacts, numbers: Numbers, *, incapable: bool
) -> Authority:
    if own:
        return Authority(None, "signer_is_the_client")
    if incapable:
        return Authority(ALONE)
    if age is None:
        return Authority(None, "client_age_unknown")
    if age >= numbers.adult_age:
        return Authority(None, "client_was_adult")
    if numbers.minor_signs_alone(facts.state, age):
        return Authority(None, "only_the_minor_may_consent")
    return Authority(GUARDIAN_HALF)


def _representative(own: bool, *, incapable: bool) -> Authority:
    if own:
        return Authority(None, "signer_is_the_client")
    if not incapable:
        return Authority(None, "incapacity_not_adjudicated")
    return Authority(ALONE)
