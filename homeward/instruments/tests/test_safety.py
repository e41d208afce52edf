"""Every safety rule of every shipped key fires where it should, and only there."""

import pytest

from homeward.instruments import library
from homeward.instruments.rules.safety import Stage
from homeward.instruments.tests.answering import answers_totalling, result_of

TABLE = [
    ("ace10", {"3": 0}, []), ("ace10", {"3": 1}, ["ace10.safety.1"]),
    ("assist_v3", {"8": 1}, []), ("assist_v3", {"8": 2}, ["assist_v3.safety.1"]),
    ("audit", {"6": 0}, []), ("audit", {"6": 1}, ["audit.safety.1"]),
    ("bam", {"6": 0, "3": 2}, []), ("bam", {"6": 1}, ["bam.safety.1"]),
    ("bam", {"3": 3}, ["bam.safety.2"]),
    ("bam_iop", {"6": 1, "3": 4}, ["bam_iop.safety.1", "bam_iop.safety.2"]),
    ("bam_r", {"6": 1}, ["bam_r.safety.1"]),
    ("ciwa_ar", {"6": 3, "7": 3, "8": 3, "10": 1}, []),
    ("ciwa_ar", {"6": 4}, ["ciwa_ar.safety.3"]), ("ciwa_ar", {"7": 4}, ["ciwa_ar.safety.3"]),
    ("ciwa_ar", {"8": 4}, ["ciwa_ar.safety.3"]), ("ciwa_ar", {"10": 2}, ["ciwa_ar.safety.3"]),
    ("pcl5", {"16": 2}, []), ("pcl5", {"16": 3}, ["pcl5.safety.1"]),
    ("phq9", {"9": 0}, []), ("phq9", {"9": 1}, ["phq9.safety.1"]),
    ("phq9", {"1": 0}, ["phq9.safety.2"]),
    ("taps2", {"5": "N", "6": "N"}, []), ("taps2", {"5": "Y"}, ["taps2.safety.1"]),
    ("taps2", {"6": "Y"}, ["taps2.safety.1"]),
]  # fmt: skip  # one row per case reads as the table it is


@pytest.mark.parametrize(("instrument_id", "answers", "fired"), TABLE)
def test_item_rules_need_no_total(instrument_id, answers, fired):
    assert [rule.id for rule in result_of(instrument_id, answers).safety] == fired


@pytest.mark.parametrize(
    ("instrument_id", "score_id", "total", "expected"),
    [
        ("ciwa_ar", "total", 9, set()),
        ("ciwa_ar", "total", 10, {"ciwa_ar.safety.1"}),
        ("ciwa_ar", "total", 19, {"ciwa_ar.safety.1", "ciwa_ar.safety.2"}),
        ("cows", "total", 12, set()), ("cows", "total", 13, {"cows.safety.1"}),
        ("cows", "total", 24, {"cows.safety.1"}),
        ("cows", "total", 25, {"cows.safety.1", "cows.safety.2"}),
        ("ahc_hrsn", "safety", 10, set()), ("ahc_hrsn", "safety", 11, {"ahc_hrsn.safety.1"}),
        ("phq9", "total", 19, set()), ("phq9", "total", 20, {"phq9.safety.3"}),
        ("audit", "total", 19, set()), ("audit", "total", 20, {"audit.safety.2"}),
    ],
)  # fmt: skip  # a table
def test_total_rules_fire_at_their_cut(instrument_id, score_id, total, expected):
    answers = answers_totalling(instrument_id, score_id, total)
    by_items = {"ciwa_ar.safety.3", "phq9.safety.1", "audit.safety.1"}
    fired = {rule.id for rule in result_of(instrument_id, answers).safety}
    assert fired - by_items == expected


def test_every_shipped_safety_rule_is_tried_here():
    shipped = {r.id for i in library.instrument_ids() for r in library.instrument(i).safety}
    tried = {rule for _, _, fired in TABLE for rule in fired}
    by_total = {
        "ciwa_ar.safety.1", "ciwa_ar.safety.2", "cows.safety.1", "cows.safety.2",
        "ahc_hrsn.safety.1", "phq9.safety.3", "audit.safety.2",
    }  # fmt: skip  # a set of names
    screener = {f"cssrs_screener.safety.{n}" for n in (1, 2, 3)}
    assert shipped == tried | by_total | screener


@pytest.mark.parametrize(
    ("instrument_id", "answers", "severity", "due"),
    [
        ("phq9", {"9": 1}, "urgent", "same contact"),
        ("phq9", {}, "attention", "next contact"),
        ("ciwa_ar", {"10": 2}, "urgent", "now"),
        ("cssrs_screener", {"6a": "Y"}, "urgent", "now"),
        ("cssrs_screener", {"6": "Y"}, "high", "same contact"),
        ("cssrs_screener", {"1": "Y"}, "attention", "same day"),
    ],
)
def test_each_finding_says_by_when(instrument_id, answers, severity, due):
    (found,) = result_of(instrument_id, answers).safety
    assert (found.severity, found.due) == (severity, due)


def test_high_without_its_own_time_is_due_the_same_day():
    (found,) = result_of("cows", answers_totalling("cows", "total", 13)).safety
    assert (found.severity, found.due) == ("high", "same day")


def test_an_unanswered_item_is_asked_after_only_when_the_form_is_handed_in():
    assert result_of("phq9", {"1": 0}, stage=Stage.SAVED).safety == ()
    assert [r.id for r in result_of("phq9", {"9": 2}, stage=Stage.SAVED).safety] == [
        "phq9.safety.1"
    ]


def test_a_total_of_one_with_item_nine_is_urgent():
    answers = {**dict.fromkeys("12345678", 0), "9": 1}
    result = result_of("phq9", answers)
    assert result.scores["total"].band.code == "minimal"
    assert [rule.severity for rule in result.safety] == ["urgent"]


def test_an_incomplete_total_already_past_a_cut_is_pointed_out():
    """The key stays silent on a null total; the reader must not take that for calm."""
    answers = {str(n): 3 for n in range(1, 8)}
    result = result_of("ciwa_ar", answers)
    assert result.scores["total"].value is None
    assert [(n.code, n.items) for n in result.notes] == [
        ("answered_items_already_reach_cut", ("ciwa_ar.safety.1",)),
        ("answered_items_already_reach_cut", ("ciwa_ar.safety.2",)),
    ]


class TestColumbiaScreener:
    @pytest.mark.parametrize(
        ("answers", "risk", "incomplete"),
        [
            ({}, "incomplete", True),
            ({"1": "N", "2": "N"}, "incomplete", True),
            ({"1": "N", "6": "N"}, "incomplete", True),
            ({"1": "N", "2": "N", "6": "N"}, "none", False),
            ({"1": "Y", "2": "N", "6": "N"}, "low", False),
            ({"1": "Y", "2": "N"}, "low", True),
            ({"1": "Y", "2": "Y", "3": "N", "4": "N", "5": "N", "6": "N"}, "low", False),
            ({"1": "Y", "2": "Y", "3": "N", "4": "N", "6": "N"}, "low", True),
            ({"1": "Y", "2": "Y", "3": "Y", "4": "N", "5": "N", "6": "N"}, "moderate", False),
            ({"3": "Y"}, "moderate", True),
            ({"1": "N", "2": "N", "6": "Y"}, "moderate", True),
            ({"1": "N", "2": "N", "6": "Y", "6a": "N"}, "moderate", False),
            ({"1": "N", "2": "N", "6": "Y", "6a": "Y"}, "high", False),
            ({"4": "Y"}, "high", False),
            ({"5": "Y"}, "high", False),
        ],
    )
    def test_risk(self, answers, risk, incomplete):
        outcome = result_of("cssrs_screener", answers).rules["risk"]
        assert (outcome.result, outcome.incomplete) == (risk, incomplete)

    @pytest.mark.parametrize(
        ("answers", "level", "missing"),
        [
            ({"1": "N", "2": "N"}, 0, ()),
            ({"1": "Y", "2": "N"}, 1, ()),
            ({"1": "Y", "2": "Y", "3": "Y", "4": "N", "5": "N"}, 3, ()),
            ({"1": "Y", "2": "Y", "3": "Y", "4": "Y", "5": "Y"}, 5, ()),
            ({"1": "Y", "2": "Y"}, None, ("3", "4", "5")),
            ({"2": "N"}, None, ("1",)),
            ({"1": "N"}, None, ("2",)),
        ],
    )
    def test_ideation_level(self, answers, level, missing):
        scored = result_of("cssrs_screener", answers).scores["ideation_level"]
        assert (scored.value, scored.missing) == (level, missing)


def test_a_default_result_with_an_answer_missing_is_incomplete():
    assert result_of("gad7", {"1": 0, "2": 0}).rules["screen"].incomplete
    assert not result_of("gad7", dict.fromkeys("1234567", 0)).rules["screen"].incomplete
