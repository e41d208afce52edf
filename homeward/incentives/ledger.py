"""Writing to the ledger and reading balances from it, in whole cents.

Balances are always summed from the entries; no total is kept anywhere.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from homeward.core.actors import Actor
from homeward.incentives.models import Entry, Posting, Stock
from homeward.incentives.rules.course import Used
from homeward.incentives.rules.entries import OWED, Line
from homeward.kernel.purposes import Purpose

LEDGER = Actor.of_service("incentives.ledger")
# What counts against a funder's cap: what was earned, and what was put right about it.
COUNTS_TOWARDS_CAPS = (Posting.Kind.EARN, Posting.Kind.CORRECT)


def post(
    kind: str, *, site_id: UUID, on: date, now: datetime, lines: Iterable[Line], **about: Any
) -> Posting:
    """One posting with its entries; the database refuses it unless they add up to zero."""
    made: Posting = Posting.objects.create(kind=kind, site_id=site_id, on=on, at=now, **about)
    Entry.objects.bulk_create(
        Entry(
            posting=made, site_id=site_id, account=line.account, cents=line.cents,
            client_id=line.client_id, stock_id=line.stock_id,
        )
        for line in lines
    )  # fmt: skip
    return made


def owed_to(client_id: UUID) -> int:
    """What a client earned and was not handed yet."""
    found = _entries().filter(account=OWED, client_id=client_id).aggregate(sum=Sum("cents"))
    return -(found["sum"] or 0)


def owed_at(site_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The same of every client at these sites to whom something is owed."""
    rows = _entries().filter(account=OWED, site_id__in=list(site_ids)).order_by()
    sums = rows.values("client_id").annotate(sum=Sum("cents"))
    return {row["client_id"]: -row["sum"] for row in sums if row["sum"]}


def in_stock(stock_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Cents' worth on the shelf, by stock; every id asked for is present."""
    ids = list(stock_ids)
    rows = _entries().filter(stock_id__in=ids).order_by()
    sums = {row["stock_id"]: row["sum"] for row in
            rows.values("stock_id").annotate(sum=Sum("cents"))}  # fmt: skip
    return {each: sums.get(each, 0) for each in ids}


def used_by(client_id: UUID, on: date) -> Used:
    """What counts against the caps on a day, over every course the client ever had."""
    rows = _entries().filter(
        account=OWED, client_id=client_id, posting__kind__in=COUNTS_TOWARDS_CAPS,
        posting__on__year=on.year,
    )  # fmt: skip
    sums = rows.aggregate(day=Sum("cents", filter=Q(posting__on=on)), year=Sum("cents"))
    return Used(-(sums["day"] or 0), -(sums["year"] or 0))


def stand_of(posting: Posting) -> int:
    """What an earning is worth now, with everything that was put right about it."""
    rows = _entries().filter(Q(posting=posting) | Q(posting__corrects=posting), account=OWED)
    return -(rows.aggregate(sum=Sum("cents"))["sum"] or 0)


def stocks_at(site_ids: Iterable[UUID]) -> list[Stock]:
    """The cards and prizes of these sites."""
    rows = Stock.objects.filter(site_id__in=list(site_ids)).select_related("site")
    return list(rows.order_by("site__name", "face_cents", "name"))


def _entries() -> Any:
    return Entry.objects.for_actor(LEDGER, Purpose.OPERATIONS)
