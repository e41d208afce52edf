"""Every number the rules use, with the value that holds where a program has none of its own.

A program file states these numbers again with its own sources; until the director adopts them
they show "not adopted", warn, and block nothing. The codes and units are fixed, the values are
not. What each number does is described in docs/domain/program-numbers.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source

ALWAYS = date(2000, 1, 1)

UNITS = (
    "minutes", "hours", "days", "business_days", "weeks", "years", "percent", "count", "points",
    "clients", "day_of_month", "degrees_f", "mg_dl", "mcg_ml", "gravity", "ph", "dollars",
    "per_minute", "mm_hg",
)  # fmt: skip

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        source.code: source
        for source in (
            Source("homeward_default", "Homeward starting value, to be confirmed by each program"),
            Source(
                "samhsa_iop_2021", "SAMHSA Advisory, intensive outpatient treatment", "norm", "2021"
            ),
            Source("tip_47", "SAMHSA TIP 47, intensive outpatient treatment", "norm", "TIP 47"),
            Source(
                "nc_saiop",
                "North Carolina substance abuse IOP service definition",
                "state",
                "SAIOP",
            ),
            Source("program_practice", "Field practice of intensive outpatient programs", "norm"),
            Source("payer_practice", "Common payer policy, differs by contract", "payer"),
            Source("comar_10_47", "Maryland outpatient rules", "state", "COMAR 10.47.02.04"),
            Source(
                "asam_withdrawal", "ASAM withdrawal guideline, example cut-points", "norm", "2020"
            ),
            Source("cows_scale", "Clinical Opiate Withdrawal Scale bands", "norm"),
            Source(
                "cfr_45_96",
                "Block grant rules on admission and interim services",
                "law",
                "45 CFR 96.126",
            ),
            Source(
                "ca_9_ccr_10305", "California narcotic treatment plan rules", "state", "9 CCR 10305"
            ),
            Source("federal_specimen", "Federal specimen validity rules", "law", "82 FR 7920"),
            Source(
                "asam_testing",
                "ASAM guidance on drug testing in addiction medicine",
                "norm",
                "2017",
            ),
            Source("medicare_testing", "Medicare contractors' usual testing ceilings", "payer"),
            Source("state_reporting", "Usual state incident reporting", "state"),
            Source("nh_he_a_304", "New Hampshire discharge grounds", "state", "He-A 304.28"),
            Source("federal_closing", "Federal data practice for ambulatory cases", "norm", "TEDS"),
            Source(
                "hhs_poverty_2026",
                "HHS poverty guidelines 2026, 48 states and DC",
                "law",
                "91 FR 1797",
            ),
            Source("niatx", "NIATx process measures and targets", "norm"),
        )
    }
)


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """One number rules ask for: code, unit, safe value, source, and the values that make sense."""

    code: str
    value: Decimal
    unit: str
    source: Source
    least: Decimal
    most: Decimal


def _known(
    code: str, value: str, unit: str, source: str, least: str = "0", most: str = "100000"
) -> KnownNumber:
    return KnownNumber(code, Decimal(value), unit, SOURCES[source], Decimal(least), Decimal(most))


_LEVEL = (
    _known("iop_min_weekly_minutes", "540", "minutes", "samhsa_iop_2021", "60", "2400"),
    _known("iop_min_weekly_minutes_adolescent", "360", "minutes", "samhsa_iop_2021", "60", "2400"),
    _known("iop_max_weekly_minutes", "1140", "minutes", "nc_saiop", "60", "5040"),
    _known("iop_min_day_minutes", "180", "minutes", "nc_saiop", "15", "720"),
    _known("iop_min_days", "3", "days", "nc_saiop", "1", "7"),
    _known("max_gap_days", "2", "days", "nc_saiop", "0", "6"),
    _known("program_min_days", "90", "days", "tip_47", "1", "730"),
    _known("continuing_care_weeks", "12", "weeks", "homeward_default", "1", "156"),
    _known("minimum_age", "18", "years", "homeward_default", "10", "25"),
)
_GROUPS = (
    _known("group_max", "10", "clients", "program_practice", "2", "30"),
    _known("group_cap_payer", "12", "clients", "payer_practice", "2", "30"),
    _known("group_min", "2", "clients", "payer_practice", "1", "10"),
    _known("group_ratio", "12", "clients", "homeward_default", "1", "30"),
    _known("caseload_iop", "15", "clients", "homeward_default", "1", "60"),
    _known("caseload_level_1", "30", "clients", "comar_10_47", "1", "80"),
    _known("individual_per_week_first_phase", "1", "count", "program_practice", "0", "7"),
    _known("mutual_help_per_week", "3", "count", "program_practice", "0", "21"),
)
_WITHDRAWAL = (
    _known("ciwa_hold", "10", "points", "asam_withdrawal", "1", "67"),
    _known("ciwa_emergency", "19", "points", "asam_withdrawal", "1", "67"),
    _known("cows_mild", "5", "points", "cows_scale", "1", "48"),
    _known("cows_moderate", "13", "points", "cows_scale", "1", "48"),
    _known("cows_moderately_severe", "25", "points", "cows_scale", "1", "48"),
    _known("cows_severe", "37", "points", "cows_scale", "1", "48"),
    _known("drink_hours", "8", "hours", "homeward_default", "1", "72"),
    _known("withdrawal_history_days", "7", "days", "homeward_default", "1", "60"),
    _known("vitals_pulse_low", "50", "per_minute", "homeward_default", "30", "80"),
    _known("vitals_pulse_high", "110", "per_minute", "homeward_default", "80", "160"),
    _known("vitals_systolic_low", "90", "mm_hg", "homeward_default", "60", "120"),
    _known("vitals_systolic_high", "160", "mm_hg", "homeward_default", "120", "220"),
    _known("vitals_temperature_high_f", "100.4", "degrees_f", "homeward_default", "98", "106"),
    _known("vitals_oxygen_low", "92", "percent", "homeward_default", "80", "99"),
)
_ADMISSION = (
    _known("first_appointment_hours", "24", "hours", "homeward_default", "1", "336"),
    _known("injecting_admission_days", "14", "days", "cfr_45_96", "1", "60"),
    _known("injecting_admission_full_days", "120", "days", "cfr_45_96", "1", "365"),
    _known("interim_services_hours", "48", "hours", "cfr_45_96", "1", "240"),
    _known("capacity_report_percent", "90", "percent", "cfr_45_96", "1", "100"),
    _known("capacity_report_days", "7", "days", "cfr_45_96", "1", "30"),
    _known("callback_hours", "4", "hours", "homeward_default", "1", "72"),
    _known("wait_list_contact_days", "7", "days", "homeward_default", "1", "60"),
    _known("capacity_look_again_hours", "8", "hours", "homeward_default", "1", "72"),
    _known("benefits_recheck_day", "1", "day_of_month", "homeward_default", "1", "28"),
    _known("assessment_update_days", "90", "days", "homeward_default", "1", "365"),
    _known("readmission_same_episode_days", "30", "days", "payer_practice", "0", "365"),
)
_PLACES = (
    _known("directory_check_days", "180", "days", "homeward_default", "7", "730"),
    _known("referral_urgent_hours", "8", "hours", "homeward_default", "1", "72"),
    _known("referral_hours", "72", "hours", "homeward_default", "1", "336"),
)
_FEES = (
    _known("program_day_charge", "350", "dollars", "homeward_default", "1", "5000"),
    _known("outpatient_day_charge", "120", "dollars", "homeward_default", "1", "5000"),
    _known("residential_day_charge", "650", "dollars", "homeward_default", "1", "10000"),
    _known("residential_days", "30", "days", "homeward_default", "1", "365"),
    _known("poverty_line_one_person", "15960", "dollars", "hhs_poverty_2026", "1000", "99999"),
    _known("poverty_line_each_more", "5680", "dollars", "hhs_poverty_2026", "100", "99999"),
    _known("fee_band_1_up_to", "100", "percent", "homeward_default", "1", "1000"),
    _known("fee_band_1_pays", "5", "percent", "homeward_default", "0", "100"),
    _known("fee_band_2_up_to", "133", "percent", "homeward_default", "1", "1000"),
    _known("fee_band_2_pays", "25", "percent", "homeward_default", "0", "100"),
    _known("fee_band_3_up_to", "167", "percent", "homeward_default", "1", "1000"),
    _known("fee_band_3_pays", "50", "percent", "homeward_default", "0", "100"),
    _known("fee_band_4_up_to", "200", "percent", "homeward_default", "1", "1000"),
    _known("fee_band_4_pays", "75", "percent", "homeward_default", "0", "100"),
    _known("fee_redetermine_days", "365", "days", "homeward_default", "30", "730"),
)
_REVIEW = (
    _known("review_stepdown_attendance_percent", "80", "percent", "homeward_default", "1", "100"),
    _known("review_stepdown_objectives_percent", "50", "percent", "homeward_default", "1", "100"),
    _known("review_weeks", "4", "weeks", "homeward_default", "1", "26"),
    _known("stepup_missed_in_row", "3", "count", "homeward_default", "1", "20"),
    _known("stepup_positive_tests", "2", "count", "homeward_default", "1", "10"),
    _known("stepup_review_business_days", "1", "business_days", "homeward_default", "0", "10"),
    _known("handoff_days", "7", "days", "homeward_default", "1", "60"),
    _known("signal_absences_in_7_days", "2", "count", "homeward_default", "1", "7"),
)
_MEASURES = (
    _known("measure_event_days", "3", "days", "homeward_default", "0", "30"),
    _known("measure_weekly_days", "7", "days", "homeward_default", "1", "28"),
    _known("measure_calm_days", "14", "days", "homeward_default", "1", "60"),
    _known("measure_phq9_weekly_points", "10", "points", "homeward_default", "1", "27"),
    _known("measure_monthly_days", "30", "days", "homeward_default", "7", "120"),
    _known("measure_follow_up_days", "14", "days", "homeward_default", "1", "60"),
    _known("measure_grace_days", "2", "days", "homeward_default", "0", "14"),
)
_NOTES = (
    _known("late_grace_minutes", "15", "minutes", "homeward_default", "0", "60"),
    _known("excused_notice_hours", "2", "hours", "homeward_default", "0", "72"),
    _known("note_due_hours", "24", "hours", "homeward_default", "1", "240"),
    _known("note_lock_hours", "72", "hours", "homeward_default", "1", "720"),
    _known("trainee_cosign_days", "7", "days", "homeward_default", "1", "60"),
    _known("otp_countersign_days", "14", "days", "ca_9_ccr_10305", "1", "60"),
    _known("cloned_note_percent", "90", "percent", "homeward_default", "50", "100"),
    _known("billable_unit_minutes", "15", "minutes", "payer_practice", "1", "60"),
    _known("billable_unit_first_minutes", "8", "minutes", "payer_practice", "1", "60"),
)
_TESTS = (
    _known("draw_window_min_hours", "4", "hours", "homeward_default", "0", "72"),
    _known("draw_window_max_hours", "24", "hours", "homeward_default", "1", "96"),
    _known("tests_early_min_per_week", "1", "count", "asam_testing", "0", "7"),
    _known("tests_stable_min_per_month", "1", "count", "asam_testing", "0", "31"),
    _known("presumptive_max_per_week", "3", "count", "medicare_testing", "0", "7"),
    _known("definitive_max_per_week", "1", "count", "medicare_testing", "0", "7"),
    _known("urine_temperature_low_f", "90", "degrees_f", "federal_specimen", "80", "110"),
    _known("urine_temperature_high_f", "100", "degrees_f", "federal_specimen", "80", "110"),
    _known("urine_temperature_minutes", "4", "minutes", "federal_specimen", "1", "30"),
    _known("creatinine_dilute_below", "20", "mg_dl", "federal_specimen", "1", "100"),
    _known("creatinine_substituted_below", "2", "mg_dl", "federal_specimen", "0", "20"),
    _known("gravity_dilute_below", "1.003", "gravity", "federal_specimen", "1", "1.1"),
    _known("gravity_substituted_low", "1.001", "gravity", "federal_specimen", "1", "1.1"),
    _known("gravity_substituted_high", "1.020", "gravity", "federal_specimen", "1", "1.1"),
    _known("ph_adulterated_below", "4", "ph", "federal_specimen", "0", "14"),
    _known("ph_adulterated_from", "11", "ph", "federal_specimen", "0", "14"),
    _known("ph_invalid_below", "4.5", "ph", "federal_specimen", "0", "14"),
    _known("ph_invalid_from", "9", "ph", "federal_specimen", "0", "14"),
    _known("nitrite_adulterated_from", "500", "mcg_ml", "federal_specimen", "1", "5000"),
    _known("nitrite_invalid_from", "200", "mcg_ml", "federal_specimen", "1", "5000"),
)
_SAFETY = (
    _known("pdmp_interval_days", "90", "days", "homeward_default", "1", "365"),
    _known("naloxone_stock_check_days", "30", "days", "homeward_default", "1", "365"),
    _known("intoxicated_safety_minutes", "15", "minutes", "homeward_default", "1", "120"),
    _known("incident_internal_hours", "8", "hours", "homeward_default", "1", "72"),
    _known("incident_state_hours", "24", "hours", "state_reporting", "1", "240"),
    _known("root_cause_business_days", "45", "business_days", "homeward_default", "1", "120"),
    _known("nonpayment_business_days", "5", "business_days", "nh_he_a_304", "1", "60"),
    _known("unexcused_days_review", "3", "days", "nh_he_a_304", "1", "30"),
    _known("lost_contact_days", "14", "days", "homeward_default", "1", "60"),
    _known("lost_contact_close_days", "30", "days", "federal_closing", "1", "120"),
    _known("checkup_every_days", "90", "days", "homeward_default", "1", "365"),
    _known("break_glass_hours", "4", "hours", "homeward_default", "1", "24"),
    _known("break_glass_review_business_days", "2", "business_days", "homeward_default", "1", "10"),
)
_OUTREACH = (
    _known("outreach_first_minutes", "15", "minutes", "homeward_default", "1", "240"),
    _known("outreach_risk_minutes", "60", "minutes", "homeward_default", "1", "240"),
    _known("outreach_counselor_hours", "8", "hours", "homeward_default", "1", "24"),
    _known("outreach_second_call_hours", "24", "hours", "homeward_default", "1", "96"),
    _known("outreach_peer_hours", "48", "hours", "homeward_default", "1", "168"),
    _known("outreach_letter_hours", "72", "hours", "homeward_default", "1", "336"),
    _known("outreach_review_days", "7", "days", "homeward_default", "1", "30"),
    _known("outreach_decision_days", "14", "days", "homeward_default", "1", "60"),
    _known("reminder_first_hours", "48", "hours", "homeward_default", "1", "168"),
    _known("reminder_second_hours", "2", "hours", "homeward_default", "1", "48"),
    _known("no_show_target_percent", "20", "percent", "niatx", "0", "100"),
    _known("continuation_target_percent", "80", "percent", "niatx", "0", "100"),
    _known("continuation_units", "4", "count", "niatx", "1", "20"),
    _known("continuation_days", "30", "days", "niatx", "1", "120"),
)

NUMBERS: Mapping[str, KnownNumber] = MappingProxyType(
    {
        known.code: known
        for known in (
            *_LEVEL, *_GROUPS, *_WITHDRAWAL, *_ADMISSION, *_PLACES, *_FEES, *_REVIEW,
            *_MEASURES, *_NOTES, *_TESTS, *_SAFETY, *_OUTREACH,
        )
    }
)  # fmt: skip


def safe_number(code: str) -> ProgramNumber:
    """The number that holds when a program states none; raises KeyError for an unknown code."""
    known = NUMBERS[code]
    return ProgramNumber(known.code, known.value, known.unit, known.source, ALWAYS)
