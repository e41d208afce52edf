"""Check-ups after discharge, so many months on as the program says."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.holding import hold_client_of
from homeward.program.queries import numbers_for
from homeward.progress.models import FollowUp
from homeward.progress.reaching import locked_episode
from homeward.progress.rules.discharge import RETURNED, checkup_months, follow_up_days

CALLING = Actor.of_service("progress.follow_up")
OUTCOMES = ("reached", "not_reached", "declined")


class NotDischarged(Refusal):
    """Check-ups begin when the episode has ended."""


class FollowUpUnknown(Refusal):
    """An outcome is reached, not reached or declined; answers only when somebody was reached."""


class AlreadyDone(Refusal):
    """This check-up was written down before."""


@action
def schedule_follow_ups(*, actor: Actor, episode_id: UUID, now: datetime) -> list[FollowUp]:
    """Plan the check-ups of an ended episode by the numbers of the day it ended on.

    Twice changes nothing. Raises NotDischarged.
    """
    episode = locked_episode(actor, episode_id, may_be_ended=True)
    if episode.ended_on is None:
        raise NotDischarged
    made = []
    rows = FollowUp.objects.for_actor(CALLING, Purpose.TREATMENT).filter(episode=episode)
    planned = {row.months: row for row in rows.exclude(outcome=RETURNED)}
    for months in checkup_months(numbers_for(episode.program_id, episode.ended_on)):
        row = planned.get(months)
        if row is None:
            row = FollowUp.objects.create(
                episode=episode,
                months=months,
                client_id=episode.client_id,
                site_id=episode.site_id,
                due_on=follow_up_days(episode.ended_on, months),
            )
            audit.record("progress.follow_up.planned", actor=actor, subject=row, at=now)
        made.append(row)
    return made


@action
def record_follow_up(
    *,
    actor: Actor,
    follow_up_id: UUID,
    outcome: str,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    expected_version: int | None = None,
) -> FollowUp:
    """Write down a check-up; what was not asked or not answered stays missing.

    Raises FollowUpUnknown, AlreadyDone, StaleVersion; Episode.DoesNotExist out of scope.
    """
    # A peer makes the call: the right to the client's schedule is enough to write down its answers.
    hold_client_of(FollowUp, follow_up_id)
    row = (
        FollowUp.objects.for_actor(CALLING, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=follow_up_id)
    )
    locked_episode(actor, row.episode_id, may_be_ended=True)
    expect_version(row, expected_version)
    if row.done_at is not None:
        raise AlreadyDone
    known = {key: value for key, value in (answers or {}).items() if value is not None}
    if outcome not in OUTCOMES or (known and outcome != "reached"):
        raise FollowUpUnknown
    row.change(done_at=now, by_id=actor.worker_id, outcome=outcome, answers=known)
    audit.record("progress.follow_up.done", actor=actor, subject=row, at=now, reason=outcome)
    return row
