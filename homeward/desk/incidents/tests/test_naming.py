"""Where a text names somebody who stands in an incident by code."""

import pytest

from homeward.desk.incidents.naming import places_of
from homeward.incidents.naming import Called

PEOPLE = (Called("C1", "Jo Avery", "JoJo"), Called("C2", "Will Ortega-Diaz"))


@pytest.mark.parametrize(
    "text, codes",
    [
        ("C1 fell at the door", []),
        ("Jo fell at the door", ["C1"]),
        ("Avery fell", ["C1"]),
        ("Ms. Avery fell", ["C1"]),
        ("the AVERY's bag", ["C1"]),
        ("averyday words", []),
        ("JoJo called Ortega", ["C1", "C2"]),
        ("Then Will left", ["C2"]),
        ("C2 will call", []),
        ("Will call tomorrow", []),
        ("Every one saw it", []),
        ("J.A. was there", []),
    ],
)
def test_names_are_found_as_in_notes(text, codes):
    assert [each.code for each in places_of(text, PEOPLE)] == codes
