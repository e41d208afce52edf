"""What looks like it identifies somebody, and what does not: a table anyone may add to."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.publishing.rules.identifying import kinds_in, marks_in

FOUND = [
    ("My name is jordan and I drink", "name"),
    ("my name's Quill", "name"),
    ("I am worried about Jordan", "name"),
    ("Is Maria there", "name"),
    ("my husband carlos drinks", "name"),
    ("my counselor Renée said so", "name"),
    ("Dr. Abernathy told me to ask", "name"),
    ("can judge Whitfield order it", "name"),
    ("I go with Marquitta to groups", "name"),
    ("Me llamo Lupita y quiero ayuda", "name"),
    ("mi hijo mateo usa", "name"),
    ("¿Puede venir Guadalupe conmigo?", "name"),
    ("He works at Bluebonnet Foods", "name"),
    ("We live in Pflugerville", "name"),
    ("write me at jo.b+x@mail.example", "email"),
    ("jo (at) mail (dot) org", "email"),
    ("jo at mail dot com please", "email"),
    ("call 512-555-0142", "phone"),
    ("call (512) 555 0142 after six", "phone"),
    ("5125550142", "phone"),
    ("+1 512 555 0142", "phone"),
    ("my number is 555-0142", "phone"),
    ("I live at 400 West Cedar Street", "address"),
    ("1208 Oak Ave", "address"),
    ("apt 4b next door", "address"),
    ("vivo en calle Luna 24", "address"),
    ("P.O. Box 114", "address"),
    ("in 78704 is there a group", "postal_code"),
    ("born 03/14/1988", "date"),
    ("since 2024-11-03", "date"),
    ("on March 14th I used", "date"),
    ("el 14 de marzo", "date"),
    ("my ssn 123-45-6789", "social_security"),
    ("see www.myblog.example/me", "web_address"),
    ("on facebook.com/jo", "web_address"),
    ("find me as @sober_jo", "handle"),
    ("case number 20261174", "long_number"),
    ("my chart HW-01187", "long_number"),
]
NOT_FOUND = [
    "How long does it take?",
    "“I go to a class. I am home at bedtime.” Your counselor helps (all of it.) Really… Yes.",
    "I drink every day and I’m scared. What do I do?",
    "Do you take Medicaid or Medicare?",
    "Can I stay on Suboxone or methadone?",
    "Are there groups on Monday or Wednesday evening?",
    "I used for 12 years, 3 times a day.",
    "Is 9 hours a week too much with a job of 40 hours?",
    "My husband will not come. Can I come alone?",
    "mi esposo no quiere venir",
    "Do I have to go to AA or NA?",
    "Is it 20% or 200 dollars a week? I can pay $12,500 or 10,000.",
    "WHY IS IT SO HARD",
    "I lost my licence after a DUI. Does this count?",
    "He said I may come. Will that help?",
    "¿Cuánto dura? ¿Es de lunes a viernes?",
    "¿Hay grupos en español?",
    "Does an IOP help with ADHD and PTSD?",
    "I was in detox two times. I’ll try again. I’ve time.",
]


@pytest.mark.parametrize("text, kind", FOUND)
def test_finds(text, kind):
    assert kind in kinds_in(text), marks_in(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_lets_stand(text):
    assert marks_in(text) == ()


def test_the_house_may_be_named_and_nobody_in_it():
    assert not marks_in("Is Cedar House open in May?", ["Cedar House"])
    assert kinds_in("Is Cedar House open, asks Jordan", ["Cedar House"]) == ("name",)


def test_an_allowed_name_hides_nothing_beside_it():
    assert kinds_in("Cedar House 512-555-0142", ["Cedar House"]) == ("phone",)


@given(st.text(max_size=200), st.sampled_from([text for text, _ in FOUND]))
def test_what_identifies_is_found_between_any_words(words, text):
    """No words before or after, on lines of their own, hide a mark."""
    assert marks_in(f"{words}\n{text}\n{words}")


@given(st.text(max_size=300))
def test_marks_are_in_order_and_lie_within_the_text(text):
    marks = marks_in(text)
    assert list(marks) == sorted(marks)
    for mark in marks:
        assert text[mark.start : mark.end] == mark.text
    for first, second in pairwise(marks):
        assert first.end <= second.start


def test_a_run_of_empty_lines_costs_no_time() -> None:
    """Anybody may send this; read in every way it can be cut, it took seconds."""
    words = "x" + "\n" * 450 + "a " + "Q " * 73
    began = process_time()
    kinds_in(words)
    assert process_time() - began < 1
