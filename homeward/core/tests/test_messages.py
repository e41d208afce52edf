"""The catalogues: all that is marked is found, what is stored is current, places are kept."""

import re
from argparse import Namespace

import polib
import pytest

from homeward.core.messages.catalogue import compiled, merged, path_of
from homeward.core.messages.commands import LANGUAGES, LOCALE, PACKAGE, messages
from homeward.core.messages.extraction import (
    Message,
    messages_in_python,
    messages_in_template,
    messages_of,
)

# Pages that people outside the staff read must be whole in every language.
PUBLIC_ROOMS = (
    "homeward/portal/", "homeward/website/", "homeward/accounts/", "homeward/consents/paper.py",
    "homeward/core/component_tags/", "homeward/core/templates/core/shell",
    "homeward/core/templates/core/components/", "homeward/core/charts/hours.py",
)  # fmt: skip
PLACE = re.compile(r"%\((\w+)\)s|</?\w+[^>]*>")


@pytest.fixture(scope="module")
def found():
    return messages_of(PACKAGE)


def test_python_gives_plain_plural_and_context_and_leaves_what_is_computed():
    source = (
        "_('one'); gettext_lazy('two ' 'parts'); ngettext('a', 'b', n); pgettext('c', 'd');"
        "npgettext('e', 'f', 'g', n); _(name); other('no')"
    )
    assert set(messages_in_python(source)) == {
        Message("one"), Message("two parts"), Message("a", "b"), Message("d", context="c"),
        Message("f", "g", "e"),
    }  # fmt: skip


def test_templates_give_tags_blocks_plurals_and_constants():
    source = (
        '{% load i18n %}{% translate "one" %}{% button _("two") kind="x" %}'
        "{% blocktranslate with n=page.n %}three {{ n }}{% endblocktranslate %}"
        "{% blocktranslate count k=n %}four{% plural %}{{ k }} fours{% endblocktranslate %}"
        "{{ x|default:_('five') }} it's plain text"
    )
    assert set(messages_in_template(source)) == {
        Message("one"), Message("two"), Message("three %(n)s"), Message("four", "%(k)s fours"),
        Message("five"),
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_current_and_compiled(found, language):
    """When this fails: run `homeward messages`."""
    catalogue = merged(LOCALE, language, found)
    path = path_of(LOCALE, language)
    assert path.read_text(encoding="utf-8") == str(catalogue)
    assert path.with_suffix(".mo").read_bytes() == compiled(catalogue)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_outside_staff_pages_is_translated(language):
    missing = [
        entry.msgid
        for entry in polib.pofile(str(path_of(LOCALE, language)))
        if any(place.startswith(PUBLIC_ROOMS) for place, _line in entry.occurrences)
        and not entry.translated()
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_placeholder_and_tag(language):
    for entry in polib.pofile(str(path_of(LOCALE, language))).translated_entries():
        if entry.msgid_plural:
            wanted = set(PLACE.findall(entry.msgid)) | set(PLACE.findall(entry.msgid_plural))
            for text in entry.msgstr_plural.values():
                assert set(PLACE.findall(text)) <= wanted, entry.msgid
        else:
            assert sorted(PLACE.findall(entry.msgstr)) == sorted(PLACE.findall(entry.msgid)), (
                entry.msgid
            )


def test_the_command_checks_without_changing_anything():
    answer, status = messages(None, arguments=Namespace(check=True))
    assert status == 0
    assert not answer["es"]["was_behind"]
    assert answer["es"]["translated"] > 500


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Pedir una llamada"),
        ("/ask/", "Un número para que le llamemos"),
        ("/account/sign-in/", "Nombre de usuario"),
    ],
)
def test_pages_speak_spanish_when_asked(db, client, path, words):
    page = client.get(path, headers={"accept-language": "es"})
    assert 'lang="es"' in page.content.decode()
    assert words in page.content.decode()


def test_the_chosen_language_stays(db, client):
    page = client.get("/").content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page).group(1)
    client.post("/language/", {"form_key": key, "language": "es", "next": "/paying/"})
    assert "Cómo se paga" in client.get("/paying/").content.decode()
