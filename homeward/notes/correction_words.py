"""The words of what happens to a note beside its writing: set aside, brought back, verified."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "note_word_or_name": _("%(names)s: a word, or another client? One key answers, nothing waits"),
    "aside_still_there": _("The note stands in the chart"),
    "aside_was_set_aside": _("The note was deleted or voided"),
    "aside_is_a_draft": _("It is a draft: a signed note is voided, never deleted"),
    "aside_is_signed": _("It is signed: a draft is deleted instead"),
    "aside_is_yours": _("You wrote it"),
    "aside_yours_or_supervised": _("You wrote it, or you supervise who did"),
    "aside_says_why": _("A reason in words stands beside it"),
    "aside_names_nobody": _("The reason names no client"),
    "aside_no_signed_note_in_its_place": _("No signed note has taken its place"),
}
REFUSALS = {
    "aside_still_there": _("This note was deleted or voided before."),
    "aside_was_set_aside": _("This note stands in the chart already."),
    "aside_is_a_draft": _("A signed note is voided with a reason, never deleted."),
    "aside_is_signed": _("This is a draft. Delete it, or sign it."),
    "aside_is_yours": _("Only its author deletes a draft."),
    "aside_yours_or_supervised": _("Only its author, or who supervises them, may do this."),
    "aside_says_why": _("Say in a sentence why."),
    "aside_names_nobody": _(
        "Leave names of clients out of the reason. It stands in this chart, and neither chart may "
        "tell of the other."
    ),
    "aside_no_signed_note_in_its_place": _(
        "A signed note has taken its place. Add what is missing to that one."
    ),
    "unknown_reason": _("Choose a reason."),
    "nothing_answered": _("Choose the word you mean."),
    "no_longer_matches": _(
        "What this note says is not what its author signed. Nobody co-signs it; tell the privacy "
        "officer."
    ),
    "not_voided": _("Only a note voided for the wrong chart is written anew."),
    "same_chart": _("This is the chart it was taken out of."),
    "right_chart_has_words": _(
        "There is a note of this session in that chart already. Add to that one."
    ),
    "words_are_gone": _("These words belong to a note that is signed or set aside."),
}
ASIDE_REASONS = {
    "wrong_chart": _("Written in the wrong record"),
    "written_twice": _("Written twice"),
    "not_held": _("The session did not take place"),
}
DELETE_REASONS = {
    "not_needed": _("Not needed"),
    "wrong_chart": _("Begun in the wrong record"),
    "written_twice": _("Begun twice"),
}
REASON_WORDS = {
    **ASIDE_REASONS,
    "not_needed": _("Not needed"),
    "by_mistake": _("Set aside by mistake"),
}
KIND_WORDS = {
    "deleted": _("Draft deleted"),
    "voided": _("Voided"),
    "restored": _("Brought back"),
}
WHY_KEPT = {
    "shortened": _("taken out of the draft"),
    "other_window": _("written in another window"),
    "brought_back": _("stood here before earlier words came back"),
}
PART_WORDS = {
    "body": _("the client's own part"),
    "shared": _("the part everyone shares"),
    "sections": _("the sections"),
    "details": _("the session's details"),
    "participation": _("how the client took part"),
    "response": _("the response"),
    "objective": _("the plan objective"),
    "progress": _("the progress"),
    "minutes": _("the minutes"),
    "on": _("the day"),
    "starts_at": _("when the session began"),
    "ends_at": _("when the session ended"),
    "service": _("the service"),
    "client": _("whose record it is"),
    "session": _("which session it is"),
    "author": _("who wrote it"),
    "style": _("the format"),
}
