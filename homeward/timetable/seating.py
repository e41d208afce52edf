"""Giving seats their numbers, and gathering what the seating rule asks."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, Sum

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupMembership, GroupSession, KeptApart, Seat, TherapyGroup
from homeward.timetable.rules.seating import ClientFacts, GroupFacts, HoursAsked
from homeward.timetable.walls import GroupIsFull
from homeward.timetable.windows import NotWith

# Numbering and clashes must see every seat, whoever asks; only counts and names of groups leave.
SEATING = Actor.of_service("timetable.seating")


def every(model: Any) -> Any:
    """All rows of a protected model, for counting and numbering."""
    return model.objects.for_actor(SEATING, Purpose.OPERATIONS)


def standing_on(day: date) -> Q:
    """Memberships that hold on a day or begin later."""
    return Q(ends_on=None) | Q(ends_on__gt=day)


def numbers_taken(sessions: Iterable[GroupSession]) -> dict[UUID, set[int]]:
    """The seat numbers held in each session, in one query."""
    taken: dict[UUID, set[int]] = {session.pk: set() for session in sessions}
    rows = every(Seat).filter(session__in=list(taken), released_at=None)
    for session_id, number in rows.values_list("session_id", "number"):
        taken[session_id].add(number)
    return taken


def new_seat(
    session: GroupSession,
    episode: Episode,
    taken: set[int],
    *,
    origin: str = "group",
    makes_up: UUID | None = None,
) -> Seat:
    """An unsaved seat with the lowest free number; GroupIsFull when there is none."""
    number = next((n for n in range(1, session.capacity + 1) if n not in taken), None)
    if number is None:
        raise GroupIsFull
    taken.add(number)
    return Seat(
        client_id=episode.client_id,
        site_id=session.site_id,
        session=session,
        episode=episode,
        number=number,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        capacity=session.capacity,
        origin=origin,
        makes_up_id=makes_up,
    )


def coming_sessions(group: TherapyGroup, from_day: date, now: datetime) -> list[GroupSession]:
    """The group's live sessions from a day on that are not over yet."""
    return list(
        group.sessions.filter(
            on__gte=from_day, ends_at__gt=now, cancelled_at=None, closed_at=None
        ).order_by("starts_at")
    )


def group_facts(group: TherapyGroup, from_day: date, sessions: list[GroupSession]) -> GroupFacts:
    """What the rule asks of a group; `taken` is the fullest of standing and coming seats."""
    standing = every(GroupMembership).filter(standing_on(from_day), group=group).count()
    fullest = (
        every(Seat)
        .filter(session__in=[session.pk for session in sessions], released_at=None)
        .values("session")
        .annotate(held=Count("pk"))
        .aggregate(most=Max("held"))["most"]
    )
    return GroupFacts(
        code=group.code,
        site=str(group.site_id),
        track=str(group.track_id or ""),
        phases=frozenset(str(pk) for pk in group.phases.values_list("pk", flat=True)),
        capacity=group.capacity,
        taken=max(standing, fullest or 0),
        minutes=group.clinical_minutes,
    )


def client_facts(
    episode: Episode, group: TherapyGroup, from_day: date, sessions: list[GroupSession]
) -> ClientFacts:
    """What the rule asks of a client, counting everything they hold at any place."""
    held = every(GroupMembership).filter(standing_on(from_day), client_id=episode.client_id)
    elsewhere = held.exclude(group=group)
    overlapping = elsewhere.filter(
        group__weekday=group.weekday, group__starts__lt=group.ends, group__ends__gt=group.starts
    )
    clashes = set(overlapping.values_list("group__name", flat=True))
    clashes.update(_booked_clashes(episode.client_id, group, sessions))
    minutes = elsewhere.aggregate(total=Sum("group__clinical_minutes"))["total"] or 0
    return ClientFacts(
        site=str(episode.site_id),
        track=str(episode.track_id),
        phase=str(episode.phase_id),
        clashes=tuple(sorted(clashes)),
        is_seated=held.filter(group=group).exists(),
        is_kept_apart=_is_kept_apart(episode.client_id, group, from_day),
        planned_minutes=minutes,
    )


def _booked_clashes(client_id: UUID, group: TherapyGroup, sessions: list[GroupSession]) -> set[str]:
    if not sessions:
        return set()
    seats = every(Seat).filter(
        client_id=client_id,
        released_at=None,
        starts_at__lt=sessions[-1].ends_at,
        ends_at__gt=sessions[0].starts_at,
    )
    rows = seats.exclude(session__group=group).values_list("starts_at", "ends_at", "session__name")
    return {
        name
        for starts_at, ends_at, name in rows
        if any(starts_at < each.ends_at and ends_at > each.starts_at for each in sessions)
    }


def kept_apart_from(client_id: UUID, on: date) -> frozenset[UUID]:
    """Whom this client is not to sit with on a day or later; never shown, only obeyed."""
    pairs = every(KeptApart).filter(standing_on(on))
    rows = pairs.filter(Q(client_id=client_id) | Q(other_id=client_id))
    return frozenset(
        other if first == client_id else first
        for first, other in rows.values_list("client_id", "other_id")
    )


def has_pair_kept_apart(client_ids: Iterable[UUID], on: date) -> bool:
    """Whether two of these are not to sit together on a day; who they are stays unsaid."""
    ids = list(client_ids)
    pairs = every(KeptApart).filter(standing_on(on), starts_on__lte=on)
    return bool(pairs.filter(client_id__in=ids, other_id__in=ids).exists())


def not_led_by(client_id: UUID, on: date) -> frozenset[UUID]:
    """The workers this client is not to meet on a day or later; never shown, only obeyed."""
    rows = every(NotWith).filter(standing_on(on), client_id=client_id)
    return frozenset(rows.values_list("worker_id", flat=True))


def _is_kept_apart(client_id: UUID, group: TherapyGroup, from_day: date) -> bool:
    if group.leader_id in not_led_by(client_id, from_day):
        return True
    apart = kept_apart_from(client_id, from_day)
    seated = every(GroupMembership).filter(standing_on(from_day), group=group)
    return bool(apart) and bool(seated.filter(client_id__in=apart).exists())


def hours_asked(episode: Episode, on: date) -> HoursAsked:
    """The phase's weekly minutes and the most the level allows by the program's number."""
    numbers = numbers_for(episode.program, on)
    return HoursAsked(episode.phase.weekly_minutes, int(numbers["iop_max_weekly_minutes"]))


def week_of(day: date, first_weekday: int = 0) -> date:
    """The first day of the program week that holds `day`."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)
