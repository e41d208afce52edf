"""How a plan's parts are said: kinds of session, models, rhythm, family."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.plans.models import Intervention, Objective, Plan

Kind, Approach, Family = Intervention.Kind, Intervention.Approach, Plan.Family

KINDS: dict[str, Promise] = {
    Kind.INDIVIDUAL: gettext_lazy("Individual session"),
    Kind.GROUP: gettext_lazy("Group"),
    Kind.FAMILY: gettext_lazy("Family session"),
    Kind.MEDICAL: gettext_lazy("Medical visit"),
    Kind.EDUCATION: gettext_lazy("Lecture and questions"),
    Kind.SKILLS: gettext_lazy("Skills group"),
    Kind.EXPERIENTIAL: gettext_lazy("Activity"),
    Kind.MUTUAL_HELP: gettext_lazy("Mutual help meeting"),
    Kind.CASE_MANAGEMENT: gettext_lazy("Help with daily things"),
    Kind.VOCATIONAL: gettext_lazy("Help with work or school"),
}
APPROACHES: dict[str, Promise] = {
    Approach.CBT: gettext_lazy("Cognitive behavioral therapy"),
    Approach.MOTIVATIONAL: gettext_lazy("Motivational interviewing"),
    Approach.RELAPSE_PREVENTION: gettext_lazy("Relapse prevention"),
    Approach.TWELVE_STEP: gettext_lazy("12-step facilitation"),
    Approach.SECULAR: gettext_lazy("Secular mutual help"),
    Approach.CONTINGENCY: gettext_lazy("Contingency management"),
    Approach.MINDFULNESS: gettext_lazy("Mindfulness"),
    Approach.TRAUMA_INFORMED: gettext_lazy("Trauma-informed care"),
    Approach.FAMILY_THERAPY: gettext_lazy("Family therapy"),
    Approach.EDUCATION: gettext_lazy("Education"),
    Approach.MEDICATION: gettext_lazy("Medication"),
    Approach.CASE_MANAGEMENT: gettext_lazy("Case management"),
    Approach.SUPPORTIVE: gettext_lazy("Supportive counseling"),
}
OBJECTIVE_STATES: dict[str, Promise] = {
    Objective.State.ACTIVE: gettext_lazy("Going on"),
    Objective.State.MET: gettext_lazy("Met"),
    Objective.State.REVISED: gettext_lazy("Changed"),
    Objective.State.DEFERRED: gettext_lazy("Later"),
    Objective.State.DISCONTINUED: gettext_lazy("Given up"),
}
FAMILY_WISHES: dict[str, Promise] = {
    Family.INVOLVED: gettext_lazy("Family takes part"),
    Family.LATER: gettext_lazy("Not yet; asked again later"),
    Family.DECLINED: gettext_lazy("The client does not want it"),
    Family.NOBODY: gettext_lazy("There is nobody to take part"),
}


def rhythm_words(times: int | None, every_weeks: int | None) -> str:
    """How often, as people say it; empty while nobody said."""
    if not times or not every_weeks:
        return ""
    if every_weeks == 1:
        return {1: _("once a week"), 2: _("twice a week")}.get(
            times, _("%(times)d times a week") % {"times": times}
        )
    if times == 1:
        return (
            _("every other week")
            if every_weeks == 2
            else _("every %(weeks)d weeks") % {"weeks": every_weeks}
        )
    return _("%(times)d times in %(weeks)d weeks") % {"times": times, "weeks": every_weeks}


def length_words(minutes: int | None, weeks: int | None) -> str:
    """How long each time and for how many weeks."""
    parts = []
    if minutes:
        parts.append(_("%(minutes)d minutes") % {"minutes": minutes})
    if weeks:
        parts.append(
            ngettext("for %(weeks)d week", "for %(weeks)d weeks", weeks) % {"weeks": weeks}
        )
    return " ".join(parts)


def intervention_words(row: Any, *, approach: bool = True) -> str:
    """One intervention in a line: kind and model, how often, how long; older plans as written."""
    if not row.kind:
        return ", ".join(filter(None, (row.modality, row.frequency, row.duration)))
    what = str(KINDS[row.kind])
    if approach and row.approach:
        what = f"{what} ({APPROACHES[row.approach]})"
    how = (rhythm_words(row.times, row.every_weeks), length_words(row.minutes, row.weeks))
    return ", ".join(filter(None, (what, *how)))
