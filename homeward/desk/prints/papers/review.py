"""Reviews as papers: the weekly one of the level of care, and the plan looked at together."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from homeward.core.reasons_words import words_for
from homeward.desk.prints.papers.composing import Facts, Paper, Part, Signed, day, lines, moment
from homeward.kernel.reasons import State, decision_from_json
from homeward.plans.models import PlanReview
from homeward.progress.models import LevelReview


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
        (_("Goes on at"), review.receiving_program),
        (_("First appointment there"), day(review.first_appointment_on)),
    ]


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
        (words_for(reason.code, reason.detail), states[reason.state])
        for reason in decision.reasons
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
    """The plan looked at together on its day."""
    return Paper(
        _("Plan review"),
        facts_of_plan_review(review, zone),
        (Part(_("Summary"), text=lines((review.summary, getattr(review, "stay_words", "")))),),
        (
            Signed(
                review.by.name,
                getattr(review, "credential", ""),
                _("reviewed with the client"),
                moment(review.at, zone),
                getattr(review, "content_hash", "")[:16],
            ),
        ),
    )


def facts_of_plan_review(review: PlanReview, zone: ZoneInfo) -> Facts:
    """The review of a plan in short."""
    return [
        (_("Plan"), _("Plan %(number)s") % {"number": review.plan.number}),
        (_("Reviewed"), moment(review.at, zone)),
        (_("The client's view"), review.client_view),
        (_("Next review by"), day(review.next_due_on)),
    ]
