"""Every number the rules use, with the value that holds where a program has none of its own.

A program file states these numbers again with its own sources; until the director adopts them
they show "not adopted", warn, and block nothing. The codes and units are fixed, the values are
not. What each number does is described in docs/domain/program-numbers.md.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from homeward.kernel.numbers import ProgramNumber
from homeward.program.rules.catalogue import SOURCES, UNITS, KnownNumber, known_number
from homeward.program.rules.day_numbers import DAY_NUMBERS
from homeward.program.rules.door_numbers import DOOR_NUMBERS
from homeward.program.rules.linkage_numbers import LINKAGE_NUMBERS
from homeward.program.rules.planned_week import PLANNED_WEEK
from homeward.program.rules.signal_numbers import SIGNAL_NUMBERS
from homeward.program.rules.testing_numbers import TESTING_NUMBERS

__all__ = ["ALWAYS", "NUMBERS", "SOURCES", "UNITS", "KnownNumber", "safe_number"]

ALWAYS = date(2000, 1, 1)

_LEVEL = (
    known_number("iop_min_weekly_minutes", "540", "minutes", "samhsa_iop_2021", "60", "2400"),
    known_number(
        "iop_min_weekly_minutes_adolescent", "360", "minutes", "samhsa_iop_2021", "60", "2400"
    ),
    known_number("iop_max_weekly_minutes", "1140", "minutes", "nc_saiop", "60", "5040"),
    known_number("iop_min_day_minutes", "180", "minutes", "nc_saiop", "15", "720"),
    known_number("iop_min_days", "3", "days", "nc_saiop", "1", "7"),
    known_number("max_gap_days", "2", "days", "nc_saiop", "0", "6"),
    known_number("program_min_days", "90", "days", "tip_47", "1", "730"),
    known_number("continuing_care_weeks", "12", "weeks", "homeward_default", "1", "156"),
    known_number("minimum_age", "18", "years", "homeward_default", "10", "25"),
)
_GROUPS = (
    known_number("group_max", "10", "clients", "program_practice", "2", "30"),
    known_number("group_cap_payer", "12", "clients", "payer_practice", "2", "30"),
    known_number("group_min", "2", "clients", "payer_practice", "1", "10"),
    known_number("group_ratio", "12", "clients", "homeward_default", "1", "30"),
    known_number("caseload_iop", "15", "clients", "homeward_default", "1", "60"),
    known_number("caseload_level_1", "30", "clients", "comar_10_47", "1", "80"),
    known_number("individual_per_week_first_phase", "1", "count", "program_practice", "0", "7"),
    known_number("mutual_help_per_week", "3", "count", "program_practice", "0", "21"),
)
_WITHDRAWAL = (
    known_number("ciwa_hold", "10", "points", "asam_withdrawal", "1", "67"),
    known_number("ciwa_emergency", "19", "points", "asam_withdrawal", "1", "67"),
    known_number("cows_mild", "5", "points", "cows_scale", "1", "48"),
    known_number("cows_moderate", "13", "points", "cows_scale", "1", "48"),
    known_number("cows_moderately_severe", "25", "points", "cows_scale", "1", "48"),
    known_number("cows_severe", "37", "points", "cows_scale", "1", "48"),
    known_number("drink_hours", "8", "hours", "homeward_default", "1", "72"),
    known_number("withdrawal_history_days", "7", "days", "homeward_default", "1", "60"),
    known_number("vitals_pulse_low", "50", "per_minute", "homeward_default", "30", "80"),
    known_number("vitals_pulse_high", "110", "per_minute", "homeward_default", "80", "160"),
    known_number("vitals_systolic_low", "90", "mm_hg", "homeward_default", "60", "120"),
    known_number("vitals_systolic_high", "160", "mm_hg", "homeward_default", "120", "220"),
    known_number(
        "vitals_temperature_high_f", "100.4", "degrees_f", "homeward_default", "98", "106"
    ),
    known_number("vitals_oxygen_low", "92", "percent", "homeward_default", "80", "99"),
)
_ADMISSION = (
    known_number("first_appointment_hours", "24", "hours", "homeward_default", "1", "336"),
    known_number("injecting_admission_days", "14", "days", "cfr_45_96", "1", "60"),
    known_number("injecting_admission_full_days", "120", "days", "cfr_45_96", "1", "365"),
    known_number("interim_services_hours", "48", "hours", "cfr_45_96", "1", "240"),
    known_number("capacity_report_percent", "90", "percent", "cfr_45_96", "1", "100"),
    known_number("capacity_report_days", "7", "days", "cfr_45_96", "1", "30"),
    known_number("callback_hours", "4", "hours", "homeward_default", "1", "72"),
    known_number("wait_list_contact_days", "7", "days", "homeward_default", "1", "60"),
    known_number("capacity_look_again_hours", "8", "hours", "homeward_default", "1", "72"),
    known_number("benefits_recheck_day", "1", "day_of_month", "homeward_default", "1", "28"),
    known_number("assessment_update_days", "90", "days", "homeward_default", "1", "365"),
    known_number("readmission_same_episode_days", "30", "days", "payer_practice", "0", "365"),
)
_PLACES = (
    known_number("directory_check_days", "180", "days", "homeward_default", "7", "730"),
    known_number("referral_urgent_hours", "8", "hours", "homeward_default", "1", "72"),
    known_number("referral_hours", "72", "hours", "homeward_default", "1", "336"),
)
_FEES = (
    known_number("program_day_charge", "350", "dollars", "homeward_default", "1", "5000"),
    known_number("outpatient_day_charge", "120", "dollars", "homeward_default", "1", "5000"),
    known_number("residential_day_charge", "650", "dollars", "homeward_default", "1", "10000"),
    known_number("residential_days", "30", "days", "homeward_default", "1", "365"),
    known_number(
        "poverty_line_one_person", "15960", "dollars", "hhs_poverty_2026", "1000", "99999"
    ),
    known_number("poverty_line_each_more", "5680", "dollars", "hhs_poverty_2026", "100", "99999"),
    known_number("fee_band_1_up_to", "100", "percent", "homeward_default", "1", "1000"),
    known_number("fee_band_1_pays", "5", "percent", "homeward_default", "0", "100"),
    known_number("fee_band_2_up_to", "133", "percent", "homeward_default", "1", "1000"),
    known_number("fee_band_2_pays", "25", "percent", "homeward_default", "0", "100"),
    known_number("fee_band_3_up_to", "167", "percent", "homeward_default", "1", "1000"),
    known_number("fee_band_3_pays", "50", "percent", "homeward_default", "0", "100"),
    known_number("fee_band_4_up_to", "200", "percent", "homeward_default", "1", "1000"),
    known_number("fee_band_4_pays", "75", "percent", "homeward_default", "0", "100"),
    known_number("fee_redetermine_days", "365", "days", "homeward_default", "30", "730"),
)
_REVIEW = (
    known_number(
        "review_stepdown_attendance_percent", "80", "percent", "homeward_default", "1", "100"
    ),
    known_number(
        "review_stepdown_objectives_percent", "50", "percent", "homeward_default", "1", "100"
    ),
    known_number("review_weeks", "4", "weeks", "homeward_default", "1", "26"),
    known_number("stepup_missed_in_row", "3", "count", "homeward_default", "1", "20"),
    known_number("stepup_positive_tests", "2", "count", "homeward_default", "1", "10"),
    known_number(
        "stepup_review_business_days", "1", "business_days", "homeward_default", "0", "10"
    ),
    known_number("payer_appeal_business_days", "5", "business_days", "homeward_default", "1", "60"),
    known_number("review_untested_percent", "25", "percent", "homeward_default", "0", "100"),
    known_number("stepup_use_told", "2", "days", "homeward_default", "1", "7"),
    known_number("stepup_event_days", "14", "days", "homeward_default", "1", "60"),
    known_number("consent_ahead_days", "30", "days", "homeward_default", "1", "180"),
    known_number("handoff_days", "7", "days", "homeward_default", "1", "60"),
    known_number("signal_absences_in_7_days", "2", "count", "homeward_default", "1", "7"),
)
_MEASURES = (
    known_number("measure_event_days", "3", "days", "homeward_default", "0", "30"),
    known_number("measure_weekly_days", "7", "days", "homeward_default", "1", "28"),
    known_number("measure_calm_days", "14", "days", "homeward_default", "1", "60"),
    known_number("measure_phq9_weekly_points", "10", "points", "homeward_default", "1", "27"),
    known_number("measure_monthly_days", "30", "days", "homeward_default", "7", "120"),
    known_number("measure_follow_up_days", "14", "days", "homeward_default", "1", "60"),
    known_number("measure_grace_days", "2", "days", "homeward_default", "0", "14"),
)
_NOTES = (
    known_number("late_grace_minutes", "15", "minutes", "homeward_default", "0", "60"),
    known_number("excused_notice_hours", "2", "hours", "homeward_default", "0", "72"),
    known_number("trainee_cosign_days", "7", "days", "homeward_default", "1", "60"),
    known_number("plan_own_words", "3", "count", "homeward_default", "1", "20"),
    known_number("plan_copy_percent", "60", "percent", "homeward_default", "20", "100"),
    known_number("plan_twin_percent", "80", "percent", "homeward_default", "50", "100"),
    known_number("plan_client_sign_days", "3", "days", "homeward_default", "1", "30"),
    known_number("plan_escalation_days", "2", "days", "homeward_default", "1", "30"),
    known_number("plan_ahead_days", "5", "days", "homeward_default", "0", "30"),
    known_number("cloned_note_percent", "70", "percent", "homeward_default", "50", "100"),
    known_number("note_escalation_hours", "24", "hours", "homeward_default", "1", "336"),
    known_number("billable_unit_minutes", "15", "minutes", "payer_practice", "1", "60"),
    known_number("billable_unit_first_minutes", "8", "minutes", "payer_practice", "1", "60"),
    known_number("psychotherapy_first_minutes", "16", "minutes", "payer_practice", "1", "60"),
    known_number("psychotherapy_middle_minutes", "38", "minutes", "payer_practice", "1", "90"),
    known_number("psychotherapy_long_minutes", "53", "minutes", "payer_practice", "1", "120"),
    known_number("family_first_minutes", "26", "minutes", "payer_practice", "1", "90"),
    known_number("left_group_minutes", "10", "minutes", "homeward_default", "1", "60"),
    known_number("offline_window_hours", "72", "hours", "homeward_default", "1", "336"),
)
_TESTS = (
    known_number("draw_window_min_hours", "4", "hours", "homeward_default", "0", "72"),
    known_number("draw_window_max_hours", "24", "hours", "homeward_default", "1", "96"),
    known_number("tests_early_min_per_week", "1", "count", "asam_testing", "0", "7"),
    known_number("tests_stable_min_per_month", "1", "count", "asam_testing", "0", "31"),
    known_number("presumptive_max_per_week", "3", "count", "medicare_testing", "0", "7"),
    known_number("presumptive_max_per_month_later", "3", "count", "medicare_testing", "0", "31"),
    known_number("definitive_max_per_week", "1", "count", "medicare_testing", "0", "7"),
    known_number("urine_temperature_low_f", "90", "degrees_f", "federal_specimen", "80", "110"),
    known_number("urine_temperature_high_f", "100", "degrees_f", "federal_specimen", "80", "110"),
    known_number("urine_temperature_minutes", "4", "minutes", "federal_specimen", "1", "30"),
    known_number("creatinine_dilute_below", "20", "mg_dl", "federal_specimen", "1", "100"),
    known_number("creatinine_substituted_below", "2", "mg_dl", "federal_specimen", "0", "20"),
    known_number("gravity_dilute_below", "1.003", "gravity", "federal_specimen", "1", "1.1"),
    known_number("gravity_substituted_low", "1.001", "gravity", "federal_specimen", "1", "1.1"),
    known_number("gravity_substituted_high", "1.020", "gravity", "federal_specimen", "1", "1.1"),
    known_number("ph_adulterated_below", "4", "ph", "federal_specimen", "0", "14"),
    known_number("ph_adulterated_from", "11", "ph", "federal_specimen", "0", "14"),
    known_number("ph_invalid_below", "4.5", "ph", "federal_specimen", "0", "14"),
    known_number("ph_invalid_from", "9", "ph", "federal_specimen", "0", "14"),
    known_number("nitrite_adulterated_from", "500", "mcg_ml", "federal_specimen", "1", "5000"),
    known_number("nitrite_invalid_from", "200", "mcg_ml", "federal_specimen", "1", "5000"),
    known_number("etg_contact_from", "100", "ng_ml", "marker_bands", "1", "10000"),
    known_number("etg_earlier_from", "500", "ng_ml", "marker_bands", "1", "10000"),
    known_number("etg_recent_from", "1000", "ng_ml", "marker_bands", "1", "100000"),
)
_SAFETY = (
    known_number("pdmp_interval_days", "90", "days", "homeward_default", "1", "365"),
    known_number("naloxone_stock_check_days", "30", "days", "homeward_default", "1", "365"),
    known_number("reconciliation_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("dose_window_minutes", "60", "minutes", "homeward_default", "5", "240"),
    known_number("order_signature_hours", "48", "hours", "homeward_default", "1", "336"),
    known_number("withdrawal_reading_minutes", "240", "minutes", "homeward_default", "15", "720"),
    known_number(
        "withdrawal_close_reading_minutes", "60", "minutes", "homeward_default", "15", "720"
    ),
    known_number("intoxicated_safety_minutes", "15", "minutes", "homeward_default", "1", "120"),
    known_number("danger_escalate_minutes", "5", "minutes", "homeward_default", "1", "60"),
    known_number("family_word_days", "3", "days", "homeward_default", "1", "14"),
    known_number("message_answer_minutes", "240", "minutes", "homeward_default", "15", "2400"),
    known_number("message_cover_hours", "72", "hours", "homeward_default", "1", "336"),
    known_number("message_unknown_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("message_escalate_minutes", "60", "minutes", "homeward_default", "0", "1440"),
    known_number("message_files", "3", "count", "homeward_default", "0", "10"),
    known_number("message_file_megabytes", "8", "count", "homeward_default", "1", "10"),
    known_number("message_file_pages", "10", "count", "homeward_default", "1", "20"),
    known_number("incident_internal_hours", "8", "hours", "homeward_default", "1", "72"),
    known_number("root_cause_business_days", "45", "business_days", "homeward_default", "1", "120"),
    known_number("incident_state_from_severity", "3", "points", "state_reporting", "1", "5"),
    known_number("root_cause_from_severity", "4", "points", "homeward_default", "1", "5"),
    known_number("breach_people_days", "60", "days", "breach_rule", "1", "60"),
    known_number("breach_many_people", "500", "count", "breach_rule", "1", "500"),
    known_number("breach_year_end_days", "60", "days", "breach_rule", "1", "60"),
    known_number("breach_warning_days", "30", "days", "homeward_default", "1", "59"),
    known_number("crisis_follow_up_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("safety_plan_review_days", "30", "days", "homeward_default", "1", "180"),
    known_number("nonpayment_business_days", "5", "business_days", "nh_he_a_304", "1", "60"),
    known_number("unexcused_days_review", "3", "days", "nh_he_a_304", "1", "30"),
    known_number("lost_contact_days", "14", "days", "homeward_default", "1", "60"),
    known_number("downtime_pack_hour", "5", "hours", "homeward_default", "0", "23"),
    known_number("downtime_pack_kept_days", "14", "days", "homeward_default", "1", "90"),
    known_number("lost_contact_close_days", "30", "days", "federal_closing", "1", "120"),
    known_number("checkup_first_months", "1", "months", "homeward_default", "0", "24"),
    known_number("checkup_second_months", "3", "months", "homeward_default", "0", "24"),
    known_number("checkup_third_months", "6", "months", "homeward_default", "0", "24"),
    known_number("checkup_fourth_months", "12", "months", "homeward_default", "0", "24"),
    known_number("ground_violence", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("ground_illegal_act", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("ground_disruption", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("ground_nonpayment", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("ground_absence", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("ground_therapeutic", "1", "count", "nh_he_a_304", "0", "1"),
    known_number("appeal_business_days", "5", "business_days", "homeward_default", "1", "60"),
    known_number("checkup_before_days", "7", "days", "homeward_default", "0", "30"),
    known_number("checkup_open_days", "30", "days", "homeward_default", "7", "90"),
    known_number("checkup_tries", "3", "count", "homeward_default", "1", "12"),
    known_number("leaving_call_hours", "48", "hours", "homeward_default", "1", "96"),
    known_number("postvention_first_hours", "24", "hours", "homeward_default", "1", "72"),
    known_number("postvention_later_days", "7", "days", "homeward_default", "1", "60"),
    known_number("break_glass_hours", "4", "hours", "homeward_default", "1", "24"),
    known_number(
        "break_glass_review_business_days", "2", "business_days", "homeward_default", "1", "10"
    ),
)
_CONDUCT = (
    known_number("conduct_lookback_days", "90", "days", "homeward_default", "14", "365"),
    known_number("conduct_appeal_days", "10", "days", "homeward_default", "1", "60"),
    known_number("conduct_appeal_answer_days", "5", "business_days", "homeward_default", "1", "30"),
    known_number("conduct_restriction_days", "60", "days", "homeward_default", "7", "180"),
    known_number("found_item_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("equal_treatment_least", "5", "clients", "homeward_default", "3", "30"),
)
_OUTREACH = (
    known_number("outreach_first_minutes", "15", "minutes", "homeward_default", "1", "240"),
    known_number("outreach_risk_minutes", "60", "minutes", "homeward_default", "1", "240"),
    known_number("outreach_counselor_hours", "8", "hours", "homeward_default", "1", "24"),
    known_number("outreach_second_call_hours", "24", "hours", "homeward_default", "1", "96"),
    known_number("outreach_peer_hours", "48", "hours", "homeward_default", "1", "168"),
    known_number("outreach_letter_hours", "72", "hours", "homeward_default", "1", "336"),
    known_number("outreach_review_days", "7", "days", "homeward_default", "1", "30"),
    known_number("outreach_decision_days", "14", "days", "homeward_default", "1", "60"),
    known_number("reminder_first_hours", "48", "hours", "homeward_default", "1", "168"),
    known_number("reminder_second_hours", "2", "hours", "homeward_default", "1", "48"),
)
_AROUND_THE_WEEK = (
    known_number("on_duty_staff", "2", "count", "homeward_default", "1", "10"),
    known_number("on_duty_naloxone", "1", "count", "homeward_default", "0", "10"),
    known_number("on_site_between_minutes", "60", "minutes", "homeward_default", "0", "240"),
    known_number("join_before_minutes", "15", "minutes", "homeward_default", "0", "120"),
    known_number("forecast_history_weeks", "12", "weeks", "homeward_default", "2", "52"),
    known_number("forecast_prior_sessions", "24", "count", "homeward_default", "1", "100"),
    known_number("forecast_cell_sessions", "40", "count", "homeward_default", "1", "100"),
    known_number("forecast_watch_percent", "70", "percent", "homeward_default", "1", "99"),
)

NUMBERS: Mapping[str, KnownNumber] = MappingProxyType(
    {
        known.code: known
        for known in (
            *_LEVEL, *_GROUPS, *_WITHDRAWAL, *_ADMISSION, *_PLACES, *_FEES, *_REVIEW,
            *_MEASURES, *_NOTES, *_TESTS, *_SAFETY, *_CONDUCT, *_OUTREACH,
            *_AROUND_THE_WEEK, *PLANNED_WEEK,
            *LINKAGE_NUMBERS, *SIGNAL_NUMBERS, *DAY_NUMBERS, *DOOR_NUMBERS, *TESTING_NUMBERS,
        )
    }
)  # fmt: skip


def safe_number(code: str) -> ProgramNumber:
    """The number that holds when a program states none; raises KeyError for an unknown code."""
    known = NUMBERS[code]
    return ProgramNumber(known.code, known.value, known.unit, known.source, ALWAYS)
