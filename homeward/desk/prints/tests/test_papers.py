"""Papers of a record: whole, in the reader's own reach, and naming nobody else."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client as Browser
from django.urls import reverse
from pypdf import PdfReader

from homeward.audit.models import Entry
from homeward.consents.models import Disclosure
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.documents.actions import open_document
from homeward.documents.models import Document
from homeward.notes.actions import restore_note, void_note
from homeward.notes.models import ClientNote, SessionNote
from homeward.plans.models import Goal, Objective, Plan, Problem
from homeward.progress.models import LevelReview
from homeward.safety.actions import agree_to_plan, save_plan, start_plan
from homeward.safety.models import CrisisNote
from homeward.safety.parts import content_hash
from homeward.safety.rules.plan import Line
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import ELEVEN, another_client, planned_room

pytestmark = pytest.mark.django_db
CANARY = "Said that evenings alone are hardest."


def signed_in(player):
    browser = Browser()
    browser.force_login(player.account)
    return browser


@pytest.fixture
def room(cast):
    """Jo's signed note names a group-mate, as an old or imported one could."""
    clock.shift_to(ELEVEN)
    found = planned_room(cast)
    mate = another_client(cast, "Morgan Quillfeather", 77)
    Seat.objects.create(
        client=mate, site=cast.site, session=found.session, episode=mate_episode(mate), number=9,
        starts_at=found.session.starts_at, ends_at=found.session.ends_at, capacity=10,
    )  # fmt: skip
    SessionNote.objects.create(
        session=found.session, author=cast.dana.row, body="The group spoke of evenings.",
        saved_at=ELEVEN, signed_at=ELEVEN,
    )  # fmt: skip
    found.note = ClientNote.objects.create(
        client=cast.jo.row, site=cast.site, session=found.session, episode=cast.episode,
        author=cast.dana.row, on=found.session.on, saved_at=ELEVEN, due_at=ELEVEN,
        body=f"{CANARY} Morgan Quillfeather agreed.", signed_at=ELEVEN, signed_by=cast.dana.row,
        credential="LPC", content_hash="a" * 64, minutes=85,
    )  # fmt: skip
    yield found
    clock.shift_to(None)


def mate_episode(client):
    from homeward.admissions.models import Episode

    return Episode.objects.unscoped("test").get(client=client)


def posted(player, route, pk, **typed):
    return signed_in(player).post(
        reverse(f"desk:{route}", args=[pk]), {"form_key": new_key(), **typed}
    )


def read(room, answer):
    """The words of the paper a printing leads to."""
    assert answer.status_code == 302, answer.content.decode()[:400]
    document = Document.objects.unscoped("test").latest("created_at")
    assert answer["Location"] == reverse("desk:document", args=[document.pk])
    _row, content = open_document(actor=room.dana.actor, document_id=document.pk, now=ELEVEN)
    pdf = PdfReader(BytesIO(content))
    assert pdf.trailer["/Root"]["/StructTreeRoot"] and pdf.trailer["/Root"]["/Lang"] == "en"
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.fixture
def at_eleven():
    clock.shift_to(ELEVEN)
    yield
    clock.shift_to(None)


class TestOnePaper:
    def test_a_signed_note_with_its_signature(self, room):
        words = read(room, posted(room.dana, "print_note", room.note.pk))
        for part in (
            "Progress note", "Jo Avery", "HW-00001", CANARY, "Dana Reyes, LPC", "85", "author",
            "The group spoke of evenings.", "Page 1 of", "42 CFR part 2",
        ):  # fmt: skip
            assert part in words, part
        browser = signed_in(room.dana)
        document = Document.objects.unscoped("test").get()
        assert browser.get(reverse("desk:document", args=[document.pk]))["Content-Type"] == (
            "application/pdf"
        )
        assert Disclosure.objects.unscoped("test").get().medium == "pdf"
        assert Entry.objects.filter(code="documents.document.made").count() == 1

    def test_a_second_click_makes_no_second_paper(self, room):
        for _ in range(2):
            posted(room.dana, "print_note", room.note.pk)
        assert Document.objects.unscoped("test").count() == 1

    def test_the_paper_of_a_voided_note_is_given_to_nobody(self, room, at_eleven):
        """Its words may tell of somebody else; brought back, its paper is there again.

        So is a case file that was made while it stood.
        """
        posted(room.dana, "print_note", room.note.pk)
        document = Document.objects.unscoped("test").get()
        address = reverse("desk:document", args=[document.pk])
        span = {"first": "2026-11-01", "last": "2026-11-30"}
        file_of = posted(room.dana, "chart_papers", room.jo.pk, **span)["Location"]
        papers = reverse("desk:chart_papers", args=[room.jo.pk])
        later = ELEVEN + timedelta(minutes=1)
        browser, about = signed_in(room.dana), {"note_id": room.note.pk, "now": later}
        about |= {"actor": room.dana.actor, "authenticated_at": ELEVEN}
        assert address in browser.get(papers).content.decode()

        void_note(**about, reason="wrong_chart", words="Written in another record.")
        shown = browser.get(papers).content.decode()
        for gone in (address, file_of):
            assert browser.get(gone).status_code == 404 and gone not in shown
        clock.shift_to(ELEVEN + timedelta(minutes=2))
        anew = posted(room.dana, "chart_papers", room.jo.pk, **span)["Location"]
        assert anew != file_of and browser.get(anew).status_code == 200
        restore_note(**about, words="It was the right record after all.")
        assert browser.get(address).status_code == browser.get(file_of).status_code == 200

    def test_one_note_names_nobody_else_either(self, room):
        """As the file over a range: an old note may say a name."""
        words = read(room, posted(room.dana, "print_note", room.note.pk))
        assert "Morgan" not in words and "Quillfeather" not in words
        assert "Other clients' names taken out 1 place" in words

    def test_a_draft_is_nobodys_record(self, room):
        draft = ClientNote.objects.create(
            client=room.jo.row, site=room.site, episode=room.episode, author=room.dana.row,
            session=another_session(room), on=date(2026, 11, 23), saved_at=ELEVEN, due_at=ELEVEN,
        )  # fmt: skip
        answer = posted(room.dana, "print_note", draft.pk)
        assert answer.status_code == 422 and "once it is signed" in answer.content.decode()

    @pytest.mark.parametrize("who", ["omar", "tess", "fay", "kim"])
    def test_nobody_prints_what_they_may_not_read(self, room, who):
        for route in ("print_note",):
            answer = posted(getattr(room, who), route, room.note.pk)
            assert answer.status_code in (403, 404)
        assert signed_in(getattr(room, who)).get(
            reverse("desk:chart_papers", args=[room.jo.pk])
        ).status_code in (302, 403, 404)
        assert not Document.objects.unscoped("test").exists()

    def test_a_plan_and_a_review(self, room):
        about = {"client": room.jo.row, "site": room.site}
        plan = Plan.objects.create(
            **about, episode=room.episode, author=room.dana.row, started_at=ELEVEN,
            state="active", strengths="Never misses a day. Rides with Morgan Quillfeather.",
        )  # fmt: skip
        problem = Problem.objects.create(
            **about, plan=plan, position=1, statement="Uses when alone.", dimension=5
        )
        goal = Goal.objects.create(**about, problem=problem, position=1, own_words="Quiet evenings")
        Objective.objects.create(
            **about, goal=goal, number="1.1", statement="Names three things.", measure="count",
            target_on=date(2026, 12, 20),
        )  # fmt: skip
        review = LevelReview.objects.create(
            **about, episode=room.episode, week_of=date(2026, 11, 23), opened_at=ELEVEN,
            suggested="stay", suggestion={}, outcome="stay", reason="Goes well, as Quillfeather.",
            decided_at=ELEVEN, decided_by=room.dana.row,
        )  # fmt: skip
        words = read(room, posted(room.dana, "print_plan", plan.pk))
        for part in ("Treatment plan 1", "Quiet evenings", "Names three things.", "Never misses"):
            assert part in words
        decided = read(room, posted(room.dana, "print_review", review.pk))
        assert "Goes well, as another member." in decided and "decided for the team" in decided
        for name in ("Morgan", "Quillfeather"):
            assert name not in words and name not in decided


class TestCaseFile:
    def file(self, room, first="2026-11-01", last="2026-11-30", who="dana"):
        return posted(getattr(room, who), "chart_papers", room.jo.pk, first=first, last=last)

    def test_holds_the_range_and_names_nobody_else(self, room):
        words = read(room, self.file(room))
        assert CANARY in words and "another member agreed" in words.lower()
        for name in ("Morgan", "Quillfeather", "HW-00077"):
            assert name not in words
        assert "Other clients' names taken out 1 place" in words
        assert "counseling notes, which the law keeps apart" in words
        before = read(room, self.file(room, last="2026-11-20"))
        assert CANARY not in before

    def test_holds_crisis_notes_and_safety_plans_as_notes(self, room):
        """Signed and in force in these days alone; a group-mate who helps is not named."""
        about = {"client": room.jo.row, "site": room.site}
        times = dict.fromkeys(("started_at", "ended_at", "drafted_at", "due_at"), ELEVEN)
        for body, signed in (
            ("Sat with her by the door until it passed.", {
                "signed_at": ELEVEN, "signed_by": room.dana.row, "credential": "LPC",
                "content_hash": "b" * 64,
            }),
            ("Half a draft.", {}),
        ):  # fmt: skip
            CrisisNote.objects.create(
                **about, author=room.dana.row, path_code="suicide_risk", body=body, **times,
                **signed,
            )  # fmt: skip
        parts = {code: [Line("Walk to the river")] for code in ("signs", "alone", "safer")}
        parts["people"] = [Line("Morgan Quillfeather", "555-0142")]
        plan = start_plan(actor=room.dana.actor, client_id=room.jo.pk, now=ELEVEN)
        save_plan(actor=room.dana.actor, plan_id=plan.pk, parts=parts, now=ELEVEN)
        agree_to_plan(
            actor=room.jo.actor, plan_id=plan.pk, signer_name="Jo Avery", now=ELEVEN,
            read_hash=content_hash(parts),
        )  # fmt: skip
        words = read(room, self.file(room))
        for part in ("Crisis note of 24 November", "Sat with her", "Safety plan, version 1",
                     "Walk to the river", "the client agrees", "555-0142"):  # fmt: skip
            assert part in words, part
        assert "Half a draft" not in words and "Quillfeather" not in words
        before = read(room, self.file(room, last="2026-11-20"))
        assert "Sat with her" not in before and "Walk to the river" not in before

    def test_never_holds_a_counseling_note(self, room):
        from homeward.notes.models import CounselingNote

        CounselingNote.objects.create(
            client=room.jo.row, site=room.site, author=room.dana.row, on=room.session.on,
            body="Whispered secret", saved_at=ELEVEN,
        )  # fmt: skip
        assert "Whispered" not in read(room, self.file(room))

    @pytest.mark.parametrize(
        "first, last, words",
        [("2026-11-30", "2026-11-01", "before the first"), ("2024-01-01", "2026-11-01", "400")],
    )
    def test_a_range_that_cannot_be_is_refused_and_kept(self, room, first, last, words):
        answer = self.file(room, first, last)
        page = answer.content.decode()
        assert answer.status_code == 422 and words in page and f'value="{first}"' in page

    def test_the_page_of_papers_costs_the_same_for_many(self, room, django_assert_max_num_queries):
        browser = signed_in(room.dana)
        read(room, self.file(room))
        with django_assert_max_num_queries(40):
            page = browser.get(reverse("desk:chart_papers", args=[room.jo.pk])).content.decode()
        assert "Case file" in page and room.session.name in page


def another_session(room):
    session = room.session
    session.pk, session.group_id = None, None
    session._state.adding = True
    session.starts_at, session.ends_at = (
        session.starts_at - timedelta(days=1), session.ends_at - timedelta(days=1),
    )  # fmt: skip
    session.room = None
    session.save()
    return session
