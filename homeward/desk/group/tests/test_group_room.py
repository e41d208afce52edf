"""The group room over the wire: marks, autosaves, the end, the review, the signature."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.tasks.models import CareTask
from homeward.testing.cast import PASSWORD, cast
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    planned_room,
    seat,
)

__all__ = ["cast"]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=2))
    return planned_room(cast)


def url(name, room):
    return reverse(f"desk:{name}", args=[room.session.pk])


def post(browser, address, **typed):
    return browser.post(address, {"form_key": new_key(), **typed})


@pytest.mark.django_db
class TestMarking:
    def mark(self, browser, room, state, **more):
        typed = {"seat": room.seat.pk, "client": room.jo.pk, "state": state, **more}
        return post(browser, url("group_attendance", room), **typed)

    def test_one_click_marks_and_returns_to_the_client(self, room):
        """Here, with the minute."""
        answer = self.mark(signed_in(room.dana), room, "present")

        assert answer.headers["Location"].endswith(f"?client={room.jo.pk}")
        assert AttendanceMark.objects.unscoped("test").get().state == "present"
        page = signed_in(room.dana).get(url("group_room", room)).content.decode()
        assert "Here 09:32" in re.sub(r"\s+", " ", page)

    def test_a_double_click_sends_one_form_once(self, room):
        """The same key gives the same answer."""
        browser, key = signed_in(room.dana), new_key()
        typed = {"form_key": key, "seat": room.seat.pk, "state": "present"}
        first = browser.post(url("group_attendance", room), typed)
        second = browser.post(url("group_attendance", room), typed)

        assert (first.status_code, second.status_code) == (302, 302)
        assert Entry.objects.filter(code="attendance.mark.present").count() == 1

    def test_a_refusal_says_why_beside_the_roster(self, room):
        """Excused without a reason."""
        answer = self.mark(signed_in(room.dana), room, "excused", other="1")

        assert answer.status_code == 422
        assert "Choose an accepted reason" in answer.content.decode()

    def test_intoxicated_is_kept_safe_and_written_down(self, room):
        """Not to the group; the safety check has an owner, and the page says what to do."""
        browser = signed_in(room.dana)

        answer = self.mark(browser, room, "present", other="1", appears_intoxicated="on")

        assert answer.status_code == 302
        assert "no driving" in browser.get(answer["Location"]).content.decode()
        assert AttendanceMark.objects.unscoped("test").get().reason == "appears_intoxicated"
        assert CareTask.objects.unscoped("test").count() == 2

    def test_a_stale_row_is_refused(self, room):
        """Somebody marked meanwhile."""
        self.mark(signed_in(room.dana), room, "present")

        answer = self.mark(signed_in(room.dana), room, "no_show", form_version="1")

        assert answer.status_code == 422
        assert AttendanceMark.objects.unscoped("test").get().state == "present"

    def test_nonsense_changes_nothing(self, room):
        """No such state, no such seat, no such id."""
        browser = signed_in(room.dana)
        assert self.mark(browser, room, "danced").status_code == 422
        assert post(browser, url("group_attendance", room), seat="x").status_code == 422
        assert self.mark(signed_in(room.omar), room, "present").status_code == 404
        assert not AttendanceMark.objects.unscoped("test").exists()


@pytest.mark.django_db
class TestAutosave:
    def address(self, room):
        return reverse("desk:group_draft", args=[room.session.pk, room.jo.pk])

    def typed(self, **more):
        return {"participation": ["led"], "response": ["engaged"], "body": BODY, **more}

    def test_saves_with_the_next_version_and_no_key(self, room):
        """Every few seconds the same form with other words; one audit row of writing."""
        browser = signed_in(room.dana)
        version = ""
        before = Entry.objects.filter(code="notes.note.drafted").count()
        reads = Entry.objects.filter(code="core.records.read").count()
        for number in range(3):
            answer = browser.post(
                self.address(room),
                self.typed(body=f"{BODY} {number}", form_version=version),
                **HTMX,
            )
            assert answer.status_code == 200
            version = re.search(r'id="note-version" value="(\d+)"', answer.content.decode())[1]

        assert ClientNote.objects.unscoped("test").get().body.endswith("2")
        assert Entry.objects.filter(code="notes.note.drafted").count() == before + 1
        assert Entry.objects.filter(code="core.records.read").count() == reads

    def test_works_without_scripts(self, room):
        """The Save button leads back to the same client."""
        answer = signed_in(room.dana).post(self.address(room), self.typed())

        assert answer.headers["Location"].endswith(f"?client={room.jo.pk}")

    def test_says_when_it_was_changed_elsewhere_and_keeps_the_words(self, room):
        """409 and nothing lost in the window."""
        draft(room)

        for seen in ("9", ""):
            answer = signed_in(room.dana).post(
                self.address(room), self.typed(body="Mine", form_version=seen), **HTMX
            )
            assert answer.status_code == 409
            assert "Your words are still here" in answer.content.decode()
        assert ClientNote.objects.unscoped("test").get().body == BODY

        signed_in(room.dana).post(self.address(room), self.typed(body="Mine", overwrite="1"))

        assert ClientNote.objects.unscoped("test").get().body == "Mine"

    def test_names_of_others_are_shown_while_writing(self, room):
        """Dev sits in the same group."""
        from homeward.timetable.tests.planned import on_team

        dev = another_client(room.cast, "Dev Lopez", 700)
        on_team(room.cast, dev, room.dana)
        seat(room.cast, dev)

        answer = signed_in(room.dana).post(
            self.address(room), self.typed(body="Helped Dev name it."), **HTMX
        )

        assert "1 found: “Dev”" in answer.content.decode()

    def test_is_hidden_from_another_site(self, room):
        """For Omar there is no such session."""
        answer = signed_in(room.omar).post(self.address(room), self.typed(), **HTMX)

        assert answer.status_code == 404

    def test_saves_the_shared_part(self, room):
        """Once for everyone."""
        answer = signed_in(room.dana).post(url("group_shared", room), {"shared": "HALT."}, **HTMX)

        assert "shared-version" in answer.content.decode()
        assert SessionNote.objects.get().body == "HALT."


@pytest.mark.django_db
class TestEndingAndSigning:
    def test_the_list_of_what_ending_finds_is_shown_anew(self, room, django_assert_max_num_queries):
        """After each step the page asks for it: numbers alone, and no reading is written down."""
        address = url("group_ending", room)

        def said(browser=None):
            page = (browser or signed_in(room.dana)).get(address).content.decode()
            assert "Jo" not in page
            return " ".join(re.sub("<[^>]+>", " ", page).split())

        assert "1 still without a mark" in said()
        note = ready(room)
        reads = Entry.objects.filter(code="core.records.read").count()
        dana = signed_in(room.dana)
        with django_assert_max_num_queries(20):
            assert "1 note to review, one key each" in said(dana)
        assert Entry.objects.filter(code="core.records.read").count() == reads
        clock.shift_to(ELEVEN)
        sign(room, note)
        assert "1 note signed" in said()
        assert "to review" not in said()
        assert (
            f'hx-get="{address}"'
            in signed_in(room.dana).get(url("group_room", room)).content.decode()
        )
        assert signed_in(room.omar).get(address).status_code == 404

    def test_the_group_ends_only_when_everyone_is_marked(self, room):
        """The roster first."""
        answer = post(signed_in(room.dana), url("group_register", room))

        assert answer.status_code == 422
        assert "Mark everyone first" in answer.content.decode()

    def test_from_the_last_mark_to_the_signed_note(self, room):
        """End, review, sign with the password, read it locked."""
        note = ready(room)
        clock.shift_to(ELEVEN)
        browser = signed_in(room.dana)
        page = browser.get(url("group_review", room)).content.decode()
        assert "ready to sign" in page

        wrong = post(browser, reverse("desk:note_signature", args=[note.pk]), password="wrong")
        assert wrong.status_code == 422
        assert "not the password" in wrong.content.decode()

        answer = post(
            browser,
            reverse("desk:note_signature", args=[note.pk]),
            password=PASSWORD,
            form_version=note.version,
        )

        assert answer.headers["Location"] == reverse("desk:note", args=[note.pk])
        page = browser.get(answer.headers["Location"]).content.decode()
        assert "signed and locked" in page
        assert "LPC" in page
        assert "does not match" not in page

    def test_a_signed_note_takes_addenda_and_a_second_signature(self, room):
        """Beneath it, labelled; Sam supervises Dana."""
        from homeward.notes.tests.written import sign

        note = sign(room, ready(room))
        clock.shift_to(ELEVEN)

        added = post(
            signed_in(room.dana),
            reverse("desk:note_addenda", args=[note.pk]),
            kind="late_entry",
            body="Also mentioned sleep.",
        )
        cosigned = post(
            signed_in(room.sam),
            reverse("desk:note_cosignature", args=[note.pk]),
            password=PASSWORD,
        )

        assert (added.status_code, cosigned.status_code) == (302, 302)
        page = signed_in(room.dana).get(reverse("desk:note", args=[note.pk])).content.decode()
        assert "Late entry" in page
        assert "co-signature" in page
        empty = post(signed_in(room.dana), reverse("desk:note_addenda", args=[note.pk]), body="")
        assert empty.status_code == 422

    def test_a_session_can_be_cancelled_before_it_ends(self, room):
        """Its seats are free again."""
        answer = post(signed_in(room.dana), url("group_cancellation", room), reason="weather")

        assert answer.status_code == 302
        assert GroupSession.objects.get().cancelled_reason == "weather"


@pytest.mark.django_db
class TestQueryCounts:
    def count(self, room, browser, django_assert_max_num_queries, most):
        with django_assert_max_num_queries(most) as counted:
            assert browser.get(url("group_room", room)).status_code == 200
        return len(counted.captured_queries)

    def test_do_not_grow_with_the_roster(self, room, django_assert_max_num_queries):
        """One client or nine, the same reads."""
        browser = signed_in(room.dana)
        one = self.count(room, browser, django_assert_max_num_queries, 60)
        for number in range(8):
            client = another_client(room.cast, f"Client {number}", 800 + number)
            seat(room.cast, client, by=room.sam)

        assert self.count(room, browser, django_assert_max_num_queries, 60) <= one


@pytest.mark.django_db
class TestNothingTypedIsLost:
    def test_without_scripts_a_stale_note_comes_back_with_its_words(self, room):
        """The page shows what was typed and why it was not saved."""
        draft(room)

        answer = signed_in(room.dana).post(
            reverse("desk:group_draft", args=[room.session.pk, room.jo.pk]),
            {"body": "Mine, typed for minutes.", "participation": ["led"], "form_version": "9"},
        )

        assert answer.status_code == 409
        page = answer.content.decode()
        assert "Mine, typed for minutes." in page
        assert "changed elsewhere" in page
