"""Deleted, voided, brought back, written anew: nothing is lost, and no chart tells of another."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.accounts.freshness import NotFresh
from homeward.attendance.actions import mark_attendance
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.refusals import StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.notes import actions
from homeward.notes.actions.set_note_aside import CannotSetAside, UnknownReason
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.actions.write_anew import NotVoided, RightChartHasWords, SameChart
from homeward.notes.asides import set_aside_by, voided_of_client, words_before
from homeward.notes.models import ClientNote, EarlierWords, SettingAside
from homeward.notes.tests.written import BODY, draft, ready, sign
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
WHY = "Written in another record by mistake."
LATER = ELEVEN + timedelta(minutes=5)


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.fixture
def dev(room):
    """Another client of the same group."""
    client = another_client(room.cast, "Devin Lopez", 900)
    on_team(room.cast, client, room.dana)
    seat(room.cast, client)
    there = Seat.objects.unscoped("test").get(session=room.session, client=client)
    mark_attendance(actor=room.dana.actor, seat_id=there.pk, state="present", now=HALF_PAST_NINE)
    return client


def void(room, note, by=None, **more):
    asked = {"reason": "wrong_chart", "words": WHY, "authenticated_at": LATER, "now": LATER, **more}
    return actions.void_note(actor=(by or room.dana).actor, note_id=note.pk, **asked)


def standing(room):
    rows = ClientNote.objects.for_actor(room.dana.actor, Purpose.TREATMENT)
    return list(rows.filter(session=room.session))


class TestVoiding:
    def test_leaves_the_chart_with_a_mark_and_a_reason_and_stays_what_it_was(self, room):
        note = sign(room, ready(room))

        void(room, note)

        assert standing(room) == []
        (aside,) = voided_of_client(room.dana.actor, room.jo.pk)
        assert (aside.why.reason, str(aside.why.words), aside.why.worker_id) == (
            "wrong_chart", WHY, room.dana.pk,
        )  # fmt: skip
        kept = ClientNote.kept.unscoped("test").get()
        assert (str(kept.body), kept.content_hash, kept.signed_at) == (
            BODY, note.content_hash, note.signed_at,
        )  # fmt: skip
        assert Entry.objects.filter(code="notes.note.voided").count() == 1

    def test_the_supervisor_may_and_others_may_not(self, room):
        """Sam supervises Dana; Omar works elsewhere; Ruth is no author of it."""
        note = sign(room, ready(room))
        for outsider in (room.omar, room.ruth):
            with pytest.raises(ClientNote.DoesNotExist):
                void(room, note, by=outsider)
        void(room, note, by=room.sam)
        assert [each.note.pk for each in set_aside_by(room.sam.actor, LATER)] == [note.pk]

    def test_refuses_a_draft_no_reason_a_name_in_it_and_a_stale_page(self, room, dev):
        """The reason stands in this chart and may tell of nobody."""
        note = ready(room)
        with pytest.raises(CannotSetAside, match="aside_is_signed"):
            void(room, note)
        sign(room, note)
        with pytest.raises(CannotSetAside, match="aside_says_why"):
            void(room, note, words="wrong")
        with pytest.raises(CannotSetAside, match="aside_names_nobody"):
            void(room, note, words="This is the note of Devin Lopez.")
        with pytest.raises(UnknownReason):
            void(room, note, reason="because")
        with pytest.raises(NotFresh):
            void(room, note, authenticated_at=None)
        with pytest.raises(StaleVersion):
            void(room, note, expected_version=99)

    def test_sql_cannot_hide_delete_or_rewrite_a_note(self, room):
        """No reason on record, no hiding; signed words never change; reasons stay."""
        note = sign(room, ready(room))
        for statement in (
            "UPDATE notes_clientnote SET set_aside_at = now()",
            "UPDATE notes_clientnote SET progress = 'met'",
            "UPDATE notes_clientnote SET body = 'v2.x.x', version = version + 1",
            "DELETE FROM notes_clientnote",
            "UPDATE notes_signatureproof SET content_hash = ''",
            "DELETE FROM notes_signatureproof",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
        void(room, note)
        for statement in (
            "UPDATE notes_settingaside SET reason = 'not_held'",
            "DELETE FROM notes_settingaside",
            "UPDATE notes_clientnote SET set_aside_at = NULL",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)

    def test_comes_back_as_it_was_with_its_own_reason(self, room):
        """Every step stays visible."""
        note = sign(room, ready(room))
        void(room, note)
        back = {"actor": room.sam.actor, "note_id": note.pk, "now": LATER + timedelta(minutes=1)}
        with pytest.raises(CannotSetAside, match="aside_says_why"):
            actions.restore_note(**back, authenticated_at=LATER)
        with pytest.raises(NotFresh):
            actions.restore_note(**back, words="It was the right record after all.")

        actions.restore_note(
            **back, words="It was the right record after all.", authenticated_at=LATER
        )

        assert [each.pk for each in standing(room)] == [note.pk]
        kinds = SettingAside.objects.unscoped("test").order_by("at").values_list("kind", flat=True)
        assert list(kinds) == ["voided", "restored"]


class TestWrittenAnew:
    def test_begins_in_the_right_chart_and_neither_tells_of_the_other(self, room, dev):
        """Both are audited; no row of one names the other."""
        note = sign(room, ready(room))
        void(room, note)

        made = actions.write_anew(
            actor=room.dana.actor, note_id=note.pk, client_id=dev.pk, now=LATER
        )

        assert (made.client_id, str(made.body), made.signed_at) == (dev.pk, BODY, None)
        assert made.objective_id is None
        for code, client in (("voided", room.jo.pk), ("written_anew", dev.pk)):
            assert Entry.objects.get(code=f"notes.note.{code}").client_ids == [client]
        rows = ClientNote.kept.unscoped("test")
        for row, other in ((rows.get(pk=note.pk), dev.pk), (rows.get(pk=made.pk), room.jo.pk)):
            values = {str(getattr(row, f.attname)) for f in row._meta.concrete_fields}
            assert str(other) not in values
        again = draft(room, body="What was really said.", now=LATER)
        assert (again.client_id, again.pk != note.pk) == (room.jo.pk, True)

    def test_refuses_what_stands_the_same_chart_and_a_chart_with_words(self, room, dev):
        note = sign(room, ready(room))
        anew = {"actor": room.dana.actor, "note_id": note.pk, "now": LATER}
        with pytest.raises(NotVoided):
            actions.write_anew(**anew, client_id=dev.pk)
        void(room, note)
        with pytest.raises(SameChart):
            actions.write_anew(**anew, client_id=room.jo.pk)
        actions.write_anew(**anew, client_id=dev.pk)
        with pytest.raises(RightChartHasWords):
            actions.write_anew(**anew, client_id=dev.pk)
        with pytest.raises((NotTheAuthor, ClientNote.DoesNotExist)):
            actions.write_anew(**{**anew, "actor": room.omar.actor}, client_id=dev.pk)


class TestDrafts:
    def delete(self, room, note, by=None, **more):
        return actions.delete_draft(
            actor=(by or room.dana).actor, note_id=note.pk, now=LATER, **more
        )

    def restore(self, room, note, by=None):
        return actions.restore_note(actor=(by or room.dana).actor, note_id=note.pk, now=LATER)

    def test_a_deleted_draft_comes_back_with_every_word(self, room):
        """Its author's own hand."""
        note = draft(room)
        self.delete(room, note)
        assert standing(room) == []
        with pytest.raises(CannotSetAside, match="aside_still_there"):
            self.delete(room, note)

        self.restore(room, note)

        assert [str(each.body) for each in standing(room)] == [BODY]
        with pytest.raises(CannotSetAside, match="aside_was_set_aside"):
            self.restore(room, note)

    def test_a_draft_that_took_its_place_is_set_aside_in_turn(self, room):
        """Two notes of one client and session never stand beside each other."""
        first = draft(room)
        self.delete(room, first)
        second = draft(room, body="Begun once more, from the start.")
        self.restore(room, first)

        assert [each.pk for each in standing(room)] == [first.pk]
        assert second.pk in {each.note.pk for each in set_aside_by(room.dana.actor, LATER)}
        self.restore(room, second)
        assert [each.pk for each in standing(room)] == [second.pk]

    def test_gives_way_to_a_signed_note_and_to_nobody_elses_hand(self, room):
        note = draft(room)
        with pytest.raises((CannotSetAside, ClientNote.DoesNotExist)):
            self.delete(room, note, by=room.ruth)
        self.delete(room, note)
        sign(room, ready(room))
        with pytest.raises(CannotSetAside, match="aside_no_signed_note_in_its_place"):
            self.restore(room, note)


class TestWordsBefore:
    def test_what_was_selected_and_deleted_comes_back(self, room):
        """Typing on keeps nothing; a lost stretch is kept, and so is what it replaces."""
        note = draft(room)
        note = draft(room, body=f"{BODY} And one more.", expected_version=note.version)
        assert words_before(room.dana.actor, note) == []
        note = draft(room, body="Short.", expected_version=note.version)
        (kept,) = words_before(room.dana.actor, note)
        assert (str(kept.body), kept.why) == (f"{BODY} And one more.", "shortened")

        note = actions.bring_words_back(actor=room.dana.actor, words_id=kept.pk, now=LATER)

        assert str(note.body) == f"{BODY} And one more."
        assert {each.why for each in words_before(room.dana.actor, note)} == {
            "shortened", "brought_back",
        }  # fmt: skip
        with pytest.raises(EarlierWords.DoesNotExist):
            actions.bring_words_back(actor=room.omar.actor, words_id=kept.pk, now=LATER)

    def test_what_another_window_wrote_is_kept_when_it_gives_way(self, room):
        """A second device: nothing is overwritten for good."""
        note = draft(room)
        with pytest.raises(StaleVersion):
            draft(room, body="From the phone.", expected_version=note.version + 1)
        draft(room, body="From the phone.", expected_version=None)

        (kept,) = words_before(room.dana.actor, note)
        assert (str(kept.body), kept.why) == (BODY, "other_window")

    def test_words_lie_sealed_in_the_database(self, room):
        """Neither drafts nor what is kept of them are legible there."""
        note = draft(room)
        draft(room, body="Short.", expected_version=note.version)
        void_words = ("notes_clientnote", "body"), ("notes_earlierwords", "body")
        with connection.cursor() as cursor:
            for table, column in void_words:
                cursor.execute(f"SELECT {column} FROM {table}")
                stored = [row[0] for row in cursor.fetchall()]
                assert stored and all(text.startswith("v2.") for text in stored)
                assert not any("trigger" in text or "Short" in text for text in stored)
