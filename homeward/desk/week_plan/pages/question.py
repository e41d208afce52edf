"""The answer to one question: the ways from the least disturbance upward, or what would come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.desk.week_plan.forms.repairs import TakeOverForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.changes import PersonChanges, change_words
from homeward.desk.week_plan.pages.idle import Idle, idle_of, is_idle
from homeward.desk.week_plan.pages.impossible import impossible_words
from homeward.desk.week_plan.pages.near import Near, near_of
from homeward.desk.week_plan.pages.offers import OfferKeeper, keeper_of, verdict
from homeward.desk.week_plan.pages.remedies import is_about_records, remedy_lines
from homeward.desk.week_plan.pages.repairs import question_words
from homeward.timetable.drafting.happening import after_happened, happened_in
from homeward.timetable.drafting.reading import changes_between
from homeward.timetable.publishing.rooms import RoomLine, joined, room_changes
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule

KEEPING, LOSING = "keep_seats", "keep_what_can"
WAYS = {
    LOSING: gettext_lazy("What cannot stay falls out or moves; all else keeps its time"),
    "fill": gettext_lazy("What is missing finds a place; nobody is moved"),
    KEEPING: gettext_lazy("Everyone keeps their times; some meet another face"),
    "make_up": gettext_lazy("What falls out is made up at other times; all else stays"),
    "free_short": gettext_lazy("Only those left short come at another time"),
    "free_groups": gettext_lazy("Some others trade places with those left short"),
    "others_too": gettext_lazy("What others lacked before finds a place, too"),
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to mend it: who is moved, how many calls that takes, what stays unmet and why."""

    title: str
    moved: str
    unmet: str
    costs: str
    people: tuple[PersonChanges, ...]
    impossible: tuple[str, ...]
    form: TakeOverForm | None
    is_least: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """The answer to one question, or that it is still being looked for."""

    title: str
    subline: str
    state: str
    is_thinking: bool
    so_far: str
    is_failed: bool
    is_behind: bool
    is_what_if: bool
    verdict: tuple[str, ...]
    remedy: str
    remedies: tuple[str, ...]
    people: tuple[PersonChanges, ...]
    keeper: OfferKeeper | None
    idle: Idle | None
    alternatives: tuple[Alternative, ...]
    near: Near | None
    own_url: str
    repairs_url: str
    board_url: str


def question_page(
    ground: Ground, opened: Any, question: Any, *, may_move: bool, may_hours: bool
) -> QuestionPage:
    """From the least disturbance upward, as the engine ordered them."""
    is_what_if = question.kind == WeekQuestion.Kind.WHAT_IF
    then = after_happened(ground.instance, ground.schedule, happened_in(question))
    head = opened.head if may_move else None
    answers = list(enumerate(() if is_what_if else question.answers))
    moving = [(place, each) for place, each in answers if not is_idle(ground, each)]
    alternatives = tuple(
        _alternative(ground, then, each, place, head, is_least=number == 0)
        for number, (place, each) in enumerate(moving)
    )
    is_thinking = question.state == WeekQuestion.State.ASKED
    others = None if is_thinking else len(moving)
    idle = next(
        (idle_of(ground, then, each, place, head, others) for place, each in answers
         if (place, each) not in moving), None,
    )  # fmt: skip
    remedy, remedies = "", tuple[str, ...]()
    if is_about_records(question) and question.state == WeekQuestion.State.ANSWERED:
        remedy, remedies = remedy_lines(ground, question)
    taken = question.answers[0] if is_what_if and question.answers else {}
    return QuestionPage(
        title=question_words(ground, question),
        subline=_("Tried out; nothing is changed by asking")
        if is_what_if
        else _("Everybody keeps what they have")
        if question.question.get("fill")
        else _("Ways to mend it, the least disturbing first"),
        state=question.state,
        is_thinking=is_thinking,
        so_far=_so_far(len(alternatives)),
        is_failed=question.state == WeekQuestion.State.FAILED,
        is_behind=question.head != opened.head,
        is_what_if=is_what_if,
        verdict=verdict(ground, question) if is_what_if else (),
        remedy=remedy,
        remedies=remedies,
        people=_people(ground, _lines(ground, then, taken)) if "schedule" in taken else (),
        keeper=keeper_of(question, head, may_hours=may_hours) if "schedule" in taken else None,
        idle=idle,
        alternatives=alternatives,
        near=near_of(ground, opened, question),
        own_url=reverse("desk:week_draft_repair", args=[ground.draft_id, question.pk]),
        repairs_url=reverse("desk:week_draft_repairs", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
    )


def _so_far(found: int) -> str:
    if not found:
        return _("Looking for ways that move as few people as possible. This takes some seconds.")
    return ngettext(
        "%d way so far. Others that place more are looked for.",
        "%d ways so far. Others that place more are looked for.", found,
    ) % found  # fmt: skip


def _alternative(
    ground: Ground,
    then: Instance,
    answer: Mapping[str, Any],
    place: int,
    head: int | None,
    *,
    is_least: bool,
) -> Alternative:
    schedule = schedule_of(answer["schedule"])
    lines, rooms = _lines(ground, then, answer), _rooms(ground, then, schedule)
    people = _people(ground, joined(lines, rooms))
    report = check(then, schedule)
    calls = len({line.client for line in lines})
    elsewhere = len({line.client for line in rooms})
    moved = (
        ngettext("%(count)d person sees a change, %(count)d call",
                 "%(count)d people see a change, %(count)d calls", calls) % {"count": calls}
        if calls
        else _("Everybody keeps their times and faces")
        if elsewhere
        else _("Nobody sees a change")
    )  # fmt: skip
    if elsewhere:
        words = ngettext("%d person in another room", "%d people in another room", elsewhere)
        moved = f"{moved} · {words % elsewhere}"
    return Alternative(
        title=_way(answer, lines),
        moved=moved,
        unmet=ngettext(
            "%d session not placed", "%d sessions not placed", report.unplaced
        ) % report.unplaced
        if report.unplaced
        else _("everything placed"),
        costs=_("comfort %(points)s points") % {"points": f"{report.tiers.tier3:,}"},
        people=people,
        impossible=impossible_words(ground, answer.get("impossible", ())),
        form=None if head is None else TakeOverForm(initial={"alternative": place}, version=head),
        is_least=is_least,
    )  # fmt: skip


def _lines(ground: Ground, then: Instance, answer: Mapping[str, Any]) -> list[Any]:
    was = promises(then, ground.schedule)
    return changes_between(was, promises(then, schedule_of(answer["schedule"])))


def _way(answer: Mapping[str, Any], lines: Iterable[Any]) -> str:
    """What a way does, in words; keeping everybody's times is only said where it is so."""
    name = answer.get("name", "")
    if name == KEEPING and any(
        line.was and (line.now is None or line.now[:3] != line.was[:3]) for line in lines
    ):
        name = LOSING
    return str(WAYS.get(name, name or _("Another way")))


def _rooms(ground: Ground, then: Instance, schedule: Schedule) -> list[RoomLine]:
    """Whose group keeps its hour and its leader and meets in another room."""
    return room_changes(replace(then, previous=ground.schedule), schedule, is_again=True)


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
    if question.kind == WeekQuestion.Kind.WHAT_IF:
        return _("An offer for one client")
    lines: list[Any] = []
    if answer.get("name") == KEEPING:
        then = after_happened(ground.instance, ground.schedule, happened_in(question))
        lines = _lines(ground, then, answer)
    way = _way(answer, lines)
    events = question.question.get("events", [])
    if any(each["kind"] in ("admit", "leave", "window_change") for each in events):
        return f"{_('What the records say now')} · {way}"[:200]
    return f"{question_words(ground, question)} · {way}"[:200]
