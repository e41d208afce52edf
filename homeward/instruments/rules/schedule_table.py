"""The core set: which questionnaire at which moment.

Source: instruments handbook section 4, "core set to ship and when". All of it is free to use.
BAM and not BAM-R is the 30-day form here; COWS and CIWA-Ar are asked when the gates ask for them.
"""

from homeward.instruments.rules.schedule import Line, Moment, When
from homeward.kernel.reasons import Source

SOURCE = Source(
    "core_measures", "Homeward core set of free measures, by moment of care", "default", "2026.1"
)
_AT = Moment

CORE: tuple[Line, ...] = (
    Line(_AT.SCREENING, "taps1"),
    Line(_AT.SCREENING, "audit_c"),
    Line(_AT.SCREENING, "phq9"),
    Line(_AT.SCREENING, "cssrs_screener", When.SUICIDE_ITEM_POSITIVE),
    Line(_AT.ADMISSION, "bam_iop"),
    Line(_AT.ADMISSION, "bam"),
    Line(_AT.ADMISSION, "phq9"),
    Line(_AT.ADMISSION, "gad7"),
    Line(_AT.ADMISSION, "pc_ptsd5"),
    Line(_AT.ADMISSION, "pcl5", When.TRAUMA_SCREEN_POSITIVE),
    Line(_AT.ADMISSION, "cssrs_screener"),
    Line(_AT.ADMISSION, "audit"),
    Line(_AT.ADMISSION, "sds"),
    Line(_AT.ADMISSION, "readiness_ruler"),
    Line(_AT.ADMISSION, "sip2r"),
    Line(_AT.WEEKLY, "bam_iop"),
    Line(_AT.WEEKLY, "phq9", When.DEPRESSION_HIGH),
    Line(_AT.WEEKLY, "phq9", When.DEPRESSION_CALM),
    Line(_AT.MONTHLY, "bam"),
    Line(_AT.MONTHLY, "gad7"),
    Line(_AT.MONTHLY, "pcl5", When.TRAUMA_SCREEN_POSITIVE),
    Line(_AT.STEP_CHANGE, "bam"),
    Line(_AT.STEP_CHANGE, "phq9"),
    Line(_AT.STEP_CHANGE, "cssrs_screener"),
    Line(_AT.STEP_CHANGE, "readiness_ruler"),
    Line(_AT.RETURN_TO_USE, "cssrs_screener"),
    Line(_AT.DISCHARGE, "bam"),
    Line(_AT.DISCHARGE, "phq9"),
    Line(_AT.DISCHARGE, "gad7"),
    Line(_AT.DISCHARGE, "cssrs_screener"),
    Line(_AT.DISCHARGE, "sip2r"),
    Line(_AT.FOLLOW_UP, "bam"),
    Line(_AT.FOLLOW_UP, "phq9"),
    Line(_AT.FOLLOW_UP, "audit_c", from_month=3),
)
