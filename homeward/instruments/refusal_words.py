"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "instrument_unknown": _("There is no such questionnaire."),
    "screener_missing": _(
        "First ask the C-SSRS screener and hand it in complete. Item 9 of the PHQ-9 is answered by"
        " asking, so this cannot end as assessed without it."
    ),
    "answered_in_future": _("The paper cannot have been answered after today."),
    "moment_unknown": _("Choose a moment of the list."),
    "form_unknown": _("Choose a questionnaire of the list."),
    "condition_unknown": _("Choose where it is asked."),
    "tag_unknown": _("Choose a kind of source."),
    "line_starts_in_past": _("The schedule changes from today on, or later; the past stays."),
    "line_needs_source": _("Name the source of this line."),
    "months_for_follow_up": _("Months count for follow-ups only, from 1 to 24."),
    "phase_unknown": _("Choose a phase of this program."),
    "no_phase_then": _("At this moment nobody is in a phase. Choose every phase."),
    "nothing_answered": _("Answer at least one item."),
    "no_one_to_tell_yet": _(
        "These answers need somebody who acts on them, and this site has no worker yet."
    ),
}
