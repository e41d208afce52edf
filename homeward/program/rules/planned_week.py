"""The numbers of the planned week: its grid, who leads how much, and what it costs to fall short.

Minutes of a day count from midnight of the site's wall clock. Prices are points; a price of time
is for half an hour, whatever the slot. They order what is mended first and mean nothing alone.
"""

from homeward.program.rules.catalogue import known_number

PLANNED_WEEK = (
    known_number("week_slot_minutes", "15", "minutes", "homeward_default", "5", "60"),
    known_number("week_day_starts", "480", "minutes", "homeward_default", "0", "1440"),
    known_number("week_day_ends", "1290", "minutes", "homeward_default", "0", "1440"),
    known_number("week_lunch_starts", "690", "minutes", "homeward_default", "0", "1440"),
    known_number("week_lunch_ends", "810", "minutes", "homeward_default", "0", "1440"),
    known_number("week_lunch_idle", "60", "minutes", "homeward_default", "0", "240"),
    known_number("short_day_minutes", "120", "minutes", "homeward_default", "0", "480"),
    known_number("group_rest_minutes", "15", "minutes", "homeward_default", "0", "60"),
    known_number("group_soft_min", "6", "clients", "program_practice", "1", "30"),
    known_number("group_target", "8", "clients", "program_practice", "1", "30"),
    known_number("office_most_seats", "6", "count", "homeward_default", "1", "20"),
    known_number("individual_later_every_weeks", "2", "weeks", "homeward_default", "1", "12"),
    known_number("leader_most_day_minutes", "360", "minutes", "homeward_default", "30", "720"),
    known_number("leader_most_week_minutes", "1500", "minutes", "homeward_default", "60", "3600"),
    known_number("leader_target_week_minutes", "1200", "minutes", "homeward_default", "60", "3600"),
    known_number("documentation_minutes", "15", "minutes", "homeward_default", "0", "60"),
    known_number("led_groups_most_day", "3", "count", "homeward_default", "1", "12"),
    known_number("schedule_notice_hours", "24", "hours", "homeward_default", "0", "168"),
    known_number("price_unmet_medical", "3000", "points", "homeward_default", "0", "100000"),
    known_number("price_unmet_individual", "1500", "points", "homeward_default", "0", "100000"),
    known_number("price_unmet_group", "1000", "points", "homeward_default", "0", "100000"),
    known_number("price_unmet_family", "1000", "points", "homeward_default", "0", "100000"),
    known_number("price_unmet_skills", "800", "points", "homeward_default", "0", "100000"),
    known_number("price_shortfall", "500", "points", "homeward_default", "0", "100000"),
    known_number("price_change", "40", "points", "homeward_default", "0", "100000"),
    known_number("price_change_staff", "10", "points", "homeward_default", "0", "100000"),
    known_number("price_open_meeting", "10", "points", "homeward_default", "0", "100000"),
    known_number("price_under", "3", "points", "homeward_default", "0", "100000"),
    known_number("price_over", "1", "points", "homeward_default", "0", "100000"),
    known_number("price_extra_day", "6", "points", "homeward_default", "0", "100000"),
    known_number("price_short_day", "4", "points", "homeward_default", "0", "100000"),
    known_number("price_lunch", "2", "points", "homeward_default", "0", "100000"),
    known_number("price_mode", "2", "points", "homeward_default", "0", "100000"),
    known_number("price_pref", "1", "points", "homeward_default", "0", "100000"),
    known_number("price_overload", "2", "points", "homeward_default", "0", "100000"),
)
