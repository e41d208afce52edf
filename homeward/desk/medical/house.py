"""Naloxone of the house: what is there, until when, when it was last counted, and its use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.site_programs import program_of_site
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.desk.medical.forms.doses import StockCheckForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.medications.models import NaloxoneStock, NaloxoneUse
from homeward.medications.rules.clocks import Clock, Due, standing
from homeward.program.models import Site
from homeward.program.queries import numbers_for


@dataclass(frozen=True, slots=True)
class LotRow:
    """One lot at one place."""

    title: str
    sub: str
    tag: str
    tone: str
    form: StockCheckForm


@dataclass(frozen=True, slots=True)
class HousePage:
    """What the page prints for one site."""

    site: Site
    own_url: str
    use_url: str
    stock_url: str
    lots: tuple[LotRow, ...]
    choices: tuple[tuple[str, str], ...]
    uses: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, actor: Actor, site: Site, today: date) -> "HousePage":
        """Every lot of the site; those with the nearest date first."""
        number = numbers_for(program_of_site(site.pk), today)
        days = int(number["naloxone_stock_check_days"])
        rows = NaloxoneStock.objects.filter(site=site).annotate(last=Max("checks__at"))
        found = list(rows.order_by("expires_on", "pk"))
        own, use, stock = (
            f"{reverse(route)}?site={site.code}"
            for route in ("desk:naloxone", "desk:naloxone_use", "desk:naloxone_stock")
        )
        return cls(
            site,
            own,
            use,
            stock,
            tuple(_lot(row, days, today, ZoneInfo(site.time_zone)) for row in found),
            tuple((str(row.pk), f"{row.place}, {row.lot}") for row in found if row.kits),
            tuple(_uses(actor, site))
            if may(actor.roles, RecordClass.INCIDENTS, Access.READ)
            else (),
        )


def _uses(actor: Actor, site: Site) -> Iterator[tuple[str, str]]:
    """The latest uses, for who reads incidents: when, where, and by when the report is due."""
    rows = NaloxoneUse.objects.for_actor(actor, Purpose.OPERATIONS).filter(site=site)
    zone = ZoneInfo(site.time_zone)
    for row in rows.order_by("-at")[:5]:
        called = _("911 was called") if row.emergency_called_at else row.not_called_because
        due = date_format(row.report_due_at.astimezone(zone), "j M Y H:i")
        yield (
            f"{date_format(row.at.astimezone(zone), 'j M Y H:i')} · {row.place}",
            f"{called} · " + _("report due %(when)s") % {"when": due},
        )


def _lot(row: Any, days: int, today: date, zone: ZoneInfo) -> LotRow:
    seen: datetime = row.last or row.added_at
    on = seen.astimezone(zone).date()
    check = Clock(code="stock", last_on=on, every_days=days, warn_days=max(0, days - 5))
    if row.expires_on < today:
        tag, tone = _("past its date"), "urgent"
    elif standing(check, today) in (Due.DUE, Due.OVERDUE):
        tag, tone = _("to be counted"), "attention"
    elif row.expires_on - today <= timedelta(days=60):
        tag, tone = _("runs out soon"), "attention"
    else:
        tag, tone = _("in order"), "done"
    return LotRow(
        title=_("%(place)s · %(kits)s kits") % {"place": row.place, "kits": row.kits},
        sub=_("lot %(lot)s, until %(until)s, last counted %(when)s")
        % {
            "lot": row.lot,
            "until": date_format(row.expires_on, "M Y"),
            "when": date_format(on, "j M Y"),
        },
        tag=tag,
        tone=tone,
        form=StockCheckForm(initial={"stock": str(row.pk), "counted": row.kits}),
    )


def sites_of(actor: Actor) -> list[Site]:
    """The sites where the actor works."""
    rows = Site.objects.order_by("name")
    if not any(grant.site_id is None for grant in actor.grants):
        rows = rows.filter(pk__in=actor.site_ids)
    return list(rows)
