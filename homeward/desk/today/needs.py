"""Who needs this person first: each line a true fact with its time and one next thing.

Every source is one query and answers with lines that carry their own urgency and due time; the
page sorts them. A role without the right to a source gets none of its lines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Need
from homeward.desk.clients.reach import chart_url, openable
from homeward.desk.conversations.running_late import running_late
from homeward.desk.conversations.to_answer import messages_to_answer
from homeward.desk.tasks.late import said_late
from homeward.desk.today.desks import (
    calls_due,
    danger_waits,
    kits_to_count,
    second_persons,
    to_collect,
    to_cosign,
    words_at_desk,
)
from homeward.desk.today.lines import Line, clock_words, face_of
from homeward.desk.today.slipping import signals_up, to_reach
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress.models import LevelReview
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask

MOST_SHOWN = 8
REVIEW_WINDOW = timedelta(weeks=2)
FOUND_WORDS = {
    DrugTest.Outcome.POSITIVE: gettext_lazy("tested positive"),
    DrugTest.Outcome.PRESUMPTIVE: gettext_lazy("presumptive positive, not confirmed"),
    DrugTest.Outcome.UNEXPECTED: gettext_lazy("a prescribed medicine was not found"),
}
URGENCY_TONES = {"now": "urgent", "same_day": "urgent", "next_contact": "attention"}


def needs_of(actor: Actor) -> tuple[Need, ...]:
    """The most urgent first; the same client may appear for two reasons."""
    sources = (
        _duties, to_reach, _tests_to_discuss, _ready_for_review, signals_up,
        messages_to_answer, running_late, words_at_desk, danger_waits, second_persons, calls_due,
        to_cosign, to_collect, kits_to_count,
    )  # fmt: skip
    lines = [line for source in sources for line in source(actor)]
    lines.sort(key=lambda line: (line.rank, line.due_at))
    shown = lines[:MOST_SHOWN]
    opens = openable(actor, (line.client_id for line in shown if line.client_id))
    return tuple(_opened(line, opens) for line in shown)


def _opened(line: Line, opens: frozenset[UUID]) -> Need:
    """The need, its face leading to the record where the reader may open it."""
    if line.client_id is None:
        return line.need
    return replace(line.need, face=replace(line.need.face, url=chart_url(line.client_id, opens)))


def _duties(actor: Actor) -> Iterator[Line]:
    if actor.worker_id is None or not may(actor.roles, RecordClass.SCHEDULE, Access.READ):
        return
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(
        owner_id=actor.worker_id, closed_at=None
    )
    for task in rows.select_related("client").order_by("due_at")[:MOST_SHOWN]:
        yield Line(
            0 if task.urgency in {"now", "same_day"} else 2,
            task.due_at,
            Need(
                face_of(task.client),
                str(kind_of(task.kind).words),
                " · ".join(
                    filter(
                        None,
                        (_("due %(when)s") % {"when": clock_words(task.due_at)}, said_late(task)),
                    )
                ),
                Act(_("Open"), reverse("desk:task", args=[task.pk]), "primary"),
                URGENCY_TONES.get(task.urgency, "neutral"),
            ),
            task.client_id,
        )


def _tests_to_discuss(actor: Actor) -> Iterator[Line]:
    if not may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE):
        return
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT).filter(
        state__in=(DrugTest.State.RESULTED, DrugTest.State.REVIEWED), episode__ended_at=None
    )
    found = rows.filter(outcome__in=list(FOUND_WORDS), resulted_at__isnull=False)
    for test in found.select_related("client").order_by("resulted_at"):
        yield Line(
            2,
            test.resulted_at,
            Need(
                face_of(test.client),
                str(FOUND_WORDS[test.outcome]),
                _("result in %(when)s · talk at the next contact")
                % {"when": clock_words(test.resulted_at)},
                Act(_("Discuss"), reverse("desk:drug_test", args=[test.pk])),
                "attention",
            ),
            test.client_id,
        )


def _ready_for_review(actor: Actor) -> Iterable[Line]:
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN):
        return
    words = {
        LevelReview.Outcome.STEP_DOWN: _("may be ready to step down"),
        LevelReview.Outcome.STEP_UP: _("may need more than this level"),
    }
    rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(
        outcome="",
        suggested__in=list(words),
        episode__ended_at=None,
        week_of__gt=clock.today() - REVIEW_WINDOW,
    )
    for review in rows.select_related("client").order_by("opened_at")[:MOST_SHOWN]:
        is_up = review.suggested == LevelReview.Outcome.STEP_UP
        yield Line(
            1 if is_up else 4,
            review.opened_at,
            Need(
                face_of(review.client),
                str(words[LevelReview.Outcome(review.suggested)]),
                _("level-of-care review of %(day)s") % {"day": date_format(review.week_of, "j M")},
                Act(_("Decide"), reverse("desk:review", args=[review.pk])),
                "attention" if is_up else "info",
            ),
            review.client_id,
        )
