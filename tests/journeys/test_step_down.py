"""A step down: decided at the review card, followed until the first outpatient visit was kept."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.linkage.models import OutsideAppointment, Transfer
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.program.models import Phase, Track
from homeward.progress.actions import open_weekly_reviews
from homeward.progress.models import Appointment
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
TEST = Actor.of_service("test")


def somebody() -> Client:
    """A client eight weeks in care, of the counselor and the case manager; a clinic that takes
    them; this week's card is open."""
    workers = {
        name: Account.objects.get(username=name).worker for name in ("counselor", "casemanager")
    }
    counselor, then = workers["counselor"], NOON - timedelta(days=56)
    client = Client.objects.create(
        site=counselor.site, chart_number="HW-30001", name="Ada Brook", birth_date=date(1990, 1, 1)
    )
    about: dict[str, Any] = {"client": client, "site": client.site}
    for name, role in (("counselor", "counselor"), ("casemanager", "case_manager")):
        TeamMembership.objects.create(
            **about, worker=workers[name], role=role, is_primary=name == "counselor",
            starts_at=then,
        )  # fmt: skip
    placement = Placement.objects.create(
        **about, assessor=counselor, assessed_at=then, ratings={str(n): 1 for n in range(1, 7)},
        indicated_level="2.1", provided_level="2.1", decided_at=then, decided_by=counselor,
    )  # fmt: skip
    track = Track.objects.filter(site=counselor.site).order_by("code").first()
    Episode.objects.create(
        **about, program=track.program, track=track, placement=placement, admitted_at=then,
        admitted_on=then.date(), admitted_by=counselor, level_code="2.1",
        phase=Phase.objects.filter(program=track.program).order_by("position").first(),
    )  # fmt: skip
    Service.objects.create(
        code="harbor", name="Harbor outpatient", options=["outpatient"], zip_code="60640"
    )
    open_weekly_reviews(actor=Actor.of_service("progress.review"), now=NOON)
    return client


def decide(walker: Walker, client: Client) -> None:
    """The counselor signs what the table decides; what follows is there by itself."""
    outpatient = Phase.objects.filter(level_code="1").order_by("position").first()
    walker.sign_in("counselor")
    walker.visit("/desk/reviews/")
    walker.follow(client.short_name)
    walker.unfold()
    walker.choose(outcome="step_down", grounds="goals_met", wish="less")
    walker.unfold()
    walker.choose(to_phase=str(outpatient.pk))
    walker.check("has_prevention_plan")
    walker.fill(receiving_program="Harbor outpatient", first_appointment_at="2026-11-27T10:30")
    walker.press("Sign the decision")
    walker.reads("What follows", "Phase and level", "Hours a week", "First appointment", "Transfer")
    episode = Episode.objects.for_actor(TEST, Purpose.OPERATIONS).get(client=client)
    assert (episode.phase_id, episode.level_code) == (outpatient.pk, "1")
    booked = Appointment.objects.for_actor(TEST, Purpose.OPERATIONS).get(client=client)
    assert booked.kind == "first_after_step_down"


def test_a_step_down_to_a_kept_first_visit(walker: Walker) -> None:
    """From the card to the transfer; the case manager names the place, calls, books, and says
    that the visit was kept."""
    client = somebody()
    decide(walker, client)
    walker.visit("/desk/transfers/")
    walker.reads("Outpatient care", "Harbor outpatient")
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
    transfer = Transfer.objects.for_actor(TEST, Purpose.OPERATIONS).get()
    assert (transfer.outcome, transfer.direction) == ("kept", "down")
    assert transfer.origin.startswith("review:")
    visits = OutsideAppointment.objects.for_actor(TEST, Purpose.OPERATIONS)
    assert visits.get().settled_on == date(2026, 11, 27)
    assert walker.found == []
