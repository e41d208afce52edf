"""A consent through an intermediary (42 CFR 2.24, 2.31(a)(4)(ii)).

The paper must name the exchange, and beside it either participants one by one or the general
designation of those who treat the client. Nothing is handed to an exchange that could pass it on
to nobody the paper means, and nothing that it would pass on to somebody who may not have it.
"""

from collections.abc import Collection, Iterator

from .case import Case
from .instants import within
from .parties import Recipient
from .world import Consent, Participation, Through

MEMBERS, TREATING = "members", "treating_providers"
TREATS = "treating_provider"
DESIGNATIONS = frozenset({MEMBERS, TREATING})


def through_shortfalls(case: Case, consent: Consent) -> Iterator[str]:
    """Why a consent does not carry an item to an exchange; nothing for other recipients."""
    exchange = case.world.intermediary(case.request.recipient.id)
    if consent.through is None:
        if exchange is not None:
            yield "participants_not_named"
        return
    meant = [
        member
        for member in (exchange.members if exchange is not None else ())
        if _is_meant(consent.through, member) and within(case.now, member.start, member.end)
    ]
    if not meant:
        yield "no_participant_left"
    yield from _kept_from(case, [_as_recipient(member) for member in meant])


def _kept_from(case: Case, behind: Collection[Recipient]) -> Iterator[str]:
    """What is kept from a member is kept from the exchange that would hand it on to them."""
    world, client = case.world, case.request.client
    if any(
        flag.client == client
        and within(case.now, flag.start, flag.end)
        and any(map(flag.recipient.forbids, behind))
        for flag in world.safety_flags
    ):
        yield "safety_flag"
    if any(
        limit.client == client
        and limit.recipient is not None
        and case.item.record_class in limit.classes
        and within(case.now, limit.agreed_at, limit.ends_at)
        and any(map(limit.recipient.forbids, behind))
        for limit in world.restrictions
    ):
        yield "restriction_agreed"


def _as_recipient(member: Participation) -> Recipient:
    classes = frozenset({TREATS}) if member.treats else frozenset[str]()
    return Recipient("entity", member.entity, classes)


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
