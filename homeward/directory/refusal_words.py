"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "referral_ended": _("What came of this referral is already on record."),
    "referral_still_open": _("The referral is still open. End it with what came of it."),
    "consent_needed": _(
        "No consent in force lets you speak with this place about this person. Ask the person to"
        " sign one, or call together with them and choose that here."
    ),
    "emergency_unclear": _(
        "Name whom you spoke with, say in the note what the emergency is, and why the person could"
        " not be asked first. The law wants all three written at once. It may only be told to"
        " medical staff."
    ),
    "place_needed": _("Choose the place that you spoke with."),
    "code_taken": _("Another place has this code."),
    "place_retired": _("This place is off the list."),
    "sheet_not_right": _("Nothing was taken in: the file has lines that are not right."),
    "step_unknown": _("Choose one of the steps."),
    "outcome_unknown": _("Choose one of the outcomes."),
    "outcome_needs_reason": _("Say in a sentence why it ended like this."),
    "later_than_now": _("A step is recorded after it has happened."),
}
