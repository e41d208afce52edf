"""Repairs: what no longer fits, what may be asked, and the alternatives that came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.forms.repairs import RecordsForm, RepairForm, TakeOverForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.changes import PersonChanges, change_words
from homeward.desk.week_plan.rule_words import broken_rules
from homeward.timetable.drafting.reading import changes_between
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading_schedule import schedule_of

STATES = {
    WeekQuestion.State.ASKED: (gettext_lazy("thinking"), "info"),
    WeekQuestion.State.ANSWERED: (gettext_lazy("answered"), "done"),
    WeekQuestion.State.FAILED: (gettext_lazy("no answer"), "urgent"),
    WeekQuestion.State.CANCELLED: (gettext_lazy("stopped"), "neutral"),
}
WAYS = {
    "keep_seats": gettext_lazy("Everyone keeps their times; some meet another face"),
    "free_short": gettext_lazy("Only those left short come at another time"),
    "free_groups": gettext_lazy("The groups it touches are planned anew"),
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
    form: RepairForm
    records: RecordsForm | None
    asked: tuple[QuestionLine, ...]
    own_url: str
    board_url: str
    is_thinking: bool


def repairs_page(ground: Ground, opened: Any, questions: Any, form: RepairForm) -> RepairsPage:
    """Gather the page; `questions` are those of the draft, newest first."""
    lines = tuple(_line(ground, each) for each in questions)
    broken = broken_rules(ground, opened.report.violations)
    return RepairsPage(
        broken=broken,
        form=form,
        records=RecordsForm(version=opened.head) if broken else None,
        asked=lines,
        own_url=reverse("desk:week_draft_repairs", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        is_thinking=any(each.state == WeekQuestion.State.ASKED for each in questions),
    )


def question_words(ground: Ground, question: Any) -> str:
    """What was asked, in words."""
    if question.kind == WeekQuestion.Kind.WHAT_IF:
        return _("Would it help %(name)s?") % {
            "name": ground.labels.names.client(question.question.get("client", ""))
        }
    events = question.question.get("events", [])
    if not events:
        return _("Mend what no longer fits")
    return "; ".join(_event(ground, each) for each in events)


def _event(ground: Ground, event: Mapping[str, Any]) -> str:
    names = ground.labels.names
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


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to mend it: who is moved, how many calls that takes, what stays unmet."""

    title: str
    moved: str
    unmet: str
    costs: str
    people: tuple[PersonChanges, ...]
    form: TakeOverForm | None
    is_least: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """The answer to one question, or that it is still being looked for."""

    title: str
    subline: str
    state: str
    is_thinking: bool
    is_failed: bool
    is_behind: bool
    is_what_if: bool
    verdict: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    own_url: str
    repairs_url: str
    board_url: str


def question_page(
    ground: Ground, question: Any, head: int, *, may_move: bool, taken: TakeOverForm | None = None
) -> QuestionPage:
    """From the least disturbance upward, as the engine ordered them."""
    is_what_if = question.kind == WeekQuestion.Kind.WHAT_IF
    alternatives = tuple(
        _alternative(ground, each, place, head if may_move else None)
        for place, each in enumerate(() if is_what_if else question.answers)
    )
    return QuestionPage(
        title=question_words(ground, question),
        subline=_("Tried out; nothing is changed by asking")
        if is_what_if
        else _("Ways to mend it, the least disturbing first"),
        state=question.state,
        is_thinking=question.state == WeekQuestion.State.ASKED,
        is_failed=question.state == WeekQuestion.State.FAILED,
        is_behind=question.head != head,
        is_what_if=is_what_if,
        verdict=_verdict(ground, question) if is_what_if else (),
        alternatives=alternatives,
        own_url=reverse("desk:week_draft_repair", args=[ground.draft_id, question.pk]),
        repairs_url=reverse("desk:week_draft_repairs", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
    )


def _verdict(ground: Ground, question: Any) -> tuple[str, ...]:
    """What would come of an offer: whether the need is met, and who else moves."""
    if not question.answers:
        return (_("What stood in the way is not there any more. Look at the board again."),)
    found = question.answers[0]
    names = ground.labels.names
    who = {"name": names.client(found["client"]), "service": names.service(found["service"])}
    if not found["placed"]:
        return (_("It would not help: %(name)s would still lack %(service)s.") % who,)
    moved, faces = len(found["moved"]), len(found["other_faces"])
    lines = [_("With this, all of %(service)s of %(name)s has a place.") % who]
    lines.append(
        ngettext("%(count)d other person moves: %(names)s.",
                 "%(count)d other people move: %(names)s.", moved)
        % {"count": moved, "names": ", ".join(names.client(each) for each in found["moved"])}
        if moved
        else _("Nobody else moves.")
    )  # fmt: skip
    if faces:
        lines.append(
            ngettext("%d person meets another face.", "%d people meet another face.", faces) % faces
        )
    lines.append(_("To have it so, change the record that stands in the way and plan again."))
    return tuple(lines)


def _alternative(
    ground: Ground, answer: Mapping[str, Any], place: int, head: int | None
) -> Alternative:
    schedule = schedule_of(answer["schedule"])
    was = promises(ground.instance, ground.schedule)
    lines = changes_between(was, promises(ground.instance, schedule))
    people = _people(ground, lines)
    report = check(ground.instance, schedule)
    calls = len(people)
    moved = (
        ngettext("%(count)d person sees a change, %(count)d call",
                 "%(count)d people see a change, %(count)d calls", calls) % {"count": calls}
        if calls
        else _("Nobody sees a change")
    )  # fmt: skip
    return Alternative(
        title=str(WAYS.get(answer.get("name", ""), answer.get("name") or _("Another way"))),
        moved=moved,
        unmet=ngettext(
            "%d session not placed", "%d sessions not placed", report.unplaced
        ) % report.unplaced
        if report.unplaced
        else _("everything placed"),
        costs=_("comfort %(points)s points") % {"points": f"{report.tiers.tier3:,}"},
        people=people,
        form=None if head is None else TakeOverForm(initial={"alternative": place}, version=head),
        is_least=place == 0,
    )  # fmt: skip


def _people(ground: Ground, lines: Any) -> tuple[PersonChanges, ...]:
    found: dict[str, list[Any]] = {}
    for line in lines:
        found.setdefault(line.client, []).append(line)
    named = [
        PersonChanges(
            ground.labels.names.client(client), "",
            tuple(change_words(ground, line) for line in own),
        )
        for client, own in found.items()
    ]  # fmt: skip
    return tuple(sorted(named, key=lambda each: each.name))


def take_over_words(ground: Ground, question: Any, answer: Mapping[str, Any]) -> str:
    """Why the week was taken over, kept with the move for everybody: no client is named there."""
    way = str(WAYS.get(answer.get("name", ""), answer.get("name", "")))
    is_about_one = question.kind == WeekQuestion.Kind.WHAT_IF
    asked = _("An offer for one client") if is_about_one else question_words(ground, question)
    return f"{asked} · {way}"[:200]
