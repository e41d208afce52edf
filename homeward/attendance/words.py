"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.attendance.keeping_safe import REASON
from homeward.attendance.models import AttendanceMark
from homeward.core import reasons_words

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
    "not_in_the_room": _("The client is not in the room now."),
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
    """The sentence for a refusal code of this room."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))
