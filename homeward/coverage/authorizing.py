"""Asking a payer for an authorization, writing its answer down, ending it early."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.authorizations import Authorization
from homeward.coverage.facts import AuthorizationChanged
from homeward.coverage.models import Coverage
from homeward.coverage.rules.authorized import ALLOWING
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

State, Unit = Authorization.State, Authorization.Unit


class CoverageMissing(Refusal):
    """No payer of this client is on record; ask the payer first."""


class AuthorizationReversed(Refusal):
    """It ends before it begins, or before it was in force."""


class WeekReversed(Refusal):
    """The least minutes of a week are more than the most."""


class NothingAllowed(Refusal):
    """An approval names units or the most minutes of a week."""


class NumberMissing(Refusal):
    """An approval has the payer's number."""


class AuthorizedAlready(Refusal):
    """These days of this level are authorized already by the same payer."""


class NotAnAnswer(Refusal):
    """The state is none that a payer answers with."""


class PayerAnswered(Refusal):
    """The payer answered before; write the next request down instead."""


class LetterAhead(Refusal):
    """The payer's letter cannot have a later date than today."""


class NotInForce(Refusal):
    """Only what the payer allowed can end early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the payer said: days included on both sides, clinical minutes; None where unsaid.

    `decided_on` is the date on its letter: a payer's clocks run from there.
    """

    state: str
    number: str = ""
    units: int | None = None
    starts_on: date | None = None
    last_on: date | None = None
    week_least_minutes: int | None = None
    week_most_minutes: int | None = None
    day_least_minutes: int | None = None
    next_review_on: date | None = None
    reviewer: str = ""
    decided_on: date | None = None


@action
def request_authorization(
    *,
    actor: Actor,
    client_id: UUID,
    level_code: str,
    counted_in: str,
    starts_on: date,
    last_on: date,
    now: datetime,
    units_asked: int | None = None,
    service_code: str = "",
    follows_id: UUID | None = None,
    note: str = "",
) -> Authorization:
    """A request to the payer of the client's coverage; nothing is allowed by it yet.

    Raises CoverageMissing, AuthorizationReversed, NotAnAnswer for an unknown unit, NotAllowed;
    Client.DoesNotExist or Authorization.DoesNotExist out of reach.
    """
    if actor.worker_id is None:
        raise NotAllowed
    Client.objects.for_actor(actor, Purpose.PAYMENT, to=Access.MINIMAL).get(pk=client_id)
    if last_on < starts_on:
        raise AuthorizationReversed
    if counted_in not in Unit.values:
        raise NotAnAnswer
    coverage = _coverage(actor, client_id, starts_on)
    follows = _reached(actor).get(pk=follows_id, client_id=client_id) if follows_id else None
    row = Authorization.objects.create(
        client_id=client_id, site_id=coverage.site_id, coverage=coverage, follows=follows,
        level_code=level_code.strip()[:10], service_code=service_code.strip()[:20],
        counted_in=counted_in, units_asked=units_asked, starts_on=starts_on, last_on=last_on,
        note=note.strip()[:500], asked_at=now, asked_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("coverage.authorization.requested", actor=actor, subject=row, at=now)
    return row


@action
def answer_authorization(
    *,
    actor: Actor,
    authorization_id: UUID,
    answer: Answer,
    now: datetime,
    expected_version: int | None = None,
) -> Authorization:
    """The payer's answer. A request that is pended waits for another one.

    Raises PayerAnswered, NotAnAnswer, NumberMissing, NothingAllowed, AuthorizationReversed,
    WeekReversed, AuthorizedAlready, StaleVersion; Authorization.DoesNotExist out of reach.
    """
    row = _locked(actor, authorization_id, expected_version)
    if row.state not in Authorization.OPEN:
        raise PayerAnswered
    if answer.state not in (State.PENDED, *ALLOWING, State.DENIED, State.WITHDRAWN):
        raise NotAnAnswer
    starts_on, last_on = answer.starts_on or row.starts_on, answer.last_on or row.last_on
    _refuse(answer, starts_on, last_on)
    if answer.decided_on and answer.decided_on > local_day(now, row.site.time_zone):
        raise LetterAhead
    allows = answer.state in ALLOWING
    with _once():
        row.change(
            state=answer.state, number=answer.number.strip()[:60] or row.number,
            units=answer.units if allows else None, starts_on=starts_on, last_on=last_on,
            week_least_minutes=answer.week_least_minutes if allows else None,
            week_most_minutes=answer.week_most_minutes if allows else None,
            day_least_minutes=answer.day_least_minutes if allows else None,
            next_review_on=answer.next_review_on, reviewer=answer.reviewer.strip()[:120],
            answered_at=now, answered_by_id=actor.worker_id,
            decided_on=answer.decided_on,
        )  # fmt: skip
    audit.record(
        f"coverage.authorization.{row.state}", actor=actor, subject=row, at=now,
        fields=("state", "units", "starts_on", "last_on"),
    )  # fmt: skip
    announce(AuthorizationChanged(row.pk, row.client_id, actor, now))
    return row


@action
def end_authorization(
    *,
    actor: Actor,
    authorization_id: UUID,
    last_on: date,
    why: str,
    now: datetime,
    expected_version: int | None = None,
) -> Authorization:
    """It ends earlier than the payer first said, with `last_on` as its last day.

    Raises NotInForce, AuthorizationReversed for a day outside of it, StaleVersion.
    """
    row = _locked(actor, authorization_id, expected_version)
    if row.state not in ALLOWING or row.ended_at is not None:
        raise NotInForce
    if not row.starts_on <= last_on <= row.last_on:
        raise AuthorizationReversed
    row.change(
        last_on=last_on, ended_at=now, ended_by_id=actor.worker_id, ended_why=why.strip()[:200]
    )
    audit.record(
        "coverage.authorization.ended", actor=actor, subject=row, at=now, fields=("last_on",)
    )
    announce(AuthorizationChanged(row.pk, row.client_id, actor, now))
    return row


def _refuse(answer: Answer, starts_on: date, last_on: date) -> None:
    if last_on < starts_on:
        raise AuthorizationReversed
    if answer.state not in ALLOWING:
        return
    if not answer.number.strip():
        raise NumberMissing
    if not answer.units and not answer.week_most_minutes:
        raise NothingAllowed
    least, most = answer.week_least_minutes, answer.week_most_minutes
    if least is not None and most is not None and least > most:
        raise WeekReversed


def _reached(actor: Actor) -> Any:
    return Authorization.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE)


def _locked(actor: Actor, authorization_id: UUID, version: int | None) -> Authorization:
    if actor.worker_id is None:
        raise NotAllowed
    rows = _reached(actor).select_for_update(of=("self",))
    row: Authorization = rows.get(pk=authorization_id)
    expect_version(row, version)
    return row


def _coverage(actor: Actor, client_id: UUID, on: date) -> Coverage:
    """The coverage that holds on a day or later, the newest; CoverageMissing without one."""
    rows = Coverage.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE)
    held = rows.filter(client_id=client_id).exclude(ends_on__lte=on)
    found: Coverage | None = held.order_by("-starts_on", "-created_at").first()
    if found is None:
        raise CoverageMissing
    return found


@contextmanager
def _once() -> Iterator[None]:
    """The database holds authorized days of one level and payer apart; its word as a refusal."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name != "coverage_authorized_once":
            raise
        raise AuthorizedAlready from error
