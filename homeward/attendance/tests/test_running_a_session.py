"""Codes at the door, leaving and coming back, make-ups: what each does and refuses."""

from datetime import timedelta

import pytest

from homeward.attendance import actions
from homeward.attendance.actions.mark_attendance import mark_attendance
from homeward.attendance.billing_day import billable_days
from homeward.attendance.door import (
    DOOR,
    Told,
    code_for,
    live_kiosk,
    number_at_the_door,
    site_with_number,
    waiting_at_the_door,
)
from homeward.attendance.models import Arrival, AttendanceMark, MakeUpOffer, Punch
from homeward.attendance.tests.test_offers import short
from homeward.audit.models import Entry
from homeward.core.refusals import NotAllowed
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.progress.actions.record_outreach import record_outreach
from homeward.tasks.models import CareTask
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    on_duty,
    on_team,
    planned_room,
)

__all__ = ["short"]
pytestmark = pytest.mark.django_db


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.fixture
def room(cast):
    return planned_room(cast)


@pytest.fixture
def code(room):
    return str(
        actions.give_arrival_code(
            actor=room.fay.actor, client_id=room.jo.pk, now=HALF_PAST_NINE
        ).code
    )


def typed(room, code, now=HALF_PAST_NINE):
    return actions.check_in_with_code(
        actor=DOOR, site_id=room.site.pk, code=code, by="kiosk", now=now
    )


def marked(room, state, now, **more):
    return mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state=state, now=now, **more
    )


class TestDoor:
    def test_a_code_lets_its_owner_in_once(self, room, code):
        """The device is no author, and typing it again changes nothing."""
        first, second = typed(room, code), typed(room, code, HALF_PAST_NINE + minutes(2))

        mark = AttendanceMark.objects.unscoped("test").get()
        assert (first.outcome, second.outcome) == ("let_in", "here_before")
        assert (mark.state, mark.source, mark.marked_by) == ("present", "kiosk", None)
        assert Punch.objects.unscoped("test").get().in_at == HALF_PAST_NINE

    def test_two_groups_of_one_kind_on_a_day_stay_apart(self, room, code):
        """Each has its own mark, stays and minutes; the first ends before the second begins."""
        from homeward.timetable.models import GroupSession, Seat

        later = timedelta(hours=3)
        session = GroupSession.objects.create(
            site=room.site, program=room.program, session_type=room.types["group"],
            name="Early recovery C", on=room.session.on, starts_at=HALF_PAST_NINE + later,
            ends_at=ELEVEN + later, clinical_minutes=90, capacity=10,
        )  # fmt: skip
        Seat.objects.create(
            client=room.jo.row, site=room.site, session=session, episode=room.episode, number=1,
            starts_at=session.starts_at, ends_at=session.ends_at, capacity=10,
        )  # fmt: skip
        typed(room, code)
        typed(room, code, HALF_PAST_NINE + minutes(10))
        actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)
        typed(room, code, HALF_PAST_NINE + later + minutes(5))

        marks = AttendanceMark.objects.unscoped("test").order_by("session__starts_at")
        assert [(mark.session_id, mark.credited_minutes) for mark in marks] == [
            (room.session.pk, 90), (session.pk, 0),
        ]  # fmt: skip
        assert [mark.punches.count() for mark in marks] == [1, 1]

    def test_too_late_waits_for_the_counselor(self, room, code):
        """Nobody is let in by a device past the grace; staff see who waits."""
        arrival = typed(room, code, HALF_PAST_NINE + minutes(16))

        assert arrival.outcome == "ask_counselor"
        assert not AttendanceMark.objects.unscoped("test").exists()
        assert waiting_at_the_door(room.fay.actor, HALF_PAST_NINE) == [arrival]
        assert waiting_at_the_door(room.omar.actor, HALF_PAST_NINE) == []
        actions.see_arrival(actor=room.fay.actor, arrival_id=arrival.pk, now=ELEVEN)
        assert waiting_at_the_door(room.fay.actor, HALF_PAST_NINE) == []

    def test_an_unknown_code_leaves_no_trace_of_anybody(self, room, code):
        """Only that somebody tried is on the audit, without the number."""
        assert typed(room, "000000") is None
        assert not Arrival.objects.unscoped("test").exists()
        tried = Entry.objects.get(code="attendance.code.unknown")
        assert (tried.client_ids, tried.reason, tried.permitted) == ([], "", False)

    def test_a_new_code_ends_the_old_one(self, room, code):
        """By its owner too; nobody else's reach has it."""
        new = actions.give_arrival_code(actor=room.jo.actor, client_id=room.jo.pk, now=ELEVEN)

        assert typed(room, code) is None
        assert typed(room, str(new.code)).outcome == "let_in"
        assert str(code_for(room.jo.actor, room.jo.pk).code) == str(new.code)
        assert code_for(room.omar.actor, room.jo.pk) is None
        assert Told(str(new.code)).spaced.replace(" ", "") == str(new.code)
        for player in (room.omar, room.pat, room.kim):
            with pytest.raises(Client.DoesNotExist):
                actions.give_arrival_code(actor=player.actor, client_id=room.jo.pk, now=ELEVEN)

    def test_whom_staff_kept_out_no_device_lets_in(self, room, code):
        """The door does not undo a safety decision."""
        marked(room, "present", HALF_PAST_NINE, appears_intoxicated=True)

        assert typed(room, code, HALF_PAST_NINE + minutes(1)).outcome == "ask_counselor"
        assert AttendanceMark.objects.unscoped("test").get().state == "removed"

    def test_the_number_at_the_door_changes(self, room):
        """It holds for its five minutes and the five after."""
        number = number_at_the_door(room.site.pk, HALF_PAST_NINE)

        assert site_with_number(number, HALF_PAST_NINE + minutes(9)) == room.site
        assert site_with_number(number, HALF_PAST_NINE + minutes(10)) is None

    def test_a_kiosk_is_set_up_and_ended_by_who_sets_up(self, room):
        """The secret is known to the device alone."""
        with pytest.raises(NotAllowed):
            actions.set_up_kiosk(
                actor=room.tess.actor, site_id=room.site.pk, name="Tablet", now=ELEVEN
            )
        with pytest.raises(Site.DoesNotExist):
            actions.set_up_kiosk(
                actor=room.dina.actor, site_id=room.other_site.pk, name="Tablet", now=ELEVEN
            )
        kiosk, token = actions.set_up_kiosk(
            actor=room.dina.actor, site_id=room.site.pk, name="Tablet", now=ELEVEN
        )

        assert live_kiosk(token) == kiosk and token not in kiosk.digest
        actions.end_kiosk(actor=room.dina.actor, kiosk_id=kiosk.pk, now=ELEVEN)
        assert live_kiosk(token) is None


class TestLeaving:
    def test_somebody_on_duty_looks_and_coming_back_ends_it(self, room):
        """Ten minutes, not the facilitator; the stays keep both times."""
        on_duty(room.cast)
        on_team(room.cast, room.jo.row, room.tess)
        marked(room, "present", HALF_PAST_NINE)
        marked(room, "left_early", HALF_PAST_NINE + minutes(30))

        task = CareTask.objects.unscoped("test").get(kind="left_group")
        assert (task.owner_id, task.urgency) == (room.tess.pk, "now")
        assert task.due_at == HALF_PAST_NINE + minutes(40)
        marked(room, "back", HALF_PAST_NINE + minutes(37))
        task.refresh_from_db()
        assert (task.disposition, task.closed_by_id) == ("came_back", room.dana.pk)
        assert Punch.objects.unscoped("test").count() == 2

    def test_an_outreach_entry_ends_it(self, room):
        """Only one that reached them."""
        marked(room, "present", HALF_PAST_NINE)
        marked(room, "left_early", HALF_PAST_NINE + minutes(30))
        tried = {
            "actor": room.dana.actor, "episode_id": room.episode.pk, "channel": "call",
            "now": HALF_PAST_NINE + minutes(35),
        }  # fmt: skip
        record_outreach(**tried, outcome="no_answer")
        task = CareTask.objects.unscoped("test").get(kind="left_group")
        assert task.closed_at is None

        record_outreach(**tried, outcome="reached", note="At home with her mother.")
        task.refresh_from_db()
        assert (task.disposition, task.disposition_note) == ("reached", "At home with her mother.")

    @pytest.mark.parametrize(("at", "more"), [(30, {"is_agreed": True}), (80, {})])
    def test_nobody_looks_for_who_had_said_so_or_near_the_end(self, room, at, more):
        marked(room, "present", HALF_PAST_NINE)
        marked(room, "left_early", HALF_PAST_NINE + minutes(at), **more)

        assert not CareTask.objects.unscoped("test").exists()

    def test_telehealth_drops_and_comes_back_as_telehealth(self, room):
        """Disconnected minutes do not count; the word stays."""
        marked(room, "virtual_present", HALF_PAST_NINE)
        marked(room, "dropped", HALF_PAST_NINE + minutes(20))
        marked(room, "back", HALF_PAST_NINE + minutes(25))
        actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)

        mark = AttendanceMark.objects.unscoped("test").get()
        assert (mark.state, mark.credited_minutes) == ("virtual_present", 85)
        stays = Punch.objects.unscoped("test")
        assert {stay.is_telehealth for stay in stays} == {True} and len(stays) == 2

    def test_from_the_screen_into_the_room_is_another_stay(self, room):
        """The modality of each minute is on file; a slip within the minute is set right."""
        marked(room, "present", HALF_PAST_NINE)
        marked(room, "virtual_present", HALF_PAST_NINE + timedelta(seconds=20))
        marked(room, "present", HALF_PAST_NINE + minutes(40))

        stays = Punch.objects.unscoped("test").order_by("in_at")
        assert [stay.is_telehealth for stay in stays] == [True, False]
        assert stays[0].out_at == stays[1].in_at == HALF_PAST_NINE + minutes(40)


class TestMakeUpAtOnce:
    def test_excused_is_offered_another_seat_and_it_goes_when_they_come(self, short):
        """In the same moment as the mark, for that very seat."""
        told = HALF_PAST_NINE - timedelta(hours=5)
        marked(short, "excused", told, reason="court")
        offer = MakeUpOffer.objects.unscoped("test").get()
        assert (offer.session_id, offer.makes_up_id) == (short.other.pk, short.seat.pk)

        marked(short, "present", HALF_PAST_NINE)
        offer.refresh_from_db()
        assert offer.answer == "withdrawn"

    def test_an_absence_is_offered_one_when_the_register_closes(self, short):
        marked(short, "no_show", HALF_PAST_NINE + minutes(20))
        assert not MakeUpOffer.objects.unscoped("test").exists()

        actions.close_register(actor=short.dana.actor, session_id=short.session.pk, now=ELEVEN)
        assert MakeUpOffer.objects.unscoped("test").get().makes_up_id == short.seat.pk


def test_a_day_of_ninety_minutes_is_not_billable_by_the_usual_numbers(room):
    """The usual payer asks for three hours; what was credited is said with it."""
    marked(room, "present", HALF_PAST_NINE)
    actions.close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)

    decision = billable_days([room.jo.pk], room.session.on, room.program)[room.jo.pk]
    assert (decision.outcome, decision.extras["minutes"]) == ("not_billable", 90)
