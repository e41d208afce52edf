"""Many hands on one client's money: counted once, handed over once, never more than is owed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from homeward.core import clock
from homeward.incentives import actions, texts
from homeward.incentives.actions.courses import paper_for
from homeward.incentives.ledger import in_stock, owed_to
from homeward.incentives.models import Entry, Posting, Proposal, Turn
from homeward.incentives.rules.shipped import SOURCES, TERMS
from homeward.testing.stage import Cast
from homeward.timetable.racing import Race, race

FIRST, NEXT = 250, 375  # cents, as the shipped vouchers begin
CARDS = 4


@dataclass(frozen=True, slots=True)
class Handed:
    """How the three races ended, and what the ledger says after them."""

    counted: Race
    confirmed: Race
    written: Race
    turns: int
    earned: int
    owed: int
    on_shelf: int

    @property
    def is_right(self) -> bool:
        """One turn, one earning, one hand-over; past the actions the database lets one through."""
        return (
            (self.turns, self.earned, self.owed) == (2, 2, 0)
            and self.on_shelf == (CARDS - 1) * FIRST
            and len(self.confirmed.won) == 1
            and not self.counted.broken
            and not self.confirmed.broken
            and len(self.written.won) == 1
            and all(isinstance(each, IntegrityError) for each in self.written.broken)
        )


def race_to_hand_over(cast: Cast, threads: int) -> Handed:
    """All count one step, all confirm one hand-over, all write a void of the rest past the actions.

    A second step is counted by one alone, so that something is left that only one void can have.
    """
    jo, dana, now = cast.jo.pk, cast.dana.actor, clock.now()
    _join(cast)
    counted = race([_counting(cast, "first") for _ in range(threads)])
    _counting(cast, "second")()
    stock = actions.begin_stock(
        actor=cast.fay.actor, site_id=cast.site.pk, name="Card", face_cents=FIRST, now=now
    )
    came = actions.propose_delivery(actor=cast.fay.actor, stock_id=stock.pk, pieces=CARDS, now=now)
    actions.confirm(actor=cast.sam.actor, proposal_id=came.pk, now=now)
    laid = actions.propose_hand_over(
        actor=dana, client_id=jo, stock_id=stock.pk, cents=FIRST, now=now
    )
    confirmed = race(
        [_confirming((cast.fay, cast.sam)[number % 2], laid) for number in range(threads)]
    )
    written = race([_writing(cast) for _ in range(threads)])
    turns = Turn.objects.unscoped("reckoning").filter(client_id=jo)
    postings = Posting.objects.unscoped("reckoning").filter(client_id=jo, kind="earn")
    return Handed(
        counted, confirmed, written, turns.count(), postings.count(), owed_to(jo),
        in_stock([stock.pk])[stock.pk],
    )  # fmt: skip


def _join(cast: Cast) -> None:
    now, program = clock.now(), cast.program.pk
    protocol = actions.write_protocol(
        actor=cast.dina.actor, program_id=program, name="Race", target="activity",
        terms=TERMS["voucher"], source_title=SOURCES["voucher"], cap_source="The funder's letter",
        starts_on=now.date(), now=now,
    )  # fmt: skip
    actions.adopt_protocol(actor=cast.dina.actor, protocol_id=protocol.pk, now=now)
    actions.join_course(
        actor=cast.dana.actor, client_id=cast.jo.pk, signer_name=cast.jo.row.name, now=now,
        read_hash=texts.digest(paper_for(cast.jo.row, protocol)),
    )  # fmt: skip


def _counting(cast: Cast, key: str) -> Callable[[], Any]:
    now = clock.now()
    return lambda: actions.record_activity(
        actor=cast.dana.actor, client_id=cast.jo.pk, what="A call", on=now.date(), outcome="met",
        key=key, now=now,
    )  # fmt: skip


def _confirming(player: Any, laid: Proposal) -> Callable[[], Any]:
    now = clock.now()
    return lambda: actions.confirm(actor=player.actor, proposal_id=laid.pk, initials="JA", now=now)


def _writing(cast: Cast) -> Callable[[], None]:
    """Whoever writes into the tables by hand, with two names under it: only what is owed goes."""
    jo, site, now = cast.jo.row, cast.site, clock.now()

    def write() -> None:
        with transaction.atomic():
            agreed = Proposal.objects.create(
                client=jo, site=site, kind="void", cents=NEXT, reason="race", proposed_at=now,
                proposed_by=cast.dana.row, settled_at=now, settled_by=cast.sam.row,
                is_confirmed=True,
            )  # fmt: skip
            made = Posting.objects.create(
                client=jo, site=site, kind="void", proposal=agreed, on=now.date(), at=now
            )
            for account, cents, whose in (("given", -NEXT, None), ("owed", NEXT, jo)):
                Entry.objects.create(
                    posting=made, site=site, account=account, cents=cents, client=whose
                )

    return write
