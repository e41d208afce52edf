"""The words of this room's codes: seating reasons, refusals, reasons to cancel."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words
from homeward.timetable import planning_words

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
    "short_not_seated": _("has standing seats whose groups do not meet in this week yet"),
    "short_seat_open": _("a seat in %(names)s would help"),
    "short_groups_full": _("groups that fit are full or clash: %(names)s"),
    "short_nothing_fits": _("no other group fits phase, track and site; book individual time"),
}

DUTY = {
    "duty_covered": _("%(from)s to %(until)s is covered"),
    "duty_nobody": _("%(from)s to %(until)s: nobody is on duty"),
    "duty_too_few": _("%(from)s to %(until)s: %(have)s on duty, %(asked)s asked"),
    "duty_no_naloxone": _("%(from)s to %(until)s: nobody on duty is trained to give naloxone"),
}
STAND_IN = {
    "stand_in_is_another": _("Does not lead this session already"),
    "stand_in_credential": _("Holds a credential the session asks for: %(asked)s"),
    "stand_in_writes_notes": _("Holds a role that writes the notes of what it leads"),
    "stand_in_is_free": _("Leads nothing else at that time"),
    "stand_in_is_here": _("Is not away that day"),
    # Where one person is seated, any plainer word would say whom they are kept apart from.
    "stand_in_no_conflict": _("Placement rules allow it"),
    "stand_in_works_then": _("Works at that hour"),
    "stand_in_load": _("Leads %(led)s other sessions that day; %(most)s are usual at most"),
    "stand_in_known": _("%(known)s of %(seated)s seated know them"),
}

REFUSALS = {
    "ends_before_it_begins": _("It ends before it begins. Give an end after the beginning."),
    "shift_runs_backwards": _("The shift ends before it begins. Give an end after its beginning."),
    "duty_is_over": _("That day is over; who was on duty stays as it was."),
    "on_duty_already": _("That colleague is on duty at that time already."),
    "session_is_not_open": _("This session is cancelled or over."),
    "stand_in_is_another": _("That colleague leads this session already."),
    "stand_in_credential": _("That colleague holds none of the credentials it asks for."),
    "stand_in_writes_notes": _(
        "That colleague holds no role that writes notes. Somebody in set-up can add one."
    ),
    "leader_writes_no_notes": _(
        "That person holds no role that writes notes, and a session needs one. "
        "Choose a clinician, or have set-up add a clinician's role."
    ),
    "stand_in_is_free": _("That colleague leads another session at that time."),
    "stand_in_is_here": _("That colleague is away that day."),
    "stand_in_no_conflict": _("That colleague cannot lead this session."),
    "telehealth_not_allowed": _("This program does not work by telehealth."),
    "not_a_safe_address": _("A link begins with https:// and names a place."),
    "not_neutral": _("These words say too much for a calendar. Choose a plain address."),
    "no_open_feed": _("There is no open calendar address."),
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
    "leader_kept_apart": _("A placement rule keeps these two apart. The record says whom to ask."),
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
    "closure": _("Closed at these hours"),
    "too_few": _("Too few clients"),
    "client_asked": _("The client asked"),
    "other": _("Other reason"),
}


_no_duty = _("Nobody is on duty on %(day)s. Fill the roster of that day first.")


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(SEATING)
    reasons_words.register(SHORTFALL)
    reasons_words.register(DUTY)
    reasons_words.register(STAND_IN)


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room; a date is a day without anybody on duty."""
    if code[:4].isdigit():
        day = date_format(date.fromisoformat(code), "l j F")
        return str(_no_duty) % {"day": day}
    known = (
        REFUSALS.get(code) or planning_words.REFUSALS.get(code) or planning_words.RULES.get(code)
    )
    return str(known or code.replace("_", " ").capitalize())
