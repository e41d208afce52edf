"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.attendance.keeping_safe import REASON
from homeward.attendance.models import AttendanceMark
from homeward.core import reasons_words
from homeward.timetable import words as timetable_words

REASONS = {
    "minutes_in_room": _("%(minutes)s minutes in the room while the session ran"),
    "breaks_not_counted": _("%(minutes)s minutes of break are not treatment"),
    "session_credits_at_most": _("The session credits at most %(minutes)s minutes"),
    "within_grace": _("%(minutes)s minutes after the start; the grace is %(grace)s"),
    "counselor_approved_late": _("The counselor agrees to a later arrival"),
    "fit_for_group": _("Fit to take part in a group today"),
    "safety_assessment": _("A nurse or counselor makes a safety assessment now"),
    "no_driving": _("No driving: keep the car keys here if the client agrees"),
    "safe_ride": _("Arrange a safe ride home with somebody to meet them"),
    "same_day_note": _("Write a note about it today"),
    "makeup_was_missed": _("The session was missed, excused or cancelled"),
    "makeup_not_yet": _("It is not made up yet"),
    "makeup_same_week": _("In the same program week"),
    "makeup_still_to_come": _("Still to come"),
    "makeup_is_treatment": _("Counts as treatment: %(minutes)s minutes"),
    "excuse_accepted": _("An accepted reason: illness, court, work, childcare or medical"),
    "told_beforehand": _("Told at least %(hours)s hours before"),
    "guard_hours": _(
        "%(delivered)s h delivered and %(planned)s h planned of %(required)s h this week"
    ),
    "guard_days": _("Days that count: %(days)s of %(required)s"),
    "guard_day_minimum": _("%(day)s holds %(minutes)s minutes; the day counts from %(least)s"),
    "forecast_own": _("Came to %(came)s of %(expected)s sessions lately"),
    "forecast_cell": _("Came to %(came)s of %(expected)s at this weekday and time of day"),
    "forecast_house": _(
        "The house's own rate, %(percent)s%%, counts for %(sessions)s sessions, and the client's "
        "for %(cell)s"
    ),
    "day_minimum": _("%(minutes)s minutes credited today; a payable day has %(least)s"),
    "components_billed": _("Below that, this payer takes the sessions one by one"),
    "session_counts": _("%(minutes)s minutes of a session: %(units)s to bill %(code)s"),
    "seat_at_this_hour": _("A session at this hour"),
    "not_in_the_room_yet": _("Not in the room yet"),
    "group_still_runs": _("%(minutes)s minutes of the group were still to come"),
    "left_without_word": _("Left without having said so beforehand"),
    "find_within": _("To be found within %(minutes)s minutes"),
    "not_in_the_future": _("Not ahead of now"),
    "within_the_window": _("Not older than %(hours)s hours"),
    "drop_in_is_enrolled": _(
        "The person is in this program; nobody else comes into a group, whoever brings them"
    ),
    "drop_in_hours_missing": _("Hours of this week are missing and this place adds to them"),
    "drop_in_is_group": _("A group that counts toward the week's hours"),
    "drop_in_fits_windows": _("Within the hours the client can come"),
    "afar_licensed_there": _("In a state where the program may treat: %(states)s"),
    "afar_consent": _("A signed yes to telehealth"),
    "afar_private": _("Nobody listens in who should not"),
}
# How a client who said where they are stands, beside their name in the room.
AFAR = {
    "open": _("joins by video"),
    "call": _("outside your states: asked to call"),
    "paper": _("waits: no yes to telehealth signed"),
    "private_first": _("waits: somebody hears"),
}
THERE = {
    "alone": _("nobody, a private place"),
    "agreed": _("somebody the client agrees to"),
    "not_private": _("somebody, not private"),
}
OFFERS = {
    "nothing_to_offer": _("Choose at least one session to offer."),
    "offered_already": _("This seat was offered before and waits for an answer."),
    "offer_is_answered": _("This offer was already answered or taken back."),
    "offer_has_lapsed": _("The session has begun or does not take place."),
    "drop_in_is_enrolled": _(
        "Only somebody in this program takes a place here. Nobody else comes into a group."
    ),
    "seat_is_free": _("Every seat of this group is taken now."),
    "seat_client_is_free": _("The client has something else at that time by now."),
    "seat_placement_rule": _("A placement rule stands against this seat."),
    "seat_same_phase": _("The group is meant for another phase."),
    "seat_same_site": _("The group meets at another site."),
    "seat_not_yet_held": _("The client holds a seat there already."),
    "drop_in_hours_missing": _("No hours are missing any more this week."),
    "drop_in_fits_windows": _("The session lies outside the hours the client can come."),
    "drop_in_is_group": _("Only groups that count toward the hours have places for one time."),
    "makeup_same_week": _("The session lies in another program week."),
    "makeup_still_to_come": _("The session has begun."),
    "makeup_is_treatment": _("The session does not count as treatment."),
}

STATES = {
    "scheduled": _("Expected"),
    "present": _("Here"),
    "late": _("Late"),
    "left_early": _("Left early"),
    "late_and_left_early": _("Late and left early"),
    "excused": _("Excused"),
    "no_show": _("Absent"),
    "cancelled_client": _("Cancelled by the client"),
    "cancelled_program": _("Cancelled by the program"),
    "makeup": _("Make-up"),
    "virtual_present": _("Telehealth"),
    "removed": _("Asked to leave"),
}
KEPT_OUT = _("Not to the group: safety first")
KEPT_SAFE = _(
    "Not to the group today. Who leads it was given the safety check and the note, due today. "
    "Until they come: stay with the client, no driving, no way home alone."
)

SOURCES = {
    "room": _("Marked in the room"),
    "kiosk": _("Checked in at the door"),
    "phone": _("Checked in by phone"),
    "sheet": _("From the sign-in sheet"),
    "offline": _("Marked without network"),
}
BILLABLE = {
    "day_billable": _("The day can be billed: %(minutes)s min"),
    "components_billable": _("Session by session: %(minutes)s min"),
    "not_billable": _("Not billable so far; documented all the same"),
}

EXCUSES = {
    "illness": _("Illness"),
    "court": _("Court"),
    "work": _("Work"),
    "childcare": _("Childcare"),
    "medical": _("Medical appointment"),
}

REFUSALS = {
    "register_is_closed": _("The register of this session is closed; minutes are final."),
    "session_is_cancelled": _("This session was cancelled."),
    "seat_is_released": _("The client no longer holds this seat."),
    "not_at_that_time": _(
        "Arrivals are marked from four hours before a session begins until it ends."
    ),
    "late_needs_approval": _(
        "This arrival is past the grace period. Ask the counselor who leads the group first."
    ),
    "excuse_not_accepted": _(
        "Choose an accepted reason: illness, court, work, childcare, medical."
    ),
    "excuse_too_late": _(
        "The client told later than the program asks. Mark as absent, or let the counselor decide."
    ),
    "where_place": _("Say where you are now: street and town."),
    "where_state": _("Choose the state where you are now."),
    "where_near": _("Name somebody near you whom we may call."),
    "where_near_phone": _("Their number has at least seven digits."),
    "where_there": _("Say who can hear."),
    "states_none": _("Choose at least one state."),
    "states_source": _("Say from where this is known."),
    "not_in_the_room": _("The client is not in the room now."),
    "no_safety_check": _("There is no open safety check for this arrival."),
    "step_unknown": _("Choose what came of this step."),
    "step_needs_note": _("Say in a word or two who or what."),
    "check": _("First say how they are."),
    "driving": _("First say that they do not drive."),
    "told": _("First say who was told."),
    "transport": _("First say how they get home."),
    "nobody_kept_it": _("Choose who kept the sheet."),
    "empty_sheet": _("Write at least one time, or that somebody was absent."),
    "not_taken": _("The time lies too far back, or ahead of now."),
    "out_of_reach": _("The client or the session is not within your reach."),
    "newer_mark_stands": _("Somebody marked this client after you did."),
    "words_went_apart": _("The note went on elsewhere from the same words."),
    "not_readable": _("What the device sent is not a mark or a note of this room."),
    "punches_run_backwards": _("A client leaves after arriving. Check the times."),
    "roster_incomplete": _("Mark everyone first: here, late or absent."),
    "session_has_not_started": _("The session has not started yet."),
    "stale_version": _("Somebody changed this after you opened it. Look again and repeat."),
    "already_closed": _("The register was already closed."),
    "not_your_session": _("Only who leads this session may close its register."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)


def state_words(mark: AttendanceMark) -> str:
    """What became of a seat; who came intoxicated was not asked to leave but kept safe."""
    if mark.state == "removed" and mark.reason == REASON:
        return str(KEPT_OUT)
    return str(STATES.get(mark.state, mark.state))


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room, or of the timetable below it."""
    words = REFUSALS.get(code) or OFFERS.get(code)
    return str(words) if words else timetable_words.refusal(code)
