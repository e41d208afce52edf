"""A new version of the rules leaves the answers of the older one as they were."""

from homeward.placement.rules.recommend import recommend
from homeward.placement.rules.sensitivity import changes
from homeward.placement.rules.versions import FIRST, NOW, version_named
from homeward.placement.tests.people import CALM, assessed, hold_codes

DRINKS = {**CALM, "pregnant": True, "hours_since_last_drink": 40, "ciwa_ar": 2}
DENIES = {**CALM, "cows": 12}


def codes(decision):
    return [reason.code for reason in decision.reasons]


def test_drink_in_pregnancy_is_known_from_the_second_version_on():
    person = assessed(**DRINKS)
    before, now = recommend(person, version=FIRST), recommend(person)
    line = "pregnant_with_alcohol_or_sedatives"
    assert [each.version.partition("+")[0] for each in (before, now)] == ["1.0.0", "1.1.0"]
    assert (line in codes(before), line in codes(now)) == (False, True)
    assert (hold_codes(before), hold_codes(now)) == (set(), {"same_day_medical_evaluation"})


def test_a_score_outweighs_a_denial_from_the_second_version_on():
    person = assessed(**DENIES)
    assert recommend(person, version=FIRST).extras["with"] == []
    assert recommend(person).extras["with"] == ["otp_obot"]


def test_what_would_change_an_old_answer_is_asked_of_the_old_rules():
    """Being pregnant would hold this person today; by the rules of the time it did not."""
    person = assessed(**{**DRINKS, "pregnant": None})
    moves = {(each.name, each.value) for each in changes(person, version=FIRST)}
    assert ("pregnant", True) not in moves
    assert ("pregnant", True) in {(each.name, each.value) for each in changes(person)}


def test_a_version_nobody_knows_is_read_by_the_rules_of_today():
    assert version_named("1.0.0") is FIRST
    assert version_named("1.0.0+3f2a90bc") is FIRST
    assert version_named("") is version_named("9.9.9") is NOW
