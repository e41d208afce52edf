"""The team decides a level-of-care card."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress.facts import SteppedDown
from homeward.progress.models import Appointment, LevelReview
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.rules.level import handoff_is_soon
from homeward.progress.stages import level_of, move_to_phase
from homeward.progress.standing import REVIEWING

Outcome = LevelReview.Outcome
SHORTEST_REASON = 5


def may_decide(actor: Actor) -> bool:
    """Whether the actor decides levels at all; whose, the scope says."""
    return any(
        may(actor.roles, RecordClass.ASSESSMENT, access) for access in (Access.SIGN, Access.APPROVE)
    )


class AlreadyDecided(Refusal):
    """The team decided this card before."""


class DecisionIncomplete(Refusal):
    """An outcome, a reason and the client's own view belong to every decision."""


class StepIncomplete(Refusal):
    """A step down needs a lighter phase, a prevention plan, and a first appointment soon."""


@action
def decide_review(
    *,
    actor: Actor,
    review_id: UUID,
    outcome: str,
    reason: str,
    client_view: str,
    now: datetime,
    grounds: Sequence[str] = (),
    to_phase_id: UUID | None = None,
    from_day: date | None = None,
    has_prevention_plan: bool = False,
    receiving_program: str = "",
    first_appointment_at: datetime | None = None,
    expected_version: int | None = None,
) -> LevelReview:
    """Record what the team decides, and carry out a step down.

    The suggestion binds nobody: any outcome may be decided, with its reason. A step down moves
    phase and, under the weekly minimum, level; books the first appointment within the program's
    days; and says so to authorization and billing. Raises the refusals of this file,
    EpisodeHasEnded, StaleVersion; LevelReview.DoesNotExist out of scope.
    """
    # Clinicians of the team sign it; a supervisor decides by the right to approve.
    signs = actor.kind == SERVICE or may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    to = Access.SIGN if signs else Access.APPROVE
    review = (
        LevelReview.objects.for_actor(actor, Purpose.TREATMENT, to=to)
        .select_for_update(of=("self",))
        .get(pk=review_id)
    )
    expect_version(review, expected_version)
    if review.decided_at is not None:
        raise AlreadyDecided
    _check(outcome, reason, client_view)
    episode = locked_episode(actor, review.episode_id)
    values: dict[str, Any] = {
        "outcome": outcome,
        "reason": reason.strip()[:300],
        "client_view": client_view.strip()[:300],
        "grounds": list(grounds),
        "has_prevention_plan": has_prevention_plan,
        "receiving_program": receiving_program.strip()[:120],
        "decided_at": now,
        "decided_by_id": actor.worker_id,
    }
    if first_appointment_at is not None:
        zone = episode.site.time_zone
        values["first_appointment_on"] = local_day(first_appointment_at, zone)
    if outcome == Outcome.STEP_DOWN:
        phase, day = _step(
            episode, to_phase_id, from_day, first_appointment_at, has_prevention_plan, now
        )
        values["to_phase"] = phase
        values["receiving_program"] = values["receiving_program"] or episode.program.name
        _carry_out(episode, phase, day, values, first_appointment_at, actor, now)
    review.change(**values)
    audit.record("progress.review.decided", actor=actor, subject=review, at=now, reason=outcome)
    _answer_others(review, values, actor, now)
    return review


def _answer_others(
    review: LevelReview, values: Mapping[str, Any], actor: Actor, now: datetime
) -> None:
    """The team sat together once: the client's other open cards are answered by the same words."""
    others = (
        LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .filter(episode_id=review.episode_id, outcome="", opened_at__lte=now)
    )
    for other in others.order_by("pk"):
        other.change(**values)
        audit.record(
            "progress.review.decided", actor=actor, subject=other, at=now, reason="with another"
        )


def _check(outcome: str, reason: str, client_view: str) -> None:
    problems = []
    if outcome not in Outcome.values:
        problems.append("outcome")
    if len(reason.strip()) < SHORTEST_REASON:
        problems.append("reason")
    if not client_view.strip():
        problems.append("client_view")
    if problems:
        raise DecisionIncomplete(*problems)


def _step(
    episode: Any,
    to_phase_id: UUID | None,
    from_day: date | None,
    first_appointment_at: datetime | None,
    has_prevention_plan: bool,
    now: datetime,
) -> tuple[Phase, date]:
    """The phase and day of a step down; raises StepIncomplete with every problem."""
    zone = episode.site.time_zone
    today = local_day(now, zone)
    day = from_day or today
    phases = Phase.objects.filter(program_id=episode.program_id)
    phase = phases.filter(pk=to_phase_id).first() if to_phase_id else None
    problems = []
    if phase is None or phase.weekly_minutes >= episode.phase.weekly_minutes:
        problems.append("to_phase")
    if not today <= day <= today + timedelta(days=31):
        problems.append("from_day")
    if not has_prevention_plan:
        problems.append("prevention_plan")
    within = int(numbers_for(episode.program_id, today)["handoff_days"])
    if first_appointment_at is None or not handoff_is_soon(
        day, local_day(first_appointment_at, zone), within
    ):
        problems.append("first_appointment")
    if problems or phase is None:
        raise StepIncomplete(*problems)
    return phase, day


def _carry_out(
    episode: Any,
    phase: Phase,
    day: date,
    values: dict[str, Any],
    first_appointment_at: datetime | None,
    actor: Actor,
    now: datetime,
) -> None:
    old_level, new_level = episode.level_code, level_of(episode, phase, day)
    move_to_phase(episode, phase, from_day=day, reason="step_down", actor=actor, now=now)
    appointment = Appointment.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        at=first_appointment_at,
        with_whom=values["receiving_program"],
        kind="first_after_step_down",
        booked_at=now,
        booked_by_id=actor.worker_id,
    )
    audit.record("progress.appointment.booked", actor=actor, subject=appointment, at=now)
    announce(
        SteppedDown(
            episode.pk, episode.client_id, old_level, new_level, day,
            values["first_appointment_on"], actor, now,
        )
    )  # fmt: skip
