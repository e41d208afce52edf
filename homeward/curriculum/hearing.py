"""What one client has heard of the curriculum, and what is still to come."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.program.models import CurriculumTopic
from homeward.timetable.coverage import heard_by
from homeward.timetable.models import Seat


@dataclass(frozen=True, slots=True)
class Hearing:
    """One topic for one client: how often, when last, and when it is planned next."""

    topic: CurriculumTopic
    times: int
    last_on: date | None
    next_on: date | None

    @property
    def state(self) -> str:
        """`heard`, `planned` or `to_come`."""
        return "heard" if self.times else "planned" if self.next_on else "to_come"


def hearing_of(actor: Actor, episode: Episode, now: datetime) -> tuple[Hearing, ...]:
    """Every topic of the program that the client's groups may have, in the curriculum's order.

    A session counts as heard once it began and the seat did not stay empty.
    """
    planned = heard_by([episode.pk]).get(str(episode.client_id), {})
    rows = (
        Seat.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(episode=episode, released_at=None, session__cancelled_at=None)
        .filter(session__topic__isnull=False)
        .select_related("session")
    )
    past: dict[Any, date] = {}
    coming: dict[Any, list[date]] = {}
    for seat in rows:
        session = seat.session
        if session.starts_at <= now:
            past[session.topic_id] = max(past.get(session.topic_id, session.on), session.on)
        else:
            coming.setdefault(session.topic_id, []).append(session.on)
    made = []
    for topic in CurriculumTopic.objects.filter(program_id=episode.program_id).order_by("position"):
        ahead = coming.get(topic.pk, [])
        times = max(0, planned.get(str(topic.pk), 0) - len(ahead))
        last = past.get(topic.pk) if times else None
        made.append(Hearing(topic, times, last, min(ahead) if ahead else None))
    return tuple(made)
