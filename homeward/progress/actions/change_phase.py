"""The team moves a client to another phase."""

from datetime import date, datetime
from uuid import UUID

from homeward.admissions.models import Episode, EpisodeStage
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.program.models import Phase
from homeward.progress.actions.decide_review import may_decide
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.stages import enter, level_of, move_to_phase
from homeward.progress.standing import REVIEWING


class SamePhase(Refusal):
    """The client is in that phase already, or the phase is another program's."""


class NotInThePast(Refusal):
    """A phase is never changed backwards in time."""


class LevelChangesToo(Refusal):
    """These hours are another level of care: decide it on a review, with a first appointment."""


@action
def change_phase(
    *,
    actor: Actor,
    episode_id: UUID,
    phase_id: UUID,
    reason: str,
    now: datetime,
    from_day: date | None = None,
    expected_version: int | None = None,
) -> EpisodeStage:
    """Move to another phase of the same level, from a day on (today, unless said).

    A phase never changes by elapsed time alone: somebody decides, with a reason. Raises the
    refusals of this file, EpisodeHasEnded, StaleVersion; Episode.DoesNotExist out of scope.
    """
    if actor.kind != SERVICE and not may_decide(actor):
        raise NotAllowed("phases_are_for_clinicians")
    episode = locked_episode(actor, episode_id)
    # The keeper of a whole site's schedule changes the phase of those alone whose care they read.
    if actor.kind != SERVICE and not reaches(actor, episode.client, RecordClass.ASSESSMENT):
        raise Episode.DoesNotExist
    expect_version(episode, expected_version)
    today = local_day(now, episode.site.time_zone)
    phase = Phase.objects.get(pk=phase_id)
    if phase.pk == episode.phase_id or phase.program_id != episode.program_id:
        raise SamePhase
    if from_day is not None and from_day < today:
        raise NotInThePast
    day = from_day or today
    if level_of(episode, phase, day) != episode.level_code:
        raise LevelChangesToo
    return move_to_phase(episode, phase, from_day=day, reason=reason, actor=actor, now=now)


@action
def begin_due_stages(*, actor: Actor, now: datetime) -> int:
    """Let every episode enter the stage whose day has come; returns how many moved."""
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_begins")
    due = (
        EpisodeStage.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
        .filter(starts_at__lte=now, episode__ended_at=None, withdrawal=None)
        .order_by("episode_id", "-starts_at", "-created_at")
        .distinct("episode_id")
        .select_related("episode", "phase")
    )
    moved = 0
    for stage in due:
        if (stage.phase_id, stage.level_code) == (stage.episode.phase_id, stage.episode.level_code):
            continue
        episode = (
            Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
            .select_for_update(of=("self",))
            .get(pk=stage.episode_id)
        )
        enter(episode, stage, actor=actor, now=now)
        moved += 1
    return moved
