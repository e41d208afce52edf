"""Pages of words: complete, in both languages, light, and from nowhere else."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from homeward.core import clock
from homeward.program.models import HouseRule
from homeward.publishing.actions import publish_draft, save_draft, start_draft
from homeward.publishing.shipped import PAGES, shipped
from homeward.website.reading import OWN, address_of
from homeward.website.rules.setting import ITEMS

MOST_BYTES = 150_000
OTHERS = ("/", "/what-happens-here/", "/ask/", "/ask/thanks/", "/which-setting/")
NEUTRAL_NEVER = re.compile(r"drug|alcohol|addict|recovery|rehab|treatment for", re.I)


def all_addresses():
    return [*OTHERS, "/questions/thanks/", *(address_of(code) for code in PAGES)]


def test_every_page_of_words_is_read_in_both_languages(cast, client):
    for code in PAGES:
        for language in ("en", "es"):
            page = client.get(address_of(code), headers={"accept-language": language})
            text = page.content.decode()
            assert page.status_code == 200
            assert f'lang="{language}"' in text
            title = shipped(code, language).wording.title
            assert title in text.replace("&#x27;", "'")


@pytest.mark.parametrize("path", ["/about/nowhere/", "/about/paying/", "/about/x/y/"])
def test_there_is_one_address_for_each_page(db, client, path):
    assert client.get(path).status_code == 404


def test_inserts_show_the_loaded_program(cast, client):
    HouseRule.objects.create(
        program=cast.program, code="a", position=1,
        text="One person speaks at a time, and I speak for myself.",
    )  # fmt: skip
    HouseRule.objects.create(program=cast.program, code="b", text="Feed the cat.", position=2)
    assert "about 6 weeks" in client.get("/about/how-long/").content.decode()
    english = client.get("/about/rules/").content.decode()
    assert '<li lang="en">Feed the cat.</li>' in english
    spanish = client.get("/about/rules/", headers={"accept-language": "es"}).content.decode()
    assert '<li lang="es">Habla una persona a la vez, y yo hablo por mí.</li>' in spanish
    assert '<li lang="en">Feed the cat.</li>' in spanish
    assert "[[" not in english


def test_what_staff_publish_is_read_and_a_draft_is_not(cast, client):
    draft = start_draft(actor=cast.dina.actor, code="paying", language="en", now=clock.now())
    draft = save_draft(
        actor=cast.dina.actor, draft_id=draft.pk, title="What it costs", body="Ask **Ada**.",
        now=clock.now(),
    )  # fmt: skip
    assert "What it costs" not in client.get("/paying/").content.decode()
    publish_draft(actor=cast.dina.actor, draft_id=draft.pk, now=clock.now())
    text = client.get("/paying/").content.decode()
    assert "<strong>Ada</strong>" in text
    assert "What it costs" in client.get("/").content.decode()


def test_only_staff_who_write_see_a_preview(cast, client):
    draft = start_draft(actor=cast.dina.actor, code="paying", language="es", now=clock.now())
    path = reverse("website:preview", args=[draft.pk])
    assert client.get(path).status_code == 302
    for who, status in (("jo", 403), ("dana", 403), ("ada", 200), ("dina", 200)):
        client.force_login(getattr(cast, who).account)
        page = client.get(path)
        assert page.status_code == status
    assert "Cómo se paga" in page.content.decode()


def test_titles_tell_nothing_to_somebody_who_looks_over_the_shoulder(cast, client):
    for path in all_addresses():
        title = re.search(r"<title>(.*?)</title>", client.get(path).content.decode())[1]
        assert not NEUTRAL_NEVER.search(title), title


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_view_is_light(cast, client, language):
    """The page with every style, script and picture it asks for, before any compression."""
    for path in all_addresses():
        text = client.get(path, headers={"accept-language": language}).content.decode()
        parts = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text))
        size = len(text.encode()) + sum(
            Path(str(finders.find(part.removeprefix("/static/")))).stat().st_size for part in parts
        )
        assert size <= MOST_BYTES, (path, size)


def test_every_page_leads_out_at_once_and_shows_where_help_is(cast, client):
    for path in all_addresses():
        text = client.get(path).content.decode()
        assert "data-quick-leave" in text
        assert "988" in text
        assert "911" in text


def test_nobody_who_is_not_signed_in_gets_a_session(cast, client):
    for path in all_addresses():
        client.get(path)
    assert set(client.cookies) <= {"csrftoken"}


def test_pages_with_addresses_of_their_own_are_in_the_list():
    assert set(OWN) < set(PAGES)
    assert len({item.code for item in ITEMS}) == len(ITEMS)


def test_the_number_of_queries_of_each_page_is_bounded(cast, client, django_assert_max_num_queries):
    """Whatever is published, asked or loaded; the open times of the first page ask the most."""
    for path in all_addresses():
        client.get(path)
        with django_assert_max_num_queries(22 if path == "/" else 16):
            client.get(path)
