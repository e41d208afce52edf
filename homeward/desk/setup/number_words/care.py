"""From hours to notes, along a course of care: what each number is, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CARE: Mapping[str, tuple["str | Promise", Mapping[str, "str | Promise"]]] = MappingProxyType(
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
    }
)
