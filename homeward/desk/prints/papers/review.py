"""Reviews as papers: the weekly one of the level of care, and the plan looked at together."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from homeward.core.reasons_words import words_for
from homeward.desk.prints.papers.composing import Facts, Paper, Part, Signed, day, moment
from homeward.kernel.reasons import State, decision_from_json
from homeward.plans.models import PlanReview
from homeward.progress.models import LevelReview
from homeward.progress.words import OBJECTIVE_STATES


def paper_of_review(review: LevelReview, zone: ZoneInfo) -> Paper:
    """A level-of-care review: what was suggested and why, and what the team decided."""
    return Paper(
        _("Level-of-care review"),
        facts_of_review(review, zone),
        tuple(parts_of_review(review)),
        signatures_of_review(review, zone),
    )


def facts_of_review(review: LevelReview, zone: ZoneInfo) -> Facts:
    """The review in short."""
    outcomes = {
        "stay": _("Stay at this level"),
        "step_down": _("Step down"),
        "step_up": _("Step up"),
        "discharge": _("Discharge"),
    }
    return [
        (_("Week of"), day(review.week_of)),
        (_("Suggested by the rules"), outcomes.get(review.suggested, review.suggested)),
        (_("Decided by the team"), outcomes.get(review.outcome, _("not decided yet"))),
        (_("Decided at"), moment(review.decided_at, zone)),
        (_("Reason"), review.reason),
        (_("The client's view"), review.client_view),
        (_("Level recommended"), review.recommended_level),
        (_("Level provided"), review.provided_level),
        (_("Ratings"), _ratings(review)),
        (_("At the table"), _table(review)),
        (_("Goes on at"), review.receiving_program),
        (_("First appointment there"), day(review.first_appointment_on)),
    ]


def _ratings(review: LevelReview) -> str:
    said = ", ".join(f"{number}: {value}" for number, value in sorted(review.ratings.items()))
    edition = review.episode.placement.edition
    return f"{said} ({_('edition %(edition)s') % {'edition': edition}})" if said else ""


def _table(review: LevelReview) -> str:
    """Who sat there, each with the credentials of that day."""
    return "; ".join(
        ", ".join(filter(None, (each["name"], each.get("credential", ""))))
        for each in review.participants
    )


def parts_of_review(review: LevelReview, level: int = 2) -> list[Part]:
    """Every reason of the rule, met or not, in words."""
    if not review.suggestion:
        return []
    decision = decision_from_json(review.suggestion)
    states = {
        State.MET: _("met"),
        State.NOT_MET: _("not met"),
        State.UNKNOWN: _("not known"),
    }
    rows = tuple(
        (words_for(reason.code, reason.detail), states[reason.state]) for reason in decision.reasons
    )
    if not rows:
        return []
    sub = _("rule set %(rules)s, version %(version)s") % {
        "rules": decision.rule_set, "version": decision.version,
    }  # fmt: skip
    return [
        Part(_("Why"), level, sub=sub, columns=(_("What was looked at"), _("State")), rows=rows)
    ]


def signatures_of_review(review: LevelReview, zone: ZoneInfo) -> tuple[Signed, ...]:
    """Who decided."""
    if review.decided_by is None:
        return ()
    return (
        Signed(
            review.decided_by.name, "", _("decided for the team"), moment(review.decided_at, zone)
        ),
    )


def paper_of_plan_review(review: PlanReview, zone: ZoneInfo) -> Paper:
    """The plan looked at together on its day, or why this level of care goes on."""
    is_stay = review.kind == PlanReview.Kind.CONTINUED_STAY
    states = tuple(
        (number, str(OBJECTIVE_STATES.get(state, state)))
        for number, state in sorted(review.objective_states.items())
    )
    parts = [Part(_("Summary"), text=review.summary)]
    if review.stay_words:
        parts.append(Part(_("Why this level goes on"), text=review.stay_words))
    if states:
        columns = (_("No."), _("Where the objective stood"))
        parts.append(Part(_("Objectives"), columns=columns, rows=states))
    said = tuple((words_for(line.get("code", ""), line.get("detail")),) for line in review.record)
    if said:
        parts.append(
            Part(_("What the record said that day"), columns=(_("From the record"),), rows=said)
        )
    signed = Signed(
        review.by.name, review.credential, _("reviewed with the client"),
        moment(review.at, zone), review.content_hash[:16],
    )  # fmt: skip
    title = _("Continued stay") if is_stay else _("Plan review")
    return Paper(title, facts_of_plan_review(review, zone), tuple(parts), (signed,))


def facts_of_plan_review(review: PlanReview, zone: ZoneInfo) -> Facts:
    """The review of a plan in short."""
    return [
        (_("Plan"), _("Plan %(number)s") % {"number": review.plan.number}),
        (_("Reviewed"), moment(review.at, zone)),
        (_("The client's view"), review.client_view),
        (_("Next review by"), day(review.next_due_on)),
        (_("Said again by"), day(review.stay_next_due_on)),
    ]
