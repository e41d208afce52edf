"""Who is named for certain, which published passage answers, and how lessons read."""

import re

import pytest

from homeward.families import lessons
from homeward.families.rules.finding import Passage, answers
from homeward.families.rules.matching import NOBODY, Known, named_in
from homeward.kernel.reading_grade import grade_of
from homeward.publishing.rules.markup import plain_words, problems_in
from homeward.publishing.rules.standing import reads_too_hard
from homeward.publishing.shipped import LANGUAGES

JO = Known(ref="jo", name="Jo Avery")
ROSE = Known(ref="rose", name="Rosalía María Peña", called="Rose")
TWIN = Known(ref="twin", name="Jo Avery")


@pytest.mark.parametrize(
    ("about", "people", "named"),
    [
        ("Jo Avery", (JO, ROSE), "jo"),
        ("my son JO  AVERY, he is 34", (JO, ROSE), "jo"),
        ("Rose Peña", (JO, ROSE), "rose"),
        ("rosalia pena", (JO, ROSE), "rose"),
        ("Avery Jo", (JO, ROSE), NOBODY),
        ("Jo", (JO, ROSE), NOBODY),
        ("Jo Averys", (JO, ROSE), NOBODY),
        ("", (JO, ROSE), NOBODY),
        ("Jo Avery", (JO, TWIN), NOBODY),
        ("Jo Avery and Rose Peña", (JO, ROSE), NOBODY),
    ],
)
def test_one_person_is_named_for_certain_or_nobody(about, people, named):
    assert named_in(about, people).outcome == named


@pytest.mark.parametrize(
    ("about", "named"),
    [("", "jo"), ("Jo", "jo"), ("my Jo", "jo"), ("Rose Peña", "rose"), ("my neighbor", NOBODY)],
)
def test_an_account_may_use_the_first_name_of_the_one_it_stands_beside(about, named):
    beside = Known(ref="jo", name="Jo Avery", is_beside=True)
    assert named_in(about, (beside, ROSE)).outcome == named


def test_beside_two_people_an_empty_line_names_neither():
    both = [Known(ref=ref, name=f"{ref} Avery", is_beside=True) for ref in ("jo", "ann")]
    assert named_in("", both).outcome == NOBODY


VISITS = Passage("rules", "Can I visit?", ("Families come on family nights.",))
PHONES = Passage("rules", "Phones", ("Phones are put away in sessions. A visit is no call.",))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("may I visit him", (VISITS,)),
        ("visits and phones", (PHONES, VISITS)),
        ("what is for lunch", ()),
        ("", ()),
    ],
)
def test_an_answer_is_published_or_there_is_none(question, found):
    assert set(answers(question, (VISITS, PHONES))) == set(found)


NEVER = re.compile(r"\b(addict\w*|clean|dirty|abus\w+|failed|relaps\w+|adict\w+|recaíd\w+)\b", re.I)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_is_there_and_reads_at_sixth_grade(language):
    assert len(lessons.LESSONS) >= 8
    for each in lessons.LESSONS:
        wording = lessons.wording_of(each.code, language)
        text = plain_words(f"{wording.title}.\n\n{wording.lead}\n\n{wording.body}")
        grade = grade_of(text, language)
        assert not reads_too_hard(grade), (each.code, grade)
        assert not NEVER.search(text), each.code
        assert not problems_in(wording.body), each.code
        assert wording.title
        assert wording.lead
