"""Around the notes: telehealth, families, scribes, short forms, formats, own notes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward import audit
from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes.models import ClientNote, CounselingNote, NoteFormat, Observation
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.people.models import Contact
from homeward.program.models import SessionType
from homeward.tasks.opening import open_duty
from homeward.testing.cast import cast
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

__all__ = ["cast"]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=2))
    return planned_room(cast)


def room_url(room, client=None):
    url = reverse("desk:group_room", args=[room.session.pk])
    return f"{url}?client={client.pk}" if client else url


def post(browser, name, args, **typed):
    return browser.post(reverse(f"desk:{name}", args=args), {"form_key": new_key(), **typed})


def page_of(player, url):
    answer = signed_in(player).get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


@pytest.mark.django_db
class TestKinds:
    def test_telehealth_is_asked_where_the_client_is_at_home_and_blocks_signing(self, room):
        """Modality, place with state, contact, identity, consent: nothing of it in person."""
        assert "t_address" not in page_of(room.dana, room_url(room))
        ready(room)
        note = ClientNote.objects.unscoped("test").get()
        mark = note.session.attendance.unscoped("test").get()
        mark.change(state="virtual_present")

        page = page_of(room.dana, room_url(room))
        assert "t_address" in page
        assert 'value="911"' in page
        browser = signed_in(room.dana)
        typed = {"participation": ["led"], "response": ["engaged"], "body": BODY}
        typed |= {"telehealth": "1", "form_version": note.version, "t_address": "At home"}
        typed |= {"t_modality": "video", "t_consent": "spoken", "t_identity": "known"}
        answer = browser.post(
            reverse("desk:group_draft", args=[room.session.pk, room.jo.pk]), typed, **HTMX
        )
        assert answer.status_code == 200
        clock.shift_to(ELEVEN)
        review = page_of(room.dana, reverse("desk:group_review", args=[room.session.pk]))
        assert "not ready" in review
        assert "t_state" in review or "asks" in review

    def test_in_a_multi_family_group_each_part_offers_its_own_people_alone(self, room):
        """Kim is Jo's mother, Nils is Dev's father: neither stands in the other's part."""
        cast = room.cast
        dev = another_client(cast, "Dev Lopez", 700)
        on_team(cast, dev, room.dana)
        seat(cast, dev)
        Contact.objects.create(
            client=dev, site=cast.site, kind="family", name="Nils Lopez", relation="father"
        )
        SessionType.objects.filter(pk=room.session.session_type_id).update(kind="multi_family")

        of_jo = page_of(room.dana, room_url(room, room.jo))
        of_dev = page_of(room.dana, room_url(room, dev))

        assert "Kim Avery" in of_jo
        assert "Nils Lopez" not in of_jo
        assert "Nils Lopez" in of_dev
        assert "Kim Avery" not in of_dev
        foreign = Contact.objects.unscoped("test").get(name="Nils Lopez")
        answer = signed_in(room.dana).post(
            reverse("desk:group_draft", args=[room.session.pk, room.jo.pk]),
            {"present": [str(foreign.pk)], "body": BODY},
            **HTMX,
        )
        assert answer.status_code == 422

    def test_what_was_signed_last_is_shown_and_never_filled_in(self, room):
        """Beside the fields, closed; the new part begins empty."""
        cast = room.cast
        sign(room, ready(room))
        clock.shift_to(HALF_PAST_NINE + timedelta(days=7, minutes=2))
        from homeward.timetable.tests.planned import MONDAY, plan

        plan(cast, MONDAY + timedelta(days=7), now=ELEVEN)
        later = cast.group.sessions.exclude(pk=room.session.pk).get()

        page = page_of(room.dana, reverse("desk:group_room", args=[later.pk]))

        assert BODY in page
        assert f">{BODY}</textarea>" not in page


@pytest.mark.django_db
class TestColleagues:
    def test_a_technician_observes_and_writes_as_a_scribe_when_named(self, room):
        """First a form for observations; named by Dana, the note's own form; no signature."""
        on_team(room.cast, room.jo.row, room.tess)
        args = [room.session.pk, room.jo.pk]
        tess, dana = signed_in(room.tess), signed_in(room.dana)
        assert "What you saw or heard" in page_of(room.tess, room_url(room))
        assert post(tess, "group_observation", args, observation=" ").status_code == 422
        assert post(tess, "group_observation", args, observation="Was tired.").status_code == 302
        assert Observation.objects.unscoped("test").get().body == "Was tired."
        assert "Was tired." in page_of(room.dana, room_url(room))

        session = [room.session.pk]
        assert post(dana, "group_scribe", session, worker="").status_code == 422
        assert post(dana, "group_scribe", session, worker=room.tess.pk).status_code == 302
        page = page_of(room.tess, room_url(room))
        assert "You write for Dana Reyes" in page
        written = {"participation": ["led"], "body": BODY}
        assert tess.post(reverse("desk:group_draft", args=args), written, **HTMX).status_code == 200
        assert "Tess Lund, scribe" in page_of(room.dana, room_url(room))
        assert post(dana, "group_scribe_end", session, worker=room.tess.pk).status_code == 302
        assert tess.post(reverse("desk:group_draft", args=args), written, **HTMX).status_code == 422

    def test_what_stands_there_now_is_shown_beside_ones_own_words(self, room):
        """Another window saved meanwhile; nothing is overwritten until it is said."""
        draft(room)
        answer = signed_in(room.dana).post(
            reverse("desk:group_draft", args=[room.session.pk, room.jo.pk]),
            {"body": "Mine.", "form_version": "9"},
            **HTMX,
        )
        assert answer.status_code == 409
        assert BODY in answer.content.decode()

    def test_nothing_ends_with_somebody_present_and_without_a_note(self, room):
        """The page goes to that client and says every line."""
        mark_attendance(
            actor=room.dana.actor, seat_id=room.seat.pk, state="present", now=HALF_PAST_NINE
        )
        answer = post(signed_in(room.dana), "group_register", [room.session.pk])

        assert answer.status_code == 422
        assert "has no note yet" in answer.content.decode()


@pytest.mark.django_db
class TestOwnPages:
    def test_short_forms_are_kept_dropped_and_nobody_elses(self, room):
        """422 names the field; the room carries the reader's own."""
        dana = signed_in(room.dana)
        assert post(dana, "short_forms", [], short="a b", long="x").status_code == 422
        assert post(dana, "short_forms", [], short="rp", long="relapse plan").status_code == 302
        assert "relapse plan" in page_of(room.dana, reverse("desk:short_forms"))
        assert "relapse plan" in page_of(room.dana, room_url(room))
        assert "relapse plan" not in page_of(room.ruth, reverse("desk:short_forms"))
        from homeward.notes.models import Abbreviation

        row = Abbreviation.objects.get()
        assert post(signed_in(room.ruth), "short_form_drop", [row.pk]).status_code == 404
        assert post(dana, "short_form_drop", [row.pk]).status_code == 302

    def test_formats_are_set_by_the_director_and_shape_the_next_note(self, room):
        """DAP from today on: three fields instead of one."""
        dina = signed_in(room.dina)
        typed = {"kind": "", "style": "dap", "starts_on": "2020-01-01"}
        assert post(dina, "setup_formats", [], **typed).status_code == 422
        typed["starts_on"] = room.session.on.isoformat()
        assert post(dina, "setup_formats", [], **typed).status_code == 302
        assert NoteFormat.objects.get().style == "dap"
        assert "DAP" in page_of(room.dina, reverse("desk:setup_formats"))

        page = page_of(room.dana, room_url(room))
        assert "section_assessment" in page
        assert 'name="body"' not in page

    def test_own_counseling_notes_open_for_their_author_alone(self, room):
        """Not for the supervisor, not beside the chart's notes, not in another's list."""
        dana, args = signed_in(room.dana), [room.jo.pk]
        typed = {"on": "2026-11-24", "body": "kestrel said aloud"}
        assert post(dana, "counseling_notes", args, **{**typed, "body": ""}).status_code == 422
        assert post(dana, "counseling_notes", args, **typed).status_code == 302
        url = reverse("desk:counseling_notes", args=args)
        assert "kestrel" in page_of(room.dana, url)
        assert signed_in(room.sam).get(url).status_code == 403
        assert "kestrel" not in page_of(room.dana, reverse("desk:chart_notes", args=args))
        row = CounselingNote.objects.unscoped("test").get()
        edit = [room.jo.pk, row.pk]
        answer = post(dana, "counseling_note", edit, form_version="7", **typed)
        assert answer.status_code == 409
        assert post(dana, "counseling_close", edit).status_code == 302
        assert (
            signed_in(room.omar).get(reverse("desk:counseling_note", args=edit)).status_code == 404
        )

    def test_query_counts_are_fixed(self, room, django_assert_max_num_queries):
        """Short forms, own notes, the strip: a few reads each."""
        browser = signed_in(room.dana)
        for url, most in (
            (reverse("desk:short_forms"), 16),
            (reverse("desk:counseling_notes", args=[room.jo.pk]), 22),
            (reverse("desk:paged"), 14),
        ):
            browser.get(url)
            with django_assert_max_num_queries(most):
                assert browser.get(url).status_code == 200


@pytest.mark.django_db
def test_a_danger_is_shown_to_who_cares_for_the_client_alone(room):
    """Whoever only keeps the schedule reads nowhere why somebody is looked after."""
    with audit.unit():
        open_duty(
            actor=room.jo.actor, client=room.jo.row, kind="safety", urgency="now",
            owner_id=room.ruth.pk, due_at=clock.now(), origin="test", detail={}, now=clock.now(),
        )  # fmt: skip
    for player, sees in ((room.dana, True), (room.sam, True), (room.fay, False), (room.ada, False)):
        page = page_of(player, room_url(room))
        assert "Jo A." in page
        assert ("Danger said at check-in" in page, "see me first" in page) == (sees, sees), player


@pytest.mark.django_db
def test_no_title_names_a_client(room):
    """Titles stay in the history of a browser and in the list of windows."""
    mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state="present", now=clock.now(),
        appears_intoxicated=True,
    )  # fmt: skip
    for route in ("arrival", "arrival_safety"):
        page = page_of(room.fay, reverse(f"desk:{route}", args=[room.seat.pk]))
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert title.strip() and "Jo" not in title and "Jo A." in page
