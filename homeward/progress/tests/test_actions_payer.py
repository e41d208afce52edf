"""What a payer answers, is told and refuses: denials, appeals, and calls with a reviewer."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import Consent, Disclosure
from homeward.core.refusals import NotAllowed
from homeward.coverage.authorizing import (
    LetterAhead,
)
from homeward.kernel.roles import Role
from homeward.progress import actions, tasks_opened
from homeward.progress.actions.answer_denial import DenialClosed, DenialIncomplete
from homeward.progress.actions.log_reviewer_call import CallIncomplete, NothingMayBeTold
from homeward.progress.card import parts_of
from homeward.progress.models import (
    LevelDenial,
    LevelReview,
    ReviewerCall,
)
from homeward.progress.payer_answers import NotSignedYet, answers_of
from homeward.progress.reviewer_call import what_may_be_told
from homeward.staff.models import RoleGrant
from homeward.testing.cast import NOON

from .conftest import answered, asked, decide, mark, tasks


class TestThePayer:
    def test_an_answer_is_kept_from_the_table_until_it_signs(self, tuesday, covered, desk, card):
        row = answered(asked(tuesday, desk), desk, "approved")
        episode = tuesday.episode
        episode.client.site = tuesday.site

        def shown(*, is_signed):
            parts = parts_of(tuesday.dana.actor, episode, NOON, 4, is_signed=is_signed)
            part = next(each for each in parts if each.code == "authorized")
            return [line.code for line in part.lines]

        assert shown(is_signed=False) == ["card_answer_kept"]
        with pytest.raises(NotSignedYet):
            answers_of(card)
        card = decide(tuesday, card)
        assert card.sealed_answers == [str(row.pk)]
        assert [each.pk for each in answers_of(card)] == [row.pk]
        assert shown(is_signed=True) == ["card_authorized"]

    def test_a_no_changes_only_the_level_provided(self, tuesday, covered, desk, card):
        decide(tuesday, card)
        answered(asked(tuesday, desk), desk, "denied", now=NOON)
        denial = LevelDenial.objects.unscoped("test").get()
        assert (denial.review_id, denial.recommended_level) == (card.pk, "2.1")
        days = {each["code"]: each["amount"] for each in denial.clocks}
        assert days == {"appeal": 180, "peer_to_peer": 5}
        for kind in (tasks_opened.PEER_TO_PEER, tasks_opened.APPEAL, tasks_opened.SAFETY_PLAN):
            assert len(tasks(kind)) == 1, kind
        kept = LevelReview.objects.unscoped("test").values().get(pk=card.pk)
        actions.provide_level(
            actor=tuesday.dana.actor, denial_id=denial.pk, level="", why="The plan pays no more.",
            to_phase_id=tuesday.phases["late"].pk, now=NOON,
        )  # fmt: skip
        denial.refresh_from_db()
        tuesday.episode.refresh_from_db()
        assert (denial.provided_level, denial.recommended_level) == ("1", "2.1")
        assert tuesday.episode.level_code == "1"
        assert LevelReview.objects.unscoped("test").values().get(pk=card.pk) == kept

    def test_clocks_run_from_the_letter_and_the_duty_comes_before_the_law(
        self, tuesday, covered, desk, card
    ):
        row = asked(tuesday, desk)
        with pytest.raises(LetterAhead):
            answered(row, desk, "denied", now=NOON, decided_on=NOON.date() + timedelta(days=1))
        answered(row, desk, "denied", now=NOON, decided_on=NOON.date() - timedelta(days=4))
        denial = LevelDenial.objects.unscoped("test").get()
        began = NOON.date() - timedelta(days=4)
        assert denial.denied_at.date() == began
        ends = {each["code"]: datetime.fromisoformat(each["ends_at"]) for each in denial.clocks}
        assert ends["appeal"].date() == began + timedelta(days=181)
        (task,) = tasks(tasks_opened.APPEAL)
        assert NOON < task.due_at < NOON + timedelta(days=7)
        assert "the last day by law is" in task.detail["words"]

    def test_a_no_is_answered_step_by_step(self, tuesday, covered, desk, card):
        decide(tuesday, card)
        answered(asked(tuesday, desk), desk, "denied", now=NOON)
        denial = LevelDenial.objects.unscoped("test").get()

        def step(who, kind, outcome):
            return actions.take_denial_step(
                actor=getattr(tuesday, who).actor, denial_id=denial.pk, kind=kind,
                outcome=outcome, now=NOON,
            )  # fmt: skip

        step("dana", "peer_to_peer", "asked")
        step("dana", "appeal_1", "asked")
        denial.refresh_from_db()
        hours = {each["code"]: each["amount"] for each in denial.clocks if each["unit"] == "hours"}
        assert hours == {"urgent_answer": 72, "urgent_concurrent_answer": 24}
        with pytest.raises(DenialIncomplete):
            step("dana", "prayer", "asked")
        with pytest.raises(LevelDenial.DoesNotExist):
            step("omar", "appeal_1", "asked")
        with pytest.raises(NotAllowed):
            step("tess", "appeal_1", "asked")
        step("dana", "appeal_1", "overturned")
        denial.refresh_from_db()
        assert denial.state == "overturned"
        with pytest.raises(DenialClosed):
            step("dana", "appeal_2", "asked")
        settled = LevelDenial.objects.unscoped("test").filter(pk=denial.pk)
        for change in ({"state": "open"}, {"provided_level": "1"}):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                settled.update(**change)


def test_the_desk_that_speaks_with_payers_is_one_that_opens_duties(tuesday, desk):
    """Bea bills and sees no schedule; once she answers the desk as well, it is hers."""
    assert tasks_opened.at_the_desk(tuesday.jo.row, NOON) == tuesday.ada.pk
    RoleGrant.objects.create(
        worker=desk.row, role=Role.FRONT_DESK, site=tuesday.site, program=tuesday.program,
        starts_on=NOON.date() - timedelta(days=9),
    )  # fmt: skip
    assert tasks_opened.at_the_desk(tuesday.jo.row, NOON) == desk.pk


class TestCallsWithAReviewer:
    CALL = {
        "reviewer": "R. Hale", "reference": "CR-1", "outcome": "approved", "units": 12,
        "starts_on": NOON.date(), "last_on": NOON.date() + timedelta(days=27),
        "identity_check": "Called the plan's number", "told": ("dimensions", "attendance"),
        "now": NOON,
    }  # fmt: skip

    def consent(self, cast, *classes):
        return Consent.objects.create(
            client=cast.jo.row, site=cast.site, kind="tpo", disclosers=["program"],
            recipients=[{"type": "class", "id": "health_plan"}], purposes=["payment"],
            classes=list(classes), text_version="1", text_hash="x",
            signed_at=NOON - timedelta(days=20), signer_name=cast.jo.row.name,
        )  # fmt: skip

    def call(self, cast, who="dana", **values):
        return actions.log_reviewer_call(
            actor=getattr(cast, who).actor, episode_id=cast.episode.pk, **(self.CALL | values)
        )

    def test_only_what_the_consent_permits_is_told_and_logged(self, tuesday, covered, desk, card):
        mark(tuesday, NOON - timedelta(days=3))
        self.consent(tuesday, "assessment")
        told = what_may_be_told(tuesday.dana.actor, tuesday.episode, NOON, 4)
        assert {fact.section for fact in told.facts} == {"dimensions"}
        assert "attendance" in told.held_back
        call = self.call(tuesday)
        assert call.told == ["dimensions"]
        row = Disclosure.objects.unscoped("test").get(pk=call.disclosure_id)
        assert (row.purpose, row.medium, row.basis) == ("payment", "phone", "tpo_consent")
        assert {each["class"] for each in row.items} == {"assessment"}
        (task,) = tasks(tasks_opened.ANSWER)
        assert task.owner_id == tuesday.ada.pk, "billing alone opens no duty"
        assert NOON < task.due_at <= NOON + timedelta(hours=12), "not born overdue"
        with pytest.raises(DatabaseError), transaction.atomic():
            ReviewerCall.objects.unscoped("test").update(outcome="denied")

    def test_nothing_is_told_without_a_consent(self, tuesday, covered):
        told = what_may_be_told(tuesday.dana.actor, tuesday.episode, NOON, 4)
        assert told.facts == ()
        with pytest.raises(NothingMayBeTold):
            self.call(tuesday)

    @pytest.mark.parametrize(
        ("values", "code"),
        [({"reviewer": " "}, "reviewer"), ({"units": None}, "units_missing"),
         ({"reference": ""}, "reference"), ({"outcome": "maybe"}, "outcome")],
    )  # fmt: skip
    def test_a_call_is_written_whole(self, tuesday, covered, values, code):
        with pytest.raises(CallIncomplete) as refusal:
            self.call(tuesday, **values)
        assert code in refusal.value.codes

    def test_is_for_who_writes_the_assessment(self, tuesday, covered):
        self.consent(tuesday, "assessment")
        with pytest.raises(tuesday.episode.DoesNotExist):
            self.call(tuesday, "omar")
