"""Near-copies: found through light edits, explained, and told from notes of one's own."""

import pytest

from homeward.notes.labelled.making import CLONED, EDITED, labelled_set
from homeward.notes.labelled.measuring import by_class, judged
from homeward.notes.rules.similarity import Earlier, compare, likeness, most_alike

PLAN = "He named three triggers from the weekend and one plan for payday."
NOTE = (
    f"{PLAN} When the urge came he called his sister before going home on Friday. "
    "Tired today; spoke when asked."
)
OTHER = "Slept badly after the night shift, asked to talk about the letter from the court at lunch."


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (PLAN, PLAN.lower(), 100, 100),
        (PLAN, "She identified two triggers from the weekend and a plan for payday.", 85, 100),
        (PLAN, "From the weekend she named triggers, and for payday one plan.", 70, 100),
        (PLAN, "He nmaed three triggers from the weekend and one plan for payday.", 80, 100),
        (
            "Nombró tres detonantes y un plan.",
            "Ella identificó dos disparadores y un plan.",
            70,
            100,
        ),
        (PLAN, OTHER, 0, 20),
        (PLAN, "Two things set him off on Saturday; he knows what to do with his wages.", 0, 45),
        ("Came late.", "Came late.", 0, 0),
    ],
)
def test_likeness_sees_through_light_edits_alone(one, other, least, most):
    """Person, numbers, synonyms, order and typing errors; not the same thing told otherwise."""
    assert least <= likeness(one, other) <= most


def test_each_copied_sentence_is_shown_beside_its_twin():
    """Which sentence, which twin, how alike, the nearest first; the rest is not shown."""
    source = f"{OTHER} {PLAN.replace('He', 'She')}"

    (found,) = compare(NOTE, [Earlier("x", source)])

    assert [(twin.sentence, twin.twin) for twin in found.twins] == [
        (PLAN, source.removeprefix(f"{OTHER} "))
    ]
    assert found.twins[0].percent >= 95
    assert 25 <= found.percent <= 60


def test_what_repeats_the_shared_part_counts_for_nothing():
    """Everybody did the exercise: saying so is no copy."""
    shared = "Members mapped the last craving to a state and named one action."
    one, other = (
        f"{shared} She called a neighbor about the leaking roof instead.",
        f"{shared} He read to the twins until both were asleep.",
    )

    assert likeness(one, other) >= 40
    assert compare(one, [Earlier("x", other)], shared=shared)[0].percent <= 20


def test_stock_sentences_of_a_writer_do_not_make_a_copy_and_ten_copies_stay_copies():
    """A closing that stands in every note weighs less; where all is the same, all counts."""
    stock = "Oriented and cooperative throughout. Will attend the next group as scheduled."
    own = ["Baked bread with an aunt.", "Lost the bus pass again.", "Sold an old guitar for rent.",
           "Passed the driving test at last."]  # fmt: skip
    notes = [f"{each} {stock}" for each in own]
    others = [Earlier(str(n), text) for n, text in enumerate(notes[1:])]

    assert max(each.percent for each in compare(notes[0], others)) < 70
    copies = [Earlier(str(n), NOTE) for n in range(9)]
    assert {each.percent for each in compare(NOTE, copies)} == {100}


def test_the_most_alike_is_named_from_the_threshold_on():
    """Below it nothing is said."""
    earlier = (Earlier("a", OTHER), Earlier("b", PLAN))

    assert most_alike(PLAN, earlier, 70).ref == "b"
    assert most_alike(PLAN, earlier[:1], 70) is None


def test_a_small_labelled_set_is_judged_rightly():
    """The goal of the product at the program's number, on a dose of the bench's set."""
    found = judged(labelled_set(7, 96))
    figures = by_class(found, 70)

    assert {each.case.label for each in found} >= {CLONED, EDITED}
    assert figures["recall"] >= 0.95
    assert figures["precision"] >= 0.90
    assert figures["right_twin"] == 1.0


def test_the_same_seed_makes_the_same_set_and_halves_share_no_fact():
    """Anyone can repeat the figures."""
    assert labelled_set(3, 16, 0) == labelled_set(3, 16, 0)
    assert labelled_set(3, 16, 0) != labelled_set(4, 16, 0)
