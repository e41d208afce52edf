"""What a client, or staff together with them, writes of a day; the plan; the days that are told."""

from homeward.dayplans.actions.days import (
    add_thing,
    fill_hour,
    put_back,
    take_off,
    take_out,
)
from homeward.dayplans.actions.own_list import add_own, copy_told, take_off_list
from homeward.dayplans.actions.prevention import keep_prevention_plan, sign_prevention_plan
from homeward.dayplans.actions.sharing import begin_together, choose_meetings, share_day
from homeward.dayplans.actions.use_days import tell_day
from homeward.dayplans.actions.week import add_to_week, end_line

__all__ = [
    "add_own",
    "add_thing",
    "add_to_week",
    "begin_together",
    "choose_meetings",
    "copy_told",
    "end_line",
    "fill_hour",
    "keep_prevention_plan",
    "put_back",
    "share_day",
    "sign_prevention_plan",
    "take_off",
    "take_off_list",
    "take_out",
    "tell_day",
]
