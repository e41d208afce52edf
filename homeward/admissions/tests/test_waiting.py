"""The wait list, its clocks, reminders, the notice to the state, messages, figures."""

from datetime import time, timedelta
from typing import Any

import pytest

from homeward.admissions import actions, measuring
from homeward.admissions.actions.take_inquiry import Busy
from homeward.admissions.models import (
    CapacityNotice,
    Inquiry,
    Message,
    Obligation,
    Reminder,
    WaitListEntry,
)
from homeward.admissions.prioritising import priority_now
from homeward.admissions.rules.availability import Stretch, days_that_fit, free_windows
from homeward.admissions.rules.capacity import Occupancy, capacity_notice
from homeward.admissions.rules.speed import Wait, speed_of
from homeward.admissions.tests import walking
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("admissions")


def rows(model: Any, **where: Any) -> Any:
    """Rows of a protected model."""
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(**where)


def placed(cast: Cast, **told: Any) -> Any:
    """An inquiry whose level is decided."""
    inquiry = walking.call(cast, **told)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    walking.give_appointment(cast, inquiry)
    walking.decide(cast, walking.rate(cast, client))
    inquiry.refresh_from_db()
    return inquiry


class TestTheWaitList:
    def test_gives_a_number_and_takes_it_back_when_they_leave(self, cast: Cast) -> None:
        """The number is unique and says nothing; leaving the state closes the place."""
        inquiry = placed(cast)
        actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now())
        entry = rows(WaitListEntry).get()
        assert (entry.number, entry.left_at) == ("WL-00001", None)
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="lost", reason="waited_too_long",
            now=clock.now(),
        )  # fmt: skip
        entry.refresh_from_db()
        assert entry.left_as == "lost"

    def test_lengthens_the_clock_only_for_services_begun_in_time(self, cast: Cast) -> None:
        """14 days; with services within 48 hours and a full program, 120."""
        inquiry = placed(cast, injects=True)
        asked = inquiry.first_request_at
        short = priority_now(inquiry, clock.now()).extras["admit_by"]
        assert short == (asked + timedelta(days=14)).isoformat()
        actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now())
        inquiry.refresh_from_db()
        assert priority_now(inquiry, clock.now()).extras["admit_by"] == short
        actions.record_interim_service(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, kind="naloxone", now=clock.now()
        )
        # Naloxone is right and is not what 45 CFR 96.121 calls interim services.
        assert priority_now(inquiry, clock.now()).extras["admit_by"] == short
        actions.record_interim_service(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, kind="hiv_tb_counseling", now=clock.now()
        )
        long = priority_now(inquiry, clock.now()).extras["admit_by"]
        assert long == (asked + timedelta(days=120)).isoformat()

    def test_refuses_services_that_are_unknown_or_too_early(self, cast: Cast) -> None:
        """No such service, and none before the first call."""
        inquiry = walking.call(cast)
        given: dict[str, Any] = {"actor": cast.ada.actor, "inquiry_id": inquiry.pk}
        with pytest.raises(actions.InterimServiceUnknown):
            actions.record_interim_service(kind="massage", now=clock.now(), **given)
        with pytest.raises(actions.ServiceInFuture):
            actions.record_interim_service(
                kind="naloxone", at=clock.now() - timedelta(days=1), now=clock.now(), **given
            )
        with pytest.raises(actions.NotWaiting):
            actions.record_wait_contact(now=clock.now(), **given)


class TestReminders:
    def test_open_once_and_go_by_themselves(self, cast: Cast) -> None:
        """Call-back and interim services; twice asked opens nothing; reached, the first goes."""
        inquiry = walking.call(cast, is_pregnant=True)
        first = actions.open_reminders(actor=SERVICE, now=clock.now())
        assert (first, actions.open_reminders(actor=SERVICE, now=clock.now())) == (2, 0)
        found = {each.kind: each for each in rows(Reminder)}
        assert set(found) == {"call_back", "interim_services"}
        assert found["call_back"].owner_id == cast.ada.pk
        assert found["call_back"].due_at == inquiry.first_request_at + timedelta(hours=4)
        actions.record_contact(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="reached", now=clock.now()
        )
        actions.open_reminders(actor=SERVICE, now=clock.now())
        assert {each.kind for each in rows(Reminder, closed_at=None)} == {"interim_services"}

    def test_come_for_tomorrow_and_for_who_waits(self, cast: Cast) -> None:
        """An appointment within a day."""
        inquiry = walking.call(cast)
        walking.screen(cast, walking.open_record(cast, inquiry))
        walking.give_appointment(cast, inquiry)
        actions.open_reminders(actor=SERVICE, now=clock.now())
        assert {each.kind for each in rows(Reminder, closed_at=None)} == {"assessment_tomorrow"}

    def test_come_for_who_waits(self, cast: Cast) -> None:
        """A week on the list without a word; a contact starts the week anew."""
        other = placed(cast)
        actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=other.pk, now=clock.now())
        actions.open_reminders(actor=SERVICE, now=clock.now() + timedelta(days=7))
        assert rows(Reminder, inquiry=other, kind="wait_contact").count() == 1
        later = clock.now() + timedelta(days=8)
        actions.record_wait_contact(actor=cast.ada.actor, inquiry_id=other.pk, now=later)
        assert actions.open_reminders(actor=SERVICE, now=later) == 0

    def test_end_with_what_came_of_them(self, cast: Cast) -> None:
        """Known endings only, once, within reach."""
        walking.call(cast)
        actions.open_reminders(actor=SERVICE, now=clock.now())
        row = rows(Reminder).get()
        given: dict[str, Any] = {"reminder_id": row.pk, "now": clock.now()}
        with pytest.raises(Reminder.DoesNotExist):
            actions.close_reminder(actor=cast.omar.actor, disposition="done", **given)
        with pytest.raises(actions.ReminderEndUnknown):
            actions.close_reminder(actor=cast.ada.actor, disposition="gone", **given)
        actions.close_reminder(actor=cast.ada.actor, disposition="done", **given)
        with pytest.raises(actions.ReminderClosed):
            actions.close_reminder(actor=cast.ada.actor, disposition="done", **given)


class TestTheNotice:
    def keep(self, cast: Cast, taken: int) -> Any:
        return actions.keep_capacity_notice(
            actor=SERVICE, program=cast.program, site=cast.site, seats=20, taken=taken, now=NOON
        )

    def test_is_the_directors_within_seven_days(self, cast: Cast) -> None:
        """17 of 20 is below; 18 is 90 percent; asked again it is the same notice."""
        assert self.keep(cast, 17) is None
        row = self.keep(cast, 18)
        assert (row.owner_id, row.due_at) == (cast.dina.pk, NOON + timedelta(days=7))
        assert self.keep(cast, 19).pk == row.pk
        actions.send_capacity_notice(
            actor=cast.dina.actor, notice_id=row.pk, reference="by mail", now=NOON
        )
        with pytest.raises(actions.NoticeSent):
            actions.send_capacity_notice(
                actor=cast.dina.actor, notice_id=row.pk, reference="again", now=NOON
            )
        assert self.keep(cast, 10).over_at == NOON
        assert self.keep(cast, 18).pk != row.pk
        assert rows(CapacityNotice).count() == 2

    def test_says_unknown_without_seats(self) -> None:
        """No seats are known: nobody is told anything."""
        found = capacity_notice(Occupancy(at=NOON, seats=0, taken=0), percent=90, days=7)
        assert found.outcome == "unknown"


class TestMessages:
    def test_are_kept_sealed_and_dealt_with_once(self, cast: Cast) -> None:
        """Fay takes one and reads none; Ada deals with it."""
        given: dict[str, Any] = {"site_id": cast.site.pk, "now": clock.now()}
        row = actions.take_message(actor=cast.fay.actor, about="Jo Avery", words="Call me", **given)
        assert row.taken_by_id == cast.fay.pk
        with pytest.raises(actions.MessageIncomplete):
            actions.take_message(actor=cast.fay.actor, words=" ", **given)
        with pytest.raises(Message.DoesNotExist):
            actions.take_message(actor=cast.omar.actor, words="Call me", **given)
        end: dict[str, Any] = {"message_id": row.pk, "now": clock.now()}
        with pytest.raises(actions.MessageEndUnknown):
            actions.handle_message(actor=cast.ada.actor, disposition="lost", **end)
        actions.handle_message(actor=cast.ada.actor, disposition="passed_on", **end)
        with pytest.raises(actions.MessageHandled):
            actions.handle_message(actor=cast.ada.actor, disposition="passed_on", **end)


class TestFigures:
    def test_count_from_the_first_request(self, cast: Cast) -> None:
        """One reached after an hour, one lost without a word."""
        now = clock.now()
        reached, lost = walking.call(cast), walking.call(cast)
        actions.record_contact(
            actor=cast.ada.actor, inquiry_id=reached.pk, outcome="reached",
            now=now + timedelta(hours=1),
        )  # fmt: skip
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=lost.pk, outcome="lost", reason="not_reached",
            now=now + timedelta(days=3),
        )  # fmt: skip
        later, since = now + timedelta(days=4), now - timedelta(days=1)
        found = measuring.asked_since(cast.ada.actor, since)
        at = measuring.moments(cast.ada.actor, since, measuring.CONTACT)
        speed = measuring.speed(found, at, now=later, hours=24)
        assert (speed.in_time, speed.counted, speed.percent) == (1, 2, 50)
        assert speed.median_hours == pytest.approx(1, abs=0.01)
        assert measuring.timed(found, at)[0].inquiry.pk == lost.pk
        losses = measuring.losses(cast.ada.actor, since)
        assert measuring.counted(losses) == [("not_reached", 1)]

    def test_leave_out_who_may_still_be_in_time(self) -> None:
        """An hour old and not reached counts neither way."""
        within = timedelta(hours=24)
        young = speed_of([Wait(NOON, None)], now=NOON + timedelta(hours=1), within=within)
        assert (young.counted, young.median_hours, young.percent) == (0, None, None)


def test_obligations_leave_windows(cast: Cast) -> None:
    """Work on weekdays leaves the evenings, and evening groups fit."""
    busy = [Busy("work", day, time(9), time(17)) for day in range(5)]
    inquiry = walking.call(cast, obligations=busy)
    assert rows(Obligation, inquiry=inquiry).count() == 5
    windows = free_windows(Stretch(day, 540, 1020) for day in range(5))
    assert days_that_fit(windows, 18 * 60, 21 * 60 + 15) == (0, 1, 2, 3, 4, 5, 6)
    assert days_that_fit(windows, 9 * 60 + 30, 16 * 60) == (5, 6)
    with pytest.raises(actions.InquiryIncomplete):
        walking.call(cast, obligations=[Busy("work", 0, time(9), time(9))])
    assert rows(Inquiry).count() == 1
