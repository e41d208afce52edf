"""A consent through an intermediary (42 CFR 2.24, 2.31(a)(4)(ii)).

The paper must name the exchange, and beside it either participants one by one or the general
designation of those who treat the client. Nothing is handed to an exchange that could pass it on
to nobody the paper means.
"""

from collections.abc import Iterator

from .case import Case
from .instants import within
from .world import Consent, Participation, Through

MEMBERS, TREATING = "members", "treating_providers"
DESIGNATIONS = frozenset({MEMBERS, TREATING})


def through_shortfalls(case: Case, consent: Consent) -> Iterator[str]:
    """Why a consent does not carry an item to an exchange; nothing for other recipients."""
    exchange = case.world.intermediary(case.request.recipient.id)
    if consent.through is None:
        if exchange is not None:
            yield "participants_not_named"
        return
    present = exchange.members if exchange is not None else ()
    if not any(
        _is_meant(consent.through, member) and within(case.now, member.start, member.end)
        for member in present
    ):
        yield "no_participant_left"


def lacks_participants(consent: Consent) -> bool:
    """Whether a consent through an exchange says nothing of who receives behind it."""
    if consent.through is None:
        return False
    named = consent.through.designation == MEMBERS and bool(consent.through.members)
    return not named and consent.through.designation != TREATING


def _is_meant(through: Through, member: Participation) -> bool:
    if through.designation == TREATING:
        return member.treats
    return member.entity in through.members
