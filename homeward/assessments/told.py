"""What was told about a client before: carried answers, earlier assessments, questionnaires."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.assessments.facts_asked import SAME_AS
from homeward.assessments.models import Answer
from homeward.assessments.rules.filling import Told
from homeward.core.actors import Actor
from homeward.instruments.library import instrument
from homeward.instruments.models import Response
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

Origin = Answer.Origin

# What an answer of a questionnaire is called in the assessment's own list; the ordinal otherwise.
IN_OUR_LIST: dict[str, dict[Any, str]] = {
    # Ordinal 1 is worried or homeless alike: it stands beside the question and fills nothing.
    "home.situation": {0: "steady"},
    "trauma.exposed": {0: "no", 1: "yes"},
}


@dataclass(frozen=True, slots=True)
class CarriedFact:
    """One fact told outside the assessment.

    `value` is ready for JSON: a code of the question's list, a number, a text, a list of either.
    `words` say it as the place it was told says it, where its list is not the assessment's.
    """

    fact: str
    value: Any
    origin: str
    origin_ref: str
    answered_at: datetime
    by_id: UUID | None = None
    words: str = ""


def sealed(value: Any, words: str = "") -> str:
    """An answer as it is stored."""
    return json.dumps({"value": value, "words": words}, ensure_ascii=False, sort_keys=True)


def opened(stored: str) -> tuple[Any, str]:
    """A stored answer: its value and its words."""
    document = json.loads(stored)
    return document["value"], document.get("words", "")


def told_of(row: Answer) -> Told:
    """A stored answer as the rules read it."""
    value, words = opened(row.value)
    return Told(
        fact=row.question,
        value=value,
        origin=row.origin,
        at=row.answered_at,
        ref=str(row.assessment_id or row.origin_ref or ""),
        by=row.by.name if row.by else "",
        words=words,
    )


def current_answers(actor: Actor, client_id: UUID) -> list[Answer]:
    """The answers nothing has superseded, the newest first."""
    rows = Answer.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, superseded_by=None
    )
    return list(rows.select_related("by").order_by("-answered_at", "-created_at"))


def told_before(actor: Actor, client: Client, *, besides: UUID | None = None) -> list[Told]:
    """Everything told outside one assessment, which is left out as it shows itself.

    An answer that an assessment replaced is still told: the draft decides what stands now.
    """
    rows = Answer.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    if besides is not None:
        rows = rows.exclude(assessment_id=besides)
    found = [told_of(row) for row in rows.select_related("by").order_by("-answered_at", "pk")]
    return [*found, *_from_questionnaires(actor, client)]


def _from_questionnaires(actor: Actor, client: Client) -> Iterator[Told]:
    responses = latest_responses(actor, client)
    for (name, item), fact in SAME_AS.items():
        response = responses.get(name)
        if response is not None and item in response.answers:
            yield _told_there(response, item, fact)


def _told_there(response: Response, item: str, fact: str) -> Told:
    answer = response.answers[item]
    definition = instrument(response.instrument)
    option = next((each for each in definition.items[item].options if each.ordinal == answer), None)
    value = IN_OUR_LIST.get(fact, {}).get(answer, answer)
    return Told(
        fact=fact,
        value=value,
        origin=Origin.QUESTIONNAIRE,
        at=response.answered_at,
        ref=str(response.pk),
        by=response.taken_by.name if response.taken_by else "",
        words=f"{definition.title}: {option.display if option else answer}",
    )
