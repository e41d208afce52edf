"""A danger said at check-in: who is paged, when, and what ends it. Times are given, not waited."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.instruments.checking_in import check_in
from homeward.kernel.purposes import Purpose
from homeward.notes.actions import GroupIncomplete, close_group, save_shared_part
from homeward.notes.tests.written import draft
from homeward.paging.opening import SERVICE, escalate_due
from homeward.people.models import Client
from homeward.tasks.actions import complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import PASSWORD, cast
from homeward.timetable.tests.planned import ELEVEN, HALF_PAST_NINE, on_duty, planned_room

__all__ = ["cast"]
SAID = HALF_PAST_NINE - timedelta(minutes=10)


@pytest.fixture
def room(cast):
    """Ruth and Tess on duty; Dana leads; Jo says it ten minutes before the group."""
    room = planned_room(cast)
    on_duty(cast)
    clock.shift_to(SAID)
    check_in(actor=cast.jo.actor, client_id=cast.jo.pk, in_danger=True, now=SAID)
    return room


def duties(kind):
    return list(CareTask.objects.unscoped("test").filter(kind=kind).order_by("opened_at", "pk"))


def escalate(minutes):
    return escalate_due(actor=SERVICE, now=SAID + timedelta(minutes=minutes))


@pytest.mark.django_db
class TestPaging:
    def test_names_somebody_on_duty_at_once_who_does_not_lead(self, room):
        """In the transaction of the answer: well within a minute."""
        (danger,) = duties("safety")
        (page,) = duties("danger_page")

        assert page.owner_id == room.ruth.pk
        assert page.opened_at == danger.opened_at == SAID
        assert page.urgency == danger.urgency == "now"
        assert page.detail["decision"]["outcome"] == str(room.ruth.pk)

    def test_another_person_is_paged_after_five_minutes_and_so_on(self, room):
        """Nurse, technician, supervisor; once each, and no sooner."""
        assert escalate(4.9) == 0
        assert escalate(5) == 1
        assert escalate(5.2) == 0
        assert escalate(10) == 1

        owners = [page.owner_id for page in duties("danger_page")]
        assert owners == [room.ruth.pk, room.tess.pk, room.sam.pk]
        assert room.dana.pk not in owners

    def test_whoever_goes_stops_the_escalation(self, room):
        """Saying "I am with the client" is enough; the danger itself stays open."""
        (page,) = duties("danger_page")
        complete_task(
            actor=room.ruth.actor, task_id=page.pk, disposition="with_client",
            now=SAID + timedelta(minutes=2),
        )  # fmt: skip

        assert escalate(6) == 0
        assert duties("safety")[0].closed_at is None

    def test_ending_the_danger_ends_the_pages(self, room):
        """Nobody is sent to somebody who is safe."""
        (danger,) = duties("safety")
        complete_task(
            actor=room.dana.actor, task_id=danger.pk, disposition="assessed_safe",
            now=SAID + timedelta(minutes=3),
        )  # fmt: skip

        (page,) = duties("danger_page")
        assert (page.disposition, page.closed_by_id) == ("danger_ended", room.dana.pk)
        assert escalate(9) == 0

    def test_who_is_paged_reaches_the_client_while_it_lasts(self, room):
        """Ruth is on no team of Jo's; the page lets her in, and hours later no more."""
        reached = Client.objects.for_actor(room.ruth.actor, Purpose.TREATMENT)
        assert reached.filter(pk=room.jo.pk).exists()
        omar = Client.objects.for_actor(room.omar.actor, Purpose.TREATMENT)
        assert not omar.filter(pk=room.jo.pk).exists()

        (danger,) = duties("safety")
        complete_task(
            actor=room.dana.actor, task_id=danger.pk, disposition="assessed_safe", now=SAID
        )
        clock.shift_to(SAID + timedelta(hours=5))

        reached = Client.objects.for_actor(room.ruth.actor, Purpose.TREATMENT)
        assert not reached.filter(pk=room.jo.pk).exists()

    def test_the_group_ends_only_with_an_ending_of_the_danger(self, room):
        """Everything else is done; the decision says what is missing."""
        mark_attendance(
            actor=room.dana.actor, seat_id=room.seat.pk, state="present", now=HALF_PAST_NINE
        )
        save_shared_part(
            actor=room.dana.actor, session_id=room.session.pk, body="HALT.", now=ELEVEN
        )
        draft(room)
        with pytest.raises(GroupIncomplete) as refused:
            close_group(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)
        assert refused.value.codes == ("closing_danger_has_ending",)

        (danger,) = duties("safety")
        complete_task(
            actor=room.dana.actor, task_id=danger.pk, disposition="safety_plan_made", now=ELEVEN
        )

        assert close_group(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN).closed_at

    def test_the_strip_names_the_client_for_who_is_paged_alone(self, room):
        """Ruth sees where to go; Dana and Tess see an empty strip, and asking is no activity."""
        strips = {}
        for player in (room.ruth, room.dana, room.tess):
            browser = Browser()
            assert browser.login(username=player.account.username, password=PASSWORD)
            browser.get(reverse("desk:paged"))
            seen = browser.session.get("last_seen_at")
            clock.shift_to(SAID + timedelta(minutes=1))
            strips[player.row.code] = browser.get(reverse("desk:paged")).content.decode()
            assert browser.session.get("last_seen_at") == seen

        assert "Jo A." in strips["ruth"]
        assert "Room 1" in strips["ruth"]
        assert not [who for who in ("dana", "tess") if "Jo" in strips[who]]


@pytest.mark.django_db
def test_an_ordinary_wish_for_a_call_before_group_pages_too_and_use_does_not(cast):
    """Asking for help is answered at once; use is talked about the same day."""
    planned_room(cast)
    on_duty(cast)
    check_in(actor=cast.jo.actor, client_id=cast.jo.pk, used=True, now=SAID)
    assert duties("danger_page") == []

    check_in(actor=cast.jo.actor, client_id=cast.jo.pk, wants_help=True, now=SAID)
    assert [page.owner_id for page in duties("danger_page")] == [cast.ruth.pk]
