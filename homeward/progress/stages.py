"""Moving an episode to another phase and level, from a day on."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from homeward import audit
from homeward.admissions.models import Episode, EpisodeStage, StageWithdrawal
from homeward.admissions.rules.age import least_minutes_code
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress.facts import PhaseChanged
from homeward.progress.reaching import local_day, start_of
from homeward.progress.rules.hours import asked_in
from homeward.progress.rules.level import level_for
from homeward.progress.standing import REVIEWING


def level_of(episode: Episode, phase: Phase, on: date) -> str:
    """The level of care that phase is for this program, by its hours and the client's age."""
    numbers = numbers_for(episode.program_id, on)
    least = int(numbers[least_minutes_code(episode.client.birth_date, on)])
    return level_for(phase.level_code, phase.weekly_minutes, least, episode.program.level_edition)


def minutes_asked(episode: Any, weeks: Iterable[date]) -> dict[date, int]:
    """What each of these weeks asked of an episode, by its first day; one query.

    Only stages say on which day a need began: a plan keeps the meetings of the weeks it planned,
    and a promise the sessions.
    """
    zone = episode.site.time_zone
    rows = EpisodeStage.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, withdrawal=None
    )
    ordered = rows.select_related("phase").order_by("starts_at", "created_at")
    stages = [(local_day(row.starts_at, zone), row.phase.weekly_minutes) for row in ordered]
    return {week: asked_in(week, stages, episode.phase.weekly_minutes) for week in weeks}


def move_to_phase(
    episode: Any, phase: Phase, *, from_day: date, reason: str, actor: Actor, now: datetime
) -> EpisodeStage:
    """Append the stage; the episode itself changes on its day (`begin_due_stages`), or now."""
    zone = episode.site.time_zone
    level = level_of(episode, phase, from_day)
    is_now = from_day <= local_day(now, zone)
    stage = EpisodeStage.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        phase=phase,
        level_code=level,
        starts_at=now if is_now else start_of(from_day, zone),
        by_id=actor.worker_id or episode.admitted_by_id,
        reason=reason[:60],
    )
    audit.record("progress.stage.appended", actor=actor, subject=stage, at=now, reason=reason)
    old_phase, old_level = episode.phase_id, episode.level_code
    if is_now:
        enter(episode, stage, actor=actor, now=now)
    announce(
        PhaseChanged(
            episode.pk, episode.client_id, old_phase, phase.pk, from_day, actor, now,
            old_level, level,
        )
    )  # fmt: skip
    return stage


def enter(episode: Any, stage: EpisodeStage, *, actor: Actor, now: datetime) -> None:
    """Let the episode be where its stage says."""
    episode.change(phase=stage.phase, level_code=stage.level_code)
    audit.record(
        "progress.episode.moved", actor=actor, subject=episode, at=now,
        fields=("phase", "level_code"), reason=stage.level_code,
    )  # fmt: skip


def withdraw_ahead(
    episode: Any, *, because: str, actor: Actor, now: datetime, decided_as: Collection[str] = ()
) -> list[EpisodeStage]:
    """The stages still to come do not happen; those that were decided so, where codes are named."""
    rows = EpisodeStage.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, starts_at__gt=now, withdrawal=None
    )
    if decided_as:
        rows = rows.filter(reason__in=list(decided_as))
    ahead = list(rows.select_related("phase").order_by("starts_at", "created_at"))
    for stage in ahead:
        made = StageWithdrawal.objects.create(
            client_id=stage.client_id, site_id=stage.site_id, stage=stage, at=now,
            by_id=actor.worker_id, because=because[:60],
        )  # fmt: skip
        audit.record("progress.stage.withdrawn", actor=actor, subject=made, at=now, reason=because)
    return ahead
