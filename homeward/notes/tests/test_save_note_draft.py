"""Drafts: kept, audited once a sitting, out of reach for outsiders."""

from datetime import timedelta

import pytest

from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.notes import actions
from homeward.notes.actions.save_note_draft import (
    NoteAlreadySigned,
    ObjectiveOfAnother,
    SomebodyElsesDraft,
    UnknownChip,
)
from homeward.notes.actions.save_shared_part import SharedPartIsLocked
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.mark.django_db
class TestSaveNoteDraft:
    def test_keeps_what_was_written_and_when_it_is_due(self, room):
        """Due a day after the session by the program's starting value."""
        note = draft(room)

        assert (note.body, note.author_id) == (BODY, room.dana.pk)
        assert note.due_at == ELEVEN + timedelta(hours=24)

    def test_leaves_one_audit_row_a_sitting(self, room):
        """Twelve autosaves, one row, no row for readings; another after a long pause."""
        before = Entry.objects.count()
        for number in range(12):
            draft(room, body=f"{BODY} {number}", now=ELEVEN + timedelta(seconds=5 * number))
        assert Entry.objects.count() - before == 1

        draft(room, body="Later.", now=ELEVEN + timedelta(hours=1))

        assert Entry.objects.filter(code="notes.note.drafted").count() == 2

    def test_saving_the_same_again_changes_nothing(self, room):
        """A lost answer and a second sending, even with the old version."""
        note = draft(room)

        again = draft(room, expected_version=note.version + 7)

        assert again.version == note.version

    def test_refuses_a_stale_form(self, room):
        """Written in two windows."""
        note = draft(room)

        with pytest.raises(StaleVersion):
            draft(room, body="Other.", expected_version=note.version + 1)

    def test_refuses_a_colleagues_draft_and_foreign_words(self, room):
        """Its author finishes it; chips are those offered; objectives are the client's."""
        draft(room)
        on_team(room.cast, room.jo.row, room.ruth)
        with pytest.raises(SomebodyElsesDraft):
            draft(room, by=room.ruth, body="Mine.")
        with pytest.raises(UnknownChip):
            draft(room, participation=["danced"])
        with pytest.raises(ObjectiveOfAnother):
            draft(room, objective_id=room.jo.pk)

    def test_is_hidden_from_another_site_and_from_other_roles(self, room):
        """No seat for Omar; the front desk writes no notes."""
        with pytest.raises(Seat.DoesNotExist):
            draft(room, by=room.omar)
        with pytest.raises(NotAllowed):
            draft(room, by=room.fay)

    def test_refuses_a_signed_note(self, room):
        """Locked."""
        sign(room, ready(room))

        with pytest.raises(NoteAlreadySigned):
            draft(room, body="Changed.")

    def test_takes_names_of_others_out(self, room):
        """Only in this text, only others' names."""
        from homeward.timetable.tests.planned import on_team

        dev = another_client(room.cast, "Dev Lopez", 900)
        on_team(room.cast, dev, room.dana)
        seat(room.cast, dev)
        note = draft(room, body="Jo helped Dev name a state.")

        actions.take_names_out(
            actor=room.dana.actor, note_id=note.pk, instead="another member", now=ELEVEN
        )

        assert ClientNote.objects.unscoped("test").get().body == (
            "Jo helped another member name a state."
        )


@pytest.mark.django_db
class TestSaveSharedPart:
    def save(self, room, body="Check-in.", by=None, **more):
        return actions.save_shared_part(
            actor=(by or room.dana).actor, session_id=room.session.pk, body=body, now=ELEVEN, **more
        )

    def test_is_written_once_by_who_leads(self, room):
        """Once for everyone."""
        self.save(room)
        self.save(room, "Check-in, then an exercise.")

        assert SessionNote.objects.get().body == "Check-in, then an exercise."
        with pytest.raises(NotAllowed):
            self.save(room, by=room.ruth)
        with pytest.raises(GroupSession.DoesNotExist):
            self.save(room, by=room.omar)
        with pytest.raises(StaleVersion):
            self.save(room, "Other.", expected_version=9)

    def test_is_locked_with_the_first_signature(self, room):
        """What was signed stays what it was."""
        sign(room, ready(room))

        with pytest.raises(SharedPartIsLocked):
            self.save(room, "Changed.")
