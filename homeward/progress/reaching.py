"""Reaching an episode to change it."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.holding import hold_client_of


class EpisodeHasEnded(Refusal):
    """Nothing more happens in an episode that was closed."""


def locked_episode(actor: Actor, episode_id: UUID, *, may_be_ended: bool = False) -> Episode:
    """The episode with its client, program, phase and site, locked for a change after its client.

    Raises Episode.DoesNotExist out of scope, EpisodeHasEnded.
    """
    hold_client_of(Episode, episode_id)
    episode: Episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("client", "program", "phase", "site", "placement")
        .get(pk=episode_id)
    )
    if episode.ended_at is not None and not may_be_ended:
        raise EpisodeHasEnded
    return episode


def local_day(moment: datetime, zone: str) -> date:
    """The date at a site's own wall clock."""
    return moment.astimezone(ZoneInfo(zone)).date()


def start_of(day: date, zone: str) -> datetime:
    """The first instant of a day at a site's own wall clock."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
