"""Who writes in which capacity, short forms, observations, and a counselor's own notes."""

import pytest
from django.db import connection

from homeward.core.crypto import CannotDecrypt, decrypt
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.notes import actions
from homeward.notes.actions.keep_abbreviation import (
    ShortFormUnfit,
    abbreviations_of,
    keep_abbreviation,
)
from homeward.notes.actions.keep_counseling_note import (
    CounselingNoteClosed,
    close_counseling_note,
    counseling_notes_of,
    keep_counseling_note,
)
from homeward.notes.actions.name_scribe import NotAScribe, end_scribe, name_scribe
from homeward.notes.actions.observe import NothingObserved, observations_of, observe
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.capacities import ObservationsOnly, SomebodyElsesDraft, writers_of
from homeward.notes.lost_answers import Sending
from homeward.notes.models import Abbreviation, CounselingNote
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.testing.cast import cast
from homeward.testing.stage import make_worker
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import ELEVEN, on_team, planned_room

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    room = planned_room(cast)
    on_team(cast, cast.jo.row, cast.tess)
    return room


def parts(room, note):
    return {(row.part, row.worker_id, row.capacity) for row in writers_of(room.dana.actor, note)}


@pytest.mark.django_db
class TestCapacities:
    def test_a_technician_writes_observations_only(self, room):
        """No note of their own, signed by nobody, never changed."""
        with pytest.raises(ObservationsOnly):
            draft(room, by=room.tess)
        about = {"session_id": room.session.pk, "client_id": room.jo.pk, "now": ELEVEN}
        seen = observe(actor=room.tess.actor, body="Slept through the break.", **about)
        with pytest.raises(NothingObserved):
            observe(actor=room.tess.actor, body=" ", **about)
        with pytest.raises(Seat.DoesNotExist):
            observe(actor=room.omar.actor, body="Saw it.", **about)

        assert observations_of(room.dana.actor, room.session.pk, room.jo.pk) == [seen]
        assert seen.credential == "CDT"
        with (
            pytest.raises(Exception, match=r"never changed|permission denied"),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE notes_observation SET credential = 'MD'")

    def test_a_scribe_writes_for_the_leader_who_alone_signs(self, room):
        """The note is Dana's; each part says that Tess wrote it; her words stay hers later."""
        name_scribe(
            actor=room.dana.actor, session_id=room.session.pk, worker_id=room.tess.pk, now=ELEVEN
        )
        ready_note = ready(room)
        note = draft(room, by=room.tess, body="As dictated.", progress="")

        assert note.author_id == ready_note.author_id == room.dana.pk
        assert ("body", room.tess.pk, "scribe") in parts(room, note)
        assert ("body", room.dana.pk, "author") in parts(room, note)
        with pytest.raises((NotTheAuthor, type(note).DoesNotExist)):
            sign(room, note, by=room.tess)
        end_scribe(
            actor=room.dana.actor, session_id=room.session.pk, worker_id=room.tess.pk, now=ELEVEN
        )
        with pytest.raises(ObservationsOnly):
            draft(room, by=room.tess, body="More.")
        assert sign(room, note).signed_by_id == room.dana.pk

    def test_only_the_leader_names_a_scribe_and_never_themselves(self, room):
        """Sam does not lead; Fay writes no notes."""
        about = {"session_id": room.session.pk, "now": ELEVEN}
        with pytest.raises(NotAllowed):
            name_scribe(actor=room.sam.actor, worker_id=room.tess.pk, **about)
        for worker in (room.dana, room.fay, room.omar):
            with pytest.raises(NotAScribe):
                name_scribe(actor=room.dana.actor, worker_id=worker.pk, **about)

    def test_co_facilitators_write_beside_each_other(self, room):
        """Nora leads with Dana; a colleague who does not may not."""
        cast = room.cast
        nora = make_worker(cast, "nora", "Nora Pell", Role.COUNSELOR, "LPC", True, ())
        on_team(cast, cast.jo.row, nora)
        note = draft(room)
        with pytest.raises(SomebodyElsesDraft):
            draft(room, by=nora, body="Mine.")
        room.session.leaders.create(
            worker=nora.row, is_assistant=True, starts_at=room.session.starts_at,
            ends_at=room.session.ends_at,
        )  # fmt: skip

        note = draft(room, by=nora, body=BODY, response=["guarded"])

        assert note.author_id == room.dana.pk
        assert ("response", nora.pk, "co_facilitator") in parts(room, note)
        assert ("body", nora.pk, "co_facilitator") not in parts(room, note)


@pytest.mark.django_db
class TestLostAnswers:
    def test_a_keeping_whose_answer_was_lost_is_no_conflict(self, room):
        """The same window goes on; another window is still told."""
        from homeward.core.refusals import StaleVersion

        first = draft(room, sending=Sending("one"))
        draft(room, body="And more.", expected_version=first.version, sending=Sending("two"))

        again = draft(
            room, body="And more still.", expected_version=first.version,
            sending=Sending("three", frozenset({"two"})),
        )  # fmt: skip
        assert again.body == "And more still."
        with pytest.raises(StaleVersion):
            draft(
                room, body="Another window.", expected_version=first.version,
                sending=Sending("four", frozenset({"two"})),
            )  # fmt: skip


@pytest.mark.django_db
class TestShortForms:
    def test_belong_to_one_writer(self, room):
        """Kept sealed, changed by keeping again, shown to nobody else."""
        for long in ("relapse prevention", "relapse prevention plan"):
            keep_abbreviation(actor=room.dana.actor, short="rp", long=long, now=ELEVEN)
        with pytest.raises(ShortFormUnfit):
            keep_abbreviation(actor=room.dana.actor, short="two words", long="x", now=ELEVEN)

        assert [row.long for row in abbreviations_of(room.dana.actor)] == [
            "relapse prevention plan"
        ]
        assert abbreviations_of(room.omar.actor) == []
        assert Abbreviation.objects.count() == 1


@pytest.mark.django_db
class TestCounselingNotes:
    def kept(self, room, **more):
        about = {"client_id": room.jo.pk, "body": "What she said.", "now": ELEVEN}
        return keep_counseling_note(actor=room.dana.actor, on=room.session.on, **{**about, **more})

    def test_are_reached_by_their_author_alone(self, room):
        """Not by the supervisor, the director, nor a colleague of the same team."""
        note = self.kept(room)

        assert counseling_notes_of(room.dana.actor, room.jo.pk) == [note]
        for player in (room.sam, room.dina, room.ruth, room.tess, room.omar, room.jo):
            rows = CounselingNote.objects.for_actor(player.actor, Purpose.TREATMENT)
            assert not rows.exists(), player.row
        with pytest.raises(NotAllowed):
            keep_counseling_note(
                actor=room.sam.actor, client_id=room.jo.pk, body="x", on=room.session.on,
                now=ELEVEN,
            )  # fmt: skip

    def test_lie_under_a_key_of_their_own(self, room):
        """The key of every other column does not open them."""
        note = self.kept(room)
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM notes_counselingnote")
            (stored,) = cursor.fetchone()

        assert stored.startswith("c1.")
        assert "said" not in stored
        bound = f"notes.counselingnote.body.{note.pk}"
        for form in (stored, stored.replace("c1.", "v2.", 1)):
            with pytest.raises(CannotDecrypt):
                decrypt(form, bound)
        kept = CounselingNote.objects.unscoped("test").get()
        assert kept.body == "What she said."

    def test_stay_once_closed(self, room):
        """By the action and by the database."""
        note = self.kept(room)
        close_counseling_note(
            actor=room.dana.actor, client_id=room.jo.pk, note_id=note.pk, now=ELEVEN
        )
        with pytest.raises(CounselingNoteClosed):
            self.kept(room, note_id=note.pk, body="Other.")
        with pytest.raises(Exception, match="signed row"), connection.cursor() as cursor:
            cursor.execute("UPDATE notes_counselingnote SET body = ''")


def test_no_print_export_or_queue_reads_counseling_notes():
    """Only their room, its action, and the lists of what clients' pages and copies leave out."""
    from pathlib import Path

    from homeward.portal.copy import contents

    root = Path(actions.__file__).parents[2]
    named = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        if "CounselingNote" in file.read_text() and "/tests/" not in file.as_posix()
    }
    allowed = {
        "notes/models/apart.py", "notes/models/__init__.py", "desk/counseling/views.py",
        "notes/actions/keep_counseling_note.py", "notes/migrations/0003_kinds_of_notes.py",
        "testing/matrix/note_rows.py", "portal/wall/closed.py", "portal/copy/contents.py",
    }  # fmt: skip
    assert named <= allowed, named - allowed
    assert contents.LEFT_OUT_BECAUSE[contents.APART] == "notes.CounselingNote"
