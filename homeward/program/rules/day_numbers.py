"""Numbers of the client's day: when an hour is empty, and when one is called hard."""

from homeward.program.rules.catalogue import known_number

DAY_NUMBERS = (
    known_number("day_empty_minutes", "60", "minutes", "homeward_default", "15", "240"),
    known_number("day_wakes_hour", "7", "hours", "homeward_default", "0", "12"),
    known_number("day_sleeps_hour", "23", "hours", "homeward_default", "13", "23"),
    known_number("hard_look_back_days", "84", "days", "homeward_default", "14", "365"),
    known_number("hard_craving", "6", "points", "homeward_default", "1", "10"),
    known_number("hard_mood", "2", "points", "homeward_default", "1", "4"),
    known_number("hard_percent", "40", "percent", "homeward_default", "10", "90"),
    known_number("hard_prior_days", "3", "days", "homeward_default", "1", "30"),
    known_number("hard_least_days", "3", "days", "homeward_default", "1", "30"),
)
