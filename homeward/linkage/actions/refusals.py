"""How the actions of this room say no."""

from homeward.core.refusals import Refusal


class NeedIncomplete(Refusal):
    """A need has a known kind, severity, wish and source; the codes say what lacks."""


class NeedNotOpen(Refusal):
    """The need was met or dropped; it can be reopened."""


class NeedNotEnded(Refusal):
    """Only a need that was met or dropped is reopened."""


class ReferralAlreadyOpen(Refusal):
    """The client is on the way to this place for this need already."""


class ReferralEnded(Refusal):
    """What came of this referral is already on record."""


class PlaceRetired(Refusal):
    """This place is off the list."""


class PlaceNeeded(Refusal):
    """A step that speaks with a place needs the place to be named."""


class ConsentNeeded(Refusal):
    """No consent in force lets anybody speak with this place about this client."""


class StepUnknown(Refusal):
    """There is no such step."""


class LaterThanNow(Refusal):
    """What has happened has happened by now."""


class OutcomeUnknown(Refusal):
    """It does not end like that."""


class OutcomeNeedsReason(Refusal):
    """Ending without help given needs a sentence that says why."""


class BookingIncomplete(Refusal):
    """A booking names provider, a time ahead, and who confirmed it; the codes say what lacks."""


class AppointmentIsAhead(Refusal):
    """Nobody kept or missed an appointment that is still to come."""


class AppointmentSettled(Refusal):
    """What became of this appointment is already on record."""


class TransferUnclear(Refusal):
    """A transfer has a known direction, level, urgency and a reason; the codes say what lacks."""


class TransferEnded(Refusal):
    """What came of this transfer is already on record."""


class VisitNotKept(Refusal):
    """A transfer is kept by a first visit that was kept."""


class NothingToSend(Refusal):
    """Nothing of the record within reach was chosen for the packet."""


class WorkIncomplete(Refusal):
    """A goal has an aim and the client's words, a start a day and hours; the codes say which."""


class WorkChecked(Refusal):
    """This was asked before, or its day has not come."""


class StayUnclear(Refusal):
    """A stay has a recovery residence and days that run forward; the codes say what lacks."""


class MeetingUnclear(Refusal):
    """A meeting has a known kind and a day that is not ahead."""


class ChoiceUnclear(Refusal):
    """A celebration has a known milestone and place, and a name to show; the codes say which."""
