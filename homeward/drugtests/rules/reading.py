"""What one test says as a whole: its outcome, and whether its specimen can be believed at all.

Source: the federal categories of specimen validity (49 CFR 40, 82 FR 7920): a substituted,
adulterated or invalid specimen is no negative, and a dilute negative is named as dilute. Every
place that counts or names tests reads them here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

POSITIVE = ("presumptive", "positive")
UNREADABLE = ("substituted", "adulterated", "invalid")
# Somebody changed it: that asks for a talk in the team as a finding does.
CHANGED = ("substituted", "adulterated")
DILUTE_NEGATIVE = "dilute_negative"
# Nothing was found, however thin the specimen: enough to say that what comes later is later.
NEGATIVE = ("negative", DILUTE_NEGATIVE)
# Chosen not to be given, or not able to be: nothing is known, and nothing is positive.
UNTESTED = ("missed", "refused", "unable")


def said_by(outcome: str, specimen: str) -> str:
    """The test in one code: its outcome, or the specimen where that takes the word from it.

    What was found stays found. A negative, or a medicine that was not found, says nothing when
    the specimen was substituted, adulterated or invalid.

    >>> said_by("negative", "adulterated")
    'adulterated'
    """
    if outcome == "pending" or outcome in POSITIVE:
        return outcome
    if specimen in UNREADABLE:
        return specimen
    return DILUTE_NEGATIVE if (outcome, specimen) == ("negative", "dilute_neg") else outcome


@dataclass(frozen=True, slots=True)
class Counts:
    """Tests by what they say; `missed` are all without a specimen that was asked for."""

    negative: int
    dilute: int
    positive: int
    unreadable: int
    missed: int


def counted(tests: Iterable[tuple[str, str, str]]) -> Counts:
    """Counts of tests given as (outcome, specimen, state)."""
    kept = list(tests)
    said = [said_by(outcome, specimen) for outcome, specimen, _state in kept]
    return Counts(
        negative=said.count("negative"),
        dilute=said.count(DILUTE_NEGATIVE),
        positive=sum(code in POSITIVE for code in said),
        unreadable=sum(code in UNREADABLE for code in said),
        missed=sum(state in UNTESTED for _outcome, _specimen, state in kept),
    )
