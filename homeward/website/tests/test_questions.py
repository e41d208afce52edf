"""A visitor's question: from nobody, guarded, and public only after review."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache

from homeward.core import clock
from homeward.core.models import Submission
from homeward.publishing.actions import publish_question, word_question
from homeward.publishing.models import Question
from homeward.website import forms

PATH = "/questions/"


@pytest.fixture(autouse=True)
def _fresh_limits(db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(forms, "SECONDS_TO_TYPE", -1)


def opened(client):
    page = client.get(PATH).content.decode()
    return re.search(r'name="opened" value="([^"]+)"', page).group(1)


def ask(client, words, **more):
    return client.post(PATH, {"words": words, "opened": opened(client), **more})


def test_asks_without_saying_who(cast, client):
    answer = ask(client, "How long does it take?")
    assert answer["Location"] == "/questions/thanks/"
    row = Question.objects.get()
    assert (row.words, row.state, row.language) == ("How long does it take?", "waiting", "en")
    assert row.asked_on == clock.today()
    assert row.created_at.strftime("%H:%M:%S.%f") == "12:00:00.000000"


def test_is_not_public_before_review(cast, client):
    ask(client, "Do you have a garden to sit in?")
    assert "garden" not in client.get(PATH).content.decode()


def test_is_public_after_review_in_its_own_language_only(cast, client):
    ask(client, "Do you have a garden to sit in?")
    row = Question.objects.get()
    word_question(
        actor=cast.ada.actor, question_id=row.pk, wording="Is there a garden?",
        answer="Yes.\nThere is a bench too.", now=clock.now(),
    )  # fmt: skip
    publish_question(actor=cast.dina.actor, question_id=row.pk, now=clock.now())
    text = client.get(PATH).content.decode()
    assert "Is there a garden?" in text
    assert "<p>There is a bench too.</p>" in text
    assert "to sit in" not in text
    spanish = client.get(PATH, headers={"accept-language": "es"}).content.decode()
    assert "garden" not in spanish


@pytest.mark.parametrize("who", ["jo", "kim", "dana"])
def test_nothing_tells_who_was_signed_in(cast, client, who):
    client.force_login(getattr(cast, who).account)
    ask(client, "Can I keep my job?")
    assert not Submission.objects.filter(account_id=getattr(cast, who).account.pk).exists()
    fields = {field.name for field in Question._meta.get_fields()}
    assert not {name for name in fields if "account" in name or "address" in name or name == "ip"}


def test_warns_about_what_may_identify_and_lets_the_person_decide(cast, client):
    answer = ask(client, "I am Jordan, call 512-555-0142. Can I come?")
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "a name, a phone number" in text
    assert "I am Jordan, call 512-555-0142" in text
    assert "Send it as it is" in text
    assert not Question.objects.exists()
    sent = ask(client, "I am Jordan, call 512-555-0142. Can I come?", as_it_is="on")
    assert sent.status_code == 302
    assert Question.objects.count() == 1


def test_a_robot_is_thanked_and_nothing_is_kept(cast, client):
    answer = ask(client, "Buy things", website="https://spam.example")
    assert answer["Location"] == "/questions/thanks/"
    assert not Question.objects.exists()


def test_what_was_typed_too_fast_or_from_nowhere_is_kept_in_the_form(cast, client, monkeypatch):
    monkeypatch.setattr(forms, "SECONDS_TO_TYPE", 3)
    for stamp in (opened(client), "", "q~1~forged"):
        answer = client.post(PATH, {"words": "How long?", "opened": stamp})
        assert answer.status_code == 422
        assert "How long?" in answer.content.decode()
    assert not Question.objects.exists()


def test_the_same_words_on_one_day_are_one_question(cast, client):
    for _ in range(2):
        ask(client, "How long does it take?")
    assert Question.objects.count() == 1


@pytest.mark.parametrize("words", ["", "   ", "x" * 601])
def test_empty_and_endless_questions_are_refused(cast, client, words):
    assert ask(client, words).status_code == 422
    assert not Question.objects.exists()


def test_one_connection_asks_three_times_an_hour(cast, client):
    for turn in range(4):
        answer = ask(client, f"How long does it take, time {'i' * (turn + 1)}?")
    assert answer.status_code == 429
    assert Question.objects.count() == 3


def test_the_newest_answer_stands_first(cast, client):
    for number, day in enumerate(("first", "second")):
        Question.objects.create(
            language="en", asked_on=clock.today(), wording=f"The {day} one?", answer="Yes.",
            state="published", published_on=clock.today() - timedelta(days=5 - number),
        )  # fmt: skip
    text = client.get(PATH).content.decode()
    assert text.index("The second one?") < text.index("The first one?")
