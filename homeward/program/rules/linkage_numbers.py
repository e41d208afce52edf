"""Numbers of help with daily life, transfers, work and milestones."""

from homeward.program.rules.catalogue import known_number

LINKAGE_NUMBERS = (
    known_number("need_urgent_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("need_answer_days", "7", "days", "homeward_default", "1", "60"),
    known_number("place_answer_days", "5", "days", "homeward_default", "1", "60"),
    known_number("kept_ask_days", "1", "days", "homeward_default", "1", "14"),
    known_number("rebook_days", "2", "days", "homeward_default", "1", "14"),
    known_number("transfer_packet_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("transfer_packet_emergency_hours", "2", "hours", "homeward_default", "1", "24"),
    known_number("transfer_receipt_hours", "24", "hours", "homeward_default", "1", "168"),
    known_number("transfer_booking_days", "2", "days", "homeward_default", "1", "14"),
    known_number("work_check_first_days", "30", "days", "homeward_default", "7", "120"),
    known_number("work_check_second_days", "90", "days", "homeward_default", "14", "365"),
    known_number("milestone_shown_days", "14", "days", "homeward_default", "1", "90"),
)
