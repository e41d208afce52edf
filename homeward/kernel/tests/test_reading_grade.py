"""Reading grades: known words, known texts, and what must hold of any text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.reading_grade import (
    fernandez_huerta,
    flesch_kincaid,
    grade_of,
    syllables_of,
)

ENGLISH = """the 1 about 2 recovery 4 outpatient 3 intensive 3 people 2 area 3 idea 3 create 2
hours 1 called 1 needed 2 places 2 watches 2 notes 1 family 3 little 2 science 2 being 2 quiet 2
insurance 3 medication 4 counselor 3 emergency 4 someone 2 something 2 lonely 2 video 3 alcohol 3
residential 4 rhythm 2 rhythms 2 client 2 anxious 2 patience 2 serious 3 friend 1 believe 2
withdrawal 3 naloxone 3 alcoholism 5 don't 1 experience 4 I 1"""

SPANISH = """tratamiento 4 día 2 familia 3 ayuda 3 ambulatorio 5 quien 1 guerra 2 aéreo 4 leer 2
país 2 alcohol 3 yo 1 y 1 muy 1 hoy 1 recuperación 5 emergencia 4 pingüino 3 oír 2 caos 2 agua 2
buey 1 averiguáis 4 ahí 2 psicólogo 4 búho 2 raíz 2 teoría 4 construir 2 ciudad 2"""


def _table(text):
    parts = text.split()
    return list(zip(parts[::2], map(int, parts[1::2]), strict=True))


@pytest.mark.parametrize("word, count", _table(ENGLISH))
def test_english_words_have_their_syllables(word, count):
    assert syllables_of(word, "en") == count


@pytest.mark.parametrize("word, count", _table(SPANISH))
def test_spanish_words_have_their_syllables(word, count):
    assert syllables_of(word, "es") == count


@pytest.mark.parametrize(
    "words, syllables, grade",
    [("13", "24", "11.26"), ("10", "15", "6.01"), ("5", "5", "-1.84")],
)
def test_the_english_formula_gives_its_grades(words, syllables, grade):
    found = flesch_kincaid(Decimal(words), Decimal(syllables) / Decimal(words))

    assert round(found, 2) == Decimal(grade)


def test_the_spanish_formula_counts_syllables_and_words():
    assert fernandez_huerta(Decimal(10), Decimal(2)) == Decimal("76.64")


@pytest.mark.parametrize(
    "text, language, grade",
    [
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            "en",
            "13.1",
        ),
        ("You can go home at night.", "en", "0.0"),
        ("Usted vuelve a casa cada noche. Hay grupos por la mañana.", "es", "4"),
        (
            "La rehabilitación ambulatoria intensiva proporciona intervenciones terapéuticas "
            "interdisciplinarias individualizadas.",
            "es-MX",
            "17",
        ),
    ],
)
def test_known_texts_have_their_grade(text, language, grade):
    assert grade_of(text, language) == Decimal(grade)


@pytest.mark.parametrize("text", ["", "   ", "123 456", "— … !"])
def test_a_text_without_words_has_no_grade(text):
    assert grade_of(text, "en") is None


def test_a_language_without_a_formula_has_no_grade():
    assert grade_of("Wir treffen uns jeden Tag.", "de") is None


def test_a_list_is_read_line_by_line():
    assert grade_of("Bring water\nBring shoes", "en") == grade_of("Bring water. Bring shoes.", "en")


def test_a_time_of_day_does_not_end_a_sentence():
    assert grade_of("We meet at 9:30 in the hall.", "en") == grade_of(
        "We meet at 930 in the hall.", "en"
    )


@given(st.text(max_size=300), st.sampled_from(["en", "es", "en-US", "fr"]))
def test_any_text_is_graded_or_has_none(text, language):
    grade = grade_of(text, language)

    assert grade is None or grade >= 0


@given(st.lists(st.sampled_from([w for w, _ in _table(ENGLISH)]), min_size=1, max_size=30))
def test_saying_a_text_twice_keeps_its_grade(words):
    sentence = " ".join(words) + ". "

    assert grade_of(sentence, "en") == grade_of(sentence * 2, "en")


@given(st.lists(st.sampled_from([w for w, _ in _table(SPANISH)]), min_size=2, max_size=30))
def test_splitting_a_spanish_sentence_never_makes_it_harder(words):
    half = len(words) // 2
    whole = grade_of(" ".join(words), "es")
    split = grade_of(" ".join(words[:half]) + ". " + " ".join(words[half:]), "es")

    assert split <= whole
