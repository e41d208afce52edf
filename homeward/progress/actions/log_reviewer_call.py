"""A call with a payer's reviewer is written down: what was told, by which consent, the answer."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents.disclosing import Release, disclose_now
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor, knows_names
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.authorizations import Authorization
from homeward.coverage.models import Payer
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.program.queries import numbers_for
from homeward.progress import tasks_opened as duties
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.review_records import ReviewerCall
from homeward.progress.reviewer_call import (
    CallFact,
    desk_episode,
    outgoing_to,
    speaks_for_desk,
    what_may_be_told,
)
from homeward.progress.standing import REVIEWING
from homeward.tasks.rules.due import SAME_DAY, due_at

Outcome = ReviewerCall.Outcome
ALLOWS = (Outcome.APPROVED, Outcome.PARTIAL)


def may_log_call(actor: Actor) -> bool:
    """Whoever writes the assessment speaks with a payer's reviewer, and the desk of the claims.

    About whom, the scope says.
    """
    return may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE) or speaks_for_desk(actor)


class CallIncomplete(Refusal):
    """The reviewer, the reference, the outcome, or the units and days of an approval."""


class NothingMayBeTold(Refusal):
    """No consent lets this payer hear any of it now."""


@action
def log_reviewer_call(
    *,
    actor: Actor,
    episode_id: UUID,
    reviewer: str,
    reference: str,
    outcome: str,
    identity_check: str,
    told: Collection[str],
    now: datetime,
    units: int | None = None,
    starts_on: date | None = None,
    last_on: date | None = None,
) -> ReviewerCall:
    """Write the call down; the ledger row is decided at this instant, fact by fact.

    `told` names the sections that were spoken of. Facts the engine does not release are denied in
    the ledger and not among what was told. An answer about units becomes a duty of the desk that
    deals with payers. That desk itself speaks of the packet alone: ratings and hours. Raises the
    refusals of this file, NotAllowed; Episode.DoesNotExist out of scope.
    """
    if actor.worker_id is None or not knows_names(actor):
        raise NotAllowed
    _check(reviewer, reference, outcome, identity_check, units, starts_on, last_on)
    is_desk = speaks_for_desk(actor)
    episode = desk_episode(actor, pk=episode_id) if is_desk else locked_episode(actor, episode_id)
    day = local_day(now, episode.site.time_zone)
    weeks = int(numbers_for(episode.program_id, day)["review_weeks"])
    open_to_payer = what_may_be_told(actor, episode, now, weeks)
    if open_to_payer.payer is None:
        raise CallIncomplete("payer_missing")
    said = tuple(each for each in open_to_payer.facts if each.section in told)
    if not said:
        raise NothingMayBeTold
    release = _disclose(actor, episode.client_id, open_to_payer.payer, said, identity_check, now)
    call: ReviewerCall = ReviewerCall.objects.create(
        client_id=episode.client_id, site_id=episode.site_id, episode=episode,
        payer=open_to_payer.payer, disclosure=release.row,
        authorization=_open_request(episode), at=now, by_id=actor.worker_id,
        reviewer=reviewer.strip()[:120], reference=reference.strip()[:60], outcome=outcome,
        units=units, starts_on=starts_on, last_on=last_on,
        told=sorted({each.section for each in said if each.key in release.answer.released}),
    )  # fmt: skip
    if not is_desk:
        # The row must lie within what the actor may write; otherwise nothing happened.
        call = ReviewerCall.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE).get(
            pk=call.pk
        )
    audit.record("progress.payer_call.logged", actor=actor, subject=call, at=now, reason=outcome)
    duties.ask(
        episode.client, duties.ANSWER, duties.at_the_desk(episode.client, now),
        due_at(SAME_DAY, now, episode.site.time_zone), f"{duties.ANSWER}:{call.pk}", actor=actor,
        now=now,
        call=call.pk, outcome=outcome,
    )  # fmt: skip
    return call


def _disclose(
    actor: Actor, client_id: UUID, payer: Payer, said: tuple[CallFact, ...], check: str,
    now: datetime,
) -> Release:  # fmt: skip
    outgoing = outgoing_to(payer, said)
    made: Release = disclose_now(
        actor=actor, client_id=client_id, outgoing=replace(outgoing, identity_check=check.strip()),
        now=now,
    )  # fmt: skip
    return made


def _open_request(episode: Any) -> Authorization | None:
    rows = Authorization.objects.for_actor(REVIEWING, Purpose.PAYMENT).filter(
        client_id=episode.client_id,
        state__in=Authorization.OPEN,
    )
    found: Authorization | None = rows.order_by("-asked_at").first()
    return found


def _check(
    reviewer: str, reference: str, outcome: str, identity_check: str, units: int | None,
    starts_on: date | None, last_on: date | None,
) -> None:  # fmt: skip
    problems = [
        name
        for name, value in (
            ("reviewer", reviewer), ("reference", reference), ("identity_check", identity_check)
        )
        if not value.strip()
    ]  # fmt: skip
    if outcome not in Outcome.values:
        problems.append("outcome")
    if outcome in ALLOWS and not (units and starts_on and last_on and starts_on <= last_on):
        problems.append("units_missing")
    if problems:
        raise CallIncomplete(*problems)
