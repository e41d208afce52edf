"""A suggestion in words: the sentence, the lines that weigh most, and the rest apart."""

from dataclasses import replace

from django.utils.translation import gettext as _

from homeward.core.reasons_words import words_for
from homeward.kernel.reasons import Decision, Reason, State
from homeward.progress.models import LevelReview

TONES = {"stay": "neutral", "step_down": "done", "step_up": "urgent", "discharge": "attention"}


def suggestion_words(review: LevelReview) -> str:
    """The suggestion as a short sentence, with the hours where staying means hours."""
    hours = f"{review.suggestion.get('extras', {}).get('hours', 0):g}"
    extras = review.suggestion.get("extras", {})
    if review.suggested == "stay" and extras.get("contact_lost"):
        return _("Reach the client first: contact is lost. The door stays open")
    if review.suggested == "stay":
        return _("Stay at %(hours)s hours is suggested") % {"hours": hours}
    following = review.suggestion.get("extras", {}).get("next_hours")
    if review.suggested == "step_down" and following is not None:
        return _("Step down to %(hours)s hours is suggested") % {"hours": f"{following:g}"}
    if review.suggested == "step_up":
        return _("More care is suggested")
    if review.suggestion.get("extras", {}).get("contact_lost"):
        return _("A decision about discharge is suggested: contact is lost")
    return _("Discharge is suggested: the program is completed")


def weightiest_first(decision: Decision) -> Decision:
    """The same lines in the order a team reads them: what speaks for a change, then the rest."""

    def weight(line: Reason) -> int:
        is_trigger = line.code in TRIGGER_CODES
        if line.state is State.UNKNOWN:
            return 4 if is_trigger else 3
        if is_trigger:
            return 0 if line.state is State.MET else 5
        return 1 if line.state is State.NOT_MET else 2

    return replace(decision, reasons=tuple(sorted(decision.reasons, key=weight)))


def split(decision: Decision) -> tuple[Decision, Decision | None]:
    """The lines that weigh, and apart from them what is not known or did not happen."""
    weighs = [
        line
        for line in decision.reasons
        if line.state is not State.UNKNOWN
        and (line.state is State.MET or line.code not in TRIGGER_CODES)
    ]
    rest = [line for line in decision.reasons if line not in weighs]
    return (
        replace(decision, reasons=tuple(weighs)),
        replace(decision, reasons=tuple(rest)) if rest else None,
    )


def main_reasons(decision: Decision) -> str:
    """The lines that weigh most, in words: triggers that are met, else what is missing."""
    triggers = [line for line in decision.lines(State.MET) if line.code in TRIGGER_CODES]
    shown = triggers or [
        line for line in decision.lines(State.NOT_MET) if line.code not in TRIGGER_CODES
    ]
    if not shown:
        shown = list(decision.lines(State.MET))
    return " · ".join(words_for(line.code, line.detail) for line in shown[:2])


TRIGGER_CODES = frozenset(
    {"use_rising", "new_use_rising",
     "missed_in_row", "safety_concern_open", "overdose_lately", "withdrawal_signs",
     "housing_unsafe", "contact_lost", "hospital_lately", "mind_worse", "use_told"}
)  # fmt: skip
