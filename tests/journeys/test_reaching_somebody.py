"""Somebody did not come: from the list to a logged try and a signal answered, on a phone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.core import clock
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.program.models import Phase, Program, SessionType, Track
from homeward.retention.ladder import CLIMBING, climb
from homeward.retention.looking import look_at_everybody
from homeward.timetable.models import GroupSession, Seat
from tests.journeys.browsing import browser
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOON = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(house: str) -> Iterator[Walker]:
    """A hand at a phone."""
    with browser() as opened:
        context = opened.new_context(
            locale="en-US", timezone_id="America/Chicago", bypass_csp=True, viewport=PHONE,
            has_touch=True, is_mobile=True,
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield Walker(page, house, is_looking=True)


def somebody_who_stays_away() -> Client:
    """On the counselor's team, admitted three weeks ago, missed yesterday and this morning."""
    worker = Account.objects.get(username="counselor").worker
    program = Program.objects.order_by("code").first()
    phase = Phase.objects.filter(program=program).order_by("position").first()
    client = Client.objects.create(
        site=worker.site, chart_number="HW-29999", name="Ines Calder", phone="+15550100",
        phone_ending="0100", birth_date=date(1990, 1, 1),
    )  # fmt: skip
    about = {"client": client, "site": worker.site}
    began = NOON - timedelta(days=21)
    TeamMembership.objects.create(
        **about, worker=worker, role="counselor", is_primary=True, starts_at=began
    )
    placement = Placement.objects.create(
        **about, assessor=worker, assessed_at=began, indicated_level="2.1"
    )
    episode = Episode.objects.create(
        **about, program=program, track=Track.objects.filter(site=worker.site).first(),
        placement=placement, admitted_at=began, admitted_on=began.date(), admitted_by=worker,
        phase=phase, level_code="2.1",
    )  # fmt: skip
    for days in (1, 0):
        starts = NOON - timedelta(days=days, hours=3)
        session = GroupSession.objects.create(
            site=worker.site, program=program, name="Early recovery", on=starts.date(),
            session_type=SessionType.objects.filter(program=program, kind="group").first()
            or SessionType.objects.filter(program=program).first(),
            starts_at=starts, ends_at=starts + timedelta(minutes=90), clinical_minutes=90,
            capacity=10,
        )  # fmt: skip
        seat = Seat.objects.create(
            **about, session=session, episode=episode, number=1, starts_at=starts,
            ends_at=session.ends_at, capacity=10,
        )  # fmt: skip
        AttendanceMark.objects.create(
            **about, seat=seat, session=session, episode=episode, on=session.on, state="no_show",
            marked_at=session.ends_at, marked_by=worker,
        )  # fmt: skip
    return client


def test_reaching_somebody(phone: Walker) -> None:
    """Two presses write two tries; the second reaches her, and her signal is answered."""
    clock.shift_to(NOON)
    client = somebody_who_stays_away()
    look_at_everybody(now=NOON)
    climb(actor=CLIMBING, now=NOON)
    phone.sign_in("counselor")
    phone.visit("/desk/outreach/")
    phone.reads("Ines C.", "missed 2 days without a word", "not tried yet")
    phone.press("No answer")
    phone.reads("The try is written down.", "Peer or consented contact")
    phone.press("Reached")
    phone.reads("Everybody was reached")
    phone.visit("/desk/signals/")
    phone.reads("Ines C.", "Missed several days within a week", "no better than chance")
    phone.press("Seen")
    phone.reads("Marked as seen.")
    phone.follow("What was done")
    phone.press("Write it down and close")
    phone.choose(what="time_changed")
    phone.fill(note="The early bus no longer runs.")
    phone.press("Write it down and close")
    phone.reads("The signal is closed.")
    phone.visit(f"/desk/clients/{client.pk}/signals/")
    phone.reads(
        "Changed their time or group", "The early bus no longer runs.", "Reached the client"
    )
    assert phone.found == []
