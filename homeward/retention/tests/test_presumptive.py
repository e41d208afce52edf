"""A signal about a test says whether it is confirmed."""

from datetime import timedelta

import pytest

from homeward.drugtests.models import DrugTest
from homeward.retention.looking import look_at_everybody
from homeward.retention.models import RiskSignal
from homeward.retention.words import FACTS
from homeward.testing.cast import NOON


@pytest.mark.parametrize(
    ("outcome", "kind", "words"),
    [
        ("presumptive", "test_presumptive", "presumptive, not confirmed"),
        ("positive", "test_positive", "test found use"),
    ],
)
def test_a_first_reading_is_no_confirmed_one(tuesday, outcome, kind, words):
    """Either raises it; the fact on which it stands says which."""
    for ago, said in ((9, "negative"), (6, "negative"), (2, outcome)):
        at = NOON - timedelta(days=ago)
        test = DrugTest.objects.create(
            client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["thc"],
            state="resulted", outcome=said, ordered_at=at, notified_at=at, due_at=at,
            collected_at=at, resulted_at=at, specimen="valid",
        )  # fmt: skip
    look_at_everybody(now=NOON)
    signal = RiskSignal.objects.unscoped("test").get(code="positive_after_negatives")
    facts = signal.decision["extras"]["facts"]
    assert [fact[0] for fact in facts] == ["test_negative", "test_negative", kind]
    assert facts[-1][3] == str(test.pk)
    assert str(FACTS[kind]) == words
