"""The client's newest interview as placement reads it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from homeward.assessments.library import edition
from homeward.assessments.models import Assessment, Draft
from homeward.assessments.rules.questions import Question
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.rules.told import ONE_SITTING, facts_told

# Which dimension of each edition an answer speaks to, by the question's theme.
DIMENSION_OF: dict[str, dict[str, int]] = {
    "3": {"withdrawal": 1, "body": 2, "mind": 3, "readiness": 4, "use": 5, "home": 6},
    "4": {"withdrawal": 1, "body": 2, "mind": 3, "use": 4, "home": 5, "readiness": 6, "person": 6},
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer of the interview with the question it answers."""

    question: Question
    value: Any


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers of one assessment, when it was last written in, and when each was kept."""

    assessment_id: UUID
    at: datetime
    answers: Mapping[str, Any]
    edition: str
    kept: Mapping[str, datetime]

    def facts(self, now: datetime) -> dict[str, Any]:
        """What it answers of the placement facts, as far as it still holds.

        An interview of several days is several sittings: what speaks of the hour counts from the
        day its own page was kept, not from the last page written.
        """
        since = now - ONE_SITTING
        today = {code: value for code, value in self.answers.items() if self.kept[code] > since}
        # Hours since a drink go on counting from the moment they were written down.
        written = "use.last_drink_hours" if "use.last_drink_hours" in today else ""
        at = self.kept.get(written, max((self.kept[code] for code in today), default=since))
        here = localtime(now)
        return facts_told(self.answers, since, here) | facts_told(today, at, here)

    def spoken_to(self, placement_edition: str, dimension: int) -> tuple[Spoken, ...]:
        """The answers that speak to a dimension; what is asked afresh first."""
        themes = DIMENSION_OF[placement_edition]
        found = [
            Spoken(question, self.answers[question.code])
            for question in edition(self.edition)
            if themes.get(question.theme) == dimension and question.code in self.answers
        ]
        order = {True: 0, False: 1}
        return tuple(
            sorted(
                found,
                key=lambda each: (
                    order[each.question.asked_afresh],
                    order[each.question.required],
                ),
            )
        )


def interview_of(actor: Actor, client: Client) -> Interview | None:
    """The newest assessment, open or signed; None before anything was answered."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    newest: Assessment | None = rows.order_by("-started_at").first()
    if newest is None:
        return None
    pages = list(Draft.objects.for_actor(actor, Purpose.TREATMENT).filter(assessment=newest))
    if not pages:
        return None
    answers: dict[str, Any] = {}
    kept: dict[str, datetime] = {}
    for page in pages:
        given = json.loads(page.body or "{}")
        answers |= given
        kept |= dict.fromkeys(given, page.saved_at)
    last = max(page.saved_at for page in pages)
    return Interview(newest.pk, last, answers, newest.edition, kept)
