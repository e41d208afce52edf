"""A whole interview, page by page, for tests."""

from typing import Any

from homeward.assessments import actions
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment
from homeward.assessments.rules.questions import LINES, MANY, NUMBER, ONE, TABLE, Question
from homeward.core import clock
from homeward.testing.stage import Cast, Player

DISORDER = {
    "substance": "alcohol",
    "criteria": ["more_or_longer", "cannot_cut_down", "craving", "duties_missed", "tolerance",
                 "withdrawal"],
    "prescribed": "no",
    "remission": "active",
}  # fmt: skip
GIVEN: dict[str, Any] = {
    "use.substances": [{"substance": "alcohol", "route": "oral", "last_use": "yesterday, 10 pm"}],
    "use.last": "2026-11-23",
    "diagnosis.use": [DISORDER],
    "diagnosis.none": "stated",
    "strengths": ["Keeps a job", "Funny"],
    "triggers": ["Friday evenings"],
    "wellbeing": ["Swimming"],
    "availability": [{"days": ["0", "1", "3"], "starts": "17:30", "ends": "21:00"}],
    "obligations": [{"what": "Work", "days": ["0", "1"], "starts": "08:00", "ends": "16:30"}],
    "supports.people": [{"name": "Rosa", "relation": "sister", "sober": "yes"}],
    "summary.words": "Came by herself after two returns to use; a job and a sister carry her.",
}


def any_answer(question: Question) -> Any:
    """Something this question accepts."""
    if question.code in GIVEN:
        return GIVEN[question.code]
    if question.kind in (ONE, MANY):
        first = question.options[0].code
        return first if question.kind == ONE else [first]
    if question.kind == NUMBER:
        return 3
    if question.kind == LINES:
        return ["Something"]
    return None if question.kind == TABLE else "Something said"


def page(domain: str) -> dict[str, Any]:
    """Answers to everything a page must have, and to the lines above."""
    return {
        question.code: any_answer(question)
        for question in edition().domain(domain).questions
        if question.required or question.code in GIVEN
    }


def begin(cast: Cast, client: Any = None, by: Player | None = None) -> Assessment:
    """Dana begins Jo's assessment."""
    return actions.start_assessment(
        actor=(by or cast.dana).actor, client_id=(client or cast.jo).pk, now=clock.now()
    )


def keep(cast: Cast, assessment: Assessment, domain: str, **more: Any) -> Any:
    """One page, whole."""
    given = {
        "actor": cast.dana.actor, "answers": page(domain), "is_whole": True, "now": clock.now(),
        **more,
    }  # fmt: skip
    return actions.keep_page(assessment_id=assessment.pk, domain=domain, **given)


def finish(cast: Cast, client: Any = None) -> Assessment:
    """Every page, not signed."""
    assessment = begin(cast, client)
    for domain in edition().domains:
        keep(cast, assessment, domain.code)
    return assessment


def sign(cast: Cast, assessment: Assessment, by: Player | None = None) -> Assessment:
    """Dana signs."""
    now = clock.now()
    return actions.sign_assessment(
        actor=(by or cast.dana).actor, assessment_id=assessment.pk, authenticated_at=now, now=now
    )
