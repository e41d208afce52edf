"""Numbers of the signals of early leaving, and of the hours in which outreach keeps."""

from homeward.program.rules.catalogue import known_number

SIGNAL_NUMBERS = (
    known_number("signal_first_week_days", "7", "days", "homeward_default", "1", "31"),
    known_number("signal_late_arrivals", "3", "count", "homeward_default", "1", "20"),
    known_number("signal_late_days", "14", "days", "homeward_default", "1", "60"),
    known_number("signal_unreturned_calls", "2", "count", "homeward_default", "1", "10"),
    known_number("signal_unreturned_days", "7", "days", "homeward_default", "1", "31"),
    known_number("signal_test_days", "14", "days", "homeward_default", "1", "60"),
    known_number("signal_negatives_before", "2", "count", "homeward_default", "1", "20"),
    known_number("signal_craving_points", "2", "points", "homeward_default", "1", "10"),
    known_number("signal_craving_answers", "2", "count", "homeward_default", "1", "7"),
    known_number("signal_life_days", "30", "days", "homeward_default", "1", "90"),
    known_number("signal_phase_days", "7", "days", "homeward_default", "1", "31"),
    known_number("signal_payer_days_ahead", "14", "days", "homeward_default", "1", "45"),
    known_number("signal_counselor_days", "14", "days", "homeward_default", "1", "60"),
    known_number("signal_own_date_days_ahead", "7", "days", "homeward_default", "1", "31"),
    known_number("signal_holiday_days_ahead", "3", "days", "homeward_default", "1", "14"),
    known_number("signal_answer_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("outreach_from_hour", "9", "hours", "homeward_default", "0", "23"),
    known_number("outreach_until_hour", "20", "hours", "homeward_default", "1", "24"),
    known_number("outreach_danger_days", "14", "days", "homeward_default", "1", "90"),
)
