"""The end of an episode: everything planned is given back, and the summary is one client's."""

import io
from datetime import timedelta
from types import SimpleNamespace

import pypdf
import pytest
from django.db import IntegrityError, transaction

from homeward import audit
from homeward.accounts.freshness import FRESH_FOR, NotFresh
from homeward.admissions.models import Episode
from homeward.audit.models import Entry
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.documents.actions import open_document
from homeward.documents.models import Document
from homeward.drugtests.asking import test_today
from homeward.drugtests.models import DrugTest
from homeward.kernel.roles import Role
from homeward.medications.models import NaloxoneOffer
from homeward.progress import actions, tasks_opened
from homeward.progress.actions.book_appointment import AppointmentIncomplete, AppointmentIsAhead
from homeward.progress.actions.discharge_client import (
    AlreadyDischarged,
    Closing,
    DischargeIncomplete,
)
from homeward.progress.actions.record_outreach import NoConsentToContact, OutreachIncomplete
from homeward.progress.actions.schedule_follow_ups import AlreadyDone, NotDischarged
from homeward.progress.models import Discharge, FollowUp
from homeward.progress.outreach import open_outreach
from homeward.progress.queries import hours_this_week
from homeward.staff.models import RoleGrant
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker
from homeward.timetable.models import GroupMembership, Seat

from .conftest import THE_PROGRAM, mark, tasks

HOUR = timedelta(hours=1)

CLOSING = Closing(
    type="completed",
    last_contact_on=NOON.date(),
    narrative="Jo came to nearly every group and met both goals of the plan.",
    prognosis="good with continuing care",
    recommendations="Weekly continuing care for twelve weeks.",
    naloxone="given",
    naloxone_lot="NX-100",
    naloxone_expires_on=NOON.date() + timedelta(days=300),
    naloxone_shown=True,
    ratings={"1": 0, "5": 1},
)


def discharge(cast, who="dana", closing=CLOSING, **values):
    about = {"closing": closing, "authenticated_at": NOON, "now": NOON} | values
    return actions.discharge_client(
        actor=getattr(cast, who).actor, episode_id=cast.episode.pk, **about
    )


def book(cast, who="dana", at=NOON + timedelta(days=3), **values):
    return actions.book_appointment(
        actor=getattr(cast, who).actor,
        episode_id=cast.episode.pk,
        at=at,
        now=NOON,
        with_whom="Outpatient counseling near home",
        kind="level_1",
        **({"confirmed_by": "Lee at their desk"} | values),
    )


class TestDischargeClient:
    def test_nothing_is_asked_any_more_of_who_left(self, tuesday):
        """A test drawn this morning, and a review somebody was asked to hold."""
        test = DrugTest.objects.create(
            client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["thc"],
            state="notified", ordered_at=NOON - HOUR, notified_at=NOON - HOUR,
            due_at=NOON + timedelta(hours=6),
        )  # fmt: skip
        actions.tell_event(
            actor=tuesday.ruth.actor, episode_id=tuesday.episode.pk, code="overdose",
            happened_on=NOON.date(), now=NOON - HOUR,
        )  # fmt: skip
        today = (THE_PROGRAM, tuesday.jo.pk, tuesday.site, NOON)
        assert test_today(*today).answer == "yes"
        (held,) = tasks(tasks_opened.REVIEW)
        assert held.closed_at is None
        discharge(tuesday)
        test.refresh_from_db()
        assert (test.state, test.ended_reason) == ("cancelled", "care here has ended")
        assert test_today(*today).answer == "no"
        (held,) = tasks(tasks_opened.REVIEW)
        assert (held.disposition, held.disposition_note) == ("not_needed", "care here has ended")

    def test_ends_everything_that_was_planned(self, tuesday, seated):
        row = discharge(tuesday)
        episode = Episode.objects.unscoped("test").get(pk=tuesday.episode.pk)
        assert (episode.ended_at, episode.ended_on) == (NOON, NOON.date())
        assert GroupMembership.objects.unscoped("test").filter(ends_on=None).count() == 0
        assert (
            Seat.objects.unscoped("test").filter(released_at=None, starts_at__gt=NOON).count() == 0
        )
        assert (row.teds_reason, row.credential) == (1, "LPC")
        assert NaloxoneOffer.objects.unscoped("test").get().is_trained
        assert len(row.content_hash) == 64
        months = (
            FollowUp.objects.unscoped("test").order_by("months").values_list("months", flat=True)
        )
        assert list(months) == [1, 3, 6, 12]
        assert Entry.objects.filter(
            code="progress.discharge.signed", reason=row.content_hash
        ).exists()

    def test_the_summary_is_put_together_from_the_record(self, tuesday):
        mark(tuesday, NOON - timedelta(days=2), minutes=90)
        book(tuesday)
        summary = discharge(tuesday).summary
        assert summary["services"] == [{"name": "Group", "sessions": 1, "minutes": 90}]
        assert summary["appointments"][0]["with_whom"] == "Outpatient counseling near home"
        assert summary["ending"]["last_contact_on"] == NOON.date().isoformat()

    def test_the_pdf_says_it_and_names_nobody_else(self, tuesday, neighbour):
        book(tuesday)
        row = discharge(tuesday)
        _, content = open_document(actor=tuesday.dana.actor, document_id=row.document_id, now=NOON)
        reader = pypdf.PdfReader(io.BytesIO(content))
        text = "".join(page.extract_text() for page in reader.pages)
        for words in (
            "Jo Avery",
            "HW-00001",
            "met both goals",
            "Outpatient counseling near home",
            "Weekly continuing care",
            "988",
            "Dana Reyes, LPC",
            "Kit and training given",
        ):
            assert words in text, words
        for other in ("Zabriskie", "Robin", "Pat", "Moreau", "HW-00077"):
            assert other not in text
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert reader.trailer["/Root"]["/Lang"] == "en"
        assert reader.metadata.title

    def test_the_document_is_sealed_in_the_database(self, tuesday):
        row = discharge(tuesday)
        document = Document.objects.unscoped("test").get(pk=row.document_id)
        assert not bytes(document.sealed).startswith(b"%PDF")
        assert b"Avery" not in bytes(document.sealed)

    def test_two_days_are_kept_apart(self, tuesday):
        """Lost to contact: the last contact lies weeks before the discharge; the team decided."""
        last = NOON.date() - timedelta(days=20)
        row = discharge(
            tuesday,
            closing=Closing(
                type="lost_to_contact",
                last_contact_on=last,
                team_decided_on=NOON.date() - timedelta(days=5),
                naloxone="not_offered",
                narrative="Did not come back after the second week; calls were not answered.",
            ),
        )
        assert row.last_contact_on == last
        assert row.discharged_at == NOON
        assert row.teds_reason == 2

    def test_nobody_is_called_after_a_death(self, tuesday):
        discharge(
            tuesday,
            closing=Closing(type="deceased", last_contact_on=NOON.date(),
                            narrative="The family told us on the phone this morning."),
        )  # fmt: skip
        assert FollowUp.objects.unscoped("test").count() == 0

    def test_refuses_with_every_problem_and_changes_nothing(self, tuesday, seated):
        with pytest.raises(DischargeIncomplete) as refusal:
            discharge(
                tuesday,
                closing=Closing(type="administrative", last_contact_on=NOON.date(), narrative=""),
            )
        assert refusal.value.codes == (
            "discharge_reason", "administrative_case", "narrative", "naloxone",
        )  # fmt: skip
        assert Discharge.objects.unscoped("test").count() == 0
        assert Seat.objects.unscoped("test").filter(released_at=None).count() == 2

    def test_happens_once(self, tuesday):
        discharge(tuesday)
        with pytest.raises(AlreadyDischarged):
            discharge(tuesday)

    def test_needs_who_signs_to_have_shown_it_just_now(self, tuesday):
        """Five minutes before at the most; so does what is added to it later."""
        old = (None, NOON - FRESH_FOR - timedelta(seconds=1), NOON + timedelta(seconds=1))
        for at in old:
            with pytest.raises(NotFresh):
                discharge(tuesday, authenticated_at=at)
        row = discharge(tuesday, authenticated_at=NOON - FRESH_FOR, with_document=False)
        said = {
            "actor": tuesday.dana.actor, "discharge_id": row.pk, "part": "course",
            "words": "The last group was on the 20th.", "reason": "It came in afterwards.",
            "now": NOON, "with_document": False,
        }  # fmt: skip
        for at in old:
            with pytest.raises(NotFresh):
                actions.amend_discharge(**said, authenticated_at=at)
        added = actions.amend_discharge(**said, authenticated_at=NOON)
        assert (added.number, added.credential) == (1, "LPC")
        with pytest.raises(Discharge.DoesNotExist):
            actions.amend_discharge(**said | {"actor": tuesday.omar.actor}, authenticated_at=NOON)

    def test_refuses_a_form_that_is_behind(self, tuesday):
        with pytest.raises(StaleVersion):
            discharge(tuesday, expected_version=tuesday.episode.version + 1)

    def test_is_frozen_afterwards(self, tuesday):
        discharge(tuesday)
        with pytest.raises(IntegrityError), transaction.atomic():
            Discharge.objects.unscoped("test").update(reason="another")

    @pytest.mark.parametrize("who", ["tess", "ruth"])
    def test_is_signed_for_the_team(self, tuesday, who):
        """Neither a technician nor a nurse, who signs only notes of her own."""
        with pytest.raises(NotAllowed):
            discharge(tuesday, who=who)

    def test_is_signed_for_clients_of_the_own_team_alone(self, tuesday):
        """Schedules of the whole site by one role, signing by another: no signature for Jo."""
        both = make_worker(tuesday, "bo", "Bo Chan", Role.COUNSELOR, "LPC", True, ())
        RoleGrant.objects.create(
            worker=both.row, role=Role.FRONT_DESK, program=tuesday.program, site=tuesday.site,
            starts_on=NOON.date() - timedelta(days=9),
        )  # fmt: skip
        for act in (
            lambda: discharge(SimpleNamespace(bo=both, episode=tuesday.episode), who="bo"),
            lambda: actions.open_case(
                actor=both.actor, episode_id=tuesday.episode.pk, ground="violence", now=NOON,
                cause="Struck somebody in the hall.", stands_without_use=True,
            ),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                act()

    def test_is_hidden_from_another_site(self, tuesday):
        with pytest.raises(Episode.DoesNotExist):
            discharge(tuesday, who="omar")

    def test_the_document_is_hidden_from_omar_and_kim(self, tuesday):
        row = discharge(tuesday)
        for who in (tuesday.omar, tuesday.kim):
            with pytest.raises(Document.DoesNotExist):
                open_document(actor=who.actor, document_id=row.document_id, now=NOON)


class TestAfterwards:
    def test_check_ups_wait_for_the_end(self, tuesday):
        with pytest.raises(NotDischarged):
            actions.schedule_follow_ups(
                actor=tuesday.dana.actor, episode_id=tuesday.episode.pk, now=NOON
            )

    def test_check_ups_are_planned_once(self, tuesday):
        discharge(tuesday)
        again = actions.schedule_follow_ups(
            actor=tuesday.dana.actor, episode_id=tuesday.episode.pk, now=NOON
        )
        assert len(again) == FollowUp.objects.unscoped("test").count() == 4

    def test_what_was_not_answered_stays_missing(self, tuesday):
        discharge(tuesday)
        first = FollowUp.objects.unscoped("test").get(months=1)
        done = actions.record_follow_up(
            actor=tuesday.dana.actor,
            follow_up_id=first.pk,
            outcome="reached",
            now=NOON,
            answers={"any_use_30d": False, "employed": None},
        )
        assert done.answers == {"any_use_30d": False}
        with pytest.raises(AlreadyDone):
            actions.record_follow_up(
                actor=tuesday.dana.actor, follow_up_id=first.pk, outcome="reached", now=NOON
            )

    def test_a_check_up_is_hidden_from_another_site(self, tuesday):
        discharge(tuesday)
        first = FollowUp.objects.unscoped("test").get(months=1)
        with pytest.raises(Episode.DoesNotExist):
            actions.record_follow_up(
                actor=tuesday.omar.actor, follow_up_id=first.pk, outcome="reached", now=NOON
            )


class TestAppointments:
    def test_is_really_booked_and_settled(self, tuesday):
        row = book(tuesday, place="Second floor")
        with pytest.raises(AppointmentIsAhead):
            actions.settle_appointment(
                actor=tuesday.dana.actor, appointment_id=row.pk, kept=True, now=NOON
            )
        later = NOON + timedelta(days=4)
        kept = actions.settle_appointment(
            actor=tuesday.dana.actor, appointment_id=row.pk, kept=True, now=later
        )
        assert kept.kept is True

    def test_refuses_the_past(self, tuesday):
        with pytest.raises(AppointmentIncomplete):
            book(tuesday, at=NOON)

    def test_a_text_is_no_booking(self, tuesday):
        """Booked means who there confirmed it."""
        with pytest.raises(AppointmentIncomplete, match="confirmed_by"):
            book(tuesday, confirmed_by=" ")

    def test_is_hidden_from_another_site(self, tuesday):
        with pytest.raises(Episode.DoesNotExist):
            book(tuesday, who="omar")


class TestOutreach:
    def attempt(self, cast, who="dana", **values):
        given = {"channel": "call", "outcome": "no_answer", "step": "same_day"}
        return actions.record_outreach(
            actor=getattr(cast, who).actor,
            episode_id=cast.episode.pk,
            now=NOON,
            **(given | values),
        )

    def test_a_missed_session_asks_for_the_next_try(self, tuesday):
        missed = mark(tuesday, NOON - timedelta(hours=3), "no_show")
        first = open_outreach(tuesday.dana.actor, NOON)
        assert [(item.mark.pk, item.next.step) for item in first] == [
            (missed.pk, "after_15_minutes")
        ]
        self.attempt(tuesday, step="after_15_minutes", session_id=missed.session_id)
        assert open_outreach(tuesday.dana.actor, NOON)[0].next.step == "same_day"
        self.attempt(tuesday, outcome="reached", session_id=missed.session_id)
        assert open_outreach(tuesday.dana.actor, NOON) == []

    def test_somebody_who_came_back_is_not_called(self, tuesday):
        mark(tuesday, NOON - timedelta(days=1), "no_show")
        mark(tuesday, NOON - timedelta(hours=3))
        assert open_outreach(tuesday.dana.actor, NOON) == []

    def test_refuses_an_unknown_way(self, tuesday):
        with pytest.raises(OutreachIncomplete):
            self.attempt(tuesday, channel="shouting")

    def test_tells_nobody_without_a_consent(self, tuesday):
        with pytest.raises(NoConsentToContact):
            self.attempt(tuesday, channel="consented_contact", outcome="reached")

    def test_is_hidden_from_another_site(self, tuesday):
        mark(tuesday, NOON - timedelta(hours=3), "no_show")
        assert open_outreach(tuesday.omar.actor, NOON) == []
        with pytest.raises(Episode.DoesNotExist):
            self.attempt(tuesday, who="omar")


def test_hours_of_a_week_in_two_queries(tuesday, seated, django_assert_num_queries):
    mark(tuesday, NOON - timedelta(hours=3), minutes=75)
    actor = tuesday.dana.actor
    with audit.unit(), django_assert_num_queries(2):
        week, decision = hours_this_week(actor, [tuesday.episode], NOON)[tuesday.jo.pk]
    assert (week.delivered_minutes, week.planned_minutes, week.required_minutes) == (75, 90, 720)
    assert decision.outcome == "short"
