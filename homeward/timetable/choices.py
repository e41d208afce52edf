"""Every group a client might ask a seat in, each with the rule's answer, in a few reads.

What is booked beside the standing seats is looked at when one is asked for; here it would cost a
query a group.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from homeward.admissions.models import Episode
from homeward.kernel.reasons import Decision
from homeward.timetable.models import GroupMembership, TherapyGroup
from homeward.timetable.rules.seating import OFFER, ClientFacts, GroupFacts, seat_for
from homeward.timetable.seating import (
    every,
    hours_asked,
    kept_apart_from,
    not_led_by,
    standing_on,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A group and what the rule says of a seat in it."""

    group: TherapyGroup
    decision: Decision

    @property
    def fits(self) -> bool:
        return self.decision.outcome == OFFER


def choices_for(episode: Episode, from_day: date) -> list[Choice]:
    """The groups of the client's program and site, those that fit first, then by weekday."""
    groups = list(
        TherapyGroup.objects.filter(program_id=episode.program_id, site_id=episode.site_id)
        .exclude(ends_on__lte=from_day)
        .select_related("room", "leader", "track")
        .prefetch_related("phases")
        .order_by("weekday", "starts", "name")
    )
    standing = every(GroupMembership).filter(standing_on(from_day))
    held = list(standing.filter(client_id=episode.client_id).select_related("group"))
    counts = dict(
        standing.filter(group__in=groups).order_by().values_list("group").annotate(Count("pk"))
    )
    apart = kept_apart_from(episode.client_id, from_day)
    barred = not_led_by(episode.client_id, from_day)
    closed = {group.pk for group in groups if group.leader_id in barred}
    if apart:
        closed |= set(standing.filter(client_id__in=apart).values_list("group_id", flat=True))
    hours = hours_asked(episode, from_day)
    choices = [
        Choice(
            group,
            seat_for(
                _group(group, counts.get(group.pk, 0)),
                _client(episode, group, held, group.pk in closed),
                hours,
            ),
        )
        for group in groups
    ]
    return sorted(choices, key=lambda choice: not choice.fits)


def _group(group: TherapyGroup, taken: int) -> GroupFacts:
    return GroupFacts(
        code=group.code,
        site=str(group.site_id),
        track=str(group.track_id or ""),
        phases=frozenset(str(phase.pk) for phase in group.phases.all()),
        capacity=group.capacity,
        taken=taken,
        minutes=group.clinical_minutes,
    )


def _client(
    episode: Episode, group: TherapyGroup, held: list[Any], is_kept_apart: bool
) -> ClientFacts:
    elsewhere = [row.group for row in held if row.group_id != group.pk]
    clashes = sorted(
        other.name
        for other in elsewhere
        if other.weekday == group.weekday
        and other.starts < group.ends
        and other.ends > group.starts
    )
    return ClientFacts(
        site=str(episode.site_id),
        track=str(episode.track_id),
        phase=str(episode.phase_id),
        clashes=tuple(clashes),
        is_seated=any(row.group_id == group.pk for row in held),
        is_kept_apart=is_kept_apart,
        planned_minutes=sum(other.clinical_minutes for other in elsewhere),
    )
