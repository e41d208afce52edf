"""Writing, publishing and looking back, as staff do it in a browser."""

import re

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.publishing import actions, queries
from homeward.publishing.models import ArticleVersion
from homeward.publishing.shipped import PAGES

ALL = "/desk/public-pages/"
PAGE = "/desk/public-pages/paying/"
DRAFT = f"{PAGE}en/draft/"
WORDS = {"title": "What it costs", "lead": "", "body": "Ask us first.", "note": "Shorter"}


@pytest.fixture
def draft(visit):
    visit("ada").send(DRAFT, WORDS)
    return ArticleVersion.objects.get(published_at=None)


@pytest.mark.parametrize("who", ["dina", "sam", "ada"])
def test_lists_every_page_in_both_languages(visit, who):
    text = visit(who).get(ALL).content.decode()
    for code in PAGES:
        assert reverse("desk:public_page", args=[code]) in text
    assert text.count("as it came with Homeward") == 2 * len(PAGES)


@pytest.mark.parametrize("who", ["dana", "ruth", "tess", "fay", "omar"])
@pytest.mark.parametrize("path", [ALL, PAGE, DRAFT, "/desk/public-questions/"])
def test_others_are_kept_out(visit, who, path):
    assert visit(who).get(path).status_code == 403


def test_opening_the_draft_page_makes_nothing(visit):
    assert visit("ada").get(DRAFT).status_code == 200
    assert not ArticleVersion.objects.exists()


def test_a_saved_draft_is_not_public_until_somebody_with_the_right_publishes(visit, draft):
    assert draft.title == "What it costs"
    assert queries.shown_text("paying", "en").wording.title == "Paying"
    assert "The director or a supervisor publishes it." in visit("ada").get(DRAFT).content.decode()
    assert visit("ada").send(f"{DRAFT}publication/", seen_at=DRAFT).status_code == 403
    done = visit("dina").send(f"{DRAFT}publication/", seen_at=DRAFT)
    assert done["Location"] == PAGE
    assert queries.shown_text("paying", "en").wording.title == "What it costs"


def test_a_second_click_publishes_once(visit, draft):
    dina = visit("dina")
    page = dina.get(DRAFT).content.decode()
    form = page.split("publication/")[1]
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', form)[:2])
    answers = [dina.browser.post(f"{DRAFT}publication/", keys) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert ArticleVersion.objects.filter(published_at__isnull=False).count() == 2


def test_a_draft_without_title_or_text_keeps_what_was_typed(visit):
    answer = visit("ada").send(DRAFT, {**WORDS, "title": "", "body": "My words stay"})
    assert answer.status_code == 422
    assert "My words stay" in answer.content.decode()
    assert not ArticleVersion.objects.exists()


def test_a_draft_changed_meanwhile_is_not_overwritten(cast, visit, draft):
    ada = visit("ada")
    page = ada.get(DRAFT).content.decode()
    actions.save_draft(
        actor=cast.sam.actor, draft_id=draft.pk, title="Sam's",
        body="Sam's words", now=clock.now(),
    )  # fmt: skip
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page)[:2])
    answer = ada.browser.post(DRAFT, keys | WORDS | {"body": "Ada's words"})
    assert answer.status_code == 422
    assert "Ada&#x27;s words" in answer.content.decode()
    assert ArticleVersion.objects.get(pk=draft.pk).body == "Sam's words"


def test_two_who_begin_at_once_do_not_overwrite_each_other(visit):
    ada, sam = visit("ada"), visit("sam")
    page = ada.get(DRAFT).content.decode()
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
    sam.send(DRAFT, {**WORDS, "body": "Sam was first"})
    answer = ada.browser.post(DRAFT, keys | {**WORDS, "body": "Ada too"})
    assert answer.status_code == 422
    assert "Ada too" in answer.content.decode()
    assert ArticleVersion.objects.get(published_at=None).body == "Sam was first"


def test_the_grade_is_shown_while_writing_and_warns_above_six(visit):
    hard = "Comprehensive multidisciplinary rehabilitation necessitates considerable perseverance."
    ada = visit("ada")
    for body, words in (("We help you.", "Reading grade below 1"), (hard, "Above grade 6")):
        answer = ada.browser.post(f"{DRAFT}grade/", {"title": "T", "lead": "", "body": body})
        assert words in answer.content.decode()
    assert not ArticleVersion.objects.exists()


def test_a_hard_text_is_saved_and_published_all_the_same(visit):
    hard = "Comprehensive multidisciplinary rehabilitation necessitates perseverance."
    assert visit("dina").send(DRAFT, {**WORDS, "body": hard}).status_code == 302
    assert visit("dina").send(f"{DRAFT}publication/", seen_at=DRAFT).status_code == 302


def test_what_the_page_cannot_do_is_said(visit):
    body = "[a](https://x.example)\n\n[[moon]]\n\n<b>bold</b>"
    visit("ada").send(DRAFT, {**WORDS, "body": body})
    text = visit("ada").get(DRAFT).content.decode()
    for words in ("leads outside this site", "no part called “moon”", "HTML is shown"):
        assert words in text
    assert "<b>bold" not in text


def test_spanish_is_shown_to_be_behind_and_can_be_confirmed(visit, draft):
    visit("dina").send(f"{DRAFT}publication/", seen_at=DRAFT)
    assert "1 Spanish page is behind" in visit("ada").get(ALL).content.decode()
    page = visit("dina").get(PAGE).content.decode()
    assert "Spanish is behind" in page
    visit("dina").send(f"{PAGE}es/confirmation/", seen_at=PAGE)
    assert "Spanish is behind" not in visit("dina").get(PAGE).content.decode()


def test_the_history_tells_who_when_and_what_and_restores(visit, draft):
    visit("dina").send(f"{DRAFT}publication/", seen_at=DRAFT)
    text = visit("sam").get(f"{PAGE}en/history/").content.decode()
    assert "Dina Volkov" in text
    assert "Shorter" in text
    assert "<ins>Ask us first.</ins>" in text
    assert "came with Homeward" in text
    first = ArticleVersion.objects.get(number=1)
    done = visit("sam").send(
        f"{PAGE}en/restoration/", {"version_id": str(first.pk)}, seen_at=f"{PAGE}en/history/"
    )
    assert done["Location"] == DRAFT
    visit("sam").send(f"{DRAFT}publication/", seen_at=DRAFT)
    assert queries.shown_text("paying", "en").wording.title == "Paying"
    text = visit("sam").get(f"{PAGE}en/history/").content.decode()
    assert "wording of version 1 again" in text


def test_restoring_over_an_open_draft_is_refused_in_words(visit, draft):
    first = ArticleVersion.objects.get(number=1)
    ada = visit("ada")
    answer = ada.browser.post(
        f"{PAGE}en/restoration/", {"version_id": str(first.pk), "form_key": new_key()}
    )
    assert answer.status_code == 422
    assert "A draft of this page is open" in answer.content.decode()


def test_a_draft_can_be_discarded(visit, draft):
    assert visit("ada").send(f"{DRAFT}removal/", seen_at=DRAFT)["Location"] == PAGE
    assert not ArticleVersion.objects.filter(published_at=None).exists()


@pytest.mark.parametrize("path", ["nowhere/", "paying/fr/draft/", "nowhere/en/history/"])
def test_unknown_pages_and_languages_are_not_found(visit, path):
    assert visit("dina").get(f"{ALL}{path}").status_code == 404


def test_the_number_of_queries_does_not_grow(visit, draft, django_assert_max_num_queries):
    dina = visit("dina")
    for turn in range(8):
        dina.send(f"{DRAFT}publication/", seen_at=DRAFT)
        dina.send(DRAFT, {**WORDS, "body": f"Words {turn}"})
    dina.get(ALL)
    for path, most in ((ALL, 22), (PAGE, 22), (f"{PAGE}en/history/", 22), (DRAFT, 24)):
        with django_assert_max_num_queries(most):
            dina.get(path)


def test_a_publication_without_a_readable_version_publishes_nothing(visit):
    visit("ada").send(DRAFT, WORDS)
    dina = visit("dina")
    for version in ("", "two", "1 or 1=1"):
        answer = dina.send(f"{DRAFT}publication/", {"form_version": version}, seen_at=DRAFT)
        assert answer.status_code == 409
    assert ArticleVersion.objects.filter(published_at=None).exists()
