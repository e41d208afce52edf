"""Tests, outreach, signals, safety, conduct and what is around them: each number in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WATCHING: Mapping[str, tuple["str | Promise", Mapping[str, "str | Promise"]]] = MappingProxyType(
    {
        "tests": (
            _("Drug and alcohol tests"),
            {
                "draw_window_min_hours": _("Least time from notice to the end of a test window"),
                "draw_window_max_hours": _("Most time from notice to the end of a test window"),
                "tests_early_min_per_week": _("Least tests a week early in treatment"),
                "tests_stable_min_per_month": _("Least tests a month in stable recovery"),
                "presumptive_max_per_week": _("Most presumptive tests a week usually paid"),
                "presumptive_max_per_month_later": _(
                    "Most presumptive tests a month usually paid later in treatment"
                ),
                "definitive_max_per_week": _("Most definitive tests a week usually paid"),
                "presumptive_weekly_days": _(
                    "Days in care in which presumptive tests are counted by the week"
                ),
                "definitive_weekly_days": _(
                    "Days in care in which definitive tests are counted by the week"
                ),
                "definitive_max_per_month": _(
                    "Most definitive tests a month usually paid after that"
                ),
                "definitive_monthly_days": _(
                    "Days in care in which definitive tests are counted by the month"
                ),
                "definitive_max_per_quarter": _(
                    "Most definitive tests in three months usually paid later"
                ),
                "urine_temperature_low_f": _("Lowest usual temperature of a urine specimen"),
                "urine_temperature_high_f": _("Highest usual temperature of a urine specimen"),
                "urine_temperature_minutes": _("In which the temperature is read"),
                "creatinine_dilute_below": _("Creatinine below which a specimen may be dilute"),
                "creatinine_substituted_below": _(
                    "Creatinine below which a specimen may be substituted"
                ),
                "gravity_dilute_below": _("Specific gravity below which a specimen may be dilute"),
                "gravity_substituted_low": _(
                    "Specific gravity at or below which it may be substituted"
                ),
                "gravity_substituted_high": _(
                    "Specific gravity at or above which it may be substituted"
                ),
                "ph_adulterated_below": _("PH below which a specimen is adulterated"),
                "ph_adulterated_from": _("PH from which a specimen is adulterated"),
                "ph_invalid_below": _("PH below which a specimen is invalid"),
                "ph_invalid_from": _("PH from which a specimen is invalid"),
                "nitrite_adulterated_from": _("Nitrite from which a specimen is adulterated"),
                "nitrite_invalid_from": _("Nitrite from which a specimen is invalid"),
                "etg_contact_from": _("EtG from which light drinking or contact is likely"),
                "etg_earlier_from": _("EtG from which earlier or lighter drinking is likely"),
                "etg_recent_from": _("EtG above which recent heavy drinking is likely"),
                "detection_days_alcohol": _("Days alcohol itself may be found in urine"),
                "detection_days_etg": _("Days the alcohol marker EtG may be found in urine"),
                "detection_days_amphetamines": _("Days amphetamines may be found in urine"),
                "detection_days_methamphetamine": _("Days methamphetamine may be found in urine"),
                "detection_days_benzodiazepines": _("Days benzodiazepines may be found in urine"),
                "detection_days_cocaine": _("Days cocaine may be found in urine"),
                "detection_days_buprenorphine": _("Days buprenorphine may be found in urine"),
                "detection_days_fentanyl": _("Days fentanyl may be found in urine"),
                "detection_days_opiates": _("Days opiates may be found in urine"),
                "detection_days_6_mam": _("Days the heroin marker 6-MAM may be found in urine"),
                "detection_days_methadone": _("Days methadone may be found in urine"),
                "detection_days_thc": _("Days cannabis may be found in urine"),
            },
        ),
        "outreach": (
            _("Outreach and reminders"),
            {
                "outreach_first_minutes": _("After a start to the first call or text"),
                "outreach_risk_minutes": _("To a clinician's call where risk is open"),
                "outreach_counselor_hours": _("To the counselor's call"),
                "outreach_second_call_hours": _("To the second call"),
                "outreach_peer_hours": _("To the peer or a consented contact"),
                "outreach_letter_hours": _("To a letter or portal message"),
                "outreach_review_days": _("To the team's review"),
                "outreach_decision_days": _("To a decision with an open door"),
                "reminder_first_hours": _("First reminder before a session"),
                "reminder_second_hours": _("Second reminder before a session"),
            },
        ),
        "signals": (
            _("Signals of early leaving, and the hours of outreach"),
            {
                "signal_first_week_days": _("First days in which a missed day is a signal"),
                "signal_late_arrivals": _("Days with a late arrival that make a trend"),
                "signal_late_days": _("Days in which late arrivals are counted"),
                "signal_unreturned_calls": _("Calls without reaching somebody that raise a signal"),
                "signal_unreturned_days": _("Days in which unreturned calls are counted"),
                "signal_test_days": _("Days a missed or positive test stays a signal"),
                "signal_negatives_before": _("Negative tests in a row before a positive"),
                "signal_craving_points": _("Points by which craving rises in a week"),
                "signal_craving_answers": _("Check-ins needed in each of two weeks"),
                "signal_life_days": _("Days a loss of housing or work stays a signal"),
                "signal_phase_days": _("First days of a phase that are a signal"),
                "signal_payer_days_ahead": _("Days around the end of cover that are a signal"),
                "signal_counselor_days": _("First days with another counselor that are a signal"),
                "signal_own_date_days_ahead": _("Days before a hard day of somebody’s own"),
                "signal_holiday_days_ahead": _("Days before closed days that leave somebody alone"),
                "signal_answer_hours": _("To answer a signal"),
                "outreach_from_hour": _("First hour of the day for calls, where nobody chose"),
                "outreach_until_hour": _("Hour from which calls wait, where nobody chose"),
                "outreach_danger_days": _("After an overdose that a clinician calls at once"),
            },
        ),
        "around_the_week": (
            _("On duty, telehealth and forecasts"),
            {
                "on_duty_staff": _("On duty whenever clients are on site"),
                "on_duty_naloxone": _("Of them trained to give naloxone"),
                "on_site_between_minutes": _("Between two sessions that clients stay on site"),
                "join_before_minutes": _("Before a session that its telehealth link opens"),
                "forecast_history_weeks": _("Weeks of attendance a forecast looks back"),
                "forecast_prior_sessions": _("Sessions the house's own rate counts for"),
                "forecast_cell_sessions": _("Sessions the client's own rate counts for"),
                "forecast_watch_percent": _("Chance of coming below which a session is watched"),
            },
        ),
        "safety": (
            _("Safety, discharge and access"),
            {
                "pdmp_interval_days": _("Between prescription monitoring checks"),
                "naloxone_stock_check_days": _("Between checks of the naloxone stock"),
                "reconciliation_hours": _(
                    "In which a list of medicines is gone through when it is asked for"
                ),
                "dose_window_minutes": _("Around its time in which a dose is due"),
                "order_signature_hours": _("Until a spoken order has its signature"),
                "withdrawal_reading_minutes": _("Between readings of a withdrawal scale"),
                "withdrawal_close_reading_minutes": _("To the next reading after a high score"),
                "intoxicated_safety_minutes": _(
                    "To the safety check of somebody who came intoxicated"
                ),
                "danger_escalate_minutes": _("Until somebody else is paged about a danger answer"),
                "family_word_days": _("To read what a relative says can wait"),
                "message_answer_minutes": _("To an answer to a message, in minutes at work"),
                "message_cover_hours": _(
                    "That whom a message is for may be away before somebody stands in"
                ),
                "message_unknown_hours": _("To an answer where nobody’s working hours are on file"),
                "message_escalate_minutes": _("After which a late answer goes to the supervisor"),
                "message_files": _("Files with one message"),
                "message_file_megabytes": _("Megabytes of a file with a message"),
                "message_file_pages": _("Pages of a file with a message"),
                "incident_internal_hours": _("To report an incident inside"),
                "root_cause_business_days": _("For a root-cause analysis"),
                "incident_state_from_severity": _("Severity from which the state is told"),
                "root_cause_from_severity": _("Severity from which causes are analyzed"),
                "breach_people_days": _("To tell the people a privacy breach concerns"),
                "breach_many_people": _(
                    "People concerned from which HHS is told as soon as they are"
                ),
                "breach_year_end_days": _("After the year to tell HHS of smaller breaches"),
                "breach_warning_days": _("Before a breach clock runs out that it warns"),
                "crisis_follow_up_hours": _("After a crisis to go through the safety plan"),
                "safety_plan_review_days": _("Between looks at a safety plan"),
                "nonpayment_business_days": _("Of counseling before a discharge for nonpayment"),
                "unexcused_days_review": _("Unexcused days in a row that open a review"),
                "lost_contact_days": _("Without an attended service that open a decision"),
                "downtime_pack_hour": _("Of the morning from which the downtime pack is made"),
                "downtime_pack_kept_days": _("That a downtime pack is kept"),
                "lost_contact_close_days": _("After which the case is closed for reporting"),
                "checkup_first_months": _("After care to the first check-up (0 is none)"),
                "checkup_second_months": _("After care to the second check-up (0 is none)"),
                "checkup_third_months": _("After care to the third check-up (0 is none)"),
                "checkup_fourth_months": _("After care to the fourth check-up (0 is none)"),
                "ground_violence": _("Violence ends care (1 yes, 0 no)"),
                "ground_illegal_act": _("An illegal act on the premises ends care (1 yes, 0 no)"),
                "ground_disruption": _(
                    "Disruption after a written warning ends care (1 yes, 0 no)"
                ),
                "ground_nonpayment": _("Not paying ends care (1 yes, 0 no)"),
                "ground_absence": _("Unexcused absence ends care (1 yes, 0 no)"),
                "ground_therapeutic": _("Documented therapeutic reasons end care (1 yes, 0 no)"),
                "appeal_business_days": _("To appeal an administrative discharge"),
                "checkup_before_days": _("Before a check-up on which it is listed"),
                "checkup_open_days": _("After its day in which a check-up still counts"),
                "checkup_tries": _("Tries before a check-up counts as not reached"),
                "leaving_call_hours": _("To the call after somebody left against advice"),
                "postvention_first_hours": _("After a death for the first steps"),
                "postvention_later_days": _(
                    "After a death until staff and group are looked after again"
                ),
                "break_glass_hours": _("That breaking the glass holds"),
                "break_glass_review_business_days": _("To review it"),
            },
        ),
        "conduct": (
            _("Rules and conduct"),
            {
                "conduct_lookback_days": _("That a step of the graduated response counts"),
                "conduct_appeal_days": _("To appeal a step"),
                "conduct_appeal_answer_days": _("To answer an appeal"),
                "conduct_restriction_days": _("Until a contact restriction is looked at again"),
                "found_item_hours": _("Until something found has gone where it belongs"),
                "equal_treatment_least": _("Clients a group needs before its figure is shown"),
            },
        ),
        "referrals": (
            _("Referrals"),
            {
                "directory_check_days": _("After which a place in the directory is checked again"),
                "referral_urgent_hours": _("For an urgent referral to be taken up"),
                "referral_hours": _("For a referral to be taken up"),
            },
        ),
        "linkage": (
            _("Daily life, transfers and milestones"),
            {
                "need_urgent_hours": _("To answer an urgent need"),
                "need_answer_days": _("To answer any other need"),
                "place_answer_days": _("For a place to answer about a need"),
                "kept_ask_days": _("After an appointment, to ask whether it was kept"),
                "rebook_days": _("After a missed one, to book again"),
                "transfer_packet_hours": _("From a transfer’s decision to its packet"),
                "transfer_packet_emergency_hours": _("The same, and its receipt, when it is today"),
                "transfer_receipt_hours": _("From a packet to its confirmed receipt"),
                "transfer_booking_days": _("From its receipt to a booked first visit"),
                "work_check_first_days": _("After a job began, to ask whether it held"),
                "work_check_second_days": _("The same, a second time"),
                "milestone_shown_days": _("That a milestone hangs on the wall"),
            },
        ),
        "days": (
            _("The client’s day"),
            {
                "day_empty_minutes": _("From which length on an hour of the day is empty"),
                "day_wakes_hour": _("Hour of waking, when no sleep is written"),
                "day_sleeps_hour": _("Hour of going to sleep, when no sleep is written"),
                "hard_look_back_days": _("How far back check-ins tell of hard hours"),
                "hard_craving": _("From which craving on a check-in was hard"),
                "hard_mood": _("Up to which mood a check-in was hard"),
                "hard_percent": _("From which share of hard days an hour is called hard"),
                "hard_prior_days": _("Quiet days that are thought beside those seen"),
                "hard_least_days": _("Days to be seen before anything is said"),
            },
        ),
        "doors": (
            _("Getting in"),
            {
                "door_card_hours": _("How long a card to come in with holds"),
                "door_card_tries": _("Wrong codes before a card stays shut"),
                "door_pin_tries": _("Wrong numbers before a phone is locked"),
            },
        ),
        "fees": (
            _("Fees"),
            {
                "program_day_charge": _("Charge for one intensive day"),
                "outpatient_day_charge": _("Charge for one later visit"),
                "residential_day_charge": _("Typical charge for one residential day, to compare"),
                "residential_days": _("Typical residential stay, to compare"),
                "poverty_line_one_person": _("Federal poverty level, one person, a year"),
                "poverty_line_each_more": _("For each further person of the household"),
                "fee_band_1_up_to": _("Fee band 1: income up to this part of the poverty level"),
                "fee_band_1_pays": _("Fee band 1: part of the charge to pay"),
                "fee_band_2_up_to": _("Fee band 2: income up to this part of the poverty level"),
                "fee_band_2_pays": _("Fee band 2: part of the charge to pay"),
                "fee_band_3_up_to": _("Fee band 3: income up to this part of the poverty level"),
                "fee_band_3_pays": _("Fee band 3: part of the charge to pay"),
                "fee_band_4_up_to": _("Fee band 4: income up to this part of the poverty level"),
                "fee_band_4_pays": _("Fee band 4: part of the charge to pay"),
                "fee_redetermine_days": _("After which a fee by income is looked at again"),
            },
        ),
    }
)
