"""The queue of visitors' questions: marked, worded, answered, and decided by the right person."""

import pytest

from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.publishing.actions import ask_question
from homeward.publishing.models import Question

QUEUE = "/desk/public-questions/"


@pytest.fixture
def question(tuesday):
    return ask_question(
        actor=NOBODY, words="Can Jordan come? 512-555-0142", language="en", now=clock.now()
    )


@pytest.fixture
def path(question):
    return f"{QUEUE}{question.pk}/"


def state_of(question):
    return Question.objects.get(pk=question.pk).state


def test_the_queue_marks_what_may_identify(visit, question):
    text = visit("ada").get(QUEUE).content.decode()
    assert "looks like a name" in text
    assert "looks like a phone number" in text


def test_an_empty_queue_says_so(visit):
    assert "No question waits" in visit("dina").get(QUEUE).content.decode()


def test_each_mark_stands_in_the_text(visit, path):
    text = visit("ada").get(path).content.decode()
    assert '<mark class="marked" title="looks like a name">Jordan</mark>' in text


def test_it_is_worded_answered_and_published(visit, question, path):
    sent = {"wording": "Can a friend come?", "answer": "Yes, when you agree."}
    assert visit("ada").send(path, sent)["Location"] == path
    assert visit("ada").send(f"{path}publication/", seen_at=path).status_code == 403
    assert visit("dina").send(f"{path}publication/", seen_at=path)["Location"] == path
    assert state_of(question) == "published"
    text = visit("dina").get(path).content.decode()
    assert "Jordan" not in text
    assert "Dina Volkov" in text


def test_while_marks_stand_publishing_is_refused_in_words(visit, question, path):
    visit("ada").send(path, {"wording": "Can Jordan come?", "answer": "Yes."})
    answer = visit("dina").send(f"{path}publication/", seen_at=path)
    assert answer.status_code == 422
    assert "may tell who somebody is" in answer.content.decode()
    assert state_of(question) == "waiting"


def test_marked_words_take_two_people(visit, question, path):
    visit("ada").send(path, {"wording": "Is the Birch room quiet?", "answer": "Yes."})
    visit("dina").send(f"{path}vouching/", {"reason": "It is a room"}, seen_at=path)
    alone = visit("dina").send(f"{path}publication/", seen_at=path)
    assert alone.status_code == 422
    assert "Another person" in alone.content.decode()
    assert visit("sam").send(f"{path}publication/", seen_at=path).status_code == 302
    assert state_of(question) == "published"


def test_it_is_refused_with_a_reason_and_its_words_are_gone(visit, question, path):
    assert visit("ada").send(f"{path}refusal/", {"reason": ""}, seen_at=path).status_code == 422
    visit("ada").send(f"{path}refusal/", {"reason": "about one person"}, seen_at=path)
    assert state_of(question) == "refused"
    text = visit("ada").get(path).content.decode()
    assert "Jordan" not in text
    assert "about one person" in text


def test_a_published_question_is_taken_off(visit, question, path):
    visit("ada").send(path, {"wording": "Is there parking?", "answer": "Yes."})
    visit("dina").send(f"{path}publication/", seen_at=path)
    visit("dina").send(f"{path}withdrawal/", {"reason": "out of date"}, seen_at=path)
    assert state_of(question) == "withdrawn"


def test_what_somebody_else_changed_is_not_overwritten(visit, question, path):
    ada, dina = visit("ada"), visit("dina")
    page = ada.get(path).content.decode()
    version = page.split('name="form_version" value="')[1].split('"')[0]
    key = page.split('id="main"')[1].split('name="form_key" value="')[1].split('"')[0]
    dina.send(path, {"wording": "Dina's words", "answer": ""})
    sent = {"form_key": key, "form_version": version, "wording": "Ada's words", "answer": ""}
    answer = ada.browser.post(path, sent)
    assert answer.status_code == 422
    assert "Ada&#x27;s words" in answer.content.decode()
    assert Question.objects.get().wording == "Dina's words"


def test_the_number_of_queries_does_not_grow(visit, django_assert_max_num_queries):
    for number in range(30):
        ask_question(
            actor=NOBODY, words=f"How long {'i' * number}?", language="en", now=clock.now()
        )
    ada = visit("ada")
    ada.get(QUEUE)
    with django_assert_max_num_queries(20):
        ada.get(QUEUE)
