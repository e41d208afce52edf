"""What is done after care, and on the way back."""

from homeward.aftercare.actions.alumni import join_alumni, leave_alumni, plan_alumni_event
from homeward.aftercare.actions.contact_wish import say_contact_wish
from homeward.aftercare.actions.keep_check_ups import keep_check_ups
from homeward.aftercare.actions.leave_now import LeaveTaking, leave_now
from homeward.aftercare.actions.renew_consents import renew_consents
from homeward.aftercare.actions.return_client import may_bring_back, return_client
from homeward.aftercare.actions.try_check_up import try_check_up

__all__ = [
    "LeaveTaking",
    "join_alumni",
    "keep_check_ups",
    "leave_alumni",
    "leave_now",
    "may_bring_back",
    "plan_alumni_event",
    "renew_consents",
    "return_client",
    "say_contact_wish",
    "try_check_up",
]
