"""The team learned something that calls for a review."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.review_records import CourseEvent
from homeward.progress.reviews import open_cards
from homeward.progress.rules.causes import TOLD


def may_tell(actor: Actor) -> bool:
    """Whoever writes the assessment or the medical record of a client; whose, the scope says."""
    return any(
        may(actor.roles, record_class, Access.WRITE)
        for record_class in (RecordClass.ASSESSMENT, RecordClass.MEDICAL)
    )


class EventIncomplete(Refusal):
    """What happened is one of the known causes, on a day of the episode up to today."""


@action
def tell_event(
    *,
    actor: Actor,
    episode_id: UUID,
    code: str,
    happened_on: date,
    now: datetime,
    words: str = "",
) -> CourseEvent:
    """Write it down and open a card within the program's business days; nothing else changes.

    Raises EventIncomplete, EpisodeHasEnded, NotAllowed; Episode.DoesNotExist out of scope.
    """
    if actor.worker_id is None or not (actor.kind == SERVICE or may_tell(actor)):
        raise NotAllowed
    if code not in TOLD:
        raise EventIncomplete("event_unknown")
    episode = locked_episode(actor, episode_id)
    if happened_on > local_day(now, episode.site.time_zone):
        raise EventIncomplete("event_ahead")
    if happened_on < episode.admitted_on:
        raise EventIncomplete("event_before")
    event = CourseEvent.objects.create(
        client_id=episode.client_id, site_id=episode.site_id, episode=episode, code=code,
        happened_on=happened_on, told_at=now, told_by_id=actor.worker_id,
        words=words.strip()[:500],
    )  # fmt: skip
    # The row must lie within the actor's reach; otherwise nothing happened.
    told: CourseEvent = CourseEvent.objects.for_actor(actor, Purpose.TREATMENT).get(pk=event.pk)
    audit.record("progress.event.told", actor=actor, subject=told, at=now, reason=code)
    open_cards([episode], code, actor=actor, now=now)
    return told
