"""Taking a call, calling back, opening a record, appointments, endings."""

from datetime import date, timedelta
from typing import Any

import pytest

from homeward.admissions import actions
from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.admissions.tests import walking
from homeward.assessments.tests import interview
from homeward.core import clock
from homeward.core.actors import NOBODY, Actor
from homeward.core.refusals import StaleVersion
from homeward.coverage.actions import PayerUnknown, record_benefits_check
from homeward.coverage.models import BenefitsCheck, Payer
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def steps(inquiry: Inquiry) -> list[tuple[str, str]]:
    """Where the inquiry went and why."""
    return [(each.to_state, each.reason) for each in inquiry.steps.order_by("created_at")]


class TestTakeInquiry:
    def test_keeps_what_was_told_and_what_was_not_asked(self, cast: Cast) -> None:
        """Unknown stays unknown; the number is the next one."""
        first, second = walking.call(cast, injects=None, suicidal=""), walking.call(cast)
        assert (first.number, second.number) == ("INQ-00001", "INQ-00002")
        assert (first.injects, first.suicidal, first.person_name) == (None, "", walking.NAME)
        assert first.taken_by_id == cast.ada.pk

    def test_takes_a_message_from_the_public_site(self, cast: Cast) -> None:
        """Nobody is signed in, and nobody took the call."""
        inquiry = actions.take_inquiry(
            actor=NOBODY,
            site_id=cast.site.pk,
            caller_name="Lee",
            relation="family",
            phone="1",
            now=clock.now(),
        )
        assert (inquiry.taken_by_id, inquiry.person_name) == (None, "")

    def test_names_what_is_missing(self, cast: Cast) -> None:
        """Both at once, not one after the other."""
        with pytest.raises(actions.InquiryIncomplete) as refused:
            walking.call(cast, caller_name=" ", phone="", payer_code="moon")
        assert refused.value.codes == ("caller_name_missing", "phone_missing", "payer_unknown")

    def test_is_no_business_of_a_nurse_or_another_site(self, cast: Cast) -> None:
        """The row would lie outside their reach, so it is not made."""
        for outsider in (cast.ruth, cast.omar):
            with pytest.raises(Inquiry.DoesNotExist):
                actions.take_inquiry(
                    actor=outsider.actor, site_id=cast.site.pk, caller_name="Lee", relation="self",
                    phone="1", now=clock.now(),
                )  # fmt: skip
        assert not Inquiry.objects.for_actor(SERVICE, Purpose.OPERATIONS).exists()


class TestRecordContact:
    def test_moves_when_the_person_is_reached(self, cast: Cast) -> None:
        """Attempts before stand beside the move."""
        inquiry = walking.call(cast)
        for outcome in ("no_answer", "left_message", "reached"):
            actions.record_contact(
                actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome=outcome, now=clock.now()
            )
        assert steps(inquiry) == [
            ("inquiry", "first_request"),
            ("inquiry", "no_answer"),
            ("inquiry", "left_message"),
            ("contacted", "reached"),
        ]

    def test_keeps_the_callers_permissions(self, cast: Cast) -> None:
        """No message where none was allowed, no call where none was wanted."""
        silent = walking.call(cast, may_leave_message=False)
        with pytest.raises(actions.MessageNotAllowed):
            actions.record_contact(
                actor=cast.ada.actor, inquiry_id=silent.pk, outcome="left_message", now=clock.now()
            )
        never = walking.call(cast, may_call_back=False, phone="")
        with pytest.raises(actions.CallbackNotAllowed):
            actions.record_contact(
                actor=cast.ada.actor, inquiry_id=never.pk, outcome="reached", now=clock.now()
            )

    def test_notices_an_old_page(self, cast: Cast) -> None:
        """Two people call back at once."""
        inquiry = walking.call(cast)
        given: dict[str, Any] = {
            "actor": cast.ada.actor,
            "inquiry_id": inquiry.pk,
            "expected_version": 1,
        }
        actions.record_contact(outcome="no_answer", now=clock.now(), **given)
        with pytest.raises(StaleVersion):
            actions.record_contact(outcome="no_answer", now=clock.now(), **given)


class TestCloseInquiry:
    def test_ends_with_its_reason_and_closes_the_record_to_the_assessor(self, cast: Cast) -> None:
        """Dana was on the team for the assessment only."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="referred_out",
            reason="withdrawal_first", referred_to="County detox", now=clock.now(),
        )  # fmt: skip
        assert steps(inquiry)[-1] == ("referred_out", "withdrawal_first: County detox")
        teams = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        assert not teams.filter(client=client, ends_at=None).exists()

    def test_is_final(self, cast: Cast) -> None:
        """A second ending and a call back are refused."""
        inquiry = walking.call(cast)
        end: dict[str, Any] = {
            "actor": cast.ada.actor, "inquiry_id": inquiry.pk, "outcome": "lost",
            "reason": "not_reached",
        }  # fmt: skip
        with pytest.raises(actions.ClosingUnknown):
            actions.close_inquiry(**{**end, "reason": "rude"}, now=clock.now())
        actions.close_inquiry(**end, now=clock.now())
        with pytest.raises(actions.InquiryEnded):
            actions.close_inquiry(**end, now=clock.now())
        with pytest.raises(actions.InquiryEnded):
            actions.record_contact(
                actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="reached", now=clock.now()
            )

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar works elsewhere."""
        inquiry = walking.call(cast)
        with pytest.raises(Inquiry.DoesNotExist):
            actions.close_inquiry(
                actor=cast.omar.actor,
                inquiry_id=inquiry.pk,
                outcome="lost",
                reason="other",
                now=clock.now(),
            )


class TestStartScreening:
    def start(self, cast: Cast, inquiry: Inquiry, **more: Any) -> Client:
        """Ada opens the record."""
        given = {"name": walking.NAME, "birth_date": walking.BORN, **more}
        opened: Client = actions.start_screening(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now(), **given
        )
        return opened

    def test_opens_the_record_with_the_next_number(self, cast: Cast) -> None:
        """The number is the client's for good."""
        client = self.start(cast, walking.call(cast))
        assert (client.chart_number, client.phone_ending) == ("HW-00003", "0199")

    def test_refuses_somebody_too_young_and_says_the_limit(self, cast: Cast) -> None:
        """The decision carries age, limit and source."""
        young = clock.now().date() - timedelta(days=17 * 365)
        with pytest.raises(actions.TooYoung) as refused:
            self.start(cast, walking.call(cast), birth_date=young)
        (line,) = refused.value.decision.reasons
        assert (line.code, line.detail["minimum"]) == ("old_enough", 18)

    @pytest.mark.parametrize(
        ("change", "code"),
        [({"name": "Bianca"}, "full_name_missing"), ({"birth_date": None}, "birth_date_missing"),
         ({"birth_date": date(2090, 1, 1)}, "birth_date_missing")],
    )  # fmt: skip
    def test_refuses_half_an_identity(self, cast: Cast, change: dict[str, Any], code: str) -> None:
        """A full name and a real birth date."""
        with pytest.raises(actions.IdentityIncomplete) as refused:
            self.start(cast, walking.call(cast), **change)
        assert refused.value.codes == (code,)

    def test_shows_namesakes_and_merges_nobody_by_itself(self, cast: Cast) -> None:
        """The same name and birth date: somebody chooses."""
        first = self.start(cast, walking.call(cast))
        with pytest.raises(actions.MaybeKnownHere):
            self.start(cast, walking.call(cast), name="bianca CRUZ")
        assert self.start(cast, walking.call(cast), existing_client_id=first.pk).pk == first.pk
        assert self.start(cast, walking.call(cast), is_another_person=True).pk != first.pk

    def test_ties_only_to_a_namesake(self, cast: Cast) -> None:
        """An id of somebody else in the form is nobody."""
        with pytest.raises(Client.DoesNotExist):
            self.start(cast, walking.call(cast), existing_client_id=cast.jo.pk)

    def test_happens_once(self, cast: Cast) -> None:
        """A second click finds the record open."""
        inquiry = walking.call(cast)
        self.start(cast, inquiry)
        with pytest.raises(actions.ScreeningAlreadyStarted):
            self.start(cast, inquiry)

    def test_is_not_for_a_counselor(self, cast: Cast) -> None:
        """Dana reads of those on their way to her; opening records is the admissions desk's."""
        with pytest.raises(Inquiry.DoesNotExist):
            actions.start_screening(
                actor=cast.dana.actor, inquiry_id=walking.call(cast).pk, name=walking.NAME,
                birth_date=walking.BORN, now=clock.now(),
            )  # fmt: skip


class TestAssessmentVisits:
    def test_open_the_chart_to_the_clinician(self, cast: Cast) -> None:
        """Dana sees Bianca from the appointment on."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        assert not Client.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).filter(pk=client.pk)
        walking.give_appointment(cast, inquiry)
        assert Client.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).filter(pk=client.pk)
        with pytest.raises(actions.AppointmentAlreadyGiven):
            walking.give_appointment(cast, inquiry)

    def test_that_were_missed_can_be_given_again(self, cast: Cast) -> None:
        """The inquiry goes back to where the next one is given."""
        inquiry = walking.call(cast)
        walking.screen(cast, walking.open_record(cast, inquiry))
        visit = walking.give_appointment(cast, inquiry)
        actions.miss_assessment(
            actor=cast.ada.actor, visit_id=visit.pk, state="no_show", now=clock.now()
        )
        inquiry.refresh_from_db()
        assert inquiry.state == "screened"
        assert walking.give_appointment(cast, inquiry).pk != visit.pk

    def test_that_an_assessment_kept_are_kept_for_good(self, cast: Cast) -> None:
        """Signing keeps the appointment; nobody can call it missed afterwards."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        visit = walking.give_appointment(cast, inquiry)
        interview.sign(cast, interview.finish(cast, client))
        visit = AssessmentVisit.objects.for_actor(SERVICE, Purpose.TREATMENT).get(pk=visit.pk)
        assert visit.state == AssessmentVisit.State.KEPT
        with pytest.raises(actions.VisitOver):
            actions.miss_assessment(
                actor=cast.ada.actor, visit_id=visit.pk, state="no_show", now=clock.now()
            )

    def test_need_a_record_and_a_time_ahead(self, cast: Cast) -> None:
        """First the record, then the appointment."""
        inquiry = walking.call(cast)
        with pytest.raises(actions.NoClientYet):
            walking.give_appointment(cast, inquiry)
        walking.open_record(cast, inquiry)
        with pytest.raises(actions.AppointmentInPast):
            actions.schedule_assessment(
                actor=cast.ada.actor, inquiry_id=inquiry.pk, worker_id=cast.dana.pk,
                starts_at=clock.now() - timedelta(hours=1), now=clock.now(),
            )  # fmt: skip


class TestThePayersAnswer:
    def test_keeps_each_answer_and_moves_a_screened_inquiry(self, cast: Cast) -> None:
        """A second answer is a second row of the same coverage."""
        Payer.objects.create(code="medicaid", name="State Medicaid", kind="medicaid")
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        for _again in range(2):
            record_benefits_check(
                actor=cast.ada.actor, client_id=client.pk, payer_code="medicaid", is_covered=True,
                copay_cents=2500, now=clock.now(),
            )  # fmt: skip
        rows = BenefitsCheck.objects.for_actor(SERVICE, Purpose.PAYMENT)
        assert rows.count() == 2
        assert len({row.coverage_id for row in rows}) == 1
        inquiry.refresh_from_db()
        assert inquiry.state == "benefits_verified"
        with pytest.raises(PayerUnknown):
            record_benefits_check(
                actor=cast.ada.actor,
                client_id=client.pk,
                payer_code="moon",
                is_covered=True,
                now=clock.now(),
            )
