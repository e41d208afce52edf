"""A client takes a standing seat in a group."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.timetable.facts import SeatTaken
from homeward.timetable.models import GroupMembership, Seat, TherapyGroup
from homeward.timetable.rules.seating import OFFER, seat_for
from homeward.timetable.seating import (
    client_facts,
    coming_sessions,
    group_facts,
    hours_asked,
    new_seat,
    numbers_taken,
)
from homeward.timetable.walls import walls


class SeatRefused(Refusal):
    """The rule refuses the seat; `decision` holds every line, the arguments its unmet codes."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


class GroupHasEnded(Refusal):
    """The group no longer meets on that day."""


class NotBeforeAdmission(Refusal):
    """A seat never starts before the day of admission."""


def decide_seat(
    *, actor: Actor, group: TherapyGroup, client_id: UUID, starts_on: date, now: datetime
) -> Decision:
    """What the rule says today, without taking the seat; the client must be within reach."""
    episode = _episode(actor, group, client_id, Access.READ).get()
    return _decision(group, episode, starts_on, now)


@action
def take_seat(
    *, actor: Actor, group_id: UUID, client_id: UUID, starts_on: date, now: datetime
) -> GroupMembership:
    """Seat a client in a group from a day on, and in its sessions already planned.

    The group's row is locked, so that of many at once only as many win as there are seats.
    Raises SeatRefused, GroupHasEnded, NotBeforeAdmission; Episode.DoesNotExist out of scope.
    """
    group = TherapyGroup.objects.select_for_update(of=("self",)).get(pk=group_id)
    episode = _episode(actor, group, client_id, Access.WRITE).select_for_update(of=("self",)).get()
    if group.ends_on and group.ends_on <= starts_on:
        raise GroupHasEnded
    if starts_on < episode.admitted_on:
        raise NotBeforeAdmission
    decision = _decision(group, episode, starts_on, now)
    if decision.outcome != OFFER:
        raise SeatRefused(decision)
    with walls():
        membership = GroupMembership.objects.create(
            client_id=client_id,
            site_id=group.site_id,
            group=group,
            episode=episode,
            starts_on=starts_on,
            decision=decision.to_json(),
        )
        sessions = coming_sessions(group, starts_on, now)
        taken = numbers_taken(sessions)
        Seat.objects.bulk_create(
            [new_seat(session, episode, taken[session.pk]) for session in sessions]
        )
    audit.record("timetable.seat.taken", actor=actor, subject=membership, at=now)
    announce(SeatTaken(membership.pk, client_id, episode.pk, starts_on, actor, now))
    return membership


def _episode(actor: Actor, group: TherapyGroup, client_id: UUID, to: Access):  # type: ignore[no-untyped-def]
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    return episodes.select_related("phase", "program").filter(
        client_id=client_id, program_id=group.program_id, ended_at=None
    )


def _decision(group: TherapyGroup, episode: Episode, starts_on: date, now: datetime) -> Decision:
    sessions = coming_sessions(group, starts_on, now)
    return seat_for(
        group_facts(group, starts_on, sessions),
        client_facts(episode, group, starts_on, sessions),
        hours_asked(episode, starts_on),
    )
