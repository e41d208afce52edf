"""The words of this room's codes: seating reasons, refusals, reasons to cancel."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

SEATING = {
    "seat_is_free": _("%(taken)s of %(capacity)s seats are taken"),
    "seat_same_site": _("Group and client are at the same site"),
    "seat_same_track": _("The group runs in the client's track"),
    "seat_same_phase": _("The group is meant for the client's phase"),
    "seat_client_is_free": _("The client has nothing else at that time"),
    "seat_not_yet_held": _("The client does not hold a seat here yet"),
    "seat_placement_rule": _("No placement rule stands against it"),
    "seat_hours_needed": _("%(after_hours)s of %(required_hours)s hours a week with this seat"),
    "seat_hours_already_met": _(
        "The phase asks for %(required_hours)s hours; %(planned_hours)s are already planned"
    ),
    "seat_over_level_hours": _(
        "%(after_hours)s hours a week would be more than the level's %(most_hours)s"
    ),
}

SHORTFALL = {
    "short_holiday": _("%(minutes)s minutes fall on a holiday"),
    "short_cancelled": _("%(minutes)s minutes were cancelled this week"),
    "short_no_seat": _("holds no standing seat in any group"),
    "short_standing": _("standing seats give only %(hours)s hours a week"),
    "short_not_seated": _("holds seats that this week does not contain yet"),
    "short_seat_open": _("a seat in %(names)s would help"),
    "short_groups_full": _("groups that fit are full or clash: %(names)s"),
    "short_nothing_fits": _("no other group fits phase, track and site; book individual time"),
}

REFUSALS = {
    "group_is_full": _("Every seat of this group is taken."),
    "client_is_busy": _("The client already has something at that time."),
    "room_is_taken": _("Another session is in that room at that time."),
    "worker_is_busy": _("That colleague is leading another session at that time."),
    "already_seated": _("The client already holds a seat here."),
    "seat_already_released": _("This seat was already given back."),
    "group_has_ended": _("This group no longer meets."),
    "not_before_admission": _("The seat cannot start before the client was admitted."),
    "week_is_published": _(
        "This week is already published. Cancel or book single sessions instead."
    ),
    "already_published": _("This week was already published."),
    "nothing_planned": _("There is no session in this week yet. Plan it first."),
    "not_a_week_start": _("A program week starts on the organisation's first weekday."),
    "no_duty_to_plan": _("Planning and publishing the week is a duty granted by the director."),
    "already_cancelled": _("This session was already cancelled."),
    "session_is_over": _("This session is over; it can no longer be cancelled."),
    "register_is_closed": _("The register of this session is closed."),
    "session_in_the_past": _("A session is booked for a time to come."),
    "not_an_individual_type": _(
        "Only individual, family and medical sessions are booked one by one."
    ),
    "not_one_person": _("Choose two different clients."),
    "already_made_up": _("This missed session is made up by another seat already."),
    "stale_version": _("Somebody changed this after you opened it. Look again and repeat."),
    "not_your_session": _("Only who leads this session, or plans the week, may do that."),
}

CANCELLING = {
    "leader_away": _("Leader away"),
    "room_unusable": _("Room cannot be used"),
    "weather": _("Weather"),
    "holiday": _("Holiday"),
    "too_few": _("Too few clients"),
    "client_asked": _("The client asked"),
    "other": _("Other reason"),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(SEATING)
    reasons_words.register(SHORTFALL)


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))
