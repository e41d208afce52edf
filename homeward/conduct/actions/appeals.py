"""Filing an appeal and hearing it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.conduct.actions.refusals import AlreadySaid, AppealRefused, KindUnknown, WordsMissing
from homeward.conduct.models import Appeal, ResponseStep
from homeward.conduct.reaching import (
    client_on_team,
    every,
    is_in_charge,
    numbers_on,
    program_for,
    writes_events,
)
from homeward.conduct.rules.appeals import ALLOW, Appealed, may_appeal, may_hear
from homeward.conduct.rules.ladder import CARE_STEPS
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.models import Client
from homeward.program.queries import closed_days
from homeward.program.rules.due import business_days_after

LONGEST = 2000
# Closed days looked up for the day by which an appeal is answered.
LOOKS_AHEAD = timedelta(days=366)


@action
def file_appeal(*, actor: Actor, step_id: UUID, words: str, now: datetime) -> Appeal:
    """Ask that a step be looked at again; the client does, or staff write it for them.

    Raises AppealRefused, WordsMissing, NotAllowed; ResponseStep.DoesNotExist out of reach.
    """
    steps = every(ResponseStep).select_related("client__site", "event")
    step: ResponseStep = steps.get(pk=step_id)
    # Two at once: the second sees the appeal of the first.
    every(Client).select_for_update(of=("self",), no_key=True).get(pk=step.client_id)
    if actor.kind == CLIENT:
        if actor.client_id != step.client_id:
            raise ResponseStep.DoesNotExist
    else:
        if not writes_events(actor):
            raise NotAllowed
        client_on_team(actor, step.client_id)
    if not words.strip() or len(words) > LONGEST:
        raise WordsMissing("appeal_words_missing")
    today = local_day(now, step.client.site.time_zone)
    numbers = numbers_on(step.client_id, today)
    decision = may_appeal(appealed(step), today, int(numbers["conduct_appeal_days"]))
    if decision.outcome != ALLOW:
        raise AppealRefused(decision)
    program = program_for(step.client_id)
    days = int(numbers["conduct_appeal_answer_days"])
    closed = closed_days(program, today, today + LOOKS_AHEAD) if program else ()
    told = "\n".join(filter(None, (step.words, step.consequence, step.safety_ground)))
    appeal: Appeal = Appeal.objects.create(
        client_id=step.client_id,
        site_id=step.site_id,
        step=step,
        told=told,
        words=words.strip(),
        filed_at=now,
        filed_by_id=actor.worker_id,
        answer_by=business_days_after(today, days, closed),
    )
    audit.record("conduct.appeal.filed", actor=actor, subject=appeal, at=now)
    return appeal


@action
def hear_appeal(
    *,
    actor: Actor,
    appeal_id: UUID,
    outcome: str,
    answer: str,
    now: datetime,
    expected_version: int | None = None,
) -> Appeal:
    """Answer an appeal: the step stands, is changed, or is set aside and counts for nothing.

    Raises AppealRefused for somebody who decided the step, wrote the event down or wrote the
    appeal down, AlreadySaid, WordsMissing, NotAllowed; Appeal.DoesNotExist out of reach.
    """
    if not is_in_charge(actor) or actor.worker_id is None:
        raise NotAllowed
    rows = Appeal.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    appeal: Appeal = rows.select_for_update(of=("self",)).get(pk=appeal_id)
    if appeal.heard_at is not None:
        raise AlreadySaid("appeal_heard_before")
    expect_version(appeal, expected_version)
    if outcome not in Appeal.Outcome.values:
        raise KindUnknown("appeal_outcome_unknown")
    if not answer.strip() or len(answer) > LONGEST:
        raise WordsMissing("appeal_answer_missing")
    decision = hearing(actor, appeal)
    if decision.outcome != ALLOW:
        raise AppealRefused(decision)
    appeal.change(heard_at=now, heard_by_id=actor.worker_id, outcome=outcome, answer=answer.strip())
    audit.record("conduct.appeal.heard", actor=actor, subject=appeal, at=now, reason=outcome)
    return appeal


def hearing(actor: Actor, appeal: Appeal) -> Decision:
    """Whether this worker may hear this appeal, with every line of the rule."""
    return hearings(actor, [appeal])[appeal.pk]


def hearings(actor: Actor, appeals: Collection[Appeal]) -> dict[UUID, Decision]:
    """The same for many; one read however many. Who hears may not read the chart, the rule does."""
    rows = every(ResponseStep).select_related("client__site", "event")
    steps = rows.in_bulk([appeal.step_id for appeal in appeals])
    return {
        appeal.pk: may_hear(
            appealed(steps[appeal.step_id], appeal),
            str(actor.worker_id),
            is_in_charge=is_in_charge(actor),
        )
        for appeal in appeals
    }


def appealed(step: ResponseStep, appeal: Appeal | None = None) -> Appealed:
    """The step as the rule sees it; a step of care is talked over, not appealed."""
    return Appealed(
        step_on=local_day(step.at, step.client.site.time_zone),
        decided_by=(str(step.by_id), *(str(each) for each in step.others)),
        event_by=str(step.event.by_id),
        filed_by=str(appeal.filed_by_id) if appeal and appeal.filed_by_id else "",
        has_appeal=appeal is not None or every(Appeal).filter(step_id=step.pk).exists(),
        can_be_appealed=step.rung not in CARE_STEPS,
    )
