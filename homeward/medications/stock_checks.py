"""Lots of naloxone whose count is overdue: whose work it is to count, and since when."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max

from homeward.admissions.site_programs import program_of_site
from homeward.core.clock import local_day
from homeward.medications.models import NaloxoneStock
from homeward.program.models import Site
from homeward.program.queries import numbers_for


def overdue_since(site: Site, now: datetime) -> datetime | None:
    """Since when the count of a lot with kits is overdue at a site; None where all are in time.

    A lot that nobody ever counted is counted from the day it was put there. The days are the
    program's `naloxone_stock_check_days`; a lot without kits needs no count.
    """
    rows = NaloxoneStock.objects.filter(site=site, kits__gt=0).annotate(last=Max("checks__at"))
    seen = [row.last or row.added_at for row in rows]
    if not seen:
        return None
    today = local_day(now, site.time_zone)
    days = int(numbers_for(program_of_site(site.pk), today)["naloxone_stock_check_days"])
    return _earliest(seen, days, site, now)


def _earliest(seen: Iterable[datetime], days: int, site: Site, now: datetime) -> datetime | None:
    zone = ZoneInfo(site.time_zone)
    last_days = (local_day(at, site.time_zone) + timedelta(days=days) for at in seen)
    due_at = datetime.combine(min(last_days), time(20), zone)
    return due_at.astimezone(now.tzinfo) if due_at <= now else None
