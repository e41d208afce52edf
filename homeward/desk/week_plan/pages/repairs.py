"""Repairs: what no longer fits, who came into care, what may be asked, what was asked before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core import clock
from homeward.desk.week_plan.forms.repairs import CareForm, RecordsForm, RepairForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.rule_words import broken_rules
from homeward.timetable.drafting.outdated import told_otherwise
from homeward.timetable.questions import WeekQuestion

STATES = {
    WeekQuestion.State.ASKED: (gettext_lazy("thinking"), "info"),
    WeekQuestion.State.ANSWERED: (gettext_lazy("answered"), "done"),
    WeekQuestion.State.FAILED: (gettext_lazy("no answer"), "urgent"),
    WeekQuestion.State.CANCELLED: (gettext_lazy("stopped"), "neutral"),
}


CARE = {
    "admit": gettext_lazy("%(name)s came into care"),
    "leave": gettext_lazy("%(name)s is not in care here any more"),
    "window_change": gettext_lazy("%(name)s can come at other hours now"),
}


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question that was asked about this plan."""

    words: str
    sub: str
    url: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class RepairsPage:
    """What may be asked."""

    broken: tuple[str, ...]
    care: tuple[str, ...]
    care_form: CareForm
    form: RepairForm
    records: RecordsForm | None
    asked: tuple[QuestionLine, ...]
    own_url: str
    board_url: str
    is_thinking: bool


def repairs_page(
    ground: Ground, opened: Any, questions: Any, form: RepairForm, care: Any = ()
) -> RepairsPage:
    """Gather the page; `questions` are those of the draft, newest first, `care` what the records
    say otherwise."""
    lines = tuple(_line(ground, each) for each in questions)
    ahead = opened.clock.ahead(clock.now())
    broken = broken_rules(ground, (*opened.broken, *told_otherwise(opened.report, ahead)))
    return RepairsPage(
        broken=broken,
        care=tuple(_event(ground, each) for each in care),
        care_form=CareForm(version=opened.head),
        form=form,
        records=RecordsForm(version=opened.head) if broken else None,
        asked=lines,
        own_url=reverse("desk:week_draft_repairs", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        is_thinking=any(each.state == WeekQuestion.State.ASKED for each in questions),
    )


def question_words(ground: Ground, question: Any) -> str:
    """What was asked, in words."""
    if question.kind == WeekQuestion.Kind.WHAT_IF and question.question.get("offer") is None:
        return _("What would give %(name)s a place?") % {
            "name": ground.labels.names.client(question.question.get("client", ""))
        }
    if question.kind == WeekQuestion.Kind.WHAT_IF:
        return _("Would it help %(name)s?") % {
            "name": ground.labels.names.client(question.question.get("client", ""))
        }
    events = question.question.get("events", [])
    if question.question.get("fill"):
        return _("Place what is missing")
    if not events:
        return _("Mend what no longer fits")
    return "; ".join(_event(ground, each) for each in events)


def _event(ground: Ground, event: Mapping[str, Any]) -> str:
    names = ground.labels.names
    if event["kind"] in CARE:
        id_ = event["client"]["id"] if event["kind"] == "admit" else event["client"]
        return str(CARE[event["kind"]]) % {"name": names.client(id_)}
    windows = event.get("windows", [])
    when = ", ".join(
        f"{ground.times.day(day)} {ground.times.between(start, ends)}"
        for day, start, ends in windows
    )
    if event["kind"] == "staff_away":
        return _("%(name)s is away, %(when)s") % {"name": names.staff(event["staff"]), "when": when}
    if event["kind"] == "room_closed":
        return _("%(room)s is closed, %(when)s") % {
            "room": names.room(event["room"]),
            "when": when,
        }
    return _("The house is closed, %(when)s") % {"when": when}


def _line(ground: Ground, question: Any) -> QuestionLine:
    words, tone = STATES[WeekQuestion.State(question.state)]
    found = len(question.answers)
    sub = date_format(localtime(question.at), "D H:i")
    if question.state == WeekQuestion.State.ANSWERED:
        sub += " · " + ngettext("%d way", "%d ways", found) % found
    return QuestionLine(
        question_words(ground, question), sub,
        reverse("desk:week_draft_repair", args=[ground.draft_id, question.pk]), str(words), tone,
    )  # fmt: skip
