"""Materials are versioned, sessions keep theirs, and handouts reach those who sit there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from homeward.core import clock
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.curriculum import actions, queries, settling
from homeward.curriculum.actions.drafting import MaterialDraftIsOpen, MaterialIncomplete
from homeward.curriculum.actions.handing import HandingRefused
from homeward.curriculum.hearing import hearing_of
from homeward.curriculum.models import HandedOut, Material, MaterialVersion, SessionMaterial
from homeward.curriculum.settling import settle_materials
from homeward.curriculum.shipped import Shipped, shipped_of
from homeward.program.file.sections import Tally
from homeward.program.models import CurriculumTopic
from homeward.publishing.rules.changes import Wording
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import ELEVEN, HALF_PAST_NINE, planned_room

BEFORE = HALF_PAST_NINE - timedelta(days=10)
pytestmark = pytest.mark.django_db


@pytest.fixture
def room(cast):
    """Jo's Tuesday group has the topic of triggers; its materials are loaded long before."""
    clock.shift_to(ELEVEN)
    found = planned_room(cast)
    topic = CurriculumTopic.objects.create(
        program=cast.program, code="triggers", title="Triggers", position=1, for_types=["group"]
    )
    settle_materials(cast.program, BEFORE, Tally())
    GroupSession.objects.filter(pk=found.session.pk).update(topic=topic)
    found.session.refresh_from_db()
    found.topic = topic
    yield found
    clock.shift_to(None)


def draft(room, who="dana", **more):
    given = {
        "topic_id": room.topic.pk, "kind": "handout", "language": "en", "title": "Triggers",
        "body": "## New\n\nWords.", "now": ELEVEN,
    }  # fmt: skip
    return actions.save_material_draft(actor=getattr(room, who).actor, **{**given, **more})


def published(room, now=ELEVEN, **more):
    row = draft(room, now=now, **more)
    return actions.publish_material_draft(actor=room.sam.actor, draft_id=row.pk, now=now)


class TestLoading:
    def test_brings_each_text_once(self, room):
        tally = Tally()
        settle_materials(room.program, ELEVEN, tally)
        assert (tally.added, tally.changed, tally.same) == (0, 0, 4)
        assert MaterialVersion.objects.filter(made_by=None).count() == 4

    def test_a_newer_text_of_the_product_follows_unless_the_house_wrote_its_own(
        self, room, monkeypatch
    ):
        def newer(code):
            return {
                key: Shipped(Wording("T", "", "Newer."), "cbt", f"newer {key}")
                for key in shipped_of(code)
            }

        published(room)
        monkeypatch.setattr(settling, "shipped_of", newer)
        tally = Tally()
        settle_materials(room.program, ELEVEN, tally)
        assert (tally.changed, tally.same) == (3, 1)
        assert queries.in_use(room.topic.pk, "handout")["es"].body == "Newer."
        assert queries.in_use(room.topic.pk, "handout")["en"].body == "## New\n\nWords."


class TestWriting:
    def test_a_session_held_before_keeps_its_wording(self, room):
        old = queries.in_use(room.topic.pk, "handout")["en"]
        new = published(room)
        assert queries.in_use(room.topic.pk, "handout")["en"] == new
        used = queries.used_by_session(room.session, "handout", ELEVEN + timedelta(days=1))
        assert used["en"] == old
        assert [row.number for row in queries.history_of(room.topic.pk, "handout", "en")] == [2, 1]

    def test_the_second_writer_is_told(self, room):
        row = draft(room)
        with pytest.raises(MaterialDraftIsOpen):
            draft(room, who="sam")
        draft(room, who="sam", body="Other.", expected_version=row.version)
        with pytest.raises(StaleVersion):
            draft(room, body="Lost?", expected_version=row.version)
        actions.discard_material_draft(actor=room.dana.actor, draft_id=row.pk, now=ELEVEN)
        with pytest.raises(StaleVersion):
            draft(room, expected_version=row.version)

    def test_refuses_an_empty_one_and_whoever_leads_no_group(self, room):
        with pytest.raises(MaterialIncomplete) as refused:
            draft(room, title=" ", body="")
        assert refused.value.codes == ("material_title_missing", "material_body_missing")
        with pytest.raises(NotAllowed):
            draft(room, who="fay")
        row = draft(room)
        with pytest.raises(NotAllowed):
            actions.publish_material_draft(actor=room.dana.actor, draft_id=row.pk, now=ELEVEN)

    def test_what_is_in_use_never_changes(self, room):
        row = published(room)
        for change in ({"body": "x"}, {"published_at": BEFORE}):
            with pytest.raises(DatabaseError), transaction.atomic():
                MaterialVersion.objects.filter(pk=row.pk).update(**change)

    def test_a_translation_says_which_english_it_follows(self, room):
        english = published(room)
        published(room, language="es", title="Disparadores")
        row = Material.objects.get(topic=room.topic, kind="handout", language="es")
        assert row.follows == english


class TestHanding:
    def hand(self, room, who="dana", clients=None):
        return actions.hand_out(
            actor=getattr(room, who).actor, session_id=room.session.pk,
            client_ids=[room.jo.pk] if clients is None else clients, now=ELEVEN,
        )  # fmt: skip

    @pytest.mark.parametrize("who", ["dana", "fay"])
    def test_reaches_the_phone_in_the_own_language_once(self, room, who):
        """Also by the front desk, who knows people by name alone."""
        room.jo.row.change(language="es")
        (row,) = self.hand(room, who)
        assert row.material_version.material.language == "es"
        assert self.hand(room) == []
        (use,) = SessionMaterial.objects.filter(session=room.session)
        assert (use.how, use.material_version) == ("sent", row.material_version)
        with pytest.raises(DatabaseError), transaction.atomic():
            HandedOut.objects.unscoped("test").update(session=None)

    @pytest.mark.parametrize(
        "clients, code", [([], "nobody_chosen"), (None, "not_in_this_session")]
    )
    def test_only_to_those_who_sit_there(self, room, clients, code):
        with pytest.raises(HandingRefused) as refused:
            self.hand(room, clients=clients if clients is not None else [room.pat.pk])
        assert refused.value.codes == (code,)

    def test_not_by_another_site(self, room):
        with pytest.raises(GroupSession.DoesNotExist):
            self.hand(room, who="omar")
        assert not HandedOut.objects.unscoped("test").exists()

    def test_a_sheet_of_another_topic_belongs_to_another_session(self, room):
        other = CurriculumTopic.objects.create(
            program=room.program, code="craving", title="C", position=2, for_types=["group"]
        )
        settle_materials(room.program, BEFORE, Tally())
        wrong = queries.in_use(other.pk, "handout")["en"]
        with pytest.raises(HandingRefused):
            actions.note_use(
                actor=room.dana.actor, session_id=room.session.pk, version_id=wrong.pk,
                how="printed", now=ELEVEN,
            )  # fmt: skip


class TestHearing:
    def test_counts_what_was_held_and_names_what_comes(self, room):
        other = CurriculumTopic.objects.create(
            program=room.program, code="craving", title="C", position=2, for_types=["group"]
        )
        heard, to_come = hearing_of(room.dana.actor, room.episode, ELEVEN)
        assert (heard.topic, heard.state, heard.times) == (room.topic, "heard", 1)
        assert (to_come.topic, to_come.state, to_come.next_on) == (other, "to_come", None)
        before, _ = hearing_of(room.dana.actor, room.episode, BEFORE)
        assert (before.state, before.next_on) == ("planned", room.session.on)
