"""On a call with a payer every fact is one click from where it is written, and that page opens."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark
from homeward.desk.reviews.calls import CallPage
from homeward.drugtests.models import DrugTest
from homeward.instruments.models import CheckIn
from homeward.medications.models import Medication
from homeward.progress.models import Appointment, CourseEvent
from homeward.progress.reviewer_call import SECTIONS, what_may_be_told
from homeward.testing.cast import NOON
from homeward.timetable.models import GroupSession, Seat

from .test_told_honestly import DAY, STAY, card, covered, finding_of

__all__ = ["card", "covered"]


@pytest.fixture
def whole(tuesday, covered, card):
    """Jo's record holds something of every kind that a reviewer asks about."""
    finding_of(tuesday, "positive")
    about = {"client": tuesday.jo.row, "site": tuesday.site}
    then, episode = NOON - 8 * DAY, tuesday.episode
    CheckIn.objects.create(**about, at=then, on=then.date(), used=True, is_shared=True)
    CourseEvent.objects.create(
        **about, episode=episode, code="overdose", happened_on=NOON.date(),
        told_at=NOON + timedelta(minutes=5), told_by=tuesday.ruth.row,
    )  # fmt: skip
    session = GroupSession.objects.create(
        site=tuesday.site, program=tuesday.program, session_type=tuesday.types["group"],
        name="Early recovery B", room=tuesday.rooms[0], on=then.date(), starts_at=then,
        ends_at=then + timedelta(minutes=90), clinical_minutes=90, capacity=10,
    )  # fmt: skip
    seat = Seat.objects.create(
        **about, session=session, episode=episode, number=1, starts_at=session.starts_at,
        ends_at=session.ends_at, capacity=10,
    )  # fmt: skip
    AttendanceMark.objects.create(
        **about, seat=seat, session=session, episode=episode, on=session.on, state="present",
        credited_minutes=90, marked_at=session.ends_at, marked_by=tuesday.dana.row,
    )  # fmt: skip
    Medication.objects.create(
        **about, name="Naltrexone", dose="50 mg", started_on=then.date(),
        recorded_by=tuesday.ruth.row, recorded_at=then,
    )  # fmt: skip
    Appointment.objects.create(
        **about, episode=episode, at=NOON + 3 * DAY, with_whom="Lakeside Clinic", kind="aftercare",
        confirmed_by="Front desk", booked_at=NOON, booked_by=tuesday.dana.row,
    )  # fmt: skip
    return tuesday


def facts_shown(cast):
    """What stands on the counselor's screen for the call, by section."""
    actor, episode = cast.dana.actor, cast.episode
    told = what_may_be_told(actor, episode, NOON, 4)
    shown = CallPage.of(actor, episode, told, NOON)
    return {each.code: each.facts for each in shown.sections}


@pytest.mark.parametrize("is_signed", [False, True])
def test_each_fact_of_a_full_call_opens_where_it_is_written(visit, whole, card, is_signed):
    dana = visit("dana")
    if is_signed:
        assert dana.send(reverse("desk:review", args=[card.pk]), STAY).status_code == 302
    page = dana.get(reverse("desk:reviewer_call", args=[whole.jo.pk])).content.decode()
    shown = facts_shown(whole)
    empty = {code for code in SECTIONS if not shown[code]}
    assert empty <= (set() if is_signed else {"why_less_fails"})
    unsourced = [fact.words for facts in shown.values() for fact in facts if not fact.url]
    assert unsourced == []
    for fact in (fact for facts in shown.values() for fact in facts):
        assert f'href="{fact.url}"' in page, fact.words
        opened = dana.browser.get(fact.url, follow=True)
        assert opened.status_code == 200, (fact.words, fact.url)


def test_a_finding_leads_to_the_test_itself(visit, whole):
    """Not to the list of all: the row has a page of its own."""
    page = visit("dana").get(reverse("desk:reviewer_call", args=[whole.jo.pk]))
    assert page.status_code == 200
    found = DrugTest.objects.unscoped("test").get()
    urls = [fact.url for fact in facts_shown(whole)["last_use"]]
    assert reverse("desk:drug_test", args=[found.pk]) in urls
