"""One group or one talk of the draft, with every move that can be asked for it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.components import Fact
from homeward.desk.week_plan.forms.moves import (
    ChangeLeaderForm,
    ChangeRoomForm,
    CloseGroupForm,
    LeaveSeatForm,
    MoveForm,
    MoveMeetingForm,
    TakeSeatForm,
)
from homeward.desk.week_plan.forms.singles import DropSingleForm, MoveSingleForm, PlaceSingleForm
from homeward.desk.week_plan.ground import Ground
from homeward.timetable.solver.schedule import Group, Meeting, Single


@dataclass(frozen=True, slots=True)
class Asking:
    """A form that tries a move: nothing is changed by asking."""

    title: str
    form: MoveForm
    kind: str
    label: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class ThingPage:
    """What it is, who is in it, what can be changed."""

    title: str
    subline: str
    facts: tuple[Fact, ...]
    meetings: tuple[tuple[str, str, bool], ...]
    people: tuple[tuple[str, str], ...]
    people_words: str
    askings: tuple[Asking, ...]
    trial_url: str
    board_url: str
    may_move: bool


def group_page(
    ground: Ground, group: Group, asked: tuple[str, str], *, may_move: bool
) -> ThingPage:
    """One group; `asked` is the day and start of the meeting chosen on the board, if any."""
    service = ground.instance.services[group.service]
    chosen = next(
        (each for each in group.meetings if (str(each.day), str(each.start)) == asked),
        group.meetings[0] if group.meetings else None,
    )
    own = reverse("desk:week_draft_group", args=[ground.draft_id, group.id])
    begins: dict[str, Any] = {"group": group.id}
    askings = []
    if chosen and may_move:
        at = begins | {"day": chosen.day, "start": chosen.start}
        askings = [
            _asking(
                ground, MoveMeetingForm,
                at | {"to_day": str(chosen.day), "to_start": str(chosen.start)}, is_open=True,
            ),
            _asking(ground, ChangeLeaderForm, begins | {"staff": group.staff}),
            _asking(ground, TakeSeatForm, begins),
            _asking(ground, LeaveSeatForm, begins),
            _asking(ground, CloseGroupForm, begins),
        ]  # fmt: skip
        if group.mode == "in_person":
            askings.insert(1, _asking(ground, ChangeRoomForm, at | {"room": chosen.room}))
    people = group.people_at(chosen) if chosen else group.members
    count = len(people)
    return ThingPage(
        title=ground.labels.group(group),
        subline=ground.times.between(chosen.start, chosen.start + service.slots)
        + f" · {ground.times.long_day(chosen.day)}"
        if chosen
        else "",
        facts=(
            Fact(_("Leader"), _leader(ground, group, chosen)),
            Fact(_("Seats"), _("%(taken)s of %(all)s") % {"taken": count, "all": service.most}),
            Fact(_("Where"), ground.labels.place(chosen.room if chosen else "", group.mode)),
            *_this_week(ground, group, chosen),
        ),
        meetings=tuple(
            (_when(ground, each), f"{own}?day={each.day}&start={each.start}",
             each == chosen)
            for each in group.meetings
        ),
        people=_people(ground, people),
        people_words=ngettext("%d person", "%d people", count) % count,
        askings=tuple(askings),
        trial_url=reverse("desk:week_draft_trial", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        may_move=may_move,
    )  # fmt: skip


def _leader(ground: Ground, group: Group, chosen: Meeting | None) -> str:
    """Who leads the chosen meeting, and in whose place."""
    names = ground.labels.names
    if chosen is None or not chosen.stand_in:
        return str(names.staff(group.staff))
    said = {"name": names.staff(chosen.stand_in), "own": names.staff(group.staff)}
    return _("%(name)s stands in for %(own)s") % said


def _when(ground: Ground, meeting: Meeting) -> str:
    when = ground.when(meeting.day, meeting.start)
    if not meeting.stand_in:
        return when
    said = {"when": when, "name": ground.labels.names.staff(meeting.stand_in)}
    return _("%(when)s, %(name)s stands in") % said


def _this_week(ground: Ground, group: Group, chosen: Meeting | None) -> tuple[Fact, ...]:
    """What of a series is otherwise this week: days not held, and meetings that make up for one."""
    found = []
    if group.called_off:
        days = ", ".join(ground.times.long_day(day) for day in group.called_off)
        found.append(Fact(_("Called off this week"), days))
    if group.makes_up:
        found.append(Fact(_("This week only"), _("makes up for a meeting that was called off")))
    if chosen and chosen.guests:
        names = ", ".join(sorted(map(ground.labels.names.client, chosen.guests)))
        found.append(Fact(_("Guests, this time only"), names))
    return tuple(found)


def single_page(ground: Ground, single: Single, *, may_move: bool) -> ThingPage:
    """One talk that has its place."""
    service = ground.instance.services[single.service]
    begins = {
        "client": single.client, "service": single.service,
        "day": single.day, "start": single.start,
    }  # fmt: skip
    askings = (
        (
            _asking(
                ground, MoveSingleForm,
                begins | {"to_day": str(single.day), "to_start": str(single.start)}, is_open=True,
            ),
            _asking(ground, DropSingleForm, begins),
        )
        if may_move
        else ()
    )  # fmt: skip
    names = ground.labels.names
    return ThingPage(
        title=f"{names.service(single.service)} · {names.client(single.client)}",
        subline=ground.times.between(single.start, single.start + service.slots)
        + f" · {ground.times.long_day(single.day)}",
        facts=(
            Fact(_("With"), names.staff(single.staff)),
            Fact(_("Where"), ground.labels.place(single.room, single.mode)),
        ),
        meetings=(),
        people=_people(ground, (single.client,)),
        people_words="",
        askings=askings,
        trial_url=reverse("desk:week_draft_trial", args=[ground.draft_id]),
        board_url=reverse("desk:week_draft", args=[ground.draft_id]),
        may_move=may_move,
    )


def placing(ground: Ground, client: str, service: str) -> Asking:
    """The form that gives a talk its place."""
    found = ground.instance.clients.get(client)
    mode = "telehealth" if found and found.preferred_mode == "telehealth" else "in_person"
    return _asking(
        ground, PlaceSingleForm, {"client": client, "service": service, "mode": mode}, is_open=True
    )


def _people(ground: Ground, ids: Any) -> tuple[tuple[str, str], ...]:
    board = reverse("desk:week_draft", args=[ground.draft_id])
    named = [(ground.labels.names.client(id_), f"{board}?by=client&of={id_}") for id_ in ids]
    return tuple(sorted(named))


def _asking(
    ground: Ground, form: type[MoveForm], initial: dict[str, Any], *, is_open: bool = False
) -> Asking:
    prefix = f"{form.kind}_%s"
    return Asking(
        str(form.title), form(ground=ground, initial=initial, auto_id=prefix), form.kind,
        _("Try it"), is_open,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """The form of a new group."""

    asking: Asking
    trial_url: str
    board_url: str


def opening_page(ground: Ground, form: MoveForm) -> OpeningPage:
    """As the form begins."""
    return OpeningPage(
        Asking(str(form.title), form, form.kind, _("Try it"), is_open=True),
        reverse("desk:week_draft_trial", args=[ground.draft_id]),
        reverse("desk:week_draft", args=[ground.draft_id]),
    )
