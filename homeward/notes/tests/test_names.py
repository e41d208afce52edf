"""Other clients' names: found, asked about where a word may be meant, taken out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.notes.rules.names import Person, forms_of, names_found, people_found, without_names

DEV = Person("dev", forms_of("Devin Lopez", "Dev"))
WILL = Person("will", forms_of("Will Hope"))
ROOM = (
    DEV, WILL, Person("grace", forms_of("Grace Quintero")), Person("mark", forms_of("Mark Young")),
    Person("jose", forms_of("José María de la Cruz", "Pepe")),
    Person("alex", forms_of("Alex Avery")), Person("eli", forms_of("Elizabeth Park-Jones")),
)  # fmt: skip
TEXT = "Helped Dev name \u201ctired\u201d as his state."


def found_in(text, sure=None, **more):
    return [p.name for p in people_found(text, ROOM, **more) if sure in (None, p.sure)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TEXT, ["Dev"]),
        ("Devin Lopez spoke.", ["Devin Lopez"]),
        ("DEVIN LOPEZ spoke, devin lopez too.", ["DEVIN LOPEZ", "devin lopez"]),
        ("Mr. Lopez's story", ["Lopez"]),
        ("Alex A. told it to Alex Avery.", ["Alex A.", "Alex Avery"]),
        ("Liz and Beth and Elizabeth", ["Liz", "Beth", "Elizabeth"]),
        ("Pepe y jose hablaron; Jose Maria calló.", ["Pepe", "jose", "Jose", "Maria"]),
        ("Sat with Park-Jones.", ["Park-Jones"]),
        ("Will Hope and Mark Young paired up.", ["Will Hope", "Mark Young"]),
        ("Developed a plan in the parking lot of the day.", []),
        ("Mujer de la casa, la cruz y el camino.", []),
        ("", []),
    ],
)
def test_names_are_found_in_every_form(text, names):
    """In full, in part, by the usual short form, without accents; never inside a word."""
    assert found_in(text, "certain") == names


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Will tried again. He will and may hope.", ["Will"]),
        ("Will attend group and hope for the best.", []),
        ("She has will, grace and hope; mark the day.", []),
        ("Grace came up twice. So Mark said.", ["Grace", "Mark"]),
        ("Went to an AA meeting; MI and CBT used.", []),
        ("AA said she would call. A.A. agreed, DL too.", ["AA", "A.A.", "DL"]),
        ("Devinn agreed.", ["Devinn"]),
    ],
)
def test_words_that_are_names_as_well_are_asked_about(text, asked):
    """With a capital, where no verb follows; initials; a misspelt name. None stands in the way."""
    assert found_in(text, "maybe") == asked
    assert found_in(text, "certain") == []


def test_a_name_that_staff_or_family_bear_too_is_asked_about():
    """Her sister is called Devin as well."""
    assert found_in("Called her sister Devin.", "certain") == ["Devin"]
    assert found_in("Called her sister Devin.", "certain", elsewhere=["Devin Moss"]) == []
    assert found_in("Called her sister Devin.", "maybe", elsewhere=["Devin Moss"]) == ["Devin"]


def test_ones_own_name_is_never_found():
    """Two clients share a first name: the note is about the one it belongs to."""
    other = Person("dev2", forms_of("Dev Mori", "Dev"))

    assert names_found("Dev opened the check-in.", (other,), own=("Dev", "Devin")) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (TEXT, "Helped another member name \u201ctired\u201d as his state."),
        ("Dev's plan. Dev left.", "Another member's plan. Another member left."),
        ("Thanked Mr. Lopez, twice.", "Thanked another member, twice."),
    ],
)
def test_taking_names_out_leaves_the_rest_alone(text, left):
    """Only the found places change; a title goes with its name, a sentence keeps its capital."""
    assert without_names(text, names_found(text, ROOM), "another member") == left


@given(st.text(max_size=200))
@settings(deadline=None)
def test_no_name_is_left_after_taking_names_out(text):
    """Whatever was written."""
    left = without_names(text, names_found(text, (DEV, WILL)), "another member")

    assert names_found(left, (DEV, WILL)) == ()
