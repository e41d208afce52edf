"""The one decision: may these items go to this recipient for this purpose, now?

Deny by default. An item is permitted when some basis carries it and no forbid stands against it
on that basis. Items are decided apart, so the answer for a set is the union over its items.
"""

from datetime import datetime

from .bases import FINDERS
from .case import Case
from .codes import BASES, PURPOSES, RECIPIENT_CLASSES, RECIPIENT_TYPES, RECORD_CLASSES
from .disclosure import DENY, PARTIAL, PERMIT, Disclosure, ItemAnswer
from .forbids import forbidden
from .instants import to_utc
from .numbers import Numbers
from .obligations import obligations_for
from .request import Item, Request
from .world import World


def disclose(
    request: Request, world: World, now: datetime, *, numbers: Numbers | None = None
) -> Disclosure:
    """Decide every item of a request at one instant.

    `now` needs an offset (ValueError without). `numbers` are the ages of the program's state;
    a table carried by the world comes before them.
    """
    now = to_utc(now)
    numbers = numbers or Numbers()
    if world.minor_consent_ages is not None:
        numbers = Numbers(numbers.adult_age, world.minor_consent_ages)
    answers = tuple(decide_item(Case(request, item, world, now, numbers)) for item in request.items)
    used = {answer.basis for answer in answers if answer.basis is not None}
    permitted = sum(answer.effect == PERMIT for answer in answers)
    return Disclosure(
        effect=_effect(permitted, len(answers)),
        basis=next((basis for basis in BASES if basis in used), None),
        cites=tuple(dict.fromkeys(cite for answer in answers for cite in answer.cites)),
        items=answers,
        obligations=obligations_for(request, world, used),
    )


def decide_item(case: Case) -> ItemAnswer:
    """Permit on the first basis that nothing forbids; otherwise say everything that is missing."""
    if not _is_well_formed(case.request, case.item):
        return ItemAnswer(case.item.id, DENY, ("request_not_understood",))
    against = list(forbidden(case, None))
    misses: list[str] = []
    for basis in BASES:
        finding = FINDERS[basis](case)
        misses += finding.misses
        if not finding.met:
            continue
        objections = forbidden(case, basis)
        if not objections:
            return ItemAnswer(case.item.id, PERMIT, (f"by_{basis}",), basis, finding.cites)
        against += objections
    reasons = tuple(dict.fromkeys([*against, *misses])) or ("no_basis",)
    return ItemAnswer(case.item.id, DENY, reasons)


def _effect(permitted: int, asked: int) -> str:
    """A request for nothing releases nothing: deny."""
    if permitted == 0:
        return DENY
    return PERMIT if permitted == asked else PARTIAL


def _is_well_formed(request: Request, item: Item) -> bool:
    """Values built in code get the same closed lists as documents: unknown is deny."""
    return (
        request.purpose in PURPOSES
        and item.record_class in RECORD_CLASSES
        and request.recipient.type in RECIPIENT_TYPES
        and request.recipient.classes <= RECIPIENT_CLASSES
    )
