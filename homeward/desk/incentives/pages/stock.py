"""What the pages of stock, of the second person, and of the month print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Face, Fact, Need, Row, Tab, Table
from homeward.desk.clients.reach import short_name_for
from homeward.desk.incentives.pages.client import money
from homeward.desk.words import initials_of
from homeward.incentives import words
from homeward.incentives.ledger import LEDGER, in_stock, owed_at, stocks_at
from homeward.incentives.models import Entry, Proposal
from homeward.incentives.queries import waiting
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

Account = Entry.Account
MOST = 60


@dataclass(frozen=True, slots=True)
class StockLine:
    """One kind of card or prize on its shelf."""

    name: str
    sub: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class RoomPage:
    """What waits for a second person, to whom something is owed, and what is on the shelves."""

    waits: tuple[Need, ...]
    owed: tuple[Need, ...]
    stocks: tuple[StockLine, ...]
    may_write: bool

    @classmethod
    def of(cls, actor: Actor, sites: Iterable[Any]) -> "RoomPage":
        """Everything at the sites where the reader works."""
        places = [site.pk for site in sites]
        writes = may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
        stocks = stocks_at(places)
        there = in_stock(stock.pk for stock in stocks)
        return cls(
            tuple(_waits(actor, row, writes) for row in waiting(actor)),
            tuple(_owed(actor, owed_at(places), writes)),
            tuple(_stock(stock, there[stock.pk], writes) for stock in stocks),
            writes,
        )


def title_of(row: Proposal) -> str:
    """What it is, and how much."""
    return f"{words.PROPOSALS[row.kind]} · {money(row.cents)}"


def told_of(actor: Actor, row: Proposal) -> tuple[Fact, ...]:
    """Everything the second person should compare."""
    facts = [Fact(_("What"), str(words.PROPOSALS[row.kind])), Fact(_("Amount"), money(row.cents))]
    if row.client:
        facts.append(Fact(_("Client"), short_name_for(actor, row.client)))
    if row.stock:
        pieces = row.cents // row.stock.face_cents
        facts.append(Fact(_("From"), row.stock.name))
        facts.append(Fact(_("Pieces"), str(pieces)))
    if row.kind == Proposal.Kind.COUNT:
        facts.append(Fact(_("The ledger says"), money(in_stock([row.stock_id])[row.stock_id])))
    if row.reason:
        facts.append(Fact(_("Why"), row.reason))
    at = row.proposed_at.astimezone(ZoneInfo(row.site.time_zone))
    facts.append(Fact(_("Written by"), f"{row.proposed_by.name}, {date_format(at, 'j M Y, H:i')}"))
    return tuple(facts)


def _waits(actor: Actor, row: Proposal, writes: bool) -> Need:
    whose = short_name_for(actor, row.client) if row.client else row.stock.name
    face = Face(initials_of(whose), whose, "")
    act = None
    if writes:
        own = row.proposed_by_id == actor.worker_id
        label = _("Look") if own else _("Confirm")
        act = Act(label, reverse("desk:incentive_second", args=[row.pk]), about=whose)
    return Need(face, title_of(row), row.proposed_by.name, act, "attention")


def _owed(actor: Actor, sums: dict[Any, int], writes: bool) -> list[Need]:
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    lines = []
    for client in rows.filter(pk__in=sums).order_by("name", "pk")[:MOST]:
        name = short_name_for(actor, client)
        url = reverse("desk:incentive_hand_over", args=[client.pk])
        act = Act(_("Hand over"), url, about=name) if writes else None
        fact = _("%(owed)s to hand over") % {"owed": money(sums[client.pk])}
        lines.append(Need(Face(initials_of(name), name, ""), fact, "", act, "neutral"))
    return lines


def _stock(stock: Any, cents: int, writes: bool) -> StockLine:
    acts = (
        Act(_("Delivery"), reverse("desk:incentive_delivery", args=[stock.pk]), about=stock.name),
        Act(_("Count"), reverse("desk:incentive_count", args=[stock.pk]), about=stock.name),
    )
    sub = _("%(pieces)s pieces of %(face)s, %(sum)s together · %(site)s") % {
        "pieces": cents // stock.face_cents, "face": money(stock.face_cents), "sum": money(cents),
        "site": stock.site.name,
    }  # fmt: skip
    return StockLine(stock.name, sub, acts if writes else ())


@dataclass(frozen=True, slots=True)
class MonthPage:
    """One site's month in cents: shelves, what is owed, and that all of it adds up to zero."""

    site: Any
    sites: tuple[Tab, ...]
    title: str
    before_url: str
    after_url: str
    shelves: Table
    owed: Table
    counts: tuple[Fact, ...]
    rest: str
    is_balanced: bool

    @classmethod
    def of(cls, site: Any, sites: Iterable[Any], first: date) -> "MonthPage":
        """Opening, movements and closing of each account of the site."""
        zone = ZoneInfo(site.time_zone)
        later = (first + timedelta(days=32)).replace(day=1)
        start, end = (datetime.combine(day, time(), zone) for day in (first, later))
        rows = Entry.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(site=site)
        until = rows.filter(posting__at__lt=end).order_by()
        stocks = stocks_at([site.pk])
        rest = until.aggregate(sum=Sum("cents"))["sum"] or 0
        here = reverse("desk:incentives_month")
        return cls(
            site,
            tuple(
                Tab(each.name, f"{here}?site={each.pk}&month={first:%Y-%m}", each.pk == site.pk)
                for each in sites
            ),
            date_format(first, "F Y"),
            f"{here}?site={site.pk}&month={(first - timedelta(days=1)):%Y-%m}",
            f"{here}?site={site.pk}&month={later:%Y-%m}",
            _shelves(stocks, until.filter(account=Account.STOCK), start),
            _owed_table(until.filter(account=Account.OWED), start),
            tuple(_counted(stock, end, zone) for stock in stocks),
            money(rest),
            rest == 0,
        )


def _sums(rows: Any, start: datetime, *by: str) -> dict[Any, dict[str, int]]:
    """Cents before the month, and within it by kind of posting."""
    told: dict[Any, dict[str, int]] = {}
    early = Q(posting__at__lt=start)
    for values, kind in ((rows.filter(early), ""), (rows.exclude(early), "posting__kind")):
        names = [*by, *filter(None, (kind,))]
        grouped = values.values(*names).annotate(sum=Sum("cents")) if names else [
            {"sum": values.aggregate(sum=Sum("cents"))["sum"]}]  # fmt: skip
        for row in grouped:
            line = told.setdefault(row[by[0]] if by else None, {})
            line[row.get("posting__kind", "before")] = row["sum"] or 0
    return told


def _shelves(stocks: Iterable[Any], rows: Any, start: datetime) -> Table:
    sums = _sums(rows, start, "stock_id")
    kinds = ("before", "receive", "hand_over", "count")
    lines = []
    for stock in stocks:
        found = sums.get(stock.pk, {})
        cells = [Cell(money(found.get(kind, 0))) for kind in kinds]
        lines.append(Row((Cell(stock.name), *cells, Cell(money(sum(found.values()))))))
    heads = (_("At the beginning"), _("Delivered"), _("Handed over"), _("Count"), _("At the end"))
    columns = (Column(_("Cards and prizes")), *(Column(head, numeric=True) for head in heads))
    return Table(_("On the shelves"), columns, tuple(lines), empty=_("No cards or prizes yet."))


def _owed_table(rows: Any, start: datetime) -> Table:
    found = _sums(rows, start).get(None, {})
    kinds = (
        ("before", _("Owed at the beginning")), ("earn", _("Earned")),
        ("correct", _("Put right")), ("hand_over", _("Handed over")), ("void", _("Void")),
    )  # fmt: skip
    lines = [Row((Cell(label), Cell(money(-found.get(kind, 0))))) for kind, label in kinds]
    lines.append(Row((Cell(_("Owed at the end")), Cell(money(-sum(found.values()))))))
    columns = (Column(_("What changed it")), Column(_("Amount"), numeric=True))
    return Table(_("Owed to clients"), columns, tuple(lines))


def _counted(stock: Any, end: datetime, zone: ZoneInfo) -> Fact:
    rows = Proposal.objects.for_actor(LEDGER, Purpose.OPERATIONS).filter(
        stock=stock, kind=Proposal.Kind.COUNT, is_confirmed=True, settled_at__lt=end
    )
    last = rows.select_related("proposed_by", "settled_by").order_by("-settled_at").first()
    if last is None:
        return Fact(stock.name, _("not counted yet"))
    told = _("%(sum)s on %(day)s by %(one)s and %(two)s") % {
        "sum": money(last.cents), "day": date_format(last.settled_at.astimezone(zone)),
        "one": last.proposed_by.name, "two": last.settled_by.name,
    }  # fmt: skip
    return Fact(stock.name, told)
