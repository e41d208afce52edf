"""Numbers of drug testing beside the limits of a specimen: payers' ceilings, detection windows."""

from homeward.program.rules.catalogue import known_number

TESTING_NUMBERS = (
    known_number("presumptive_weekly_days", "90", "days", "medicare_testing", "1", "365"),
    known_number("definitive_weekly_days", "30", "days", "medicare_testing", "1", "365"),
    known_number("definitive_max_per_month", "3", "count", "medicare_testing", "0", "31"),
    known_number("definitive_monthly_days", "90", "days", "medicare_testing", "1", "730"),
    known_number("definitive_max_per_quarter", "3", "count", "medicare_testing", "0", "90"),
    known_number("detection_days_alcohol", "1", "days", "urine_windows", "1", "14"),
    known_number("detection_days_etg", "4", "days", "urine_windows", "1", "14"),
    known_number("detection_days_amphetamines", "5", "days", "urine_windows", "1", "60"),
    known_number("detection_days_methamphetamine", "5", "days", "urine_windows", "1", "60"),
    known_number("detection_days_benzodiazepines", "30", "days", "urine_windows", "1", "90"),
    known_number("detection_days_cocaine", "4", "days", "urine_windows", "1", "60"),
    known_number("detection_days_buprenorphine", "7", "days", "urine_windows", "1", "60"),
    known_number("detection_days_fentanyl", "28", "days", "urine_windows", "1", "90"),
    known_number("detection_days_opiates", "5", "days", "urine_windows", "1", "60"),
    known_number("detection_days_6_mam", "1", "days", "urine_windows", "1", "14"),
    known_number("detection_days_methadone", "6", "days", "urine_windows", "1", "60"),
    known_number("detection_days_thc", "30", "days", "urine_windows", "1", "90"),
)
