"""A code is said in words, and never lost."""

import pytest

from homeward.people.diagnoses import diagnosis_words


@pytest.mark.parametrize(
    "code, words",
    [
        ("F10.20", "Alcohol use disorder, moderate or severe (F10.20)"),
        ("F11.10", "Opioid use disorder, mild (F11.10)"),
        ("F15.21", "Stimulant use disorder, moderate or severe, in remission (F15.21)"),
        ("F41.1", "F41.1"),
        ("alcohol use disorder", "alcohol use disorder"),
        ("", ""),
    ],
)
def test_codes_are_said_in_words(code, words):
    assert diagnosis_words(code) == words
