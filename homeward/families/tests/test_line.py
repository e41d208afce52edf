"""The send-only line: one answer for every name, laid by strict matching, closed by a person."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from homeward.audit.models import Entry
from homeward.core import clock, outbox
from homeward.core.access import Access
from homeward.core.actors import NOBODY, Actor
from homeward.families import actions, queries
from homeward.families.actions.refusals import EndUnclear, LineUnclear, NobodyOnTeam, WordClosed
from homeward.families.models import SentIn, Word
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

SERVICE = Actor.of_service("test")


@pytest.fixture
def noon(cast: Cast) -> Any:
    clock.shift_to(NOON)
    yield cast
    clock.shift_to(None)


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def sent(about: str, urgency: str = "today", actor: Actor = NOBODY) -> SentIn:
    row = actions.send_in(
        actor=actor, urgency=urgency, about=about, words="Kestrel bottles in the shed", now=NOON
    )
    outbox.deliver_due(now=NOON)
    return rows(SentIn).get(pk=row.pk)


def test_a_named_client_reaches_their_counselor_and_leaves_the_desk(noon: Cast) -> None:
    row = sent("my son Jo Avery")
    word = rows(Word).get()
    assert (word.client_id, word.owner_id, word.urgency) == (noon.jo.pk, noon.dana.pk, "today")
    assert word.words == "Kestrel bottles in the shed"
    assert (row.words, row.about) == ("", "")
    task = rows(CareTask).get()
    assert (task.kind, task.owner_id, task.urgency) == ("family_word", noon.dana.pk, "same_day")
    assert task.due_at.astimezone(NOON.tzinfo) > NOON
    assert [each.pk for each in queries.words_in_reach(noon.dana.actor)] == [word.pk]
    for outsider in (noon.omar, noon.fay, noon.jo, noon.kim):
        assert queries.words_in_reach(outsider.actor) == []
        assert not Word.objects.for_actor(
            outsider.actor, Purpose.TREATMENT, to=Access.WRITE
        ).exists()
    assert queries.waiting_at_desk(noon.fay.actor) == []
    with pytest.raises(EndUnclear):
        actions.close_word(actor=noon.dana.actor, word_id=word.pk, disposition="safety", now=NOON)
    actions.close_word(
        actor=noon.dana.actor, word_id=word.pk, disposition="talked", now=NOON,
        expected_version=word.version,
    )  # fmt: skip
    assert rows(CareTask).get().closed_at == NOON
    with pytest.raises(WordClosed):
        actions.close_word(actor=noon.dana.actor, word_id=word.pk, disposition="talked", now=NOON)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows(Word).get().change(words="other")


def test_danger_pages_somebody_at_once_and_ends_only_by_what_was_done(noon: Cast) -> None:
    sent("Jo Avery", "now")
    kinds = {task.kind: task for task in rows(CareTask)}
    assert set(kinds) == {"safety", "danger_page"}
    assert kinds["safety"].urgency == "now"
    assert kinds["safety"].due_at <= NOON + timedelta(minutes=15)
    assert kinds["danger_page"].owner_id != noon.dana.pk
    word = rows(Word).get()
    actions.close_word(
        actor=noon.dana.actor, word_id=word.pk, disposition="safety", note="Called him.", now=NOON
    )
    assert rows(CareTask).get(kind="safety").closed_at is None


def test_nobody_named_for_certain_waits_at_the_desk(noon: Cast) -> None:
    row = sent("Jo")
    assert not rows(Word).exists()
    assert [each.pk for each in queries.waiting_at_desk(noon.fay.actor)] == [row.pk]
    assert queries.waiting_at_desk(noon.dana.actor) == []
    with pytest.raises(SentIn.DoesNotExist):
        actions.close_sent(
            actor=noon.omar.actor, sent_id=row.pk, disposition="nobody_here", now=NOON
        )
    word = actions.place_sent(
        actor=noon.fay.actor, sent_id=row.pk, client_id=noon.jo.pk, now=NOON,
        expected_version=row.version,
    )  # fmt: skip
    assert word.placed_by_id == noon.fay.pk
    assert queries.waiting_at_desk(noon.fay.actor) == []
    other = sent("A neighbor", "wait")
    with pytest.raises(EndUnclear):
        actions.close_sent(
            actor=noon.fay.actor, sent_id=other.pk, disposition="passed_on", now=NOON
        )
    TeamMembership.objects.unscoped("test").filter(client=noon.jo.row).update(ends_at=NOON)
    with pytest.raises(NobodyOnTeam):
        actions.place_sent(
            actor=noon.fay.actor, sent_id=other.pk, client_id=noon.jo.pk,
            now=NOON + timedelta(hours=1),
        )  # fmt: skip
    actions.close_sent(actor=noon.fay.actor, sent_id=other.pk, disposition="nobody_here", now=NOON)


def test_an_account_beside_the_client_needs_no_name_and_no_consent(noon: Cast) -> None:
    sent("", actor=noon.kim.actor)
    assert rows(Word).get().contact_id == noon.kim.pk


def test_taking_asks_nobody_s_name_and_costs_the_same(noon: Cast) -> None:
    """No statement about people is sent; known or unknown, they are the same statements."""
    asked = []
    for about in ("Warm Up", "Jo Avery", "Zed Nobody"):
        with CaptureQueriesContext(connection) as seen:
            actions.send_in(actor=NOBODY, urgency="wait", about=about, words="So", now=NOON)
        asked.append([each["sql"].partition("(")[0].partition('"s')[0] for each in seen])
        assert not any("people_" in each["sql"] for each in seen)
    assert asked[1] == asked[2]
    told = Entry.objects.filter(code="families.sent.taken")
    assert {(each.actor_kind, each.account_id) for each in told} == {("public", None)}
    with pytest.raises(LineUnclear) as refused:
        actions.send_in(actor=NOBODY, urgency="", words=" ", now=NOON)
    assert refused.value.codes == ("told_urgency_missing", "told_words_missing")
