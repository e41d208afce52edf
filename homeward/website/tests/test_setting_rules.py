"""Which setting may fit: cases anyone may read, and what holds for every set of answers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.reading_grade import grade_of
from homeward.publishing.rules.standing import reads_too_hard
from homeward.website import check_words
from homeward.website.rules.setting import (
    ANSWERS,
    BY_CODE,
    DANGER_ITEMS,
    ITEMS,
    OUTCOMES,
    danger_signs,
    effect_of,
    which_setting,
)

# Somebody for whom an IOP fits; each case changes a few answers.
FITS = {
    "suicidal": "no", "overdose": "no", "withdrawal_history": "no", "life_threatening": "no",
    "pregnant": "no", "good_health": "yes", "withdrawal_unlikely": "yes", "supervision": "no",
    "safe_home": "yes", "sober_network": "yes", "early_or_mild": "no", "returned_to_use": "no",
    "cravings": "no", "more_support": "yes", "no_cover": "no", "legal_order": "no",
}  # fmt: skip
CASES = [
    ("the published outpatient criteria are met", {}, "intensive_outpatient"),
    ("cannot pay for a residential stay", {"no_cover": "yes"}, "intensive_outpatient"),
    ("mild, and needs more than one talk", {"early_or_mild": "yes"}, "intensive_outpatient"),
    (
        "mild, and one talk is enough",
        {"early_or_mild": "yes", "more_support": "no"},
        "outpatient",
    ),
    (
        "mild and one talk is enough, but the nights are not clear",
        {"early_or_mild": "yes", "more_support": "no", "supervision": "unsure"},
        "talk_first",
    ),
    ("a court has ordered something", {"legal_order": "yes"}, "talk_first"),
    ("may be ordered", {"legal_order": "unsure"}, "intensive_outpatient"),
    ("thinks about suicide", {"suicidal": "yes"}, "help_now"),
    ("is not sure about suicide", {"suicidal": "unsure"}, "help_now"),
    ("an overdose last month", {"overdose": "yes"}, "help_now"),
    ("may be an overdose", {"overdose": "unsure"}, "help_now"),
    ("a seizure when cutting down", {"withdrawal_history": "yes"}, "help_now"),
    ("an illness that threatens life", {"life_threatening": "yes"}, "help_now"),
    ("does not know about withdrawal", {"withdrawal_history": "unsure"}, "medical_first"),
    ("severe withdrawal is likely", {"withdrawal_unlikely": "no"}, "medical_first"),
    ("severe withdrawal is possible", {"withdrawal_unlikely": "unsure"}, "medical_first"),
    ("is pregnant", {"pregnant": "yes"}, "medical_first"),
    ("may be pregnant", {"pregnant": "unsure"}, "medical_first"),
    ("is pregnant, and needs someone day and night",
     {"pregnant": "yes", "supervision": "yes"}, "medical_first"),
    ("is pregnant, and thinks about suicide", {"pregnant": "yes", "suicidal": "yes"}, "help_now"),
    ("pregnancy not answered", {"pregnant": ""}, "intensive_outpatient"),
    ("not well enough to come", {"good_health": "no"}, "medical_first"),
    ("needs someone day and night", {"supervision": "yes"}, "around_the_clock"),
    ("no safe home", {"safe_home": "no"}, "around_the_clock"),
    ("returned to use in outpatient care", {"returned_to_use": "yes"}, "more_days"),
    ("cannot resist cravings", {"cravings": "yes"}, "more_days"),
    ("nobody sober near", {"sober_network": "no"}, "more_days"),
    (
        "returned to use, and cannot resist cravings",
        {"returned_to_use": "yes", "cravings": "yes"},
        "around_the_clock",
    ),
    (
        "no safe home, and cannot pay: money does not outweigh safety",
        {"safe_home": "no", "no_cover": "yes"},
        "around_the_clock",
    ),
    ("the home is not clear", {"safe_home": "unsure"}, "talk_first"),
    ("danger comes before a home that is not safe",
     {"suicidal": "yes", "safe_home": "no"}, "help_now"),
]  # fmt: skip
answers = st.dictionaries(st.sampled_from(sorted(BY_CODE)), st.sampled_from(ANSWERS))
DIAGNOSIS = re.compile(
    r"\b(diagnos\w*|disorder|disease|addict\w*|alcoholi\w*|depend(?:ent|ence)|abuse|"
    r"you (?:have|are) (?:an?|severe|moderate))\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name, changed, outcome", CASES, ids=[case[0] for case in CASES])
def test_cases(name, changed, outcome):
    assert which_setting({**FITS, **changed}).outcome == outcome


def test_without_answers_there_is_only_an_offer_to_talk():
    assert which_setting({}).outcome == "talk_first"


@given(answers)
def test_a_danger_answer_always_shows_where_help_is(given_answers):
    """Yes to a danger question, whatever else is answered: emergency and 988 lines stand."""
    for code in DANGER_ITEMS:
        signs = danger_signs({**given_answers, code: "yes"})
        assert code in signs
        assert which_setting({**given_answers, code: "yes"}).outcome == "help_now"
        lines = str(check_words.HELP_NOW[code])
        assert "911" in lines
        assert "988" in lines


@given(answers)
def test_every_answer_is_explained_and_none_is_explained_twice(given_answers):
    decision = which_setting(given_answers)
    assert [reason.evidence[0].ref for reason in decision.reasons] == [item.code for item in ITEMS]
    for reason in decision.reasons:
        assert str(check_words.EFFECTS[reason.code])
        assert reason.source.title


@given(answers)
def test_no_answers_lead_to_a_diagnosis(given_answers):
    decision = which_setting(given_answers)
    title, words = check_words.OUTCOMES[decision.outcome]
    said = [str(title), str(words), *(str(check_words.EFFECTS[r.code]) for r in decision.reasons)]
    assert not DIAGNOSIS.findall(" ".join(said))


@given(answers)
def test_a_suggestion_for_care_by_day_needs_a_safe_answer_to_each_safety_question(given_answers):
    """Silence never speaks for less care."""
    if which_setting(given_answers).outcome in ("intensive_outpatient", "outpatient"):
        for code in ("good_health", "withdrawal_unlikely", "safe_home"):
            assert given_answers[code] == "yes"
        for code in ("suicidal", "overdose", "withdrawal_history", "life_threatening"):
            assert given_answers.get(code) in ("no", None)


@given(answers, st.text(max_size=10), st.text(max_size=10))
def test_strange_answers_change_nothing(given_answers, code, answer):
    strange = {**given_answers, f"x{code}": answer}
    assert which_setting(strange) == which_setting(given_answers)


def test_every_code_has_words_and_every_word_a_code():
    codes = {
        f"setting_{item.code}_{effect_of(item.code, answer)}"
        for item in ITEMS
        for answer in (*ANSWERS, "")
    }
    assert codes == set(check_words.EFFECTS)
    assert set(BY_CODE) == set(check_words.QUESTIONS)
    assert set(DANGER_ITEMS) == set(check_words.HELP_NOW)
    assert set(OUTCOMES) == set(check_words.OUTCOMES)


def test_the_check_reads_at_sixth_grade_or_below():
    parts = [*check_words.QUESTIONS.values(), *check_words.EFFECTS.values()]
    parts += [
        *check_words.HELP_NOW.values(),
        *(p for pair in check_words.OUTCOMES.values() for p in pair),
    ]
    grade = grade_of("\n".join(map(str, parts)), "en")
    assert not reads_too_hard(grade), grade


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_pregnant_people_hear_that_they_come_first_and_do_not_stop_alone(answer):
    reasons = which_setting({**FITS, "pregnant": answer}).reasons
    reason = next(each for each in reasons if each.evidence[0].ref == "pregnant")
    words = str(check_words.EFFECTS[reason.code])
    for said in ("seen first", "Do not stop opioids", "today"):
        assert said in words
    assert reason.source.citation == "45 CFR 96.131"
