"""The legal-request desk. Nothing here tells who asked whether anybody is known."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.actions.refusals import (
    ConsentIncomplete,
    LegalHalfMissing,
    LegalRequestClosed,
    NothingMayLeave,
    PersonLinked,
    PersonNotLinked,
    SamePersonTwice,
)
from homeward.consents.disclosing import Outgoing, Release, disclose_now
from homeward.consents.legal_standing import papers_of, standing_of
from homeward.consents.models import (
    InstrumentVerification,
    LegalInstrument,
    LegalRelease,
    LegalRequest,
    OutsideParty,
)
from homeward.consents.rules.legal_desk import ORDER, READY
from homeward.consents.rules.request import Item
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.people.models import Client

OUTCOMES = ("released", "refused", "withdrawn", "nothing_to_answer")


@action
def receive_legal_request(
    *,
    actor: Actor,
    site_id: UUID,
    came_by: str,
    asker_name: str,
    about: str,
    now: datetime,
    asker_office: str = "",
    asker_phone: str = "",
    brought: str = "",
    answer_by: date | None = None,
) -> LegalRequest:
    """Write down who asked about whom. Whether that person is known is not looked up here."""
    request: LegalRequest = LegalRequest.objects.create(
        site_id=site_id,
        received_at=now,
        received_by_id=actor.worker_id,
        came_by=came_by,
        asker_name=" ".join(asker_name.split())[:120],
        asker_office=" ".join(asker_office.split())[:120],
        asker_phone=asker_phone.strip()[:40],
        brought=brought,
        about=about.strip()[:600],
        answer_by=answer_by,
    )
    audit.record("consents.legal_request.received", actor=actor, subject=request, at=now)
    return request


@action
def link_legal_request(
    *, actor: Actor, request_id: UUID, client_id: UUID, now: datetime
) -> LegalRequest:
    """Say whose record it is about; only inside, by somebody who may approve disclosures.

    Once somebody proposed a release it stays: whoever releases is not who chooses the person.
    """
    request = _request(actor, request_id)
    client = Client.objects.for_actor(actor, Purpose.OPERATIONS).get(pk=client_id)
    service = Actor.of_service("consents")
    proposed = LegalRelease.objects.for_actor(service, Purpose.OPERATIONS).filter(request=request)
    if request.client_id not in (None, client.pk) and proposed.exists():
        raise PersonLinked
    request.change(client=client)
    audit.record(
        "consents.legal_request.linked", actor=actor, subject=request, at=now, client_id=client.pk
    )
    return request


@action
def enter_instrument(
    *,
    actor: Actor,
    request_id: UUID,
    type: str,
    court: str,
    docket: str,
    dated: date,
    recipient_id: UUID,
    classes: Sequence[str],
    now: datetime,
) -> LegalInstrument:
    """A court paper as it reads; entering it is the first of the two looks it needs."""
    request = _request(actor, request_id)
    if not court.strip() or not classes:
        raise ConsentIncomplete("description_missing")
    paper: LegalInstrument = LegalInstrument.objects.create(
        site_id=request.site_id,
        request=request,
        type=type,
        court=" ".join(court.split())[:120],
        docket=docket.strip()[:60],
        dated=dated,
        entered_at=now,
        entered_by_id=actor.worker_id,
        recipient=OutsideParty.objects.get(pk=recipient_id),
        classes=[str(each) for each in classes],
    )
    audit.record("consents.legal_paper.entered", actor=actor, subject=paper, at=now, reason=type)
    return paper


@action
def verify_instrument(
    *, actor: Actor, instrument_id: UUID, how: str, now: datetime
) -> InstrumentVerification:
    """One person's word that the paper is what it says; a person says it once."""
    rows = LegalInstrument.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.APPROVE)
    paper: LegalInstrument = rows.get(pk=instrument_id)
    _request(actor, paper.request_id)
    service = Actor.of_service("consents")
    said = InstrumentVerification.objects.for_actor(service, Purpose.OPERATIONS)
    if said.filter(instrument=paper, worker_id=actor.worker_id).exists():
        raise SamePersonTwice
    word: InstrumentVerification = InstrumentVerification.objects.create(
        site_id=paper.site_id,
        instrument=paper,
        worker_id=actor.worker_id,
        at=now,
        how=" ".join(how.split())[:200],
    )
    audit.record("consents.legal_paper.verified", actor=actor, subject=paper, at=now)
    return word


@action
def propose_release(
    *, actor: Actor, request_id: UUID, classes: Sequence[str], now: datetime
) -> LegalRelease:
    """The first of two people says what is to be handed over; refused while a half is missing."""
    request = _request(actor, request_id)
    _refuse_halves(request)
    if not classes:
        raise ConsentIncomplete("description_missing")
    proposal: LegalRelease = LegalRelease.objects.create(
        site_id=request.site_id,
        request=request,
        classes=[str(each) for each in classes],
        proposed_at=now,
        proposed_by_id=actor.worker_id,
    )
    audit.record("consents.legal_release.proposed", actor=actor, subject=proposal, at=now)
    return proposal


@action
def release_to_court(*, actor: Actor, release_id: UUID, now: datetime) -> LegalRelease:
    """The second person releases it; the engine decides again, item by item, at this instant."""
    rows = LegalRelease.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.APPROVE)
    proposal: LegalRelease = rows.select_for_update(of=("self",)).get(pk=release_id)
    request = _request(actor, proposal.request_id)
    if proposal.proposed_by_id == actor.worker_id:
        raise SamePersonTwice
    if proposal.released_at is not None:
        raise LegalRequestClosed
    _refuse_halves(request)
    assert request.client_id is not None  # said by _refuse_halves
    papers = papers_of(request)
    order = next(paper for paper in papers if paper.type == ORDER)
    release: Release = disclose_now(
        actor=actor,
        client_id=request.client_id,
        outgoing=Outgoing(
            addressee=recipients.party(order.recipient),
            purpose=Purpose.LEGAL_PROCEEDING_AGAINST_CLIENT.value,
            items=tuple(Item(each, each) for each in proposal.classes),
            medium="paper",
            instruments=frozenset(str(paper.pk) for paper in papers),
        ),
        now=now,
    )
    if not release.is_open:
        raise NothingMayLeave(*release.answer.items[0].reasons)
    proposal.change(released_at=now, released_by_id=actor.worker_id, disclosure=release.row)
    audit.record("consents.legal_release.released", actor=actor, subject=proposal, at=now)
    return proposal


@action
def close_legal_request(
    *, actor: Actor, request_id: UUID, outcome: str, now: datetime
) -> LegalRequest:
    """Answered, one way or another; then it never changes."""
    request = _request(actor, request_id)
    request.change(closed_at=now, closed_by_id=actor.worker_id, outcome=outcome)
    audit.record(
        "consents.legal_request.closed", actor=actor, subject=request, at=now, reason=outcome
    )
    return request


def _request(actor: Actor, request_id: UUID) -> LegalRequest:
    rows = LegalRequest.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.APPROVE)
    request: LegalRequest = rows.select_for_update(of=("self",)).get(pk=request_id)
    if request.closed_at is not None:
        raise LegalRequestClosed
    return request


def _refuse_halves(request: LegalRequest) -> None:
    if request.client_id is None:
        raise PersonNotLinked
    found = standing_of(request)
    if found.outcome != READY:
        raise LegalHalfMissing(
            *(reason.code for reason in found.reasons if reason.state is State.NOT_MET)
        )
