"""What each program number and each dated document is, in words, by area; the order of the page."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.desk.setup.planning_words import PLANNING

AREAS: Mapping[str, tuple["str | Promise", Mapping[str, "str | Promise"]]] = MappingProxyType(
    {
        "hours": (
            _("Level of care and weekly hours"),
            {
                "iop_min_weekly_minutes": _(
                    "Least clinical time a week at the intensive level, adults"
                ),
                "iop_min_weekly_minutes_adolescent": _(
                    "Least clinical time a week at the intensive level, adolescents"
                ),
                "iop_max_weekly_minutes": _("Most clinical time a week at the intensive level"),
                "iop_min_day_minutes": _("Least clinical time of a program day"),
                "iop_min_days": _("Least program days a week"),
                "max_gap_days": _("Most days in a row without an offered session"),
                "program_min_days": _(
                    "Stay below which treatment is likely to have little lasting effect"
                ),
                "continuing_care_weeks": _("Continuing care offered after the intensive phases"),
                "minimum_age": _("Youngest age admitted"),
            },
        ),
        "groups": (
            _("Groups and caseloads"),
            {
                "group_max": _("Seats of a group"),
                "group_cap_payer": _("Largest group most payers accept"),
                "group_min": _("Smallest group some payers accept"),
                "group_ratio": _("Clients for one leader"),
                "caseload_iop": _("Clients of one primary counselor, intensive level"),
                "caseload_level_1": _("Clients of one primary counselor, level 1"),
                "individual_per_week_first_phase": _(
                    "Individual sessions a week in the first phase"
                ),
                "mutual_help_per_week": _("Mutual-help meetings suggested, never required"),
            },
        ),
        "admission": (
            _("Admission"),
            {
                "first_appointment_hours": _("From first request to an offered appointment"),
                "injecting_admission_days": _("To admit an applicant who injects"),
                "injecting_admission_full_days": _(
                    "To admit an applicant who injects when full and interim services run"
                ),
                "interim_services_hours": _("To begin interim services"),
                "capacity_report_percent": _("Share of capacity that is reported to the state"),
                "capacity_report_days": _("To report reached capacity to the state"),
                "benefits_recheck_day": _("Day of the month on which benefits are verified again"),
                "assessment_update_days": _(
                    "In which an earlier assessment may be updated rather than redone"
                ),
                "readmission_same_episode_days": _("In which a return continues the same episode"),
                "callback_hours": _("To call back somebody who asked"),
                "wait_list_contact_days": _("Between calls to somebody who waits"),
                "capacity_look_again_hours": _("Until capacity to sign is looked at again"),
            },
        ),
        "withdrawal": (
            _("Withdrawal"),
            {
                "ciwa_hold": _(
                    "CIWA-Ar total from which a same-day medical evaluation comes first"
                ),
                "ciwa_emergency": _("CIWA-Ar total from which emergency services are called"),
                "cows_mild": _("COWS total from which withdrawal is mild"),
                "cows_moderate": _("COWS total from which withdrawal is moderate"),
                "cows_moderately_severe": _(
                    "COWS total from which withdrawal is moderately severe"
                ),
                "cows_severe": _("COWS total from which withdrawal is severe"),
                "drink_hours": _("Time after the last drink in which a low CIWA-Ar clears nobody"),
                "withdrawal_history_days": _(
                    "Recent use that makes a history of seizure or delirium count"
                ),
                "vitals_pulse_low": _("Pulse below which care comes first"),
                "vitals_pulse_high": _("Pulse above which care comes first"),
                "vitals_systolic_low": _("Systolic pressure below which care comes first"),
                "vitals_systolic_high": _("Systolic pressure above which care comes first"),
                "vitals_temperature_high_f": _("Temperature above which care comes first"),
                "vitals_oxygen_low": _("Oxygen saturation below which care comes first"),
            },
        ),
        "measures": (
            _("Questionnaires"),
            {
                "measure_event_days": _("Days to finish what an event asks for"),
                "measure_weekly_days": _("Days between two weekly questionnaires"),
                "measure_calm_days": _("Days between two PHQ-9 while nothing worries"),
                "measure_phq9_weekly_points": _("PHQ-9 total from which it is asked every week"),
                "measure_monthly_days": _("Days between two 30-day questionnaires"),
                "measure_follow_up_days": _("Days to ask at a follow-up"),
                "measure_grace_days": _("Days past its day before one is overdue"),
            },
        ),
        "review": (
            _("Level-of-care review"),
            {
                "review_stepdown_attendance_percent": _("Attendance that speaks for a step down"),
                "review_weeks": _("What a level-of-care review looks back on"),
                "stepup_missed_in_row": _("Program days missed in a row that open a review"),
                "stepup_review_business_days": _("To hold a review for a step up"),
                "payer_appeal_business_days": _("To file an appeal after a payer's letter"),
                "review_untested_percent": _("Tests not given that leave the tests unknown"),
                "stepup_use_told": _("Days of use told in seven that call for more care"),
                "stepup_event_days": _(
                    "How long an overdose, a hospital visit or a crisis counts in a review"
                ),
                "consent_ahead_days": _("Consents that end this soon are asked for again"),
                "handoff_days": _("From a step down to the first appointment there"),
                "signal_absences_in_7_days": _("Absences in seven days that raise a signal"),
                "review_stepdown_objectives_percent": _(
                    "Share of plan objectives met that speaks for a step down"
                ),
                "stepup_positive_tests": _(
                    "Positive tests in the weeks looked back on that speak of rising use"
                ),
            },
        ),
        "notes": (
            _("Attendance and notes"),
            {
                "late_grace_minutes": _("After which coming in late needs the counselor’s word"),
                "excused_notice_hours": _("Notice that makes an absence excused"),
                "trainee_cosign_days": _("To co-sign a trainee"),
                "plan_own_words": _("Words of a library thread that must become the client’s own"),
                "plan_copy_percent": _("Share of one plan standing in another that is refused"),
                "plan_twin_percent": _("Likeness of two sentences that makes them twins"),
                "plan_client_sign_days": _("For a client to answer a plan before staff ask again"),
                "plan_escalation_days": _("After which an overdue plan goes to the supervisor"),
                "plan_ahead_days": _("Before a plan or its review is due that it is on the list"),
                "otp_countersign_days": _("To countersign a plan in an opioid treatment program"),
                "cloned_note_percent": _("Likeness of two individual notes that warns"),
                "note_escalation_hours": _("After which late paperwork goes to the supervisor"),
                "billable_unit_minutes": _("Of one unit"),
                "billable_unit_first_minutes": _("From which the first unit counts"),
                "psychotherapy_first_minutes": _("From which a psychotherapy session counts"),
                "psychotherapy_middle_minutes": _("From which it counts as the middle length"),
                "psychotherapy_long_minutes": _("From which it counts as the long length"),
                "family_first_minutes": _("From which a family session counts"),
                "left_group_minutes": _("To find somebody who left a group"),
                "offline_window_hours": _(
                    "In which entries of a device without network are taken in"
                ),
            },
        ),
        "tests": (
            _("Drug and alcohol tests"),
            {
                "draw_window_min_hours": _("Least time from notice to the end of a test window"),
                "draw_window_max_hours": _("Most time from notice to the end of a test window"),
                "tests_early_min_per_week": _("Least tests a week early in treatment"),
                "tests_stable_min_per_month": _("Least tests a month in stable recovery"),
                "presumptive_max_per_week": _("Most presumptive tests a week usually paid"),
                "definitive_max_per_week": _("Most definitive tests a week usually paid"),
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
                "etg_recent_from": _("EtG from which recent heavy drinking is likely"),
            },
        ),
        "outreach": (
            _("Outreach, reminders and targets"),
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
                "no_show_target_percent": _("No-show share to stay below"),
                "continuation_target_percent": _("Continuation share to reach"),
                "continuation_units": _("Services that count as continuation"),
                "continuation_days": _("In which they are counted"),
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
                "incident_internal_hours": _("To report an incident inside"),
                "incident_state_hours": _("To report it to the state"),
                "root_cause_business_days": _("For a root-cause analysis"),
                "incident_state_from_severity": _("Severity from which the state is told"),
                "crisis_follow_up_hours": _("After a crisis to go through the safety plan"),
                "safety_plan_review_days": _("Between looks at a safety plan"),
                "nonpayment_business_days": _("Of counseling before a discharge for nonpayment"),
                "unexcused_days_review": _("Unexcused days in a row that open a review"),
                "lost_contact_days": _("Without an attended service that open a decision"),
                "downtime_pack_hour": _("Of the morning from which the downtime pack is made"),
                "downtime_pack_kept_days": _("That a downtime pack is kept"),
                "lost_contact_close_days": _("After which the case is closed for reporting"),
                "checkup_every_days": _("Between recovery check-ups"),
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
        "planning": (_("Planning the week"), PLANNING),
    }
)

DOCUMENTS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "assessment": _("Assessment"),
        "initial_plan": _("First plan"),
        "full_plan": _("Full plan"),
        "plan_review": _("Plan review"),
        "continued_stay": _("Continued-stay review"),
        "medicare_certification": _("Medicare certification"),
        "medicare_certification_warning": _("Warning before a Medicare certification"),
        "progress_note": _("Note of one session"),
        "group_note": _("Group note"),
        "note_lock": _("After which a note is a late entry"),
        "crisis_note": _("Crisis note"),
        "unexpected_result_talk": _("Talk about an unexpected test"),
        "incident_report": _("Incident report"),
        "discharge_summary": _("Discharge summary"),
        "follow_up_7": _("Follow-up after a week"),
        "follow_up_30": _("Follow-up after a month"),
        "follow_up_90": _("Follow-up after three months"),
        "packet_treatment_consent": _("Packet: consent to treatment"),
        "packet_notices": _("Packet: privacy notices"),
        "packet_rules": _("Packet: rules of the program"),
        "packet_rights": _("Packet: rights and complaints"),
        "packet_tpo": _("Packet: treatment, payment and operations"),
        "packet_releases": _("Packet: whom we may talk with"),
        "packet_financial": _("Packet: cost and who pays"),
        "packet_drug_testing": _("Packet: drug and alcohol tests"),
        "packet_telehealth": _("Packet: sessions by video"),
        "packet_orientation": _("Packet: orientation checklist"),
        "packet_emergency_contact": _("Packet: emergency contact"),
        "packet_advance_directive": _("Packet: advance directive"),
        "packet_health_screen": _("Packet: health and tuberculosis screen"),
        "packet_pdmp": _("Packet: prescription monitoring check"),
        "packet_naloxone": _("Packet: naloxone offered"),
        "packet_certification": _("Packet: physician's certification"),
    }
)

CLOCKS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "request": _("the request"),
        "admission": _("admission"),
        "assessment": _("the assessment"),
        "first_group": _("the first group"),
        "session_end": _("the end of the session"),
        "plan_active": _("the plan takes effect"),
        "last_review": _("the last review"),
        "last_certification": _("the last certification"),
        "unexpected_result": _("an unexpected result"),
        "incident": _("the incident"),
        "discharge": _("discharge"),
    }
)

TAGS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "law": _("law"),
        "state": _("state rule"),
        "payer": _("payer policy"),
        "norm": _("field practice"),
        "default": _("starting value"),
    }
)
