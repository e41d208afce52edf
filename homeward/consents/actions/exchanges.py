"""Exchanges: their members with dates, and the list a client may ask of them (42 CFR 2.24)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    ListThere,
    MemberGone,
    MemberThere,
    NotAnExchange,
    NotThroughExchange,
)
from homeward.consents.facts import ExchangeListKept
from homeward.consents.models import (
    Consent,
    IntermediaryList,
    IntermediaryListRequest,
    IntermediaryMember,
    OutsideParty,
)
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

# 42 CFR 2.24(b)(2) and (c)(1).
REACHES_BACK_YEARS = 3
ANSWERS_WITHIN = timedelta(days=30)
LONGEST_LIST = 400
_service = Actor.of_service("consents")


@action
def add_member(
    *,
    actor: Actor,
    intermediary_id: UUID,
    member_id: UUID,
    starts_at: datetime,
    how: str,
    now: datetime,
) -> IntermediaryMember:
    """Somebody looked up takes part in the exchange from an instant on."""
    exchange = OutsideParty.objects.select_for_update().get(pk=intermediary_id)
    member = OutsideParty.objects.get(pk=member_id)
    if not exchange.is_intermediary or member.is_intermediary:
        raise NotAnExchange
    if exchange.members.filter(member=member, ends_at=None).exists():
        raise MemberThere
    row = IntermediaryMember.objects.create(
        intermediary=exchange,
        member=member,
        starts_at=starts_at,
        how=" ".join(how.split())[:120],
        entered_by_id=actor.worker_id,
    )
    audit.record("consents.member.entered", actor=actor, subject=row, at=now)
    return row


@action
def end_membership(*, actor: Actor, membership_id: UUID, now: datetime) -> IntermediaryMember:
    """From now on they are no member; what names only them reaches nobody any more."""
    row = IntermediaryMember.objects.select_for_update().get(pk=membership_id)
    if row.ends_at is not None:
        raise MemberGone
    row.change(ends_at=max(now, row.starts_at + timedelta(microseconds=1)))
    audit.record("consents.member.ended", actor=actor, subject=row, at=now)
    return row


@action
def ask_for_list(
    *, actor: Actor, client_id: UUID, party_id: UUID, now: datetime
) -> IntermediaryListRequest:
    """Keep the client's written request; the exchange has thirty days. Asked once while open."""
    rows = Client.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    client: Client = rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)
    given = Consent.objects.for_actor(_service, Purpose.CLIENT_REQUEST).filter(
        client=client, party_id=party_id, signed_at__isnull=False
    )
    if not given.exclude(designation="").exists():
        raise NotThroughExchange
    asked = IntermediaryListRequest.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    waiting = asked.filter(client=client, party_id=party_id, answer=None).first()
    if waiting is not None:
        return waiting  # type: ignore[no-any-return]
    today = local_day(now)
    request: IntermediaryListRequest = IntermediaryListRequest.objects.create(
        client=client,
        site_id=client.site_id,
        party_id=party_id,
        asked_at=now,
        since=_years_before(today, REACHES_BACK_YEARS),
        due_on=today + ANSWERS_WITHIN,
        taken_by_id=actor.worker_id,
    )
    audit.record("consents.list.asked", actor=actor, subject=request, at=now)
    return request


@action
def keep_list(
    *,
    actor: Actor,
    request_id: UUID,
    entries: Sequence[tuple[str, date, str]],
    now: datetime,
) -> IntermediaryList:
    """What the exchange answered: to whom, on which day, what; none is an answer too."""
    rows = IntermediaryListRequest.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    request = rows.get(pk=request_id)
    # The request is never changed and so never held; two answers at once wait for the client.
    clients = Client.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    clients.select_for_update(of=("self",), no_key=True).get(pk=request.client_id)
    answers = IntermediaryList.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    if answers.filter(request=request).exists():
        raise ListThere
    kept: list[dict[str, Any]] = [
        {"to": to.strip()[:120], "on": on.isoformat(), "what": what.strip()[:200]}
        for to, on, what in entries[:LONGEST_LIST]
    ]
    answer: IntermediaryList = IntermediaryList.objects.create(
        client_id=request.client_id,
        site_id=request.site_id,
        request=request,
        at=now,
        entries=kept,
        entered_by_id=actor.worker_id,
    )
    audit.record("consents.list.kept", actor=actor, subject=answer, at=now)
    announce(ExchangeListKept(request.pk, request.client_id, actor, now))
    return answer


def _years_before(day: date, years: int) -> date:
    """The same day years ago; from 29 February the day before it."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
