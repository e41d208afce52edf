"""Reads about hours, reviews and the end of an episode worth a name."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Sum

from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.progress.models import Appointment, Discharge, FollowUp, LevelReview
from homeward.progress.reaching import local_day
from homeward.progress.reviews import monday_of
from homeward.progress.rules.hours import Week, stand_of
from homeward.timetable.models import Seat

UNREAD = ("client__phone", "client__diagnosis", "client__allergies")


def hours_this_week(
    actor: Actor, episodes: Iterable[Any], now: datetime
) -> dict[UUID, tuple[Week, Decision]]:
    """Minutes delivered, planned and required of this week with their decision, by client id.

    Two queries however many episodes; `episodes` carry their phase and site.
    """
    wanted = list(episodes)
    if not wanted:
        return {}
    monday = monday_of(local_day(now, wanted[0].site.time_zone))
    ends = monday + timedelta(weeks=1)
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode__in=wanted, on__gte=monday, on__lt=ends
    )
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode__in=wanted, released_at=None, mark=None, session__cancelled_at=None,
        ends_at__gt=now, session__on__lt=ends,
    )  # fmt: skip
    delivered = _sums(marks, "credited_minutes")
    planned = _sums(seats, "session__clinical_minutes")
    found = {}
    for episode in wanted:
        week = Week(
            delivered_minutes=delivered.get(episode.client_id, 0),
            planned_minutes=planned.get(episode.client_id, 0),
            required_minutes=episode.phase.weekly_minutes,
        )
        found[episode.client_id] = (week, stand_of(week))
    return found


def _sums(rows: Any, name: str) -> dict[UUID, int]:
    totals = rows.order_by().values("client_id").annotate(minutes=Sum(name))
    return {row["client_id"]: row["minutes"] or 0 for row in totals}


def open_reviews(actor: Actor) -> list[LevelReview]:
    """The newest card of each episode that the team has still to decide, by the client's name.

    Older open cards of the same episode are answered with it.
    """
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(
        outcome="", episode__ended_at=None
    )
    newest = (
        rows.select_related("client", "episode__phase", "episode__site")
        .defer(*UNREAD)
        .order_by("episode_id", "-opened_at", "opened_because")
        .distinct("episode_id")
    )
    return sorted(newest, key=lambda card: (card.client.name, str(card.pk)))


def decided_reviews(actor: Actor, since: datetime) -> list[LevelReview]:
    """The cards decided lately, the newest first."""
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(decided_at__gte=since)
    return list(
        rows.select_related("client", "episode__phase", "decided_by", "to_phase")
        .defer(*UNREAD)
        .order_by("-decided_at")
    )


def review_for(actor: Actor, review_id: UUID) -> LevelReview:
    """One card; LevelReview.DoesNotExist out of scope."""
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT)
    card: LevelReview = rows.select_related(
        "client", "episode__phase", "episode__program", "episode__site", "decided_by", "to_phase"
    ).get(pk=review_id)
    return card


def reviews_of(actor: Actor, episode: Any) -> list[LevelReview]:
    """Every card of an episode, the newest first."""
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.select_related("decided_by", "to_phase").order_by("-opened_at"))


def discharge_of(actor: Actor, episode: Any) -> Discharge | None:
    """How an episode ended last; None while it runs, also for the second time."""
    if episode.ended_at is None:
        return None
    rows = Discharge.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return rows.select_related("author", "document").order_by("-number").first()


def appointments_of(actor: Actor, episode: Any) -> list[Appointment]:
    """The appointments of an episode, the next first."""
    rows = Appointment.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.order_by("at"))


def follow_ups_of(actor: Actor, episode: Any) -> list[FollowUp]:
    """The check-ups of an episode in order."""
    rows = FollowUp.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.order_by("months"))
