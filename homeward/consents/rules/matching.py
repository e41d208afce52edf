"""Does a written consent carry this item? (42 CFR 2.31, 2.33)

A consent is related when it is the client's, of the kind asked for, names the recipient and can
carry the purpose and the class of record. Only related consents are ever mentioned, so that an
unrelated one changes nothing, not even the explanation.
"""

from collections.abc import Iterator

from .authority import ALONE, GUARDIAN_HALF, MINOR_HALF, authority_of
from .case import Case, Finding, found
from .intermediaries import through_shortfalls
from .jurisdictions import numbers_as_of
from .lifecycle import ACTIVE, REASON_FOR_STATUS, REVOKED, revoked_from, status_at
from .validation import class_has_effect, purpose_has_effect
from .world import Consent


def find_consent(case: Case, kind: str) -> Finding:
    """The consent of this kind that carries the item, or every way the related ones fall short.

    Where both a minor and a parent must sign, one consent of each carries the item together.
    When several consents would do, the one signed last is cited.
    """
    misses: list[str] = []
    carrying: dict[str, list[Consent]] = {ALONE: [], GUARDIAN_HALF: [], MINOR_HALF: []}
    for consent in related(case, kind):
        numbers = numbers_as_of(case.numbers, case.world.minor_age_lines, consent.signed_on)
        authority = authority_of(consent, case.world.facts_of(case.request.client), numbers)
        codes = list(shortfalls(case, consent))
        if authority.reason is not None and authority.reason not in codes:
            codes.append(authority.reason)
        if codes or authority.weight is None:
            misses += codes
        else:
            carrying[authority.weight].append(consent)

    if carrying[ALONE]:
        return found(_latest(carrying[ALONE]).id)
    if carrying[GUARDIAN_HALF] and carrying[MINOR_HALF]:
        return found(_latest(carrying[MINOR_HALF]).id, _latest(carrying[GUARDIAN_HALF]).id)
    if carrying[GUARDIAN_HALF]:
        misses.append("minor_must_sign_too")
    if carrying[MINOR_HALF]:
        misses.append("parent_must_sign_too")
    return Finding(misses=tuple(dict.fromkeys(misses)))


def related(case: Case, kind: str) -> Iterator[Consent]:
    """The consents of one kind that speak of this client, recipient, purpose and class."""
    request = case.request
    for consent in case.world.consents:
        if (
            consent.kind == kind
            and consent.client == request.client
            and request.purpose in consent.purposes
            and purpose_has_effect(consent, request.purpose)
            and class_has_effect(consent, case.item.record_class)
            and any(named.permits(request.recipient) for named in consent.recipients)
        ):
            yield consent


def shortfalls(case: Case, consent: Consent) -> Iterator[str]:
    """Every reason a related consent does not carry the item, signer apart."""
    status = status_at(consent, case.world, case.now)
    if status != ACTIVE:
        yield REASON_FOR_STATUS[status]
    if status == REVOKED and _relied_upon(case, consent):
        yield "earlier_disclosure_stands"
    if case.request.discloser not in consent.disclosers:
        yield "discloser_not_named"
    if case.item.record_class not in consent.classes:
        yield "class_not_in_consent"
    yield from through_shortfalls(case, consent)
    yield from _outside_window(case, consent)


def _outside_window(case: Case, consent: Consent) -> Iterator[str]:
    first, last, day = consent.records_from, consent.records_to, case.item.dated
    if first is None and last is None:
        return
    if day is None:
        yield "record_date_unknown"
    elif (first is not None and day < first) or (last is not None and day > last):
        yield "record_outside_dates"


def _relied_upon(case: Case, consent: Consent) -> bool:
    """Whether this item already left under the consent before it was revoked."""
    end = revoked_from(consent, case.world)
    return end is not None and any(
        earlier.consent == consent.id and earlier.item == case.item.id and earlier.at < end
        for earlier in case.request.prior_disclosures
    )


def _latest(consents: list[Consent]) -> Consent:
    """The one signed last; among equals the id decides, so that the order of input does not."""
    return max(consents, key=lambda consent: (consent.signed_at, consent.id))
