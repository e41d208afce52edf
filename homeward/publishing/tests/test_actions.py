"""Drafts, publishing, history and moderation: who may, what stays, what can never change."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from homeward.core import clock
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.publishing import actions, queries
from homeward.publishing import shipped as texts
from homeward.publishing.actions.drafting import DraftIncomplete, DraftIsOpen
from homeward.publishing.actions.moderating import (
    AnswerMissing,
    IdentifyingMarks,
    QuestionClosed,
    ReasonMissing,
    SecondLookNeeded,
)
from homeward.publishing.models import Article, ArticleVersion, Question, QuestionStep
from homeward.publishing.rules.changes import Wording

NOW = clock.now


def publish(cast, code="paying", language="en", body="New words.", who="dina"):
    player = getattr(cast, who)
    draft = actions.start_draft(actor=player.actor, code=code, language=language, now=NOW())
    actions.save_draft(
        actor=player.actor, draft_id=draft.pk, title="Paying", body=body, now=NOW()
    )  # fmt: skip
    return actions.publish_draft(actor=player.actor, draft_id=draft.pk, now=NOW())


def standing(code, language):
    return next(each for each in queries.standings([code]) if each.language == language)


class TestDrafts:
    def test_before_anybody_edits_the_shipped_text_is_shown(self, cast):
        assert queries.shown_text("paying", "en").version is None
        assert not Article.objects.exists()

    def test_the_history_begins_with_what_the_public_read(self, cast):
        publish(cast)
        rows = queries.history_of("paying", "en")
        assert [row.number for row in rows] == [2, 1]
        assert rows[1].body == texts.shipped("paying", "en").wording.body
        assert rows[1].made_by is None
        assert rows[0].published_by == cast.dina.row

    def test_a_draft_is_not_shown(self, cast):
        actions.start_draft(actor=cast.ada.actor, code="paying", language="en", now=NOW())
        assert queries.shown_text("paying", "en").number == 1

    def test_opening_again_returns_the_open_draft(self, cast):
        one, two = (
            actions.start_draft(actor=each.actor, code="rules", language="es", now=NOW())
            for each in (cast.ada, cast.sam)
        )
        assert one.pk == two.pk

    def test_two_who_write_at_once_are_told(self, cast):
        draft = actions.start_draft(actor=cast.ada.actor, code="rules", language="en", now=NOW())
        words = {"draft_id": draft.pk, "title": "A", "body": "B", "expected_version": 1}
        actions.save_draft(actor=cast.ada.actor, now=NOW(), **words)
        with pytest.raises(StaleVersion):
            actions.save_draft(actor=cast.sam.actor, now=NOW(), **words)

    def test_a_page_needs_a_title_and_a_text(self, cast):
        draft = actions.start_draft(actor=cast.ada.actor, code="rules", language="en", now=NOW())
        with pytest.raises(DraftIncomplete) as refusal:
            actions.save_draft(
                actor=cast.ada.actor, draft_id=draft.pk, title="", body="", now=NOW()
            )
        assert refusal.value.codes == ("title_missing", "body_missing")

    def test_a_discarded_draft_leaves_the_page_as_it_was(self, cast):
        draft = actions.start_draft(actor=cast.ada.actor, code="rules", language="en", now=NOW())
        actions.discard_draft(actor=cast.ada.actor, draft_id=draft.pk, now=NOW())
        assert [row.number for row in queries.history_of("rules", "en")] == [1]

    def test_an_older_wording_comes_back_as_a_new_version(self, cast):
        publish(cast)
        first = ArticleVersion.objects.get(article__code="paying", number=1)
        draft = actions.start_draft(
            actor=cast.sam.actor, code="paying", language="en", from_version_id=first.pk, now=NOW()
        )
        actions.publish_draft(actor=cast.sam.actor, draft_id=draft.pk, now=NOW())
        shown = queries.shown_text("paying", "en")
        assert (shown.number, shown.wording.body) == (3, first.body)
        assert shown.version.restored_from == first

    def test_an_older_wording_never_overwrites_an_open_draft(self, cast):
        publish(cast)
        first = ArticleVersion.objects.get(article__code="paying", number=1)
        actions.start_draft(actor=cast.ada.actor, code="paying", language="en", now=NOW())
        with pytest.raises(DraftIsOpen):
            actions.start_draft(
                actor=cast.sam.actor, code="paying", language="en", from_version_id=first.pk,
                now=NOW(),
            )  # fmt: skip

    @pytest.mark.parametrize("who", ["dana", "ruth", "tess", "fay", "jo", "kim"])
    def test_others_write_nothing(self, cast, who):
        with pytest.raises(NotAllowed):
            actions.start_draft(
                actor=getattr(cast, who).actor, code="paying", language="en", now=NOW()
            )

    def test_admissions_write_and_do_not_publish(self, cast):
        draft = actions.start_draft(actor=cast.ada.actor, code="paying", language="en", now=NOW())
        with pytest.raises(NotAllowed):
            actions.publish_draft(actor=cast.ada.actor, draft_id=draft.pk, now=NOW())

    def test_the_database_itself_refuses_to_change_a_published_wording(self, cast):
        row = publish(cast)
        for sql in (
            "UPDATE publishing_articleversion SET body = 'x' WHERE id = %s",
            "DELETE FROM publishing_articleversion WHERE id = %s",
        ):
            with (
                pytest.raises(IntegrityError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql, [row.pk])


class TestTranslation:
    def test_nothing_is_behind_at_first(self, cast):
        assert {each.state for each in queries.standings()} == {"current"}

    def test_spanish_is_behind_when_english_changes(self, cast):
        publish(cast)
        assert standing("paying", "es").state == "behind"
        assert standing("paying", "en").state == "current"
        assert standing("rules", "es").state == "current"

    def test_publishing_spanish_brings_it_up_to_date(self, cast):
        publish(cast)
        publish(cast, language="es", body="Palabras.")
        assert standing("paying", "es").state == "current"
        publish(cast, body="Newer words.")
        assert standing("paying", "es").state == "behind"

    def test_a_draft_alone_does_not_bring_it_up_to_date(self, cast):
        publish(cast)
        actions.start_draft(actor=cast.ada.actor, code="paying", language="es", now=NOW())
        assert standing("paying", "es").state == "behind"

    def test_somebody_may_say_that_it_already_says_the_same(self, cast):
        publish(cast)
        actions.confirm_translation(actor=cast.sam.actor, code="paying", language="es", now=NOW())
        assert standing("paying", "es").state == "current"
        assert queries.shown_text("paying", "es").wording == texts.shipped("paying", "es").wording


class TestNewerShippedText:
    """The product's text changes with an upgrade; what a house wrote is never lost."""

    @pytest.fixture
    def upgrade(self, monkeypatch):
        def newer():
            real = texts.shipped
            text = texts.Shipped(Wording("Paying now", "", "Brand new."), "f" * 64)

            def found(code, language):
                return text if (code, language) == ("paying", "en") else real(code, language)

            monkeypatch.setattr(queries, "shipped", found)
            monkeypatch.setattr("homeward.publishing.actions.drafting.shipped", found)

        return newer

    def test_an_unedited_page_simply_shows_it(self, cast, upgrade):
        upgrade()
        assert queries.shown_text("paying", "en").wording.body == "Brand new."

    def test_an_edited_page_keeps_its_words_and_offers_the_new_ones(self, cast, upgrade):
        publish(cast, body="Our own words.")
        upgrade()
        assert queries.shown_text("paying", "en").wording.body == "Our own words."
        assert standing("paying", "en").brings_newer

    def test_it_is_taken_into_a_draft_or_declined_and_not_offered_again(self, cast, upgrade):
        publish(cast, body="Our own words.")
        upgrade()
        draft = actions.start_draft(
            actor=cast.ada.actor, code="paying", language="en", is_from_shipped=True, now=NOW()
        )
        assert draft.body == "Brand new."
        assert not standing("paying", "en").brings_newer

    def test_declining_keeps_our_own(self, cast, upgrade):
        publish(cast, body="Our own words.")
        upgrade()
        actions.keep_own_wording(actor=cast.ada.actor, code="paying", language="en", now=NOW())
        assert not standing("paying", "en").brings_newer
        assert queries.shown_text("paying", "en").wording.body == "Our own words."


class TestQuestions:
    @pytest.fixture
    def question(self, cast):
        return actions.ask_question(
            actor=cast.jo.actor, words="How long is it? asks Jordan", language="en", now=NOW()
        )

    def word(self, cast, question, wording="How long is it?", answer="About three months."):
        return actions.word_question(
            actor=cast.ada.actor, question_id=question.pk, wording=wording, answer=answer,
            now=NOW(),
        )  # fmt: skip

    def test_is_published_with_an_answer_and_its_first_words_are_erased(self, cast, question):
        self.word(cast, question)
        done = actions.publish_question(actor=cast.dina.actor, question_id=question.pk, now=NOW())
        assert (done.state, done.words) == ("published", "")
        assert [row.pk for row in queries.published_questions("en")] == [question.pk]

    def test_is_not_published_without_an_answer(self, cast, question):
        self.word(cast, question, answer="")
        with pytest.raises(AnswerMissing):
            actions.publish_question(actor=cast.dina.actor, question_id=question.pk, now=NOW())

    @pytest.mark.parametrize(
        "wording, answer",
        [("How long, asks Jordan?", "Three months."), ("How long?", "Call Ada: 512-555-0142")],
    )
    def test_is_not_published_while_marks_stand(self, cast, question, wording, answer):
        self.word(cast, question, wording, answer)
        with pytest.raises(IdentifyingMarks):
            actions.publish_question(actor=cast.dina.actor, question_id=question.pk, now=NOW())
        assert not queries.published_questions("en")

    def test_marked_words_need_two_people(self, cast, question):
        self.word(cast, question, answer="Ask for our Birch room.")
        actions.vouch_for_question(
            actor=cast.dina.actor, question_id=question.pk, reason="A room", now=NOW()
        )
        with pytest.raises(SecondLookNeeded):
            actions.publish_question(actor=cast.dina.actor, question_id=question.pk, now=NOW())
        done = actions.publish_question(actor=cast.sam.actor, question_id=question.pk, now=NOW())
        assert done.state == "published"

    def test_a_vouched_wording_that_changes_needs_a_new_look(self, cast, question):
        self.word(cast, question, answer="Ask for our Birch room.")
        actions.vouch_for_question(
            actor=cast.ada.actor, question_id=question.pk, reason="A room", now=NOW()
        )
        self.word(cast, question, answer="Ask Jordan in our Birch room.")
        with pytest.raises(IdentifyingMarks):
            actions.publish_question(actor=cast.sam.actor, question_id=question.pk, now=NOW())

    def test_a_refused_question_keeps_its_reason_and_none_of_its_words(self, cast, question):
        with pytest.raises(ReasonMissing):
            actions.refuse_question(
                actor=cast.ada.actor, question_id=question.pk, reason=" ", now=NOW()
            )
        actions.refuse_question(
            actor=cast.ada.actor, question_id=question.pk, reason="about one person", now=NOW()
        )
        row = Question.objects.get()
        assert (row.state, row.words, row.wording, row.answer) == ("refused", "", "", "")
        assert QuestionStep.objects.get().reason == "about one person"
        with pytest.raises(QuestionClosed):
            self.word(cast, question)

    def test_a_published_question_can_be_taken_off(self, cast, question):
        self.word(cast, question)
        actions.publish_question(actor=cast.dina.actor, question_id=question.pk, now=NOW())
        actions.withdraw_question(
            actor=cast.sam.actor, question_id=question.pk, reason="out of date", now=NOW()
        )
        assert not queries.published_questions("en")

    @pytest.mark.parametrize("who", ["ada", "dana", "fay", "jo"])
    def test_only_a_person_with_the_right_publishes(self, cast, question, who):
        self.word(cast, question)
        with pytest.raises(NotAllowed):
            actions.publish_question(
                actor=getattr(cast, who).actor, question_id=question.pk, now=NOW()
            )

    def test_words_are_sealed_in_the_database(self, cast, question):
        with connection.cursor() as cursor:
            cursor.execute("SELECT q::text FROM publishing_question q")
            assert "Jordan" not in cursor.fetchone()[0]

    def test_steps_are_never_changed(self, cast, question):
        self.word(cast, question)
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE publishing_questionstep SET reason = 'x'")

    def test_those_that_waited_longest_stand_first(self, cast):
        for days, words in ((1, "newer?"), (3, "older?")):
            actions.ask_question(
                actor=cast.jo.actor, words=words, language="en", now=NOW() - timedelta(days=days)
            )
        assert [row.wording for row in queries.questions_in("waiting")] == ["older?", "newer?"]
