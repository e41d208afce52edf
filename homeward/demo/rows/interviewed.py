"""The pages of an assessment as the story tells one: what weighs, the count, the summary."""

from collections.abc import Mapping
from typing import Any

from homeward.assessments.library import edition
from homeward.assessments.rules.questions import LINES, MANY, NUMBER, ONE, TABLE, Question
from homeward.demo.story import events

# The first so many of the eleven criteria are the ones that were told.
CRITERIA = tuple(
    each.code
    for column in edition().questions["diagnosis.use"].columns
    if column.code == "criteria"
    for each in column.options
)
SUBSTANCES = frozenset(
    each.code
    for column in edition().questions["use.substances"].columns
    if column.code == "substance"
    for each in column.options
)
CALMEST = ("no", "none", "safe", "alert", "steady", "full_time", "wages")


def pages_told(
    event: events.AssessmentKept, substances: tuple[str, ...]
) -> dict[str, dict[str, Any]]:
    """Every page, by domain: what a signature needs, and what the story says of this person."""
    told = _told(event, [each for each in substances if each in SUBSTANCES])
    return {
        domain.code: {
            question.code: value
            for question in domain.questions
            if (value := _answer(question, told)) is not None
        }
        for domain in edition().domains
    }


def _told(event: events.AssessmentKept, substances: list[str]) -> dict[str, Any]:
    main = substances[0] if substances else "other"
    return {
        "use.substances": [{"substance": each} for each in substances] or [{"substance": main}],
        "use.last": event.started_at.date().isoformat(),
        "medical.allergies": "None known",
        "diagnosis.use": [
            {
                "substance": main, "prescribed": "no", "remission": "active",
                "criteria": list(CRITERIA[: event.criteria_met]),
            }
        ],
        "diagnosis.none": "stated",
        "availability": [{"days": list("0123456"), "starts": "08:00", "ends": "21:30"}],
        "summary.words": event.summary,
    }  # fmt: skip


def _answer(question: Question, told: Mapping[str, Any]) -> Any:
    """What the story tells; else what a signature needs, as somebody with nothing there."""
    if question.code in told or not question.required:
        return told.get(question.code)
    if question.kind in (ONE, MANY):
        codes = [each.code for each in question.options]
        chosen = next((each for each in CALMEST if each in codes), codes[0])
        return chosen if question.kind == ONE else [chosen]
    if question.kind == NUMBER:
        return 0
    return None if question.kind == TABLE else ["Nothing named"] if question.kind == LINES else "—"
