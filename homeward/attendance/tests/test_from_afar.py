"""Before a session from afar: where, whom to call, who hears; and who reads it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from homeward.attendance.actions.from_afar import NotOpenToJoin, PlaceNotSaid, join_from_afar
from homeward.attendance.actions.say_where import WhereUnclear, say_where
from homeward.attendance.actions.treated_states import StatesUnclear, set_treated_states
from homeward.attendance.afar import places_said
from homeward.attendance.models import Arrival, AttendanceMark, RemotePlace
from homeward.attendance.rules.from_afar import Afar, may_join
from homeward.attendance.tests.afar import HERE, sign_telehealth
from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.kernel.reasons import Source, State
from homeward.program.models import Program, Site
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

__all__ = ["cast"]
LINK = "https://meet.example.org/room-7"
SOURCE = Source("treated_states", "Board letter")
SOON = HALF_PAST_NINE - timedelta(minutes=5)


def asked(state="IL", there="alone", consent="yes", others=True, licensed=("IL", "WI")):
    return may_join(Afar(state, there, consent, others, licensed, SOURCE))


class TestRule:
    @pytest.mark.parametrize(
        ("told", "outcome"),
        [
            ({}, "open"),
            ({"state": "WI"}, "open"),
            ({"state": "IN"}, "call"),
            ({"state": "--"}, "call"),
            # Where nobody said in which states: it warns and does not stand in the way.
            ({"state": "IN", "licensed": ()}, "open"),
            ({"consent": "no"}, "paper"),
            ({"consent": ""}, "paper"),
            ({"there": "agreed"}, "private_first"),
            ({"there": "agreed", "others": False}, "open"),
            ({"there": "not_private"}, "private_first"),
            ({"there": "not_private", "others": False}, "private_first"),
            # The first that is not met is the one that is said.
            ({"state": "IN", "consent": "no", "there": "not_private"}, "call"),
            ({"consent": "no", "there": "not_private"}, "paper"),
        ],
    )
    def test_table(self, told, outcome):
        assert asked(**told).outcome == outcome

    def test_an_unknown_licence_is_said_so(self):
        assert asked(licensed=()).reasons[0].state is State.UNKNOWN

    @given(
        st.sampled_from(["IL", "IN", "--"]), st.sampled_from(["alone", "agreed", "not_private"]),
        st.sampled_from(["yes", "no", ""]), st.booleans(), st.sampled_from([(), ("IL",)]),
    )  # fmt: skip
    def test_open_exactly_where_nothing_stands_against_it(
        self, state, there, consent, others, licensed
    ):
        found = asked(state, there, consent, others, licensed)
        assert (found.outcome == "open") == (not found.lines(State.NOT_MET))
        assert len(found.reasons) == 3


@pytest.fixture
def room(cast):
    """Tuesday's group of Dana with a link, Jo's seat, the site in Illinois."""
    clock.shift_to(SOON)
    Program.objects.update(is_telehealth_allowed=True)
    Site.objects.update(state="IL")
    found = planned_room(cast)
    found.session = GroupSession.objects.select_related("site", "session_type", "program").get()
    actions.set_session_link(
        actor=cast.dana.actor, session_id=found.session.pk, address=LINK, now=SOON
    )
    yield found
    clock.shift_to(None)


def says(room, **more):
    told = {**HERE, **more}
    return say_where(actor=room.jo.actor, seat_id=room.seat.pk, now=clock.now(), **told)


def post(browser, address, **typed):
    return browser.post(address, {"form_key": new_key(), **typed})


def words(answer):
    return answer.content.decode()


@pytest.mark.django_db
class TestSaying:
    def test_is_kept_sealed_for_this_session(self, room):
        sign_telehealth(room.cast)
        row = says(room)
        assert (row.outcome, row.seat_id, row.client_id) == ("open", room.seat.pk, room.jo.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT row_to_json(r)::text FROM attendance_remoteplace r")
            stored = cursor.fetchone()[0]
        for told in ("Elm", "Springfield", "Ana", "0142"):
            assert told not in stored

    def test_is_never_changed(self, room):
        says(room)
        with pytest.raises(DatabaseError), transaction.atomic():
            RemotePlace.objects.unscoped("test").update(who_is_there="agreed")

    @pytest.mark.parametrize(
        ("told", "code"),
        [
            ({"place": "  "}, "where_place"),
            ({"state": ""}, "where_state"),
            ({"state": "XX"}, "where_state"),
            ({"near_name": ""}, "where_near"),
            ({"near_phone": "911"}, "where_near_phone"),
            ({"who_is_there": "everybody"}, "where_there"),
        ],
    )
    def test_what_is_missing_is_named(self, room, told, code):
        with pytest.raises(WhereUnclear) as unclear:
            says(room, **told)
        assert unclear.value.codes == (code,)
        assert not RemotePlace.objects.unscoped("test").exists()

    def test_place_and_person_are_taken_again_only_where_the_client_had_them_kept(self, room):
        sign_telehealth(room.cast)
        says(room)
        with pytest.raises(WhereUnclear):
            say_where(
                actor=room.jo.actor, seat_id=room.seat.pk, who_is_there="alone", as_before=True,
                now=clock.now(),
            )  # fmt: skip
        says(room, is_kept=True)
        again = say_where(
            actor=room.jo.actor, seat_id=room.seat.pk, who_is_there="alone", as_before=True,
            now=clock.now() + timedelta(seconds=1),
        )  # fmt: skip
        assert (again.place, again.near_phone) == (HERE["place"], HERE["near_phone"])

    def test_nobody_else_says_it(self, room):
        for who in (room.pat, room.kim, room.dana):
            with pytest.raises((Seat.DoesNotExist, NotAllowed)):
                say_where(actor=who.actor, seat_id=room.seat.pk, now=clock.now(), **HERE)

    def test_not_before_the_way_in_is_open(self, room):
        with pytest.raises(NotOpenToJoin):
            say_where(
                actor=room.jo.actor, seat_id=room.seat.pk, now=SOON - timedelta(hours=2), **HERE
            )

    @pytest.mark.parametrize(
        ("choice", "told", "outcome"),
        [("yes", {"state": "IN"}, "call"), ("no", {}, "paper"), (None, {}, "paper"),
         ("yes", {"who_is_there": "not_private"}, "private_first")],
    )  # fmt: skip
    def test_closed_ways_tell_staff_once_and_count_nothing(self, room, choice, told, outcome):
        if choice:
            sign_telehealth(room.cast, choice)
        for _time in range(2):
            assert says(room, **told).outcome == outcome
        arrival = Arrival.objects.unscoped("test").get()
        assert (arrival.outcome, arrival.decision) == ("ask_counselor", None)
        with pytest.raises(PlaceNotSaid):
            join_from_afar(actor=room.jo.actor, seat_id=room.seat.pk, now=clock.now())
        assert not AttendanceMark.objects.unscoped("test").exists()

    def test_joining_without_a_word_is_refused(self, room):
        sign_telehealth(room.cast)
        with pytest.raises(PlaceNotSaid):
            join_from_afar(actor=room.jo.actor, seat_id=room.seat.pk, now=clock.now())

    def test_a_paper_signed_meanwhile_opens_the_way(self, room):
        says(room)
        sign_telehealth(room.cast)
        assert Arrival.objects.unscoped("test").filter(seen_at=None).count() == 1
        mark = join_from_afar(actor=room.jo.actor, seat_id=room.seat.pk, now=clock.now())
        assert mark.state == "virtual_present"
        assert not Arrival.objects.unscoped("test").filter(seen_at=None).exists()


@pytest.mark.django_db
class TestStates:
    def set(self, room, **more):
        told = {
            "actor": room.dina.actor, "program_id": room.program.pk, "states": ["IN", "IL"],
            "source": "Board letter of June", "starts_on": room.session.on, "now": clock.now(),
        }  # fmt: skip
        return set_treated_states(**{**told, **more})

    def test_the_newest_day_holds(self, room):
        sign_telehealth(room.cast)
        assert says(room, state="IN").outcome == "call"
        self.set(room)
        assert says(room, state="IN").outcome == "open"
        self.set(room, states=["WI"], starts_on=room.session.on + timedelta(days=1))
        assert says(room, state="IN").outcome == "open"

    @pytest.mark.parametrize(
        ("more", "code"),
        [({"states": []}, "states_none"), ({"states": ["XX"]}, "states_none"),
         ({"source": " "}, "states_source")],
    )  # fmt: skip
    def test_needs_states_and_a_source(self, room, more, code):
        with pytest.raises(StatesUnclear) as unclear:
            self.set(room, **more)
        assert unclear.value.codes == (code,)

    def test_the_page_is_for_who_sets_the_program_up(self, room):
        address = reverse("desk:setup_telehealth")
        typed = {"states": ["IN"], "source": "Board letter", "starts_on": "2026-11-01"}
        for who in (room.dana, room.tess, room.omar):
            assert post(signed_in(who), address, **typed).status_code == 403
        assert post(signed_in(room.dina), address, **{**typed, "source": ""}).status_code == 422
        assert post(signed_in(room.dina), address, **typed).status_code == 302
        assert "Board letter" in words(signed_in(room.dina).get(address))


@pytest.mark.django_db
class TestPage:
    def address(self, room):
        return reverse("portal:join", args=[room.seat.pk])

    def test_asks_first_then_shows_the_way_in(self, room):
        sign_telehealth(room.cast)
        jo, here = signed_in(room.jo), self.address(room)
        page = words(jo.get(here))
        assert "Who can hear?" in page and "show me the link" not in page
        bad = post(jo, here, how="where", **{**HERE, "near_phone": "12"})
        assert bad.status_code == 422
        assert "at least seven digits" in words(bad) and "12 Elm Street" in words(bad)
        assert post(jo, here, how="where", **HERE).status_code == 302
        assert "show me the link" in words(jo.get(here))
        assert "meet.example.org" not in words(jo.get(here))
        assert post(jo, here, how="join").status_code == 302
        assert "meet.example.org" in words(jo.get(here))

    @pytest.mark.parametrize("query", ["", "?asked=1"])
    @pytest.mark.parametrize(
        ("told", "said"),
        [({"state": "IN"}, "Please call us"), ({"who_is_there": "agreed"}, "A quiet place first")],
    )
    def test_a_closed_way_never_shows_the_link(self, room, told, said, query):
        sign_telehealth(room.cast)
        jo, here = signed_in(room.jo), self.address(room)
        post(jo, here, how="where", **{**HERE, **told})
        post(jo, here, how="join")
        page = words(jo.get(here + query))
        assert said in page and "meet.example.org" not in page

    def test_without_a_word_no_query_shows_the_link(self, room):
        sign_telehealth(room.cast)
        page = words(signed_in(room.jo).get(self.address(room) + "?asked=1"))
        assert "meet.example.org" not in page

    def test_the_second_press_keeps_one_word(self, room):
        jo, key = signed_in(room.jo), new_key()
        for _time in range(2):
            jo.post(self.address(room), {"form_key": key, "how": "where", **HERE})
        assert RemotePlace.objects.unscoped("test").count() == 1

    def test_what_was_kept_is_offered(self, room):
        sign_telehealth(room.cast)
        says(room, is_kept=True)
        jo, here = signed_in(room.jo), self.address(room)
        assert "As last time: 12 Elm Street, Springfield, IL" in words(jo.get(here))
        answer = post(jo, here, how="where", as_before="yes", who_is_there="alone")
        assert answer.status_code == 302
        assert RemotePlace.objects.unscoped("test").count() == 2


@pytest.mark.django_db
class TestWhoReads:
    def test_the_leader_reads_it_in_the_room_and_finds_it_in_the_note(self, room):
        sign_telehealth(room.cast)
        says(room)
        address = reverse("desk:group_room", args=[room.session.pk]) + f"?client={room.jo.pk}"
        page = words(signed_in(room.dana).get(address))
        assert "12 Elm Street, Springfield, IL" in page and "Ana Soto, 217 555 0142" in page
        assert "joins by video" in page
        join_from_afar(actor=room.jo.actor, seat_id=room.seat.pk, now=clock.now())
        page = words(signed_in(room.dana).get(address))
        assert 'value="12 Elm Street, Springfield, IL"' in page

    def test_the_leader_is_told_of_another_state(self, room):
        sign_telehealth(room.cast)
        says(room, state="IN")
        address = reverse("desk:group_room", args=[room.session.pk])
        assert "outside your states: asked to call" in words(signed_in(room.dana).get(address))

    def test_nobody_who_does_not_talk_with_the_client(self, room):
        says(room)
        for who in (room.omar, room.dina, room.fay, room.kim, room.pat):
            assert places_said(who.actor, [room.seat.pk]) == {}
        assert places_said(room.dana.actor, [room.seat.pk])
