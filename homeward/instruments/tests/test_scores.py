"""Totals, missing answers, skipping and proration, against worked examples."""

import pytest

from homeward.instruments import library
from homeward.instruments.tests.answering import all_at, result_of


class TestProration:
    @pytest.mark.parametrize(
        ("answers", "total"),
        [
            ({1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1}, 9),
            ({1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 1, 8: 1}, 16),  # 14 x 9/8 = 15.75
            ({1: 1, 2: 1, 3: 1, 4: 1, 5: 0, 6: 0, 7: 0, 8: 0}, 5),  # 4.5 goes up
            ({1: 3, 2: 3, 3: 0, 4: 0, 5: 0, 6: 0, 7: 1}, 9),  # two missing: 7 x 9/7
            ({1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3}, None),  # three missing
        ],
    )
    def test_phq9_allows_two_missing(self, answers, total):
        result = result_of("phq9", {str(key): value for key, value in answers.items()})
        assert result.scores["total"].value == total
        assert len(result.scores["total"].missing) == 9 - len(answers)

    def test_whodas_allows_one_and_its_percent_follows(self):
        answers = all_at("whodas12", "total", 2)
        del answers["5"]
        result = result_of("whodas12", answers)
        assert result.scores["total"].value == 24
        assert result.scores["percent"].value == 50

        del answers["6"]
        result = result_of("whodas12", answers)
        assert result.scores["total"].value is None
        assert result.scores["percent"].value is None

    @pytest.mark.parametrize(
        "instrument_id", ["audit", "ciwa_ar", "cows", "pcl5", "dast10", "sip2r"]
    )
    def test_others_have_no_total_with_one_missing(self, instrument_id):
        answers = all_at(instrument_id, "total", 0)
        if instrument_id == "audit":
            answers |= {"1": 2, "2": 1}  # otherwise the form would skip
        answers = {k: v for k, v in answers.items() if k != "10"}
        scored = result_of(instrument_id, answers).scores["total"]
        assert (scored.value, scored.band, scored.missing) == (None, None, ("10",))

    def test_the_unscored_item_never_counts(self):
        with_item = result_of("phq9", {**all_at("phq9", "total", 1), "10": 3})
        assert with_item.scores["total"].value == 9


class TestSkipping:
    def test_audit_never_drinking_scores_nought(self):
        result = result_of("audit", {"1": 0, "9": 0, "10": 0})
        assert {name: s.value for name, s in result.scores.items()} == {
            "total": 0, "consumption": 0, "dependence": 0, "harm": 0,
        }  # fmt: skip  # one line reads as the profile it is

    def test_audit_skips_four_to_eight_after_two_and_three_at_nought(self):
        result = result_of("audit", {"1": 2, "2": 0, "3": 0, "9": 4, "10": 0})
        assert result.scores["total"].value == 6

    def test_audit_does_not_skip_on_a_sum_with_a_missing_part(self):
        result = result_of("audit", {"1": 2, "2": 0, "9": 0, "10": 0})
        assert result.scores["total"].value is None

    def test_an_answered_item_keeps_its_answer_though_it_could_be_skipped(self):
        assert result_of("audit_c", {"1": 0, "2": 3}).scores["total"].value == 3

    def test_the_ptsd_gate(self):
        assert result_of("pc_ptsd5", {"0": "N"}).scores["total"].value == 0
        silent = result_of("pc_ptsd5", {"1": "Y", "2": "Y", "3": "Y", "4": "Y", "5": "Y"})
        assert silent.scores["total"].value is None
        assert silent.scores["total"].missing == ("0",)

    def test_each_taps2_class_stands_alone(self):
        result = result_of("taps2", {"1": "N", "2": "Y", "2a": 1, "2b": 0, "2c": 1})
        assert result.scores["tobacco"].value == 0
        assert result.scores["alcohol"].value == 3
        assert result.scores["heroin"].value is None

    def test_assist_never_in_three_months_still_asks_about_concern(self):
        result = result_of("assist_v3", {"1c": "Y", "2c": 0, "6c": 6, "7c": 3})
        assert result.scores["cannabis"].value == 9
        waiting = result_of("assist_v3", {"1c": "Y", "2c": 0, "6c": 6})
        assert waiting.scores["cannabis"].missing == ("7c",)


class TestTaps1:
    def test_expects_one_of_two_alcohol_items(self):
        assert result_of("taps1", {"1": 1, "2f": 2, "3": 0, "4": 0}).scores["positives"].value == 2
        absent = result_of("taps1", {"1": 1, "3": 0, "4": 0}).scores["positives"]
        assert (absent.value, absent.missing) == (None, ("2m", "2f"))

    def test_does_not_guess_when_both_are_answered(self):
        result = result_of("taps1", {"1": 1, "2f": 2, "2m": 2, "3": 1, "4": 1})
        assert result.scores["positives"].value is None
        assert [note.code for note in result.notes] == ["only_one_expected"]


class TestOtherMethods:
    def test_bam_r_maps_choices_to_days(self):
        answers = dict.fromkeys(library.instrument("bam_r").items, 0)
        answers |= {"1": 4, "8": 3, "15": 2, "9": 1, "14": 4}
        result = result_of("bam_r", answers)
        assert result.scores["risk"].value == 30 + 22 + 15
        assert result.scores["protective"].value == 8 + 30

    def test_bam_has_no_grand_total_and_a_difference(self):
        result = result_of("bam", {**all_at("bam", "risk", 1), **all_at("bam", "protective", 4)})
        assert "total" not in result.scores
        assert result.scores["protective_minus_risk"].value == 24 - 6

    def test_promis_turns_pain_and_reads_the_table(self):
        answers = {"3": 5, "6": 5, "7": 0, "8": 5, "2": 1, "4": 1, "5": 1, "10": 1}
        result = result_of("promis_g10", answers)
        assert (result.scores["gph_raw"].value, result.scores["gph_t"].value) == (20, 67.7)
        assert (result.scores["gmh_raw"].value, result.scores["gmh_t"].value) == (4, 21.2)

    def test_phq9_counts_item_nine_from_one(self):
        result = result_of("phq9", {**all_at("phq9", "total", 1), "1": 2})
        assert result.scores["symptom_count"].value == 2
        assert result.rules["algorithm"].result == "other_depressive_syndrome_suspected"

    @pytest.mark.parametrize(
        ("heavy", "any_day", "codes"),
        [(2, 2, []), (3, 2, ["heavy_drinking_days_above_drinking_days"]), (0, 4, [])],
    )
    @pytest.mark.parametrize("form", ["bam", "bam_iop", "bam_r"])
    def test_bam_points_at_heavy_days_above_drinking_days(self, form, heavy, any_day, codes):
        result = result_of(form, {"4": any_day, "5": heavy})
        assert [note.code for note in result.notes] == codes
