"""The words of this room's refusals and of what a plan still lacks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "plan_is_signed": _("A signed plan does not change. Start a new version."),
    "plan_exists": _("A version is being written already."),
    "theme_unknown": _("Choose a problem from the library."),
    "thread_incomplete": _("Fill in the problem, the goal, the objective and what staff do."),
    "already_signed": _("This signature is already there."),
    "author_signs_first": _("The author signs first."),
    "not_the_author": _("Only the author signs as the author."),
    "nobody_cosigns_own_work": _("Nobody co-signs their own work."),
    "cosigner_not_licensed": _(
        "A co-signature is put by somebody whose own signature stands alone on this day."
    ),
    "cosigner_not_supervisor": _("A co-signature is put by who supervises the author."),
    "plan_not_cosigned": _("The plan has no co-signature yet."),
    "plan_not_signed": _("The signature is not under the plan yet."),
    "plan_not_answered": _("The client has not answered the plan yet."),
    "plan_not_reviewed": _("No review has been kept since."),
    "comment_not_answered": _("Nobody has answered the client yet."),
    "plan_closed": _("This version is no longer in force."),
    "name_of_another": _(
        "The typed name is not the client's name. Type it as it stands in the record."
    ),
    "refusal_needs_reason": _("Say why the client does not sign."),
    "objective_not_in_plan": _("One of the objectives is not part of this plan."),
    "review_incomplete": _("Write a summary and choose the next review day, after today."),
    "stay_unexplained": _(
        "Say why this level of care goes on, and choose its next day, after today."
    ),
    "amendment_needs_reason": _("Say why the plan is amended."),
    "nothing_to_amend": _("Only the plan in force is amended. Start a new version instead."),
    "last_of_its_kind": _("One has to stay. Change it, or take out the whole problem."),
    "plan_not_open_to_client": _("This plan is not open to read and comment now."),
    "comment_empty": _("Write a few words."),
    "comment_answered": _("Somebody answered this before."),
    "no_court_guardian": _(
        "Nobody signs for this client or beside them: no guardian of a court, no parent of a minor."
    ),
    "not_a_physician": _("This signature is a physician’s."),
}
PROBLEMS: dict[str, Promise] = {
    "no_problem": _("The plan has no problem yet. Add one, from the library or in own words."),
    "problem_without_goal": _(
        "The problem has no goal. Write what the client wants, as they say it."
    ),
    "goal_without_own_words": _("The goal has no words of the client. Write it as they say it."),
    "goal_without_objective": _("The goal has no objective. Add a step that can be seen."),
    "objective_without_verb": _(
        "The objective names nothing to do. Begin with an action: attend, call, write, practice."
    ),
    "objective_without_baseline": _(
        "The objective does not say where it stands now. Fill in the baseline, for example a count."
    ),
    "objective_without_measure": _(
        "The objective has no measure. Write how you will both know: a count, a log, a score."
    ),
    "objective_without_target": _("The objective has no target date ahead. Choose a day to come."),
    "objective_without_intervention": _(
        "Nobody does anything for the objective. Add what staff do."
    ),
    "intervention_without_kind": _("What staff do has no kind of session. Choose one."),
    "intervention_without_approach": _("What staff do names no model. Choose one, such as CBT."),
    "intervention_without_frequency": _(
        "It is not said how often staff meet. Give times and weeks."
    ),
    "intervention_without_minutes": _("It is not said how long a meeting is. Give the minutes."),
    "intervention_without_duration": _(
        "It is not said for how many weeks. Give a number of weeks."
    ),
    "intervention_without_worker": _("What staff do names nobody. Choose who does it."),
    "strengths_missing": _("Strengths are empty. Write what the client brings."),
    "barriers_missing": _("Barriers are empty. Write what stands in the way."),
    "discharge_criteria_missing": _(
        "Discharge criteria are empty. Write by what you both will know."
    ),
    "length_missing": _("The expected length is empty. Say how many weeks."),
    "medications_missing": _("Medications are empty. List them, or write none."),
    "family_missing": _("Family is empty. Choose how family takes part, or that it is not wanted."),
    "family_unsaid": _("Family has a choice and no words. Say who and how, or why not."),
    "problem_from_library": _(
        "The problem still says what the library says. Write it as it is for this client."
    ),
    "goal_from_library": _(
        "The goal still says what the library says. Write it as this client says it."
    ),
    "plan_is_a_copy": _(
        "Too much of this plan stands in another client’s plan. Write these sentences as they are "
        "true of this client."
    ),
}
STANDING: dict[str, Promise] = {
    "draft": _("being written"),
    "with_client": _("with the client to read"),
    "client_reviewed": _("the client says it fits"),
    "signed": _("waits for the client"),
    "active": _("in force"),
    "cosign_pending": _("in force, a co-signature waits"),
    "review_due": _("in force, a review is due"),
    "superseded": _("replaced"),
    "closed": _("closed"),
}
SIGNATORIES: dict[str, Promise] = {
    "guardian_signs": _("A court named a guardian who signs"),
    "parent_signs_too": _("A minor: a parent signs too"),
    "parent_not_named": _("A minor whose parent signs too, and no parent is on record"),
    "payer_asks_physician": _("The payer asks for a physician’s signature"),
    "objective_stands": _("Objective %(number)s: %(says)s"),
    "plan_in_force": _("A signed plan is in force"),
    "kind_in_plan": _("The plan names this kind of session"),
}
COSIGNING: dict[str, Promise] = {
    "author_signs_alone": _("The author's signature stands alone"),
    "cosigner_is_another": _("Somebody other than the author"),
    "cosigner_signs_alone": _("Holds a credential that signs alone"),
    "cosigner_supervises": _("Supervises the author"),
}
