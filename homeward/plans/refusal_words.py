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
    "plan_closed": _("This version is no longer in force."),
    "name_of_another": _(
        "The typed name is not the client's name. Type it as it stands in the record."
    ),
    "refusal_needs_reason": _("Say why the client does not sign."),
    "objective_not_in_plan": _("One of the objectives is not part of this plan."),
    "review_incomplete": _("Write a summary and choose the next review day."),
}
PROBLEMS: dict[str, Promise] = {
    "no_problem": _("The plan needs at least one problem."),
    "problem_without_goal": _("Every problem needs a goal."),
    "goal_without_objective": _("Every goal needs an objective."),
    "objective_without_measure": _("Every objective needs a measure."),
    "objective_without_target": _("Every objective needs a target date that lies ahead."),
    "objective_without_verb": _(
        "Say what the client will do: an objective needs more than one word."
    ),
    "objective_without_intervention": _("Every objective needs something that staff do."),
    "intervention_without_frequency": _("Every intervention needs how often."),
    "intervention_without_duration": _("Every intervention needs for how long."),
    "intervention_without_worker": _("Every intervention names its worker."),
    "intervention_without_modality": _("Every intervention says what kind it is."),
    "strengths_missing": _("Write the client's strengths."),
    "barriers_missing": _("Write what stands in the way."),
    "discharge_criteria_missing": _("Write by what you will know that treatment here is done."),
    "length_missing": _("Say how many weeks you expect."),
    "medications_missing": _("List medications, or write that there are none."),
    "family_missing": _("Say how family takes part, or that the client does not want it."),
}
COSIGNING: dict[str, Promise] = {
    "author_signs_alone": _("The author's signature stands alone"),
    "cosigner_is_another": _("Somebody other than the author"),
    "cosigner_signs_alone": _("Holds a credential that signs alone"),
    "cosigner_supervises": _("Supervises the author"),
}
