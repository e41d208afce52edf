"""Writing an event down with the talk that followed, and taking the next step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.conduct.actions.refusals import KindUnknown, NotYet, StepRefused, WordsMissing
from homeward.conduct.models import ClientReply, ConductEvent, ResponseStep
from homeward.conduct.reaching import (
    client_led,
    client_on_team,
    edition_in_force,
    every,
    numbers_on,
    one_in_charge,
    open_episode,
    program_for,
    second_of,
    writes_events,
)
from homeward.conduct.rules.events import CONDUCT, EVENT_KINDS
from homeward.conduct.rules.ladder import (
    ALLOW,
    CARE_STEPS,
    CONVERSATION,
    RUNGS,
    Proposed,
    may_take,
)
from homeward.conduct.taken import as_taken, steps_taken
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.reasons import Decision
from homeward.people.models import Client

LONGEST = 2000
AHEAD = timedelta(minutes=5)


@action
def record_event(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    at: datetime,
    words: str,
    now: datetime,
    talk: str = "",
    stance: str = "",
    client_words: str = "",
    review_on: date | None = None,
) -> ConductEvent:
    """Write down what happened; with `talk`, the conversation about it as its first step.

    After a clinical event the talk is one about use, a step of care. `stance` and `client_words`
    are the client's answer to the talk, where they gave one. Raises KindUnknown, WordsMissing,
    NotYet, StepRefused, NotAllowed; Client.DoesNotExist out of reach.
    """
    if not writes_events(actor) or actor.worker_id is None:
        raise NotAllowed
    client = client_on_team(actor, client_id)
    if kind not in EVENT_KINDS:
        raise KindUnknown
    if not words.strip() or len(words) > LONGEST:
        raise WordsMissing("event_words_missing")
    if at > now + AHEAD:
        raise NotYet("event_in_the_future")
    edition = edition_in_force(program_for(client.pk))
    event: ConductEvent = ConductEvent.objects.create(
        client=client,
        site_id=client.site_id,
        episode=open_episode(client.pk),
        kind=kind,
        at=at,
        words=words.strip(),
        rule_code=EVENT_KINDS[kind].rule,
        edition=edition,
        by_id=actor.worker_id,
        recorded_at=now,
    )
    audit.record("conduct.event.recorded", actor=actor, subject=event, at=now, reason=kind)
    if talk.strip():
        first = CONVERSATION if EVENT_KINDS[kind].ladder == CONDUCT else CARE_STEPS[0]
        step = _step(
            actor, client, event, rung=first, words=talk, review_on=review_on, now=now, others=()
        )
        if stance or client_words.strip():
            _answer(actor, step, stance, client_words, now)
    return event


@action
def take_step(
    *,
    actor: Actor,
    event_id: UUID,
    rung: str,
    words: str,
    now: datetime,
    consequence: str = "",
    safety_ground: str = "",
    review_on: date | None = None,
    other_ids: Sequence[UUID] = (),
    stance: str = "",
    client_words: str = "",
) -> ResponseStep:
    """Take one step as the answer to an event, where the ladder allows it.

    A conversation is held by whoever writes about the client; every step beyond is agreed by who
    leads their care. Raises StepRefused with every line, WordsMissing, KindUnknown, NotAllowed;
    ConductEvent.DoesNotExist out of reach.
    """
    event: ConductEvent = every(ConductEvent).select_related("client").get(pk=event_id)
    try:
        client = client_on_team(actor, event.client_id)
    except Client.DoesNotExist as missing:
        raise ConductEvent.DoesNotExist from missing
    if rung not in (*RUNGS, *CARE_STEPS):
        raise KindUnknown("rung_unknown")
    if rung in (CONVERSATION, CARE_STEPS[0]):
        if not writes_events(actor):
            raise NotAllowed
    else:
        client = client_led(actor, event.client_id)
    step = _step(
        actor, client, event, rung=rung, words=words, consequence=consequence,
        safety_ground=safety_ground, review_on=review_on, others=tuple(other_ids), now=now,
    )  # fmt: skip
    if stance or client_words.strip():
        _answer(actor, step, stance, client_words, now)
    return step


def decide_step(
    client: Client,
    event: ConductEvent,
    *,
    rung: str,
    safety_ground: str,
    staff_ids: Sequence[UUID],
    now: datetime,
) -> Decision:
    """What the ladder says of a step now, without taking it."""
    on = local_day(now, client.site.time_zone)
    return may_take(
        EVENT_KINDS[event.kind],
        Proposed(
            rung=rung,
            on=on,
            safety_ground=safety_ground,
            staff_count=len(set(staff_ids)),
            in_charge=one_in_charge(staff_ids, on),
        ),
        as_taken(steps_taken(client.pk), client.site.time_zone),
        int(numbers_on(client.pk, on)["conduct_lookback_days"]),
    )


def _step(
    actor: Actor,
    client: Client,
    event: ConductEvent,
    *,
    rung: str,
    words: str,
    now: datetime,
    others: Sequence[UUID],
    consequence: str = "",
    safety_ground: str = "",
    review_on: date | None = None,
) -> ResponseStep:
    if actor.worker_id is None:
        raise NotAllowed
    if not words.strip() or len(words) > LONGEST or len(consequence) > LONGEST:
        raise WordsMissing("step_words_missing")
    on = local_day(now, client.site.time_zone)
    if rung in RUNGS[1:3]:
        if not consequence.strip():
            raise WordsMissing("step_consequence_missing")
        if review_on is None:
            raise WordsMissing("step_review_day_missing")
    if review_on is not None and review_on < on:
        raise NotYet("step_review_day_past")
    # Two people answering at once: the second sees the step of the first.
    every(Client).select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    beside = [
        each.pk
        for each in (second_of(actor, other, client.site_id, on) for other in others)
        if each
    ]
    decision = decide_step(
        client, event, rung=rung, safety_ground=safety_ground,
        staff_ids=(actor.worker_id, *beside), now=now,
    )  # fmt: skip
    if decision.outcome != ALLOW:
        raise StepRefused(decision)
    step: ResponseStep = ResponseStep.objects.create(
        client=client,
        site_id=client.site_id,
        event=event,
        rung=rung,
        at=now,
        words=words.strip(),
        consequence=consequence.strip(),
        safety_ground=safety_ground.strip(),
        review_on=review_on,
        by_id=actor.worker_id,
        others=beside,
        decision=decision.to_json(),
    )
    audit.record("conduct.step.taken", actor=actor, subject=step, at=now, reason=rung)
    return step


def _answer(
    actor: Actor, step: ResponseStep, stance: str, client_words: str, now: datetime
) -> ClientReply:
    if stance not in ClientReply.Stance.values:
        raise KindUnknown("stance_unknown")
    reply: ClientReply = ClientReply.objects.create(
        client_id=step.client_id,
        site_id=step.site_id,
        step=step,
        stance=stance,
        words=client_words.strip()[:LONGEST],
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("conduct.reply.written", actor=actor, subject=reply, at=now, reason=stance)
    return reply
