"""A need from told to met, and the loop of a referral for it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import Disclosure
from homeward.core.actors import Actor
from homeward.core.refusals import StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.linkage import actions, queries
from homeward.linkage.actions import refusals
from homeward.linkage.listeners import needs_from_assessment
from homeward.linkage.models import Need, NeedReferral
from homeward.people.models import Client
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
DAY = timedelta(days=1)


def told(cast: Cast, **over: Any) -> Need:
    given = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "kind": "legal", "severity": "high",
        "wants": "now", "source": "staff", "now": NOON, **over,
    }  # fmt: skip
    made: Need = actions.tell_need(**given)
    return made


def sent(cast: Cast, need: Need, service: Any, **over: Any) -> NeedReferral:
    given = {
        "actor": cast.cal.actor, "need_id": need.pk, "service_id": service.pk,
        "footing": "together", "now": NOON, **over,
    }  # fmt: skip
    made: NeedReferral = actions.send_on(**given)
    return made


def duties(cast: Cast, kind: str) -> list[CareTask]:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    return list(rows.filter(client_id=cast.jo.pk, kind=kind).order_by("opened_at"))


def booked(cast: Cast, row: NeedReferral, **over: Any) -> Any:
    given = {
        "actor": cast.cal.actor, "client_id": cast.jo.pk, "at": NOON + 2 * DAY,
        "provider": "Ms. Hale", "confirmed_by": "front desk", "kind": "need",
        "referral_id": row.pk, "now": NOON, **over,
    }  # fmt: skip
    return actions.book(**given)


class TestNeed:
    def test_a_wish_is_a_task_of_the_case_manager(self, tuesday: Cast) -> None:
        """Whoever wrote it down, the team's case manager follows it, by the program's days."""
        need = told(tuesday)
        (task,) = duties(tuesday, "linkage_need")
        assert (task.owner_id, task.due_at) == (tuesday.cal.pk, NOON + 7 * DAY)
        assert (need.state, need.answer_due_at) == ("open", NOON + 7 * DAY)

    def test_asked_for_on_the_phone_by_the_client_alone(self, tuesday: Cast) -> None:
        """The client writes their own, and nobody beside them does."""
        need = told(tuesday, actor=tuesday.jo.actor, source="phone", severity="urgent")
        assert need.answer_due_at == NOON + DAY
        event = need.events.get()
        assert (event.source, event.by_id) == ("phone", None)
        for outsider in (tuesday.omar, tuesday.kim, tuesday.fay, tuesday.tess):
            with pytest.raises(Client.DoesNotExist):
                told(tuesday, actor=outsider.actor)

    def test_not_now_stops_the_clock_and_now_starts_it_again(self, tuesday: Cast) -> None:
        """A clock that runs is never put off by telling it again."""
        need = told(tuesday)
        again = told(tuesday, now=NOON + DAY)
        assert (again.pk, again.answer_due_at) == (need.pk, NOON + 7 * DAY)
        later = actions.ask_about_need(
            actor=tuesday.jo.actor, need_id=need.pk, wants="later", now=NOON + DAY
        )
        assert later.answer_due_at is None
        assert [task.closed_at for task in duties(tuesday, "linkage_need")] == [NOON + DAY]
        now = actions.ask_about_need(
            actor=tuesday.cal.actor, need_id=need.pk, wants="now", now=NOON + 2 * DAY
        )
        assert now.answer_due_at == NOON + 9 * DAY
        assert [task.closed_at is None for task in duties(tuesday, "linkage_need")] == [False, True]

    def test_met_and_back_again(self, tuesday: Cast) -> None:
        """What was done stays; the clock begins anew. Nothing ends twice or from an old page."""
        need = told(tuesday)
        with pytest.raises(StaleVersion):
            actions.end_need(
                actor=tuesday.cal.actor, need_id=need.pk, is_met=True, now=NOON, expected_version=9
            )
        met = actions.end_need(actor=tuesday.cal.actor, need_id=need.pk, is_met=True, now=NOON)
        assert (met.state, met.ended_at) == ("met", NOON)
        with pytest.raises(refusals.NeedNotOpen):
            actions.end_need(actor=tuesday.cal.actor, need_id=need.pk, is_met=True, now=NOON)
        back = actions.reopen_need(
            actor=tuesday.cal.actor, need_id=need.pk, wants="now", now=NOON + DAY
        )
        assert (back.state, back.answer_due_at) == ("open", NOON + 8 * DAY)
        assert [each.what for each in back.events.order_by("at", "created_at")] == [
            "told", "met", "reopened",
        ]  # fmt: skip
        with pytest.raises(refusals.NeedNotEnded):
            actions.reopen_need(actor=tuesday.cal.actor, need_id=need.pk, wants="now", now=NOON)

    def test_refuses_what_it_does_not_know(self, tuesday: Cast) -> None:
        """Every problem is named at once."""
        with pytest.raises(refusals.NeedIncomplete) as no:
            told(tuesday, kind="castle", severity="very", wants="maybe", source="rumor")
        assert len(no.value.codes) == 4

    def test_an_interview_points_to_needs_and_asks_for_nothing(
        self, tuesday: Cast, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Kind and gravity go on with the question; a wish told before stays the client's."""
        from homeward.assessments.facts import AssessmentSigned

        told(tuesday, wants="no")
        monkeypatch.setattr(
            "homeward.linkage.listeners.answers_now",
            lambda *_args: {"home.situation": "none", "legal.status": ["pending"]},
        )
        needs_from_assessment(
            AssessmentSigned(
                tuesday.jo.pk, tuesday.jo.pk, tuesday.site.pk, NOON, "", None, "", False,
                tuesday.dana.actor, NOON,
            )
        )  # fmt: skip
        found = {row.kind: row for row in queries.needs_of(tuesday.cal.actor, tuesday.jo.pk)}
        assert (found["housing"].severity, found["housing"].wants) == ("urgent", "not_asked")
        assert found["housing"].events.get().source_ref == "home.situation"
        assert found["legal"].wants == "no"


class TestReferral:
    def test_the_loop_from_sent_to_kept(self, tuesday: Cast, legal_aid: Any) -> None:
        """Sent, answered, booked, kept: the need stays open until somebody says it is met."""
        need = told(tuesday)
        row = sent(tuesday, need, legal_aid)
        need.refresh_from_db()
        assert need.answer_due_at is None
        assert row.due_at == NOON + 5 * DAY
        row = actions.record_answer(
            actor=tuesday.cal.actor, referral_id=row.pk, step="accepted", now=NOON + DAY
        )
        assert row.answered_at == NOON + DAY
        visit = booked(tuesday, row)
        row.refresh_from_db()
        assert (row.state, row.due_at) == ("booked", NOON + 3 * DAY)
        kept = {
            "actor": tuesday.cal.actor, "appointment_id": visit.pk, "state": "kept",
            "source": "place_said",
        }  # fmt: skip
        with pytest.raises(refusals.AppointmentIsAhead):
            actions.settle(**kept, now=NOON + DAY)
        actions.settle(**kept, now=NOON + 3 * DAY)
        row.refresh_from_db()
        assert (row.outcome, row.kept_on) == ("kept", (NOON + 2 * DAY).date())
        (task,) = duties(tuesday, "linkage_referral")
        assert (task.closed_at, task.disposition_note) == (NOON + 3 * DAY, "kept")
        need.refresh_from_db()
        assert need.state == "open"
        with pytest.raises(refusals.ReferralEnded):
            actions.record_answer(
                actor=tuesday.cal.actor, referral_id=row.pk, step="called", now=NOON + 3 * DAY
            )
        with transaction.atomic(), pytest.raises(DatabaseError):
            row.change(outcome="served")

    def test_missed_is_booked_again_and_both_stand(self, tuesday: Cast, legal_aid: Any) -> None:
        """The missed one is not rewritten; its referral waits for the new day."""
        row = sent(tuesday, told(tuesday), legal_aid)
        first = booked(tuesday, row)
        actions.settle(
            actor=tuesday.cal.actor, appointment_id=first.pk, state="missed",
            source="client_said", now=NOON + 3 * DAY,
        )  # fmt: skip
        row.refresh_from_db()
        assert (row.state, row.due_at) == ("missed", NOON + 5 * DAY)
        second = booked(tuesday, row, at=NOON + 6 * DAY, now=NOON + 4 * DAY, replaces_id=first.pk)
        row.refresh_from_db()
        first.refresh_from_db()
        assert (first.state, second.replaces_id, row.state) == ("missed", first.pk, "booked")
        with pytest.raises(refusals.AppointmentSettled):
            actions.settle(
                actor=tuesday.cal.actor, appointment_id=first.pk, state="kept",
                source="client_said", now=NOON + 8 * DAY,
            )  # fmt: skip

    def test_text_is_not_a_booking(self, tuesday: Cast, legal_aid: Any) -> None:
        """Provider, a time ahead, and who confirmed it: each missing one is named."""
        row = sent(tuesday, told(tuesday), legal_aid)
        with pytest.raises(refusals.BookingIncomplete) as no:
            booked(tuesday, row, provider=" ", confirmed_by="", at=NOON)
        assert no.value.codes == (
            "booking_provider_missing", "booking_time_ahead", "booking_confirmed_by_missing",
        )  # fmt: skip

    def test_without_help_the_need_waits_again(self, tuesday: Cast, legal_aid: Any) -> None:
        """And ending so needs a sentence."""
        need = told(tuesday)
        row = sent(tuesday, need, legal_aid)
        given = {"actor": tuesday.cal.actor, "referral_id": row.pk, "outcome": "declined_by_place"}
        with pytest.raises(refusals.OutcomeNeedsReason):
            actions.end_referral(**given, now=NOON)
        actions.end_referral(**given, reason="Takes no family cases.", now=NOON + DAY)
        need.refresh_from_db()
        assert need.answer_due_at == NOON + 8 * DAY
        assert [task.closed_at is None for task in duties(tuesday, "linkage_need")] == [False, True]

    def test_its_duty_cannot_end_before_it(self, tuesday: Cast, legal_aid: Any) -> None:
        """The only way out of the list is to find out what happened."""
        sent(tuesday, told(tuesday), legal_aid)
        (task,) = duties(tuesday, "linkage_referral")
        for disposition in ("followed", "not_needed"):
            with pytest.raises(DispositionUnproven):
                complete_task(
                    actor=tuesday.cal.actor, task_id=task.pk, disposition=disposition,
                    note="not needed any more", now=NOON,
                )  # fmt: skip

    def test_consent_is_asked_at_the_instant_of_sending(
        self, tuesday: Cast, legal_aid: Any, signs: Any
    ) -> None:
        """A draft carries nothing, a signed paper that names the place does, a revoked one not."""
        from homeward.consents.actions import revoke_consent

        need = told(tuesday)
        with pytest.raises(refusals.ConsentNeeded):
            sent(tuesday, need, legal_aid, footing="consent")
        ledger = Disclosure.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        assert not ledger.exists()
        asked = {"client_id": tuesday.jo.pk, "service_id": legal_aid.pk, "now": NOON}
        draft = actions.ask_for_consent(actor=tuesday.cal.actor, **asked)
        assert actions.ask_for_consent(actor=tuesday.cal.actor, **asked).pk == draft.pk
        with pytest.raises(refusals.ConsentNeeded):
            sent(tuesday, need, legal_aid, footing="consent")
        paper = signs(draft)
        row = sent(tuesday, need, legal_aid, footing="consent", now=NOON + timedelta(minutes=1))
        assert row.disclosure is not None
        assert row.disclosure.cites == [str(paper.pk)]
        assert {each["class"] for each in row.disclosure.items} == {"identity", "linkage"}
        revoke_consent(actor=tuesday.jo.actor, consent_id=paper.pk, how="phone", now=NOON + DAY)
        with pytest.raises(refusals.ConsentNeeded):
            actions.record_answer(
                actor=tuesday.cal.actor, referral_id=row.pk, step="called", footing="consent",
                now=NOON + DAY,
            )  # fmt: skip

    def test_is_no_business_of_others(self, tuesday: Cast, legal_aid: Any) -> None:
        """Another site and Jo's mother reach nothing; the front desk neither."""
        need = told(tuesday)
        for outsider in (tuesday.omar, tuesday.kim, tuesday.fay):
            with pytest.raises(Need.DoesNotExist):
                sent(tuesday, need, legal_aid, actor=outsider.actor)
            assert queries.needs_of(outsider.actor, tuesday.jo.pk) == []
