"""No word of a note names another client, wherever it stands; who signs adds beneath it."""

import pytest

from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.notes import actions
from homeward.notes.actions.add_addendum import NamesSomebody
from homeward.notes.actions.answer_names import WordNamesSomebody
from homeward.notes.models import Addendum, ClientNote, NotAClient
from homeward.notes.tests.written import draft, ready, sign
from homeward.program.models import SessionType
from homeward.testing.cast import cast
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
MATE = "Rosalind Quillfeather"
FAMILY = {
    "client_there": "yes", "focus": "Evenings.", "agreed": "A walk.",
    "safety_at_home": "no_concern",
}  # fmt: skip


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.fixture
def mate(room):
    """Another client of the same group, who was there."""
    client = another_client(room.cast, MATE, 900)
    on_team(room.cast, client, room.dana)
    seat(room.cast, client)
    there = Seat.objects.unscoped("test").get(session=room.session, client=client)
    mark_attendance(actor=room.dana.actor, seat_id=there.pk, state="present", now=HALF_PAST_NINE)
    return client


def add(room, note, body, by=None):
    return actions.add_addendum(
        actor=(by or room.dana).actor, note_id=note.pk, kind="addendum", body=body, now=ELEVEN
    )


class TestBeneathANote:
    def test_an_addendum_names_no_other_client(self, room, mate):
        """The client reads it, and it goes into the paper."""
        note = sign(room, ready(room))

        for words in (f"{MATE} says the same.", "Later Quillfeather agreed."):
            with pytest.raises(NamesSomebody):
                add(room, note, words)
        assert not Addendum.objects.unscoped("test").exists()
        assert add(room, note, "Jo Avery rang back on Wednesday; her mother Kim drove.").pk

    def test_who_signs_nothing_adds_nothing(self, room):
        """A technician on the team writes observations."""
        note = sign(room, ready(room))
        on_team(room.cast, room.jo.row, room.tess)

        with pytest.raises(NotAllowed):
            add(room, note, "Seemed tired.", by=room.tess)


class TestBesideTheWords:
    def test_what_a_kind_of_session_asks_is_looked_through_too(self, room, mate):
        """Found, in the way of signing, and taken out with the rest."""
        SessionType.objects.filter(pk=room.session.session_type_id).update(kind="multi_family")
        ready(room)
        note = draft(
            room, details={**FAMILY, "family_response": f"{MATE}'s father agreed with them."}
        )

        with pytest.raises(actions.NoteIncomplete) as refused:
            sign(room, note)
        assert refused.value.codes == ("note_names_nobody_else",)

        actions.take_names_out(
            actor=room.dana.actor, note_id=note.pk, instead="another member", now=ELEVEN
        )
        signed = sign(room, note)
        assert signed.details["family_response"] == "Another member's father agreed with them."

    def test_a_full_name_is_not_waved_through(self, room, mate):
        """A word may mean nobody; a first and a last name together mean the client."""
        ready(room)
        note = draft(room, body=f"{MATE} and Rosalind spoke of rain.")

        with pytest.raises(WordNamesSomebody):
            answer(room, note, MATE)
        answer(room, note, "Rosalind")
        assert NotAClient.objects.unscoped("test").count() == 1
        with pytest.raises(actions.NoteIncomplete):
            sign(room, note)


def answer(room, note, word):
    return actions.mean_no_client(actor=room.dana.actor, note_id=note.pk, word=word, now=ELEVEN)


def test_written_anew_nothing_of_the_other_chart_comes_along(room, mate):
    """Where one client sat, whom to call for them and who came with them is theirs."""
    SessionType.objects.filter(pk=room.session.session_type_id).update(kind="family")
    kim = str(room.kim.pk)
    ready(room)
    private = {"present": [kim], "t_contact": "Kim Avery, 555-0100", "t_address": "4 Elm, IL"}
    note = sign(room, draft(room, details={**FAMILY, "family_response": "Glad.", **private}))
    actions.void_note(
        actor=room.dana.actor, note_id=note.pk, reason="wrong_chart", authenticated_at=ELEVEN,
        words="Written in another record by mistake.", now=ELEVEN,
    )  # fmt: skip

    made = actions.write_anew(actor=room.dana.actor, note_id=note.pk, client_id=mate.pk, now=ELEVEN)

    kept = ClientNote.objects.for_actor(room.dana.actor, Purpose.TREATMENT).get(pk=made.pk)
    assert kept.details == {**FAMILY, "family_response": "Glad."}
