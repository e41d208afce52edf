"""Exchanges that pass records on, with their members, as the engine's values."""

from collections.abc import Iterator

from django.db.models import Prefetch

from homeward.consents.models import IntermediaryMember, OutsideParty
from homeward.consents.rules import world as rules

TREATS = "treating_provider"


def exchanges() -> Iterator[rules.Intermediary]:
    """Every exchange somebody looked up; whether a member treats is as it was looked up."""
    members = IntermediaryMember.objects.select_related("member")
    rows = OutsideParty.objects.filter(is_intermediary=True)
    for row in rows.prefetch_related(Prefetch("members", members)):
        yield rules.Intermediary(
            id=str(row.pk),
            members=tuple(
                rules.Participation(
                    str(each.member_id),
                    each.starts_at,
                    TREATS in each.member.classes,
                    each.ends_at,
                )
                for each in row.members.all()
            ),
        )
