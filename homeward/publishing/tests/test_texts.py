"""Every starting text: there in both languages, plain enough for a sixth-grade reader."""

import re

import pytest

from homeward.kernel.reading_grade import grade_of
from homeward.publishing.rules.identifying import marks_in
from homeward.publishing.rules.markup import blocks_of, plain_words, problems_in
from homeward.publishing.rules.standing import reads_too_hard
from homeward.publishing.shipped import LANGUAGES, PAGES, shipped

ALL = [(code, language) for code in PAGES for language in LANGUAGES]
NEVER = re.compile(r"\b(addict\w*|clean|dirty|abus\w+|failed|relaps\w+|adict\w+|recaíd\w+)\b", re.I)


def read(code: str, language: str) -> str:
    wording = shipped(code, language).wording
    return plain_words(f"{wording.title}.\n\n{wording.lead}\n\n{wording.body}")


@pytest.mark.parametrize("code, language", ALL)
def test_reads_at_sixth_grade_or_below(code, language):
    """No term is excepted: what the law or a plan calls by a long word is said in short ones."""
    grade = grade_of(read(code, language), language)
    assert not reads_too_hard(grade), grade


@pytest.mark.parametrize("code, language", ALL)
def test_uses_only_the_markup_there_is_and_the_words_we_use(code, language):
    wording = shipped(code, language).wording
    assert wording.title
    assert wording.lead
    assert problems_in(wording.body) == ()
    assert not NEVER.findall(f"{wording.title} {wording.lead} {wording.body}")


@pytest.mark.parametrize("code", PAGES)
def test_both_languages_have_the_same_shape(code):
    """A heading, a list or an insert that one language has, the other has too."""
    shapes = [
        [(block.kind, block.insert) for block in blocks_of(shipped(code, each).wording.body)
         if block.kind != "p"]
        for each in LANGUAGES
    ]  # fmt: skip
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("code, language", ALL)
def test_names_nobody(code, language):
    kinds = {mark.kind for mark in marks_in(read(code, language))} - {"name"}
    assert not kinds


def test_a_page_or_language_there_is_not_is_a_lookup_error():
    for code, language in (("nowhere", "en"), ("paying", "fr"), ("../settings", "en")):
        with pytest.raises(LookupError):
            shipped(code, language)
