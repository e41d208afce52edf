"""A step down, from the decision to the first outpatient visit that was kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.linkage.models import OutsideAppointment, Transfer
from homeward.people.models import Client, TeamMembership
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def somebody() -> Client:
    """A client of the counselor and the case manager; a clinic that takes them."""
    workers = {
        name: Account.objects.get(username=name).worker for name in ("counselor", "casemanager")
    }
    client = Client.objects.create(
        site=workers["counselor"].site, chart_number="HW-30001", name="Ada Brook",
        birth_date=date(1990, 1, 1),
    )  # fmt: skip
    for name, role in (("counselor", "counselor"), ("casemanager", "case_manager")):
        TeamMembership.objects.create(
            client=client, site=client.site, worker=workers[name], role=role,
            is_primary=name == "counselor", starts_at=NOON - timedelta(days=40),
        )  # fmt: skip
    Service.objects.create(
        code="harbor", name="Harbor outpatient", options=["outpatient"], zip_code="60640"
    )
    return client


def test_a_step_down_to_a_kept_first_visit(walker: Walker) -> None:
    """The counselor opens it; the case manager calls, books, and says that it was kept."""
    client = somebody()
    walker.sign_in("counselor")
    walker.visit(f"/desk/clients/{client.pk}/support/transfer/?level=outpatient")
    walker.choose(direction="down")
    walker.page.select_option("[name=reason_code]", "step_down")
    walker.page.select_option("[name=service]", label="Harbor outpatient")
    walker.press("Open the transfer")
    walker.visit("/desk/transfers/")
    walker.reads("Outpatient care", "Harbor outpatient")
    walker.follow("Open")
    walker.reads("The packet was sent", "Without consent these stay here")
    walker.sign_in("casemanager")
    walker.visit("/desk/support/")
    walker.follow("Follow it")
    walker.follow("What the place said")
    walker.choose(step="accepted", footing="together")
    walker.fill(spoke_with="Ana at intake")
    walker.press("Save")
    walker.follow("Book the first visit")
    walker.fill(provider="Dr. Lind", at="2026-11-27T10:30", confirmed_by="Ana at intake")
    walker.press("Book it")
    walker.reads("first visit booked", "Dr. Lind", "confirmed by Ana at intake")
    clock.shift_to(NOON + timedelta(days=5))
    walker.sign_in("casemanager")
    walker.visit("/desk/transfers/")
    walker.follow("Open")
    walker.follow("Was it kept?")
    walker.choose(state="kept", source="place_said")
    walker.press("Save")
    walker.reads("kept in time", "First visit kept")
    rows = Transfer.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS)
    assert rows.get().outcome == "kept"
    visits = OutsideAppointment.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS)
    assert visits.get().settled_on == date(2026, 11, 27)
    assert walker.found == []
