"""The first of two people: what was handed over, delivered, counted, or is to be put right."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.incentives.ledger import LEDGER, in_stock, owed_to, stand_of, used_by
from homeward.incentives.models import Posting, Proposal, Stock
from homeward.incentives.queries import is_on, terms_of
from homeward.incentives.reaching import has_died, held, may_keep, worker_of
from homeward.incentives.rules.course import Used, left_under
from homeward.incentives.rules.terms import MOST_CENTS
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

Kind = Proposal.Kind
# Of one delivery or count, in cents; beyond it somebody mistyped.
MOST_TOGETHER = 100 * MOST_CENTS


class ProposalUnclear(Refusal):
    """An amount that is owed, in whole pieces that are there, with a reason where one is needed."""


@action
def propose_hand_over(
    *, actor: Actor, client_id: UUID, stock_id: UUID, cents: int, now: datetime
) -> Proposal:
    """Lay out cards or a prize for a client; somebody else hands them over with the client."""
    client = held(actor, client_id, RecordClass.SCHEDULE)
    stock = Stock.objects.get(pk=stock_id)
    wrong = {
        "client_died": has_died(client.pk),
        "stock_elsewhere": stock.site_id != client.site_id,
        **hand_over_faults(stock, cents, owed_to(client.pk), in_stock([stock.pk])[stock.pk]),
    }
    _refuse(wrong)
    return _proposed(actor, Kind.HAND_OVER, client.site_id, cents, now, client=client, stock=stock)


@action
def propose_correction(
    *, actor: Actor, posting_id: UUID, cents: int, reason: str, now: datetime
) -> Proposal:
    """What a counted turn should have earned; the earlier entries stay, a counter-entry follows."""
    about = _posting(posting_id)
    client = held(actor, about.client_id, RecordClass.DRUG_TESTS)
    _refuse({**correction_faults(about, cents), "proposal_reason": not reason.strip()})
    return _proposed(
        actor, Kind.CORRECT, client.site_id, cents, now, client=client, about=about, reason=reason
    )


@action
def propose_void(
    *, actor: Actor, client_id: UUID, cents: int, reason: str, now: datetime
) -> Proposal:
    """What the funder's rule no longer lets be handed over."""
    client = held(actor, client_id, RecordClass.SCHEDULE)
    wrong = {
        "amount": cents <= 0,
        "more_than_owed": cents > owed_to(client.pk),
        "proposal_reason": not reason.strip(),
    }
    _refuse(wrong)
    return _proposed(actor, Kind.VOID, client.site_id, cents, now, client=client, reason=reason)


@action
def begin_stock(*, actor: Actor, site_id: UUID, name: str, face_cents: int, now: datetime) -> Stock:
    """A new kind of card or prize at a site; its shelf is empty until a delivery is confirmed."""
    may_keep(actor, site_id)
    named = " ".join(name.split())[:80]
    wrong = {
        "incentives_off": not is_on(),
        "stock_name": not named or Stock.objects.filter(site_id=site_id, name=named).exists(),
        "stock_face": not 0 < face_cents <= MOST_CENTS,
    }
    _refuse(wrong)
    made = Stock.objects.create(
        site_id=site_id, name=named, face_cents=face_cents, begun_at=now,
        begun_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("incentives.stock.begun", actor=actor, subject=made, at=now)
    return made


@action
def propose_delivery(*, actor: Actor, stock_id: UUID, pieces: int, now: datetime) -> Proposal:
    """Cards or prizes that came; a second person counts them in."""
    stock = _kept_by(actor, stock_id)
    _refuse({"amount": pieces <= 0})
    cents = pieces * stock.face_cents
    return _proposed(actor, Kind.RECEIVE, stock.site_id, cents, now, stock=stock)


@action
def propose_count(
    *, actor: Actor, stock_id: UUID, pieces: int, reason: str, now: datetime
) -> Proposal:
    """What lies on the shelf; where it is not what the ledger says, with why."""
    stock = _kept_by(actor, stock_id)
    cents = pieces * stock.face_cents
    differs = cents != in_stock([stock.pk])[stock.pk]
    _refuse({"amount": pieces < 0, "proposal_reason": differs and not reason.strip()})
    return _proposed(actor, Kind.COUNT, stock.site_id, cents, now, stock=stock, reason=reason)


def hand_over_faults(stock: Stock, cents: int, owed: int, there: int) -> dict[str, bool]:
    """What stands against handing this over now; asked when laid out, and again when handed."""
    return {
        "amount": cents <= 0,
        "more_than_owed": cents > owed,
        "not_whole_pieces": cents % stock.face_cents != 0,
        "not_in_stock": cents > there,
    }


def correction_faults(about: Any, cents: int) -> dict[str, bool]:
    """What stands against a turn being worth this much now."""
    stands = stand_of(about)
    delta = cents - stands
    used = used_by(about.client_id, about.on)
    terms = terms_of(about.turn.enrolment.protocol)
    open_to = left_under(terms, Used(used.day - stands, used.year - stands))
    return {
        "nothing_to_correct": delta == 0,
        "above_cap": delta > 0 and cents > open_to,
        "more_than_owed": -delta > owed_to(about.client_id),
    }


def _refuse(wrong: dict[str, bool]) -> None:
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise ProposalUnclear(*codes)


def _posting(posting_id: UUID) -> Any:
    rows = Posting.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    earned = rows.select_related("turn__enrolment__protocol").filter(kind=Posting.Kind.EARN)
    return earned.get(pk=posting_id)


def _kept_by(actor: Actor, stock_id: UUID) -> Stock:
    stock = Stock.objects.select_for_update().get(pk=stock_id)
    may_keep(actor, stock.site_id)
    return stock


def _proposed(
    actor: Actor, kind: str, site_id: UUID, cents: int, now: datetime, *, reason: str = "",
    **about: Any,
) -> Proposal:  # fmt: skip
    # One of a kind waits for a client, or for a shelf, whatever else it is about.
    whose = "client" if "client" in about else "stock"
    rows = Proposal.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(
        kind=kind, settled_at=None, **{whose: about[whose]}
    )
    wrong = {"proposal_open": rows.exists(), "amount": cents > MOST_TOGETHER}
    _refuse(wrong)
    made: Proposal = Proposal.objects.create(
        kind=kind, site_id=site_id, cents=cents, proposed_at=now, proposed_by_id=worker_of(actor),
        reason=" ".join(reason.split())[:200], **about,
    )  # fmt: skip
    audit.record(f"incentives.{kind}.proposed", actor=actor, subject=made, at=now)
    return made
