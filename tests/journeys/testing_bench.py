"""What reading on site stands on, for journeys: a certificate that holds and a kit in date."""

from datetime import timedelta

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import Actor, actor_of
from homeward.drugtests.actions import set_panel
from homeward.drugtests.actions.set_panel import PanelLine
from homeward.drugtests.models import Certificate, DrugTest, Kit
from homeward.drugtests.rules.panel import KNOWN_ANALYTES
from homeward.kernel.purposes import Purpose
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


def state_what_for(chart_number: str) -> None:
    """Their counselor has said, line by line, what this client is tested for."""
    tests = DrugTest.objects.for_actor(Actor.of_service("tests"), Purpose.TREATMENT)
    waiting = tests.filter(client__chart_number=chart_number).latest("ordered_at")
    set_panel(
        actor=actor_of(Account.objects.get(username="counselor")), client_id=waiting.client_id,
        lines=[PanelLine(analyte=code, need="Named at the first talk.") for code in waiting.panel],
        now=clock.now(),
    )  # fmt: skip
