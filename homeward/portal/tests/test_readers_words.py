"""Who looked is said in words a client uses, in both languages; staff's codes are none."""

import pytest

from homeward import audit
from homeward.core import clock
from homeward.core.code_words import has_words, words_for_code
from homeward.portal.readers import WHAT
from homeward.portal.tests import scene

pytestmark = pytest.mark.django_db
# A code that no room has a sentence for, about a seat.
CODE = "timetable.page.begun"


@pytest.fixture
def jo(cast, client):
    there = scene.session(cast, clock.now())
    seat = scene.seat(cast, cast.jo, there, cast.episode)
    with audit.unit():
        audit.record(CODE, actor=cast.dana.actor, subject=seat, at=clock.now())
    client.force_login(cast.jo.account)
    return client


def test_what_has_no_sentence_says_what_was_worked_on(jo):
    assert not has_words(CODE)
    page = jo.get("/me/record/readers/").content.decode()
    assert f"Worked on: {WHAT['schedule']}" in page and "Dana" in page
    assert words_for_code(CODE) not in page


def test_in_spanish_no_word_of_it_is_english(cast, jo):
    cast.jo.account.language = "es"
    cast.jo.account.save()
    page = jo.get("/me/record/readers/").content.decode()
    assert '<html lang="es"' in page
    assert words_for_code(CODE) not in page and "schedule" not in page
