"""Who stays away from whom: what binds, what the door says, when it ends."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from homeward.attendance.actions import check_in_with_code, give_arrival_code
from homeward.attendance.asking_first import asked_before_seating
from homeward.attendance.models import Arrival, AttendanceMark, Punch
from homeward.conduct import actions
from homeward.conduct.asking import ask_about_visitor, held_pairs, whom_to_ask
from homeward.conduct.models import ContactRestriction
from homeward.conduct.reaching import every
from homeward.consents.models import SafetyFlag
from homeward.core.actors import NOBODY
from homeward.core.refusals import Refusal
from homeward.people.models import Client
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import admitted, make_client
from homeward.timetable.actions import SeatRefused, book_individual, take_seat
from homeward.timetable.actions.book_individual import LeaderKeptApart
from homeward.timetable.models import GroupSession, Seat

TODAY = NOON.date()
WHY = "She asked for it after what was said on Tuesday."


def test_two_clients_apart_bind_seats_and_the_door_without_a_name(cast: Cast) -> None:
    """The seat is refused, the door asks for one name while the other is there, and it ends."""
    lee = make_client(cast, "lee", "Lee Roth", cast.site, "HW-00077")
    episode = admitted(cast, lee.row, cast.dana.row, cast.site)
    take_seat(
        actor=cast.dana.actor, group_id=cast.group.pk, client_id=cast.jo.pk, starts_on=TODAY,
        now=NOON,
    )  # fmt: skip
    asked = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "between": "clients", "reach": "group",
        "starts_on": TODAY, "review_on": TODAY + timedelta(days=30), "reason": WHY,
        "other_number": "hw-00077", "now": NOON,
    }  # fmt: skip
    with pytest.raises(Refusal):
        actions.restrict_contact(**{**asked, "other_number": "HW-00002"})
    with pytest.raises(Client.DoesNotExist):
        actions.restrict_contact(**{**asked, "actor": cast.omar.actor})
    row = actions.restrict_contact(**asked)
    assert row.apart is not None and row.apart.reason == ""
    with pytest.raises(SeatRefused) as refused:
        take_seat(
            actor=cast.dana.actor, group_id=cast.group.pk, client_id=lee.pk, starts_on=TODAY,
            now=NOON,
        )  # fmt: skip
    assert "seat_placement_rule" in refused.value.codes
    assert held_pairs(lee.pk) == {row.apart_id}
    assert whom_to_ask(lee.pk, TODAY) == ("Dana Reyes",)
    both = [cast.jo.pk, lee.pk]
    about = {"site_id": cast.site.pk, "zone": cast.site.time_zone, "now": NOON}
    assert asked_before_seating(both, **about) == {}
    _is_here(cast, lee.row, episode)
    assert asked_before_seating(both, **about) == {cast.jo.pk: "Dana Reyes"}
    _seat_now(cast, cast.jo.row, cast.episode, "Other room")
    code = give_arrival_code(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON).code
    at_kiosk = check_in_with_code(
        actor=NOBODY, site_id=cast.site.pk, code=code, by=Arrival.By.KIOSK, now=NOON
    )
    assert at_kiosk is not None and at_kiosk.outcome == Arrival.Outcome.ASK_COUNSELOR
    actions.end_restriction(
        actor=cast.dana.actor, restriction_id=row.pk, reason="They talked it over.", now=NOON
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        every(ContactRestriction).filter(pk=row.pk).update(review_on=TODAY + timedelta(days=40))
    assert asked_before_seating(both, **about) == {}
    take_seat(
        actor=cast.dana.actor, group_id=cast.group.pk, client_id=lee.pk, starts_on=TODAY, now=NOON
    )


def test_staff_and_contacts_are_kept_away_and_the_visitor_asked_about(cast: Cast) -> None:
    """No session one to one, no group they lead; a contact learns nothing; the door asks."""
    until = TODAY + timedelta(days=30)
    asked = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "reach": "group", "starts_on": TODAY,
        "review_on": until, "reason": WHY, "now": NOON,
    }  # fmt: skip
    staff = actions.restrict_contact(
        **asked, between="staff", worker_id=cast.dana.pk, ask_id=cast.sam.pk
    )
    with pytest.raises(LeaderKeptApart):
        book_individual(
            actor=cast.dana.actor, client_id=cast.jo.pk, worker_id=cast.dana.pk,
            session_type_id=cast.types["individual"].pk, starts_at=NOON + timedelta(hours=2),
            now=NOON,
        )  # fmt: skip
    with pytest.raises(SeatRefused):
        take_seat(
            actor=cast.dana.actor, group_id=cast.group.pk, client_id=cast.jo.pk, starts_on=TODAY,
            now=NOON,
        )  # fmt: skip
    contact = actions.restrict_contact(**asked, between="contact", contact_id=cast.kim.pk)
    flag = every(SafetyFlag).get(contact=cast.kim.row)
    assert flag.reason == "" and flag.ends_at is not None
    assert ask_about_visitor("kim avery", cast.site.pk, NOON) == "Dana Reyes"
    assert ask_about_visitor("Tim Avery", cast.site.pk, NOON) == ""
    actions.renew_restriction(
        actor=cast.dana.actor, restriction_id=contact.pk, review_on=until + timedelta(days=20),
        reason="Nothing has changed yet.", now=NOON,
    )  # fmt: skip
    moved = every(SafetyFlag).get(pk=flag.pk)
    assert moved.ends_at is not None and moved.ends_at > flag.ends_at
    gone = NOON + timedelta(days=30)
    assert whom_to_ask(cast.jo.pk, gone.date()) == ()
    assert every(ContactRestriction).get(pk=staff.pk).ended_on is None


def _is_here(cast: Cast, client: Client, episode: object) -> None:
    """Somebody with an open stay in a session of today."""
    seat = _seat_now(cast, client, episode, "Now")
    about = {"client": client, "site": cast.site}
    mark = AttendanceMark.objects.create(
        **about, seat=seat, session=seat.session, episode=episode, on=TODAY, state="present",
        credited_minutes=0, marked_at=NOON, marked_by=cast.dana.row,
    )  # fmt: skip
    Punch.objects.create(**about, mark=mark, in_at=NOON - timedelta(minutes=30))


def _seat_now(cast: Cast, client: Client, episode: object, name: str) -> Seat:
    """A seat in a session of this hour."""
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name=name,
        on=TODAY, starts_at=NOON - timedelta(hours=1), ends_at=NOON + timedelta(hours=1),
        clinical_minutes=90, capacity=10,
    )  # fmt: skip
    return Seat.objects.create(
        client=client, site=cast.site, session=session, episode=episode, number=1,
        starts_at=session.starts_at, ends_at=session.ends_at, capacity=10,
    )  # fmt: skip
