"""A consent through an exchange names who receives behind it (42 CFR 2.31(a)(4)(ii))."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.consents.actions.refusals import (
    IntermediaryNotNamed,
    MemberUnknown,
    ParticipantsMissing,
)
from homeward.consents.models import Consent, IntermediaryMember, OutsideParty

Designation = Consent.Designation


def members_named(
    kind: str,
    party: OutsideParty | None,
    designation: str,
    member_ids: Sequence[UUID | str],
    now: datetime,
) -> list[dict[str, str]]:
    """The named members as they stand on the paper; empty for the general designation.

    Raises IntermediaryNotNamed for a kind that goes to no exchange, or members without one;
    ParticipantsMissing when nobody behind it is meant; MemberUnknown for who is none today.
    """
    if party is None or not party.is_intermediary:
        if designation or member_ids:
            raise IntermediaryNotNamed
        return []
    if kind != Consent.Kind.SPECIFIC:
        raise IntermediaryNotNamed
    if designation == Designation.TREATING_PROVIDERS:
        return []
    if designation != Designation.MEMBERS or not member_ids:
        raise ParticipantsMissing
    wanted = {str(each) for each in member_ids}
    present = {str(row.member_id): row.member.name for row in members_of(party, now)}
    if not wanted <= set(present):
        raise MemberUnknown
    return [{"id": key, "name": name} for key, name in present.items() if key in wanted]


def members_of(party: OutsideParty, at: datetime) -> list[IntermediaryMember]:
    """Who takes part in an exchange at an instant, by name."""
    rows = IntermediaryMember.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=at), intermediary=party, starts_at__lte=at
    )
    return list(rows.select_related("member").order_by("member__name"))
