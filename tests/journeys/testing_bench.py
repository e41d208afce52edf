"""What reading on site stands on, for journeys: a certificate that holds and a kit in date."""

from datetime import timedelta

from homeward.core import clock
from homeward.drugtests.models import Certificate, Kit
from homeward.drugtests.rules.panel import KNOWN_ANALYTES
from homeward.program.models import Site
from homeward.staff.models import Worker


def stock_the_bench(site_name: str) -> Site:
    """The site, now with both."""
    site, now = Site.objects.get(name__contains=site_name), clock.now()
    by, today = Worker.objects.order_by("code").first(), now.date()
    assert by is not None
    Certificate.objects.create(
        site=site, number="36D0000000", kind="waiver", starts_on=today - timedelta(days=90),
        ends_on=today + timedelta(days=90), recorded_at=now, recorded_by=by,
    )  # fmt: skip
    Kit.objects.create(
        site=site, name="Fourteen-panel cup", lot="K2207", analytes=list(KNOWN_ANALYTES),
        expires_on=today + timedelta(days=90), added_at=now, added_by=by,
    )  # fmt: skip
    return site
