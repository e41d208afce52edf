"""Carrying over, keeping pages, signing: what stays and what is refused."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.accounts.freshness import NotFresh
from homeward.assessments import actions, queries
from homeward.assessments.library import edition
from homeward.assessments.models import Addendum, Answer, Assessment, Draft
from homeward.assessments.rules.filling import filling_of
from homeward.assessments.rules.week import Window
from homeward.assessments.signing import digest_of
from homeward.assessments.tests import interview
from homeward.assessments.told import CarriedFact, Origin, opened, told_before
from homeward.audit.models import Entry
from homeward.core import clock, facts
from homeward.core.refusals import StaleVersion
from homeward.instruments.actions import answer_instrument
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.people.models import Client
from homeward.staff.models import Credential
from homeward.testing.cast import Cast
from homeward.testing.stage import LONG_AGO

pytestmark = pytest.mark.django_db


def told(fact: str, value: Any, ref: str = "q-1", **more: Any) -> CarriedFact:
    """Something said on a first call."""
    return CarriedFact(fact, value, Origin.INQUIRY, ref, clock.now() - timedelta(days=4), **more)


def carry(cast: Cast, *carried: CarriedFact) -> Any:
    """Dana carries over what was told about Jo."""
    return actions.carry_over(
        actor=cast.dana.actor, client=cast.jo.row, facts=carried, now=clock.now()
    )


def filling(cast: Cast, code: str) -> Any:
    """What a question opens with for Jo."""
    return filling_of(edition().questions[code], told_before(cast.dana.actor, cast.jo.row))


class TestCarryOver:
    def test_keeps_each_fact_once(self, cast: Cast) -> None:
        """Carried twice from one place, kept once."""
        first = carry(cast, told("use.substances", ["alcohol"]), told("medical.allergies", "nuts"))
        assert len(first) == 2
        assert carry(cast, told("use.substances", ["alcohol"])) == ()

    def test_lets_a_later_answer_supersede(self, cast: Cast) -> None:
        """The earlier one stays in the record."""
        carry(cast, told("medical.allergies", "nuts"))
        (later,) = carry(cast, told("medical.allergies", "none known", ref="q-2"))
        assert later.supersedes is not None
        assert queries.answers_now(cast.dana.actor, cast.jo.row) == {
            "medical.allergies": "none known"
        }

    def test_leaves_out_what_nobody_said(self, cast: Cast) -> None:
        """Unknown is not no."""
        assert carry(cast, told("medical.allergies", ""), told("use.injects", None)) == ()

    def test_refuses_a_code_no_form_asks(self, cast: Cast) -> None:
        """A misspelt fact would be asked again."""
        with pytest.raises(actions.FactUnknown) as refused:
            carry(cast, told("medical.alergies", "nuts"))
        assert refused.value.codes == ("medical.alergies",)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar does not write Jo's record."""
        with pytest.raises((Client.DoesNotExist, Answer.DoesNotExist)):
            actions.carry_over(
                actor=cast.omar.actor,
                client=cast.jo.row,
                facts=[told("medical.allergies", "nuts")],
                now=clock.now(),
            )

    def test_is_never_changed_in_the_database(self, cast: Cast) -> None:
        """The wall stands below the code."""
        (row,) = carry(cast, told("medical.allergies", "nuts"))
        with pytest.raises(DatabaseError), transaction.atomic():
            row.change(origin="packet")


class TestFilling:
    def test_fills_a_table_from_what_the_caller_said(self, cast: Cast) -> None:
        """Two substances on the call are two lines, without the last use."""
        carry(cast, told("use.substances", ["alcohol", "fentanyl"]))
        found = filling(cast, "use.substances")
        assert found.value == [{"substance": "alcohol"}, {"substance": "fentanyl"}]
        assert found.origin.origin == Origin.INQUIRY

    @pytest.mark.parametrize(
        ("code", "value"),
        [("use.last", "today"), ("risk.suicide", "none"), ("withdrawal", "possible"),
         ("medications", "lisinopril"), ("pregnancy", "no"), ("home.safety", "safe"),
         ("contact.safe", "message_ok")],
    )  # fmt: skip
    def test_asks_afresh_with_the_earlier_answer_beside(
        self, cast: Cast, code: str, value: str
    ) -> None:
        """Never filled in, whatever was said before."""
        carry(cast, told(code, value))
        found = filling(cast, code)
        assert (found.value, found.origin) == (None, None)
        assert [each.value for each in found.beside] == [value]

    def test_takes_what_a_questionnaire_answered(self, cast: Cast) -> None:
        """The ruler's importance is not asked again."""
        answer_instrument(
            actor=cast.dana.actor, client_id=cast.jo.pk, instrument="readiness_ruler",
            answers={"1": 8, "2": 4, "3": 7}, now=clock.now(), moment="screening",
        )  # fmt: skip
        assert filling(cast, "readiness.importance").value == 8
        assert filling(cast, "readiness.importance").origin.origin == Origin.QUESTIONNAIRE

    def test_shows_a_questionnaire_beside_what_is_asked_afresh(self, cast: Cast) -> None:
        """PHQ-9 item 9 does not answer the clinician's question."""
        answer_instrument(
            actor=cast.dana.actor, client_id=cast.jo.pk, instrument="phq9",
            answers={str(n): 0 for n in range(1, 10)}, now=clock.now(), moment="screening",
        )  # fmt: skip
        found = filling(cast, "risk.suicide")
        assert found.value is None and "PHQ-9" in found.beside[0].words


class TestKeepPage:
    def test_typing_is_kept_and_leaves_one_audit_row(self, cast: Cast) -> None:
        """Autosave is one sitting."""
        assessment = interview.begin(cast)
        for text in ("W", "We", "Wel"):
            interview.keep(
                cast, assessment, "culture", answers={"culture.spirit": text}, is_whole=False
            )
        draft = Draft.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get()
        assert "Wel" in draft.body and draft.kept_at is None
        assert Entry.objects.filter(code__startswith="assessments.page").count() == 1
        assert Answer.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).count() == 0

    def test_a_page_sent_whole_joins_the_record_with_its_origins(self, cast: Cast) -> None:
        """What arrived filled in and was left keeps where it was told."""
        carry(cast, told("medical.allergies", "nuts"))
        assessment = interview.begin(cast)
        answers = {**interview.page("medical"), "medical.allergies": "nuts"}
        interview.keep(cast, assessment, "medical", answers=answers)
        rows = {row.question: row for row in assessment.answers.all()}
        assert rows["medical.allergies"].origin == Origin.INQUIRY
        assert rows["pregnancy"].origin == Origin.ASSESSMENT
        interview.keep(cast, assessment, "medical", answers={**answers, "pregnancy": "no"})
        assert assessment.answers.filter(question="pregnancy").count() == 2
        assert assessment.answers.filter(question="medical.allergies").count() == 1

    def test_refuses_an_old_page_and_an_unknown_answer(self, cast: Cast) -> None:
        """Two people at one page: the second is told."""
        assessment = interview.begin(cast)
        draft = interview.keep(cast, assessment, "legal")
        other = {"legal.status": ["parole"]}
        interview.keep(cast, assessment, "legal", answers=other, expected_version=draft.version)
        with pytest.raises(StaleVersion):
            interview.keep(cast, assessment, "legal", expected_version=draft.version)
        for answers in ({"legal.status": ["king"]}, {"pregnancy": "no"}):
            with pytest.raises(actions.AnswerUnreadable):
                interview.keep(cast, assessment, "legal", answers=answers)
        with pytest.raises(actions.PageUnknown):
            actions.keep_page(
                actor=cast.dana.actor, assessment_id=assessment.pk, domain="all-of-it",
                answers={}, now=clock.now(),
            )  # fmt: skip

    def test_is_nothing_for_the_other_site_and_who_only_reads(self, cast: Cast) -> None:
        """Omar finds nothing; Ruth reads and does not write."""
        assessment = interview.begin(cast)
        for outsider in (cast.omar, cast.ruth):
            with pytest.raises(Assessment.DoesNotExist):
                interview.keep(cast, assessment, "legal", actor=outsider.actor)


class TestSignAssessment:
    def test_freezes_and_tells(self, cast: Cast) -> None:
        """Content, digest, credential as of now, the principal code."""
        signed = interview.sign(cast, interview.finish(cast))
        assert (signed.diagnosis, signed.criteria_met, signed.credential) == ("F10.20", 6, "LPC")
        assert signed.content_hash == digest_of(signed.content)
        assert not signed.needs_cosignature
        with pytest.raises(actions.AssessmentAlreadySigned):
            interview.keep(cast, signed, "legal")
        with pytest.raises(DatabaseError), transaction.atomic():
            signed.change(diagnosis="F10.10")

    def test_names_every_page_that_is_missing(self, cast: Cast) -> None:
        """The decision says which."""
        assessment = interview.begin(cast)
        interview.keep(cast, assessment, "legal")
        with pytest.raises(actions.AssessmentIncomplete) as refused:
            interview.sign(cast, assessment)
        missing = [
            line.detail["code"]
            for line in refused.value.decision.lines(State.NOT_MET)
            if line.detail
        ]
        assert "legal" not in missing and len(missing) == 14

    def test_needs_a_fresh_sign_in(self, cast: Cast) -> None:
        """An hour ago is not now."""
        assessment = interview.finish(cast)
        with pytest.raises(NotFresh):
            actions.sign_assessment(
                actor=cast.dana.actor, assessment_id=assessment.pk, now=clock.now(),
                authenticated_at=clock.now() - timedelta(hours=1),
            )  # fmt: skip

    def test_is_of_what_was_read_and_nothing_newer(self, cast: Cast) -> None:
        """Somebody wrote on after the review was opened: it is opened again before it is signed."""
        assessment = interview.finish(cast)
        read = Assessment.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get()
        interview.keep(
            cast,
            assessment,
            "summary",
            answers={"summary.words": "Something else entirely."},
            is_whole=False,
        )
        now = clock.now()
        with pytest.raises(StaleVersion):
            actions.sign_assessment(
                actor=cast.dana.actor, assessment_id=assessment.pk, authenticated_at=now, now=now,
                expected_version=read.version,
            )  # fmt: skip

    def test_is_not_for_admissions(self, cast: Cast) -> None:
        """Ada may write before the admission and never sign."""
        assessment = interview.finish(cast)
        with pytest.raises(Assessment.DoesNotExist):
            interview.sign(cast, assessment, by=cast.ada)

    def test_of_a_trainee_waits_for_the_supervisor(self, cast: Cast) -> None:
        """Sam supervises Dana; nobody co-signs their own, or twice."""
        rows = Credential.objects.filter(worker=cast.dana.row)
        rows.update(
            code="intern", title="Counselor intern", may_sign_alone=False, starts_on=LONG_AGO
        )
        signed = interview.sign(cast, interview.finish(cast))
        assert signed.needs_cosignature
        now = clock.now()
        given = {"assessment_id": signed.pk, "authenticated_at": now, "now": now}
        with pytest.raises(Assessment.DoesNotExist):
            actions.cosign_assessment(actor=cast.dana.actor, **given)
        assert [each.pk for each in queries.awaiting_cosignature(cast.sam.actor)] == [signed.pk]
        assert queries.awaiting_cosignature(cast.dana.actor) == []
        assert actions.cosign_assessment(actor=cast.sam.actor, **given).worker_id == cast.sam.pk
        assert queries.awaiting_cosignature(cast.sam.actor) == []
        with pytest.raises(actions.AlreadyCosigned):
            actions.cosign_assessment(actor=cast.sam.actor, **given)

    def test_takes_words_beneath_it(self, cast: Cast) -> None:
        """An addendum with its author; never before the signature."""
        assessment = interview.finish(cast)
        given = {"actor": cast.dana.actor, "assessment_id": assessment.pk, "now": clock.now()}
        with pytest.raises(actions.NotSignedYet):
            actions.add_addendum(body="More", **given)
        interview.sign(cast, assessment)
        with pytest.raises(actions.AddendumIsEmpty):
            actions.add_addendum(body=" ", **given)
        assert isinstance(actions.add_addendum(body="More", **given), Addendum)

    def test_announces_what_the_way_in_needs(self, cast: Cast) -> None:
        """Code, count and summary."""
        heard: list[Any] = []
        from homeward.assessments.facts import AssessmentSigned

        facts.listens_to(AssessmentSigned)(heard.append)
        try:
            interview.sign(cast, interview.finish(cast))
        finally:
            facts._listeners[AssessmentSigned].remove(heard.append)
        assert (heard[0].diagnosis, heard[0].criteria_met) == ("F10.20", 6)
        assert heard[0].summary.startswith("Came by herself")


class TestQueries:
    def test_the_rooms_above_read_what_was_told(self, cast: Cast) -> None:
        """Plan, timetable and the client's day."""
        interview.finish(cast)
        dana, jo = cast.dana.actor, cast.jo.row
        assert queries.strengths_of(dana, jo) == ("Keeps a job", "Funny")
        assert queries.triggers_of(dana, jo) == ("Friday evenings",)
        assert queries.wellbeing_of(dana, jo) == ("Swimming",)
        assert queries.supports_of(dana, jo)[0].sober is True
        (work,) = queries.obligations_of(dana, jo)
        assert work.is_fixed and len(work.windows) == 2
        assert queries.availability_of(dana, jo)[0] == Window(0, time(17, 30), time(21, 0))
        assert queries.hours_free_of(dana, jo) == 10.5

    def test_nothing_told_is_nothing(self, cast: Cast) -> None:
        """Unknown hours are None, not zero."""
        assert queries.strengths_of(cast.dana.actor, cast.jo.row) == ()
        assert queries.hours_free_of(cast.dana.actor, cast.jo.row) is None

    def test_a_value_is_sealed_in_the_database(self, cast: Cast) -> None:
        """The column holds no plain word."""
        from django.db import connection

        (row,) = carry(cast, told("medical.allergies", "nuts"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT value FROM assessments_answer WHERE id = %s", [row.pk])
            (stored,) = cursor.fetchone()
        assert stored.startswith("v") and "nuts" not in stored
        assert opened(row.value) == ("nuts", "")
