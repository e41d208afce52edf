"""What the numbers of a planned week are, in words; prices weigh one wish against another."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLANNING: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "week_slot_minutes": _("Length of one step of the plan"),
        "week_day_starts": _("First hour that may be planned, after midnight"),
        "week_day_ends": _("Last hour that may be planned, after midnight"),
        "week_lunch_starts": _("Lunch may begin, after midnight"),
        "week_lunch_ends": _("Lunch is over, after midnight"),
        "week_lunch_idle": _("Most free time over lunch"),
        "short_day_minutes": _("A day shorter than this is hardly worth the way"),
        "schedule_notice_hours": _("Notice before a published hour changes"),
        "documentation_minutes": _("Time to write notes after each group led"),
        "group_rest_minutes": _("Rest between two sessions of a client"),
        "group_soft_min": _("A group below this is small"),
        "group_target": _("A group above this is full enough"),
        "individual_later_every_weeks": _("Weeks between individual sessions in later phases"),
        "office_most_seats": _("A room up to this many places counts as an office"),
        "led_groups_most_day": _("Most groups one person leads a day"),
        "leader_most_day_minutes": _("Most time with clients a day for one leader"),
        "leader_most_week_minutes": _("Most time with clients a week for one leader"),
        "leader_target_week_minutes": _("Time with clients a week a leader should have"),
        "price_unmet_medical": _("Weight of a medical visit not placed, each step of time"),
        "price_unmet_individual": _("Weight of an individual session not placed"),
        "price_unmet_group": _("Weight of a therapy group not placed"),
        "price_unmet_family": _("Weight of a family session not placed"),
        "price_unmet_skills": _("Weight of education or skills not placed"),
        "price_shortfall": _("Weight of time below what is authorized at least"),
        "price_change": _("Weight of a promise moved or lost"),
        "price_change_staff": _("Weight of a new face at a promised time"),
        "price_open_meeting": _("Weight of each group meeting held"),
        "price_under": _("Weight of each place empty below a small group"),
        "price_over": _("Weight of each person above a full group"),
        "price_extra_day": _("Weight of a day more than needed"),
        "price_short_day": _("Weight of a short day"),
        "price_lunch": _("Weight of idle time over lunch"),
        "price_mode": _("Weight of meeting in the other way than wished"),
        "price_pref": _("Weight of time outside the hours wished"),
        "price_overload": _("Weight of a leader's time above the target"),
    }
)
