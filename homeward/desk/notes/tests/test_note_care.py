"""Notes over the wire: what the checks show, signatures, the queue, voiding, the way back."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes import actions
from homeward.notes.models import ClientNote, CoSignature, EarlierWords, SettingAside
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.staff.models import Credential
from homeward.testing.cast import PASSWORD, cast
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
pytestmark = pytest.mark.django_db
NAMED = f"{BODY} Helped Dev name a state. Hope grew."
LIKE = f"{BODY.replace('two', 'three').replace('Named', 'Identified')} Helped to name a state."


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    made = planned_room(cast)
    dev = another_client(cast, "Dev Hope", 700)
    on_team(cast, dev, cast.dana)
    seat(cast, dev)
    there = Seat.objects.unscoped("test").get(session=made.session, client=dev)
    mark_attendance(actor=cast.dana.actor, seat_id=there.pk, state="present", now=HALF_PAST_NINE)
    made.dev = dev
    note = ready(made)
    clock.shift_to(ELEVEN + timedelta(minutes=1))
    made.note = note
    return made


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def address(name, *args):
    return reverse(f"desk:{name}", args=args)


def post(browser, url, **typed):
    return browser.post(url, {"form_key": new_key(), "password": PASSWORD, **typed})


class TestHonestNotes:
    def test_names_and_twins_are_shown_and_one_key_answers(self, room):
        """The name stands in the way, the word does not; the twin names nobody."""
        browser = signed_in(room.dana)
        draft(room, body=NAMED, expected_version=room.note.version)
        save = {"client_id": room.dev.pk, "body": LIKE}
        actions.save_note_draft(
            actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN, **save
        )
        url = address("note", room.note.pk)
        page = text_of(browser.get(url))

        assert "<mark>Dev</mark>" in page
        assert '<mark class="asked">Hope</mark>' in page
        assert "Another note of this session" in page
        assert "Identified three triggers from the weekend" in page

        for word in ("Hope", "Dev"):
            answer = post(browser, address("note_word", room.note.pk), word=word)
            assert answer.status_code == 302
        page = text_of(browser.get(url))
        assert "<mark" not in page

        assert post(browser, address("note_word", room.note.pk), word="").status_code == 422
        outsider = signed_in(room.omar)
        assert post(outsider, address("note_word", room.note.pk), word="Dev").status_code == 404

    def test_replacing_takes_only_names_out(self, room):
        browser = signed_in(room.dana)
        draft(room, body=NAMED, expected_version=room.note.version)

        post(browser, address("note_names", room.note.pk))

        note = ClientNote.objects.unscoped("test").get(pk=room.note.pk)
        assert str(note.body) == f"{BODY} Helped another member name a state. Hope grew."


class TestVerification:
    def test_says_verified_and_on_what_the_signature_stands(self, room):
        """Credential as of then, how fresh, the digest; a draft has none."""
        browser = signed_in(room.dana)
        url = address("note_verification", room.note.pk)
        assert browser.get(url).status_code == 404
        sign(room, room.note)
        Credential.objects.update(title="Renamed since")

        page = text_of(browser.get(url))

        assert "This note says what was signed" in page
        assert ">LPC<" in page
        assert "at that moment" in page
        assert "Renamed since" in page
        assert signed_in(room.omar).get(url).status_code == 404
        assert "verified" in text_of(browser.get(address("note", room.note.pk)))

    def test_a_note_changed_beneath_the_program_says_what_changed(self, room):
        """Which part is named; and nobody co-signs it."""
        Credential.objects.filter(worker=room.dana.row).update(may_sign_alone=False)
        sign(room, room.note)
        # The walls keep this role from the note itself; what it stands on can be reached.
        GroupSession.objects.update(ends_at=F("ends_at") + timedelta(minutes=9))

        page = text_of(signed_in(room.dana).get(address("note_verification", room.note.pk)))

        assert "This note does not say what was signed" in page
        assert "<strong>when the session ended</strong>" in page
        assert "own part</strong>" not in page
        answer = post(signed_in(room.sam), address("note_cosignature", room.note.pk))
        assert answer.status_code == 422
        assert "is not what its author signed" in text_of(answer)
        assert not CoSignature.objects.unscoped("test").exists()


class TestCosignQueue:
    def test_the_next_one_opens_after_each_signature(self, room):
        """In a fixed few queries; nothing for who approves nothing."""
        Credential.objects.filter(worker=room.dana.row).update(may_sign_alone=False)
        sign(room, room.note)
        browser, url = signed_in(room.sam), address("note_cosign_queue")

        with CaptureQueriesContext(connection) as seen:
            page = text_of(browser.get(url))

        assert len(seen) <= 34
        assert BODY in page
        assert "1 note waits for your signature" in page
        assert text_of(browser.get(reverse("desk:tasks"))).count("1 note to co-sign") == 1
        assert "1 note to co-sign" in text_of(browser.get(reverse("desk:today")))
        answer = post(browser, address("note_cosignature", room.note.pk), queue="0")
        assert answer.headers["Location"] == f"{url}?at=0"
        assert "Nothing waits for you" in text_of(browser.get(url))
        for at in ("99999&note=none", "²", "-1"):
            assert browser.get(f"{url}?at={at}").status_code == 200
        assert signed_in(room.dana).get(url).status_code == 403
        assert "Co-signature" in text_of(browser.get(address("note_verification", room.note.pk)))


class TestVoiding:
    def void(self, browser, room, **typed):
        asked = {"reason": "wrong_chart", "words": "Written in another record.", **typed}
        return post(browser, address("note_void", room.note.pk), **asked)

    def test_leaves_the_chart_and_is_written_anew_in_the_right_one(self, room):
        """The mark and the reason stay; the words do not show; the other client is in neither."""
        sign(room, room.note)
        browser = signed_in(room.dana)
        assert self.void(browser, room, words="").status_code == 422
        refused = self.void(browser, room, words="It was about Dev Hope, not her.")
        assert refused.status_code == 422
        assert "It was about Dev Hope, not her." in text_of(refused)

        assert self.void(browser, room).status_code == 302

        note = text_of(browser.get(address("note", room.note.pk)))
        assert "Voided: this note does not belong to this record" in note
        assert "Written in another record." in note
        assert BODY not in note
        assert BODY in text_of(browser.get(address("note", room.note.pk) + "?show=written"))
        tab = text_of(browser.get(address("chart_notes", room.jo.pk)))
        assert "Written in the wrong record" in tab
        supervisor = text_of(signed_in(room.sam).get(address("note", room.note.pk)))
        assert "Voided" in supervisor
        assert "Dev" not in supervisor
        answer = post(browser, address("note_anew", room.note.pk), client=str(room.dev.pk))
        assert answer.headers["Location"].endswith(f"?client={room.dev.pk}")
        made = ClientNote.objects.unscoped("test").get(client=room.dev)
        theirs = text_of(browser.get(address("note", made.pk)))
        assert BODY in theirs
        assert "Jo A" not in theirs
        assert "voided" not in text_of(browser.get(address("chart_notes", room.dev.pk))).lower()
        again = post(browser, address("note_anew", room.note.pk), client=str(room.dev.pk))
        assert again.status_code == 422

    def test_comes_back_by_the_supervisors_hand(self, room):
        """With a reason, in three clicks from the list."""
        sign(room, room.note)
        self.void(signed_in(room.dana), room)
        browser = signed_in(room.sam)
        assert "Jo A." in text_of(browser.get(address("note_asides")))
        url = address("note_restoration", room.note.pk)
        assert post(browser, url).status_code == 422
        assert post(browser, url, words="It was the right record.").status_code == 302
        assert SettingAside.objects.unscoped("test").count() == 2
        assert post(signed_in(room.omar), url, words="It was the right one.").status_code == 404


class TestDrafts:
    def test_a_deleted_draft_and_lost_words_come_back(self, room):
        """From the author's own list, in under a minute."""
        browser = signed_in(room.dana)
        draft(room, body="Short.", expected_version=room.note.version)
        kept = EarlierWords.objects.unscoped("test").get()
        url = address("note", room.note.pk)
        assert BODY in text_of(browser.get(url))
        assert post(browser, address("note_words", room.note.pk, kept.pk)).status_code == 302

        answer = post(browser, address("note_deletion", room.note.pk), reason="not_needed")
        assert answer.headers["Location"] == address("note_asides")
        assert not ClientNote.objects.unscoped("test").exists()
        assert "Jo A." in text_of(browser.get(address("note_asides")))
        again = post(browser, address("note_deletion", room.note.pk), reason="not_needed")
        assert again.status_code == 422

        assert post(browser, address("note_restoration", room.note.pk)).status_code == 302
        assert str(ClientNote.objects.unscoped("test").get().body) == BODY


class TestTodo:
    def test_late_notes_reach_the_supervisor_after_the_programs_hours(self, room):
        """Due after a day, the supervisor's concern a day later; by person."""
        clock.shift_to(ELEVEN + timedelta(hours=25))
        assert "late note" not in text_of(signed_in(room.sam).get(reverse("desk:tasks")))
        mine = text_of(signed_in(room.dana).get(reverse("desk:tasks")))
        assert "Notes to sign" in mine
        assert "was due" in mine

        clock.shift_to(ELEVEN + timedelta(hours=49))
        page = text_of(signed_in(room.sam).get(reverse("desk:tasks")))

        assert "Late with those you supervise" in page
        assert "1 late note" in page
        assert "late note" in text_of(signed_in(room.sam).get(reverse("desk:today")))
        assert "late note" not in text_of(signed_in(room.omar).get(reverse("desk:tasks")))
