"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

SIGNALS = {
    "first_week_absence": _("Missed a day in the first week"),
    "two_absences": _("Missed several days within a week"),
    "unreturned_calls": _("Calls not returned"),
    "late_trend": _("Comes late more often"),
    "missed_test": _("A test was not given"),
    "positive_after_negatives": _("A positive or unconfirmed test after negative ones"),
    "craving_rise": _("Craving rises"),
    "housing_or_job_loss": _("Lost housing or work"),
    "payer_lapse": _("Cover for care ends"),
    "phase_change": _("A new phase began"),
    "counselor_change": _("A new counselor"),
    "holiday_ahead": _("Closed days ahead"),
    "own_date_ahead": _("A hard day of their own is near"),
    "any": _("Any of these signals"),
}
# How the rule reads, with the numbers in force filled in.
RULES = {
    "first_week_absence": _(
        "A day missed without a word in the first %(signal_first_week_days)s days."
    ),
    "two_absences": _(
        "%(signal_absences_in_7_days)s days missed without a word within seven days."
    ),
    "unreturned_calls": _(
        "%(signal_unreturned_calls)s calls in %(signal_unreturned_days)s days and no contact."
    ),
    "late_trend": _(
        "Late on %(signal_late_arrivals)s days within %(signal_late_days)s, and more often than in "
        "as many days before."
    ),
    "missed_test": _("A test missed or refused in the last %(signal_test_days)s days."),
    "positive_after_negatives": _(
        "A positive, confirmed or not, in the last %(signal_test_days)s days, right after "
        "%(signal_negatives_before)s or more negative tests in a row."
    ),
    "craving_rise": _(
        "Craving in shared check-ins is %(signal_craving_points)s points higher than the week "
        "before, with %(signal_craving_answers)s answers in each week."
    ),
    "housing_or_job_loss": _(
        "A home or work that ended in the last %(signal_life_days)s days, as the team was told."
    ),
    "payer_lapse": _(
        "Cover ends or ended within %(signal_payer_days_ahead)s days, and nothing follows it."
    ),
    "phase_change": _("The first %(signal_phase_days)s days of another phase."),
    "counselor_change": _("The first %(signal_counselor_days)s days with another counselor."),
    "holiday_ahead": _(
        "A closed day within %(signal_holiday_days_ahead)s days that leaves more than "
        "%(max_gap_days)s days without program in a row."
    ),
    "own_date_ahead": _(
        "A day the person named themselves is within %(signal_own_date_days_ahead)s days."
    ),
}
NEXT_STEPS = {
    "first_week_absence": _(
        "Call today. Ask what got in the way, and what would make day two easier."
    ),
    "two_absences": _("Call today. Ask first, offer another time, ride or hour."),
    "unreturned_calls": _("Try another way they agreed to, at another hour."),
    "late_trend": _("Ask about mornings: ride, children, work. Change the hour if that is it."),
    "missed_test": _("Ask what happened, without a charge. Offer the next day."),
    "positive_after_negatives": _("Talk it over at the next contact. More support, no penalty."),
    "craving_rise": _(
        "Ask about the hours that are hardest, and look at the plan for them together."
    ),
    "housing_or_job_loss": _("Sit down today: a bed, a meal, a referral before anything else."),
    "payer_lapse": _("Ask the office today what can follow. Tell the person care goes on."),
    "phase_change": _("Ask how the new week fits, and who is new to them."),
    "counselor_change": _("Meet in person this week; the old counselor comes along if possible."),
    "holiday_ahead": _("Make a plan for the closed days: who to call, where to be."),
    "own_date_ahead": _("Ask what that day needs: company, a session, a call in the evening."),
}
REASONS = {
    "signal_first_week_absence": _("Days missed in the first %(days)s days: %(missed)s"),
    "signal_two_absences": _("Days missed within %(days)s days: %(missed)s (from %(needed)s on)"),
    "signal_unreturned_calls": _(
        "Calls without contact in %(days)s days: %(calls)s (from %(needed)s on)"
    ),
    "signal_late_trend": _(
        "Late on %(late)s days of the last %(days)s, on %(before)s of those before (from "
        "%(needed)s on)"
    ),
    "signal_missed_test": _("Tests not given in %(days)s days: %(missed)s"),
    "signal_positive_after_negatives": _(
        "A positive, confirmed or not, after %(negatives)s negative tests in a row (from "
        "%(needed)s on)"
    ),
    "signal_craving_rise": _(
        "Craving %(before)s the week before, %(now)s this week (a rise of %(needed)s counts)"
    ),
    "signal_housing_or_job_loss": _("Told to the team in the last %(days)s days"),
    "signal_payer_lapse": _("Cover ends, and nothing follows within %(days)s days"),
    "signal_phase_change": _("In the first %(days)s days of a new phase"),
    "signal_counselor_change": _("In the first %(days)s days with another counselor"),
    "signal_holiday_ahead": _("%(alone)s days without program in a row, soon"),
    "signal_own_date_ahead": _("Within %(days)s days"),
    "way_call": _("Call"),
    "way_text": _("Text, without a word of treatment"),
    "way_letter": _("Letter"),
    "way_portal": _("Message on their own page"),
    "way_peer_visit": _("Visit by the peer of the team"),
    "way_consented_contact": _("Somebody beside them, by consent"),
    "way_welfare_check": _("A welfare check at their home, without a word of treatment"),
}
FACTS = {
    "came": _("came"),
    "came_late": _("came late"),
    "absent": _("missed without a word"),
    "call_unanswered": _("call, not reached"),
    "reached": _("reached"),
    "test_negative": _("test negative"),
    "test_positive": _("test found use"),
    "test_presumptive": _("presumptive, not confirmed"),
    "test_not_given": _("test not given"),
    "craving": _("craving %(value)s"),
    "housing_lost": _("lost housing"),
    "job_lost": _("work lost or ended"),
    "phase_began": _("new phase"),
    "cover_ends": _("cover ends"),
    "counselor_changed": _("new counselor"),
    "closed_day": _("closed"),
    "own_date": _("their own date"),
}
LOSSES = {"housing_lost": _("Housing lost"), "job_lost": _("Work lost or ended")}
STATES = {
    "open": (_("open"), "attention"),
    "acknowledged": (_("seen"), "info"),
    "acted": (_("acted upon"), "done"),
    "passed": (_("passed"), "neutral"),
    "withdrawn": (_("withdrawn"), "neutral"),
}
STEPS = {
    "raised": _("Raised by the rules"),
    "renewed": _("Another fact came to it"),
    "acknowledged": _("Seen"),
    "handed_on": _("Handed on"),
    "acted": _("Acted upon"),
    "passed": _("Passed with time"),
    "withdrawn": _("Withdrawn"),
}
ACTS = {
    "talked": _("Talked with them"),
    "called": _("Reached them by telephone"),
    "time_changed": _("Changed their time or group"),
    "help_found": _("Found help: ride, bed, food, child care"),
    "plan_made": _("Made a plan for it together"),
    "team_talked": _("Talked it over in the team"),
    "nothing_needed": _("Asked, and nothing is needed"),
}
BECAUSE = {
    **ACTS,
    "facts_changed": _("the record was corrected"),
    "passed": _("its days are over"),
    "by_person": _("set aside by a person"),
    "contact_stopped": _("all outreach is stopped"),
    "episode_ended": _("the episode ended"),
    "in_contact": _("in contact again"),
    "not_taken": _("not taken; the next step's time had come"),
    "came": _("came"),
    "checked_in": _("checked in on their phone"),
}
VERDICTS = {
    "better": (_("better than chance"), "done"),
    "no_better": (_("no better than chance"), "attention"),
    "rarer": (_("no better than chance: they leave less often"), "attention"),
    "too_few": (_("too few to say"), "neutral"),
}
# Why a rule was never tried in a history: by history, then by rule.
_NO_RATE = _("no source says how often it happens, so the story has none")
UNTRIED = {
    "ctn0094": {
        "unreturned_calls": _("calls are not in the public tables"),
        "late_trend": _("arrival times are not in the public tables"),
        "craving_rise": _("craving is not in the public tables"),
        "housing_or_job_loss": _("home and work are known at the beginning only"),
        "payer_lapse": _("nobody paid for care in a trial"),
        "phase_change": _("the trials had no phases"),
        "counselor_change": _("who spoke with whom is not in the public tables"),
        "holiday_ahead": _("the public tables hold no dates"),
        "own_date_ahead": _("the public tables hold no dates"),
    },
    "story": {
        "housing_or_job_loss": _NO_RATE,
        "payer_lapse": _NO_RATE,
        "counselor_change": _NO_RATE,
        "own_date_ahead": _("a hard day is a person’s own; the story invents none"),
    },
}
REFUSALS = {
    "signal_closed": _("This signal was answered before, or has passed."),
    "what": _("Say what was done."),
    "reason": _("Write why, in a few words."),
    "worker": _("Choose somebody of the team."),
    "kind": _("Choose what was lost."),
    "on": _("Choose a day that fits: a loss lies behind, a single day lies ahead."),
    "taken_back_before": _("This was taken back before."),
    "step_taken": _("Somebody took this step a moment ago. Nothing was written twice."),
    "step_over": _("This step is over: look at the list again."),
    "clinician_calls": _("Somebody may be in danger: a clinician calls. Hand it over now."),
    "another_clinician": _("You made the first call. Another clinician or the supervisor calls."),
    "whom_needed": _("Choose whom you told."),
    "decision_missing": _("Say whether the place is kept or care ends."),
    "decision_needs_note": _("Write what the team decided, in a sentence."),
    "way_shut_call": _("There is no telephone number on record."),
    "way_shut_text": _("They did not agree to texts."),
    "way_shut_letter": _("They did not agree to letters."),
    "way_shut_portal": _("They have no page of their own."),
    "way_shut_peer_visit": _("There is no peer on the team."),
    "way_shut_consented_contact": _("No consent lets you speak to this person now."),
    "channel_not_agreed": _("They did not agree to this way."),
    "outreach_step_not_taken": _("Nothing is written down at this step yet. Do it there first."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)
    reasons_words.register({"outreach_step_not_taken": REFUSALS["outreach_step_not_taken"]})


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    from homeward.progress.words import refusal as of_progress

    return str(REFUSALS[code]) if code in REFUSALS else of_progress(code)
