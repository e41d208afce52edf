"""Going through a crisis: begun with one press, each step stamped, ended by an answer."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.safety.editions import edition_for
from homeward.safety.ending import course_of, end_run, open_what_follows
from homeward.safety.facts import CrisisNamed
from homeward.safety.models import CrisisRun, CrisisStamp
from homeward.safety.reaching import (
    SERVICE,
    day_at,
    locked_run,
    named_client,
    program_at,
    runs_within,
    site_of,
    worker_id_of,
)
from homeward.safety.rules.path import becomes
from homeward.safety.shipped import ORDER

# A second press of the same button by the same person within this time begins nothing new.
SECOND_PRESS = timedelta(minutes=2)


class PathUnknown(Refusal):
    """No crisis path has that code."""


class StepNotReached(Refusal):
    """The step pressed is not the one that is asked now."""


class AnswerUnknown(Refusal):
    """The step has no such answer."""


class CrisisIsOver(Refusal):
    """The crisis was ended before."""


class OutcomeUnknown(Refusal):
    """A crisis is called off only in a way its path knows."""


class SomebodyNamedAlready(Refusal):
    """Once whom it is about is said and the crisis is over, it stays said."""


class NobodyNamed(Refusal):
    """Neither a client nor a word about who it is."""


@action
def start_crisis(
    *,
    actor: Actor,
    code: str,
    site_id: UUID,
    now: datetime,
    place: str = "",
    client_id: UUID | None = None,
) -> CrisisRun:
    """Begin a path at once; whom it is about may be said later. A second press begins no other."""
    worker_id = worker_id_of(actor)
    if code not in ORDER:
        raise PathUnknown
    site = site_of(actor, site_id)
    client = named_client(actor, client_id) if client_id else None
    again = runs_within(actor).filter(
        site=site, code=code, started_by_id=worker_id, ended_at=None,
        started_at__gt=now - SECOND_PRESS, client_id=client.pk if client else None,
    )  # fmt: skip
    if (found := again.order_by("started_at").first()) is not None:
        return found  # type: ignore[no-any-return]
    run: CrisisRun = CrisisRun.objects.create(
        site=site,
        edition=edition_for(program_at(site), code, day_at(now, site)),
        code=code,
        place=" ".join(place.split())[:60],
        client_id=client.pk if client else None,
        started_at=now,
        started_by_id=worker_id,
    )
    audit.record("safety.crisis.started", actor=actor, subject=run, at=now, reason=code)
    return run


@action
def stamp_step(*, actor: Actor, run_id: UUID, step: str, answer: str, now: datetime) -> CrisisRun:
    """Answer the step that is asked now; one that was answered before stays as it was.

    Anybody of the site may press the next answer. Raises StepNotReached and AnswerUnknown.
    """
    worker_id = worker_id_of(actor)
    run = locked_run(actor, run_id, now)
    stamps = CrisisStamp.objects.for_actor(SERVICE, Purpose.EMERGENCY)
    if run.ended_at is not None or stamps.filter(run=run, step=step).exists():
        return run
    asked = course_of(run, now).stands.step
    if asked is None or asked.code != step:
        raise StepNotReached
    chosen = asked.answer(answer)
    if chosen is None:
        raise AnswerUnknown
    made = CrisisStamp.objects.create(run=run, step=step, answer=answer, at=now, by_id=worker_id)
    audit.record("safety.crisis.stamped", actor=actor, subject=made, at=now, reason=step)
    if chosen.ends:
        end_run(actor, course_of(run, now), chosen.ends, now)
    return run


@action
def call_off(*, actor: Actor, run_id: UUID, outcome: str, now: datetime) -> CrisisRun:
    """End a crisis that was none, at whatever step; one that is over already stays so."""
    worker_id_of(actor)
    run = locked_run(actor, run_id, now)
    course = course_of(run, now)
    chosen = course.path.outcome(outcome)
    if chosen is None or not chosen.anytime:
        raise OutcomeUnknown("crisis_outcome_unknown")
    if run.ended_at is None:
        end_run(actor, course, outcome, now)
    return run


@action
def name_who(
    *,
    actor: Actor,
    run_id: UUID,
    now: datetime,
    client_id: UUID | None = None,
    words: str = "",
    place: str = "",
) -> CrisisRun:
    """Say whom it is about and where: a client the actor knows, or a few words that stay here.

    Said after the end it opens what would have followed at the end. Raises NobodyNamed, and
    SomebodyNamedAlready where an ended crisis has its client.
    """
    run = locked_run(actor, run_id, now)
    told = " ".join(words.split())[:200]
    if client_id is None and not told:
        raise NobodyNamed
    if run.ended_at is not None and run.client_id is not None:
        raise SomebodyNamedAlready
    client = named_client(actor, client_id) if client_id else None
    values: dict[str, object] = {"who_words": told or run.who_words}
    if client is not None:
        values["client_id"] = client.pk
    if place.strip() and run.ended_at is None:
        values["place"] = " ".join(place.split())[:60]
    run.change(**values)
    audit.record("safety.crisis.named", actor=actor, subject=run, at=now)
    if run.ended_at is not None and client is not None:
        course = course_of(run, now)
        open_what_follows(actor, course, now)
        outcome = course.path.outcome(run.outcome)
        kind, _severity = becomes(course.path, course.stands.done, outcome)
        announce(CrisisNamed(run.pk, client.pk, actor, now, kind))
    return run
