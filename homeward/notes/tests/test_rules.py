"""Names, cloned text, and what stands in the way of a signature."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.notes.rules.content import content_hash
from homeward.notes.rules.names import Person, forms_of, names_found, without_names
from homeward.notes.rules.signing import Draft, problems_before_signing, signing_of
from homeward.notes.rules.similarity import Earlier, likeness, most_alike

DEV = Person("dev", forms_of("Devin Lopez", "Dev"))
WILL = Person("will", forms_of("Will Hope"))
PLAN = "He named three triggers and one plan."
TEXT = "Helped Dev name \u201ctired\u201d as his state."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TEXT, ("Dev",)),
        ("Devin Lopez spoke.", ("Devin Lopez",)),
        ("Mr. Lopez's story", ("Lopez",)),
        ("Developed a plan.", ()),
        ("Will tried again. He will and may hope.", ("Will",)),
        ("dev is lower case", ()),
        ("Dev, Dev and Will", ("Dev", "Dev", "Will")),
        ("", ()),
    ],
)
def test_names_of_others_are_found_as_whole_words(text, names):
    """Capital letters and word borders decide."""
    assert tuple(place.name for place in names_found(text, (DEV, WILL))) == names


def test_ones_own_name_is_never_found():
    """Two clients share a first name: the note is about the one it belongs to."""
    other = Person("dev2", forms_of("Dev Mori", "Dev"))

    assert names_found("Dev opened the check-in.", (other,), own=("Dev", "Devin")) == ()


def test_taking_names_out_leaves_the_rest_alone():
    """Only the found places change."""
    found = names_found(TEXT, (DEV,))

    assert without_names(TEXT, found, "another member") == (
        "Helped another member name \u201ctired\u201d as his state."
    )


@given(st.text(max_size=200))
def test_no_name_is_left_after_taking_names_out(text):
    """Whatever was written."""
    left = without_names(text, names_found(text, (DEV, WILL)), "another member")

    assert names_found(left, (DEV, WILL)) == ()


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        (PLAN, "he named three triggers, and one plan", 100),
        (PLAN, "She named three triggers and one plan.", 83),
        (PLAN, "Slept badly, asked to talk after lunch today.", 0),
        ("Came late.", "Came late.", 0),
    ],
)
def test_likeness_is_the_share_of_word_pairs(one, other, percent):
    """Equal texts are 100; very short ones are never called cloned."""
    assert likeness(one, other) == likeness(other, one) == percent


def test_the_most_alike_is_named_from_the_threshold_on():
    """Below it nothing is said."""
    other = Earlier("a", "Something else entirely happened in this group today.")
    earlier = (other, Earlier("b", PLAN))

    assert most_alike(PLAN, earlier, 90).ref == "b"
    assert most_alike(PLAN, earlier[:1], 90) is None


WHOLE = Draft(
    is_group=True, was_present=True, minutes=90, shared_part="Check-in, then an exercise.",
    body="Opened the check-in.", participation=("shared",), response=("engaged",),
    has_objective=True, progress="some_progress",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, ()),
        ({"minutes": None, "was_present": False}, ("note_attendance_marked",)),
        ({"was_present": False}, ("note_client_was_there",)),
        ({"shared_part": "  "}, ("note_shared_part",)),
        ({"is_group": False, "shared_part": "", "participation": ()}, ()),
        ({"body": ""}, ("note_own_words",)),
        ({"participation": ()}, ("note_participation",)),
        ({"response": ()}, ("note_response",)),
        ({"progress": ""}, ("note_progress",)),
        ({"has_objective": False, "progress": ""}, ()),
        ({"names_found": ("Dev",)}, ("note_names_nobody_else",)),
        ({"may_sign": False}, ("note_author_may_sign",)),
        ({"alike_percent": 97, "is_past_due": True}, ()),
        ({"body": "", "response": ()}, ("note_own_words", "note_response")),
    ],
)
def test_problems_are_named_all_at_once(change, problems):
    """Warnings never block."""
    draft = replace(WHOLE, **change)

    assert problems_before_signing(draft) == problems
    assert signing_of(draft).outcome == ("not_ready" if problems else "ready")


def test_any_change_of_content_changes_its_digest():
    """The order of keys does not, a letter or a minute does."""
    content = {"body": "A", "minutes": 90}

    assert content_hash(content) == content_hash({"minutes": 90, "body": "A"})
    assert len({content_hash(content), content_hash({**content, "minutes": 89}),
                content_hash({**content, "body": "B"})}) == 3  # fmt: skip
