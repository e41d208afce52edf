"""The words of check-ins: their reasons, refusals, duty and history."""

from django.utils.translation import gettext_lazy as _

from homeward.core import code_words, reasons_words
from homeward.tasks import kinds

REASONS = {
    "check_in_says_danger": _("The client says they are in danger now"),
    "check_in_asks_for_help": _("The client asks for a call"),
    "check_in_says_use": _("The client says there was use"),
    "check_in_craving_is_strong": _("Cravings are strong"),
    "nothing_said": _("Answer at least one question."),
    "craving_out_of_scale": _("Cravings go from 0 to 10."),
    "mood_out_of_scale": _("Choose one of the five."),
    "sleep_hours_out_of_scale": _("A night has 0 to 24 hours."),
    "late_check_in_not_ahead": _("It was not said at a time still to come"),
    "late_check_in_not_too_old": _("It is not older than what a phone can keep sealed"),
    "entry_of_another": _("This check-in could not be kept. Check in once more, please."),
    "nobody_to_call": _("There is nobody here yet who could call. Call the front desk or 988."),
}
CALL = kinds.DutyKind(
    "check_in",
    _("Talk with the client about their check-in"),
    (
        kinds.Disposition("talked", _("Talked with the client")),
        kinds.Disposition("safety_plan_made", _("Safety plan made with the client")),
        kinds.Disposition("emergency_services", _("Emergency services called"), needs_note=True),
        kinds.Disposition("not_reached", _("Tried, not reached; next step named"), needs_note=True),
    ),
)


def register() -> None:
    """Give these words to the rooms that print them."""
    reasons_words.register(REASONS)
    code_words.register_code_words(
        {
            "instruments.check_in.kept": _("Checked in"),
            "instruments.check_in.arrived": _("Checked in earlier without network; it came now"),
        }
    )
    kinds.register(CALL)
