"""The team decides a level-of-care card: who sat there, how they rate, what the client says."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.holding import hold_client_of
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress.effects import Following, follow
from homeward.progress.models import LevelReview
from homeward.progress.participants import table_of
from homeward.progress.payer_answers import answers_since
from homeward.progress.ratings import missing_ratings, rated_now
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.reviews import facts_now
from homeward.progress.rules.level import handoff_is_soon
from homeward.progress.rules.ways_up import recommended_for, ways_up
from homeward.progress.stages import level_of
from homeward.progress.standing import REVIEWING

Outcome = LevelReview.Outcome
SHORTEST_REASON = 5
LONGEST_AHEAD = timedelta(days=31)
# A payer's no is never a reason of the team's own: it comes as an answer, after the signature.
OTHER_LEVEL = ("not_available", "client_choice", "court", "wait_list", "geography")


def may_decide(actor: Actor) -> bool:
    """Whether the actor decides levels at all; whose, the scope says."""
    return any(
        may(actor.roles, RecordClass.ASSESSMENT, access) for access in (Access.SIGN, Access.APPROVE)
    )


class AlreadyDecided(Refusal):
    """The team decided this card before: by whom, what, and when."""

    def __init__(self, by: str = "", outcome: str = "", at: datetime | None = None) -> None:
        super().__init__("already_decided")
        self.by, self.outcome, self.at = by, outcome, at


class DecisionIncomplete(Refusal):
    """An outcome, a reason, every rating and the client's own view belong to every decision."""


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
    authenticated_at: datetime | None,
    now: datetime,
    grounds: Sequence[str] = (),
    participants: Sequence[UUID] = (),
    ratings: Mapping[str, int] | None = None,
    to_phase_id: UUID | None = None,
    from_day: date | None = None,
    has_prevention_plan: bool = False,
    receiving_program: str = "",
    first_appointment_at: datetime | None = None,
    confirmed_by: str = "",
    to_level: str = "",
    provided_level: str = "",
    level_reason: str = "",
    moves_seats: bool = False,
    expected_version: int | None = None,
) -> LevelReview:
    """Sign what the team decides, and let what follows from it follow.

    The suggestion binds nobody: any outcome may be decided, with its reason. Ratings left out
    stand as they were. A step down moves phase and, under the weekly minimum, level; a step up
    moves to a phase with more hours or asks for a transfer to `to_level`. The first appointment
    elsewhere is booked once `confirmed_by` says who there said yes. `provided_level` is
    another than the recommended one only for a coded reason, which is never the payer: what a
    payer answered since the last decision is kept from the table until this row is signed, and
    its ids are signed with it. Raises the refusals of this file, NotFresh, EpisodeHasEnded,
    StaleVersion; LevelReview.DoesNotExist out of scope.
    """
    review = _locked(actor, review_id)
    if review.decided_at is not None:
        by = review.decided_by.name if review.decided_by else ""
        raise AlreadyDecided(by, review.outcome, review.decided_at)
    expect_fresh(authenticated_at, now)
    expect_version(review, expected_version)
    episode = locked_episode(actor, review.episode_id)
    zone = episode.site.time_zone
    today = local_day(now, zone)
    rated = rated_now(episode)
    _check(outcome, reason, client_view, rated.edition, ratings)
    step = Following(
        outcome=outcome, phase=_phase(episode, to_phase_id), from_day=from_day or today,
        first_appointment_at=first_appointment_at, to_level=to_level.strip()[:10],
        receiving_program=receiving_program.strip()[:120],
        confirmed_by=confirmed_by.strip()[:120], moves_seats=moves_seats,
    )  # fmt: skip
    _check_step(episode, step, rated.edition, has_prevention_plan=has_prevention_plan, today=today)
    recommended = _level(episode, step)
    provided = provided_level.strip()[:10] or recommended
    if provided != recommended and level_reason not in OTHER_LEVEL:
        raise DecisionIncomplete("level_reason")
    review.change(
        outcome=outcome,
        reason=reason.strip()[:300],
        client_view=client_view.strip()[:300],
        grounds=list(grounds),
        has_prevention_plan=has_prevention_plan,
        receiving_program=step.receiving_program
        or (episode.program.name if outcome == Outcome.STEP_DOWN else ""),
        first_appointment_on=local_day(first_appointment_at, zone)
        if first_appointment_at
        else None,
        to_phase=step.phase if outcome in (Outcome.STEP_DOWN, Outcome.STEP_UP) else None,
        participants=table_of({*participants, *_signer(actor)}, today),
        ratings=dict(ratings) if ratings else dict(rated.ratings),
        are_ratings_new=bool(ratings) and dict(ratings or {}) != dict(rated.ratings),
        recommended_level=recommended,
        provided_level=provided,
        level_reason=level_reason if provided != recommended else "",
        sealed_answers=[str(each) for each in answers_since(episode)],
        decided_at=now,
        decided_by_id=actor.worker_id,
        **facts_now(review, now),
    )
    audit.record("progress.review.decided", actor=actor, subject=review, at=now, reason=outcome)
    _answer_others(review, actor, now)
    follow(review, episode, step, actor=actor, now=now)
    return review


def _locked(actor: Actor, review_id: UUID) -> LevelReview:
    """Clinicians of the team sign it; a supervisor decides by the right to approve."""
    hold_client_of(LevelReview, review_id)
    signs = actor.kind == SERVICE or may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    rows = LevelReview.objects.for_actor(
        actor, Purpose.TREATMENT, to=Access.SIGN if signs else Access.APPROVE
    )
    # Who decided is looked up only after the wait: joined here, it is what stood before it.
    row: LevelReview = rows.select_for_update(of=("self",)).get(pk=review_id)
    return row


def _signer(actor: Actor) -> tuple[UUID, ...]:
    return (actor.worker_id,) if actor.worker_id is not None else ()


SAME_WORDS = (
    "outcome", "reason", "client_view", "grounds", "has_prevention_plan", "receiving_program",
    "first_appointment_on", "to_phase", "participants", "ratings", "are_ratings_new",
    "recommended_level", "provided_level", "level_reason", "sealed_answers", "decided_at",
    "decided_by_id",
)  # fmt: skip


def _answer_others(review: LevelReview, actor: Actor, now: datetime) -> None:
    """The team sat together once: the client's other open cards are answered by the same words."""
    others = (
        LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .filter(episode_id=review.episode_id, outcome="", opened_at__lte=now)
    )
    for other in others.order_by("pk"):
        other.change(**{name: getattr(review, name) for name in SAME_WORDS})
        audit.record(
            "progress.review.decided", actor=actor, subject=other, at=now, reason="with another"
        )


def _check(
    outcome: str, reason: str, client_view: str, edition: str, ratings: Mapping[str, int] | None
) -> None:
    problems = []
    if outcome not in Outcome.values:
        problems.append("outcome")
    if len(reason.strip()) < SHORTEST_REASON:
        problems.append("reason")
    if not client_view.strip():
        problems.append("client_view")
    if ratings is not None:
        problems += missing_ratings(edition, ratings)
    if problems:
        raise DecisionIncomplete(*problems)


def _phase(episode: Any, to_phase_id: UUID | None) -> Phase | None:
    if to_phase_id is None:
        return None
    return Phase.objects.filter(program_id=episode.program_id, pk=to_phase_id).first()


def _check_step(
    episode: Any, step: Following, edition: str, *, has_prevention_plan: bool, today: date
) -> None:
    """Raises StepIncomplete with every problem of a step down or up."""
    if step.outcome not in (Outcome.STEP_DOWN, Outcome.STEP_UP):
        return
    problems = []
    if not today <= step.from_day <= today + LONGEST_AHEAD:
        problems.append("from_day")
    now_minutes = episode.phase.weekly_minutes
    if step.outcome == Outcome.STEP_UP:
        if step.phase is not None and step.phase.weekly_minutes <= now_minutes:
            problems.append("to_heavier_phase")
        if step.to_level and step.to_level not in ways_up(edition, str(episode.level_code)):
            problems.append("to_level")
        if problems:
            raise StepIncomplete(*problems)
        return
    if step.phase is None or step.phase.weekly_minutes >= now_minutes:
        problems.insert(0, "to_phase")
    if not has_prevention_plan:
        problems.append("prevention_plan")
    within = int(numbers_for(episode.program_id, today)["handoff_days"])
    at = step.first_appointment_at
    if at is None or not handoff_is_soon(
        step.from_day, local_day(at, episode.site.time_zone), within
    ):
        problems.append("first_appointment")
    if problems:
        raise StepIncomplete(*problems)


def _level(episode: Any, step: Following) -> str:
    """The level the team recommends; empty for a discharge and a step up whose level is open."""
    if step.outcome == Outcome.DISCHARGE:
        return ""
    if step.outcome == Outcome.STAY:
        return str(episode.level_code)
    if step.phase is not None:
        return level_of(episode, step.phase, step.from_day)
    return recommended_for(str(episode.level_code), step.to_level)
