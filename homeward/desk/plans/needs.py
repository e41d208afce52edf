"""What the assessment found, as a problem of the plan may be tied to it: rating, answer, score."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from homeward.assessments.library import edition
from homeward.assessments.models import Answer
from homeward.assessments.rules.telling import brief_of
from homeward.assessments.told import opened
from homeward.core.actors import Actor
from homeward.desk.admissions.dimensions import NAMES
from homeward.instruments.library import instrument
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose

# Answers that name a need; others describe.
ASKED = (
    "use.craving", "use.consequences", "triggers", "barriers", "goals", "preferences",
    "medical.conditions", "mind.conditions", "trauma.exposed", "supports.sober",
    "home.situation", "home.safety", "work.employment", "money.income", "legal.status",
    "readiness.importance", "readiness.confidence", "strengths",
)  # fmt: skip
TOTAL = "total"
MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class Need:
    """One finding: a key for the form, the evidence it is, and what it said."""

    kind: str
    ref: str
    words: str

    @property
    def key(self) -> str:
        return f"{self.kind}|{self.ref}"


def needs_of(actor: Actor, episode: Any) -> tuple[Need, ...]:
    """Ratings first, the highest at the top; then scores and answers."""
    return (
        *_ratings(episode.placement),
        *_scores(actor, episode.client),
        *_answers(actor, episode.client_id),
    )


def _ratings(placement: Any) -> Iterator[Need]:
    names = NAMES[placement.edition]
    rated = sorted(placement.ratings.items(), key=lambda each: (-each[1], each[0]))
    for number, rating in rated:
        if not rating or int(number) not in names:
            continue
        yield Need(
            "placement_rating",
            f"{placement.pk}:{number}",
            _("Dimension %(number)s, %(name)s: rated %(rating)s")
            % {"number": number, "name": names[int(number)], "rating": rating},
        )


def _scores(actor: Actor, client: Any) -> Iterator[Need]:
    for name, response in latest_responses(actor, client).items():
        total = response.scores.get(TOTAL, {}).get("value")
        if total:
            words = _("%(name)s: %(score)s") % {
                "name": instrument(name).title,
                "score": f"{total:g}",
            }
            yield Need("instrument_result", str(response.pk), words)


def _answers(actor: Actor, client_id: Any) -> Iterator[Need]:
    asked = {question.code: (domain, question) for domain in edition().domains
             for question in domain.questions if question.code in ASKED}  # fmt: skip
    rows = Answer.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, superseded_by=None, question__in=asked, assessment__isnull=False
    )
    for row in sorted(rows, key=lambda each: ASKED.index(each.question)):
        domain, question = asked[row.question]
        if said := brief_of(question, opened(row.value)[0]):
            ref = f"{row.assessment_id}:{domain.code}:{question.code}"
            yield Need("assessment_answer", ref, f"{question.words} {said}"[:MOST_WORDS])
