"""Signing, second signatures, addenda."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from homeward.accounts.freshness import FRESH_FOR, NotFresh
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.refusals import StaleVersion
from homeward.notes import actions, cosign_queue, queries
from homeward.notes.actions.add_addendum import AddendumIsEmpty, UnknownKind
from homeward.notes.actions.cosign_note import AlreadyCosigned, NoteNotSigned, OwnNote
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.models import Addendum, ClientNote, CoSignature, SignatureProof
from homeward.notes.racing import race_to_sign
from homeward.notes.tests.written import draft, ready, sign
from homeward.staff.models import Credential
from homeward.testing.cast import as_service, cast, make_cast
from homeward.timetable.tests.planned import ELEVEN, HALF_PAST_NINE, on_team, planned_room

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.mark.django_db
class TestSignNote:
    def test_freezes_the_note_with_credential_minutes_and_digest(self, room):
        """Signing is attributable: who, as what, when, and that it happened."""
        signed = sign(room, ready(room))

        assert (signed.signed_at, signed.signed_by_id) == (ELEVEN, room.dana.pk)
        assert (signed.credential, signed.minutes, len(signed.content_hash)) == ("LPC", 90, 64)
        assert Entry.objects.filter(code="notes.note.signed").count() == 1

    def test_a_signed_note_cannot_be_changed_even_with_sql(self, room):
        """The trigger refuses."""
        note = sign(room, ready(room))

        with pytest.raises(DatabaseError), transaction.atomic():
            ClientNote.objects.unscoped("test").filter(pk=note.pk).update(progress="met")

    def test_a_second_signature_is_refused(self, room):
        """The second click."""
        note = sign(room, ready(room))

        with pytest.raises(actions.NoteAlreadySigned):
            sign(room, note)

    def test_refuses_what_is_incomplete_with_every_problem(self, room):
        """No minutes, no shared part: both are named."""
        note = draft(room)

        with pytest.raises(actions.NoteIncomplete) as refused:
            sign(room, note)

        assert refused.value.codes == ("note_attendance_marked", "note_shared_part")

    def test_refuses_without_a_fresh_confirmation(self, room):
        """Long ago, never, and in the future are all not fresh."""
        note = ready(room)

        long_ago = ELEVEN - FRESH_FOR - timedelta(seconds=1)
        for moment in (None, long_ago, ELEVEN + timedelta(hours=1)):
            with pytest.raises(NotFresh):
                sign(room, note, authenticated_at=moment)

    def test_refuses_a_stale_form_and_other_authors(self, room):
        """Only its author, only as seen."""
        note = ready(room)
        with pytest.raises(StaleVersion):
            sign(room, note, expected_version=note.version + 1)
        on_team(room.cast, room.jo.row, room.tess)
        second = replace_role(room)
        with pytest.raises(NotTheAuthor):
            sign(room, note, by=second)

    def test_is_hidden_from_another_site(self, room):
        """Omar works elsewhere, so for him the note does not exist."""
        note = ready(room)

        with pytest.raises(ClientNote.DoesNotExist):
            sign(room, note, by=room.omar)

    def test_asks_a_trainee_for_a_second_signature(self, room):
        """The supervisor sees it waiting, once; a licence of the day after changes nothing."""
        Credential.objects.update(may_sign_alone=False)
        sign(room, ready(room))

        assert len(cosign_queue.awaiting_cosignature(room.sam.actor, ELEVEN)) == 1
        Credential.objects.create(
            worker=room.dana.row, code="lpc_s", title="LPC-S", may_sign_alone=True,
            starts_on=ELEVEN.date() + timedelta(days=1),
        )  # fmt: skip
        assert len(cosign_queue.awaiting_cosignature(room.sam.actor, ELEVEN)) == 1

    def test_the_queue_reads_what_waits_by_its_own_index(self, room, django_assert_max_num_queries):
        """The database keeps the mark itself, and nobody takes it away by hand."""
        Credential.objects.update(may_sign_alone=False)
        note = sign(room, ready(room))
        sam = room.sam.actor
        with django_assert_max_num_queries(8) as seen:
            list(cosign_queue.awaiting_cosignature(sam, ELEVEN))
        (asked,) = [each["sql"] for each in seen if "waits_for_cosign" in each["sql"]]
        assert "notes_cosignature" not in asked and "staff_credential" not in asked
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'notes_waits_cosign'")
            assert cursor.fetchone()[0].endswith("(author_id, signed_at) WHERE waits_for_cosign")
        rows = ClientNote.objects.unscoped("test").filter(pk=note.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(waits_for_cosign=False)
        self.cosigned(room, note)
        assert not rows.get().waits_for_cosign

    def cosigned(self, room, note):
        Credential.objects.filter(worker=room.sam.row).update(may_sign_alone=True)
        now = ELEVEN + timedelta(minutes=1)
        given = {"actor": room.sam.actor, "note_id": note.pk, "authenticated_at": now, "now": now}
        return actions.cosign_note(**given)

    def test_keeps_what_the_signature_stands_on(self, room):
        """Meaning, credential, how fresh, and a digest of each part, unlike for unlike."""
        note = sign(room, ready(room), authenticated_at=ELEVEN - timedelta(minutes=4))

        proof = SignatureProof.objects.unscoped("test").get()
        assert (proof.meaning, proof.credential, proof.held.title) == ("author", "LPC", "LPC")
        assert (proof.at - proof.authenticated_at, proof.content_hash) == (
            timedelta(minutes=4), note.content_hash,
        )  # fmt: skip
        assert {"body", "shared", "minutes", "objective"} <= set(proof.parts)
        assert len(set(proof.parts.values())) == len(proof.parts)


def replace_role(room):
    """Ruth becomes a counselor on Jo's team for a moment."""
    from homeward.staff.models import RoleGrant

    RoleGrant.objects.filter(worker=room.ruth.row).update(role="counselor")
    on_team(room.cast, room.jo.row, room.ruth)
    return room.ruth


@pytest.mark.django_db
class TestUnsignedNotes:
    def test_lists_a_workers_drafts_until_signed(self, room):
        """Dana's own; nothing for Omar."""
        note = ready(room)
        waiting = queries.unsigned_notes_for(room.dana.actor, room.dana.row)
        assert [each.pk for each in waiting] == [note.pk]
        assert queries.unsigned_notes_for(room.omar.actor, room.dana.row) == []

        sign(room, note)

        assert queries.unsigned_notes_for(room.dana.actor, room.dana.row) == []


@pytest.mark.django_db
class TestCosignNote:
    def cosign(self, room, note, by=None):
        return actions.cosign_note(
            actor=(by or room.sam).actor, note_id=note.pk, authenticated_at=ELEVEN, now=ELEVEN
        )

    def test_puts_a_supervisors_signature_beneath(self, room):
        """Sam supervises Dana."""
        note = sign(room, ready(room))

        signature = self.cosign(room, note)

        assert (signature.worker_id, signature.content_hash) == (room.sam.pk, note.content_hash)
        with pytest.raises(AlreadyCosigned):
            self.cosign(room, note)

    def test_nobody_cosigns_their_own_and_nothing_unsigned(self, room):
        """Neither the author nor before the author."""
        note = ready(room)
        with pytest.raises(NoteNotSigned):
            self.cosign(room, note)
        sign(room, note)
        with pytest.raises(OwnNote):
            actions.cosign_note(
                actor=as_service_of(room), note_id=note.pk, authenticated_at=ELEVEN, now=ELEVEN
            )
        with pytest.raises(ClientNote.DoesNotExist):
            self.cosign(room, note, by=room.omar)
        with pytest.raises(ClientNote.DoesNotExist):
            self.cosign(room, note, by=room.dana)
        assert not CoSignature.objects.unscoped("test").exists()


def as_service_of(room):
    """Dana with every right, to reach the refusal behind the scope."""
    from dataclasses import replace

    return replace(as_service(room.dana), worker_id=room.dana.pk)


@pytest.mark.django_db
class TestAddAddendum:
    def add(self, room, note, by=None, kind="late_entry", body="Also mentioned sleep."):
        return actions.add_addendum(
            actor=(by or room.dana).actor, note_id=note.pk, kind=kind, body=body, now=ELEVEN
        )

    def test_writes_beneath_and_leaves_the_note_alone(self, room):
        """Labelled, with its own author and time; itself never changed."""
        note = sign(room, ready(room))

        made = self.add(room, note)

        assert (made.kind, made.credential, made.at) == ("late_entry", "LPC", ELEVEN)
        with pytest.raises(DatabaseError), transaction.atomic():
            Addendum.objects.unscoped("test").update(kind="correction")

    def test_refuses_unsigned_empty_unknown_and_outsiders(self, room):
        """Each in its own words."""
        note = ready(room)
        with pytest.raises(NoteNotSigned):
            self.add(room, note)
        sign(room, note)
        with pytest.raises(AddendumIsEmpty):
            self.add(room, note, body="  ")
        with pytest.raises(UnknownKind):
            self.add(room, note, kind="erasure")
        with pytest.raises(ClientNote.DoesNotExist):
            self.add(room, note, by=room.omar)


@pytest.mark.django_db(transaction=True)
def test_fifty_threads_signing_give_exactly_one_signature():
    """Forty-nine are told that it is signed already."""
    clock.shift_to(HALF_PAST_NINE)
    room = planned_room(make_cast())
    note = ready(room)

    result = race_to_sign(actor=room.dana.actor, note_id=note.pk, now=ELEVEN)

    assert not result.broken
    assert (len(result.won), result.refused["note_already_signed"]) == (1, 49)
    assert Entry.objects.filter(code="notes.note.signed").count() == 1


@pytest.mark.django_db
class TestSessionDrafting:
    def test_finds_the_same_words_in_another_group_weeks_ago(self, room):
        """By a keyed digest, so the other note is not opened for it."""
        from homeward.notes.drafting import SessionDrafting
        from homeward.notes.tests.written import BODY
        from homeward.timetable.tests.planned import another_client, seat

        other = another_client(room.cast, "Lee Novak", 950)
        on_team(room.cast, other, room.dana)
        seat(room.cast, other)
        first = draft(room)
        actions.save_note_draft(
            actor=room.dana.actor, session_id=room.session.pk, client_id=other.pk,
            body=f"  {BODY.upper()}", now=ELEVEN,
        )  # fmt: skip

        drafting = SessionDrafting(room.dana.actor, room.session, [first], ELEVEN)

        assert drafting.draft_of(first).alike_percent == 100
