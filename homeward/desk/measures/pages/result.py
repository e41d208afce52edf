"""What the result of a questionnaire prints."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.measures.pages.course import Course
from homeward.desk.measures.pages.scores import (
    Finding,
    findings,
    short_title,
    taken_words,
)
from homeward.instruments.library import instrument
from homeward.instruments.licensed import worded
from homeward.instruments.models import Response
from homeward.instruments.rules.instrument import Instrument
from homeward.instruments.rules.schedule import Standing
from homeward.instruments.score_lines import ScoreLine, score_lines
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.progress.measuring import due_for
from homeward.tasks.queries import open_tasks_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One item and what was answered."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Result:
    """One finished or partial questionnaire as it was kept."""

    client: Client
    title: str
    subline: str
    scores: tuple[ScoreLine, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    attribution: str
    duties: tuple[Act, ...]
    asks: Act | None
    following: Act | None
    back: Act
    versions: str
    course: Course | None

    @classmethod
    def of(cls, actor: Actor, response: Response, back: Act) -> "Result":
        """The stored scores and findings in words; nothing is scored anew."""
        definition = worded(response.instrument) or instrument(response.instrument)
        tasks = [
            task
            for task in open_tasks_of(actor, response.client)
            if task.detail.get("response") == str(response.pk)
        ]
        asked = next((task.detail["asks"] for task in tasks if task.detail.get("asks")), "")
        return cls(
            client=response.client,
            title=definition.title,
            subline=taken_words(response),
            scores=tuple(score_lines(response)),
            findings=tuple(findings(response)),
            answers=tuple(
                Answer(item.text, _answer(definition, item.link_id, response.answers))
                for item in definition.items.values()
            ),
            attribution=str(definition.meta.get("attribution", "")),
            duties=tuple(
                Act(_("Record what was done"), reverse("desk:task", args=[task.pk]), "primary")
                for task in tasks
            ),
            asks=Act(
                _("Ask the %(name)s now") % {"name": short_title(asked)},
                reverse("desk:questionnaire", args=[response.client_id, asked]),
                "danger",
            )
            if asked
            else None,
            following=None if asked else following(actor, response),
            back=back,
            versions=_("%(title)s version %(version)s, scored by version %(scorer)s")
            % {
                "title": short_title(definition.id),
                "version": response.instrument_version,
                "scorer": response.scorer_version,
            },
            course=Course.of(actor, response.client, response.instrument),
        )


def following(actor: Actor, response: Response) -> Act | None:
    """The most pressing other questionnaire that is due for this client now, to be asked next."""
    client = response.client
    if not response.is_handed_in or not reaches(
        actor, client, RecordClass.ASSESSMENT, to=Access.WRITE
    ):
        return None
    today = clock.today(client.site.time_zone)
    for due in due_for(actor, client, today):
        if due.standing is not Standing.COMING and due.instrument != response.instrument:
            return Act(
                _("Next: %(name)s") % {"name": short_title(due.instrument)},
                reverse("desk:questionnaire", args=[client.pk, due.instrument]),
                "primary",
            )
    return None


def _answer(definition: Instrument, link_id: str, answers: dict[str, Any]) -> str:
    if link_id not in answers:
        return _("no answer")
    item, value = definition.items[link_id], answers[link_id]
    if item.is_number:
        return str(value)
    return next((each.display for each in item.options if each.ordinal == value), str(value))
