"""Somebody whom nobody has seen for days: what the record says of tries and of the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Q

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.stops import without_stopped
from homeward.program.queries import numbers_for
from homeward.progress.models import LevelReview, OutreachAttempt
from homeward.progress.reaching import local_day
from homeward.progress.rules.contact import IN_CONTACT, Away, standing

ASKING = Actor.of_service("progress.losing")
DECISION, ENDS = "discharge_decision", "ends"


@dataclass(frozen=True, slots=True)
class Lost:
    """One open episode out of contact, with both numbers and where it stands."""

    episode: Any
    away: Away
    decision: Decision


def out_of_contact(actor: Actor, now: datetime) -> list[Lost]:
    """Open episodes of the actor's reach that the team must decide about, the longest first.

    The last contact is the last attended session, a check of somebody who was reached by a try,
    or the admission. The same few queries however many.
    """
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(ended_at=None)
    episodes = list(without_stopped(rows).select_related("client", "site").order_by("pk"))
    contacts = last_contacts(episodes)
    tries = _tries([each.pk for each in episodes])
    numbers: dict[UUID, Any] = {}
    found = []
    for episode in episodes:
        on = local_day(now, episode.site.time_zone)
        if episode.program_id not in numbers:
            numbers[episode.program_id] = numbers_for(episode.program_id, on)
        read = numbers[episode.program_id]
        last = contacts[episode.pk]
        away = Away(
            on=on,
            last_contact_on=last,
            tries=sum(day > last for day in tries.get(episode.pk, ())),
        )
        decision = standing(
            away,
            team_days=int(read["lost_contact_days"]),
            close_days=int(read["lost_contact_close_days"]),
        )
        if decision.outcome != IN_CONTACT:
            found.append(Lost(episode, away, decision))
    return sorted(found, key=lambda each: (-each.away.days, str(each.episode.pk)))


def last_contacts(episodes: Sequence[Any]) -> dict[UUID, date]:
    """The last day each was seen or reached; the admission where there was none. Two queries."""
    zones = {each.pk: each.site.time_zone for each in episodes}
    found = {each.pk: each.admitted_on for each in episodes}
    came = AttendanceMark.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        episode__in=list(zones), state__in=CAME
    )
    for row in came.order_by().values("episode_id").annotate(last=Max("on")):
        found[row["episode_id"]] = max(found[row["episode_id"]], row["last"])
    reached = OutreachAttempt.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        episode__in=list(zones), outcome="reached"
    )
    for row in reached.order_by().values("episode_id").annotate(last=Max("at")):
        day = local_day(row["last"], zones[row["episode_id"]])
        found[row["episode_id"]] = max(found[row["episode_id"]], day)
    return found


def tries_since(episode: Any, day: date) -> int:
    """How often somebody tried after that day."""
    after = datetime.combine(day, time.max, ZoneInfo(episode.site.time_zone))
    rows = OutreachAttempt.objects.for_actor(ASKING, Purpose.OPERATIONS)
    found = rows.filter(episode_id=episode.pk, at__gt=after).aggregate(n=Count("pk"))
    return int(found["n"])


def team_decision_of(episode: Any, last_contact_on: date) -> date | None:
    """The day after the last contact on which the team decided that care ends; None without one.

    A decision of the ladder to keep the place is none, nor one that does not say which it was.
    """
    after = datetime.combine(last_contact_on, time.max, ZoneInfo(episode.site.time_zone))
    cards = LevelReview.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, outcome=LevelReview.Outcome.DISCHARGE, decided_at__gt=after
    )
    steps = OutreachAttempt.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        Q(step=DECISION) | Q(channel=DECISION), episode_id=episode.pk, outcome=ENDS,
        at__gt=after,
    )  # fmt: skip
    moments = [
        moment
        for moment in (
            cards.aggregate(last=Max("decided_at"))["last"],
            steps.aggregate(last=Max("at"))["last"],
        )
        if moment is not None
    ]
    return local_day(max(moments), episode.site.time_zone) if moments else None


def _tries(episodes: list[UUID]) -> dict[UUID, list[date]]:
    rows = OutreachAttempt.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        episode__in=episodes
    )
    found: dict[UUID, list[date]] = {}
    for row in rows.select_related("site"):
        found.setdefault(row.episode_id, []).append(local_day(row.at, row.site.time_zone))
    return found
