"""Asking for a seat: the groups that fit, the rule's answer, and why the others do not fit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.desk.schedule.ahead import group_when
from homeward.desk.schedule.forms import AskForm, BookForm, SeatForm
from homeward.kernel.reasons import Decision, Reason, State
from homeward.program.models import Room, SessionType
from homeward.staff.models import Worker
from homeward.timetable.actions import decide_seat
from homeward.timetable.actions.book_individual import ONE_BY_ONE
from homeward.timetable.choices import Choice, choices_for
from homeward.timetable.rules.seating import OFFER

NOT_FITTING = {
    "seat_is_free": gettext_lazy("full, %(taken)s of %(capacity)s"),
    "seat_same_site": gettext_lazy("another site"),
    "seat_same_track": gettext_lazy("another track"),
    "seat_same_phase": gettext_lazy("another phase"),
    "seat_client_is_free": gettext_lazy("clashes with %(names)s"),
    "seat_not_yet_held": gettext_lazy("already held"),
    "seat_placement_rule": gettext_lazy("a placement rule stands against it"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A seat that was asked for: the rule's answer, and the form where it offers one."""

    name: str
    decision: Decision
    is_offered: bool
    form: SeatForm


@dataclass(frozen=True, slots=True)
class NotFitting:
    """A group the rule would refuse today, and why in one line."""

    name: str
    why: str
    url: str


def seat_asked(
    actor: Actor,
    episode: Episode,
    client_id: UUID,
    asked: dict[str, str],
    today: date,
    now: datetime,
) -> tuple[AskForm, Asked | None, tuple[NotFitting, ...]]:
    """The question with the groups that fit, its answer, and the groups that do not fit."""
    choices = choices_for(episode, today)
    groups = [choice.group for choice in choices]
    labels = {str(group.pk): f"{group.name} · {group_when(group)}" for group in groups}
    wanted = asked.get("group", "")
    offered = [
        (str(choice.group.pk), labels[str(choice.group.pk)])
        for choice in choices
        if choice.fits or str(choice.group.pk) == wanted
    ]
    lists = {"groups": list(labels.items()), "offered": offered or [("", _("No group fits now"))]}
    rest = tuple(
        _not_fitting(choice, labels, client_id, today) for choice in choices if not choice.fits
    )
    if not wanted:
        return AskForm(initial={"from_day": today}, **lists), None, rest
    form = AskForm(asked, **lists)
    if not form.is_valid():
        return form, None, rest
    group = next(group for group in groups if str(group.pk) == form.cleaned_data["group"])
    from_day = form.cleaned_data["from_day"]
    decision = decide_seat(
        actor=actor, group=group, client_id=client_id, starts_on=from_day, now=now
    )
    seat_form = SeatForm(initial={"group": group.pk, "from_day": from_day})
    name = labels[str(group.pk)]
    return form, Asked(name, decision, decision.outcome == OFFER, seat_form), rest


def _not_fitting(
    choice: Choice, labels: dict[str, str], client_id: UUID, today: date
) -> NotFitting:
    unmet = [line for line in choice.decision.lines(State.NOT_MET) if line.code in NOT_FITTING]
    asked = urlencode({"group": choice.group.pk, "from_day": today.isoformat()})
    return NotFitting(
        name=labels[str(choice.group.pk)],
        why="; ".join(_in_short(line) for line in unmet),
        url=f"{reverse('desk:chart_schedule', args=[client_id])}?{asked}#answer",
    )


def _in_short(line: Reason) -> str:
    """Why not, in few words; a placement rule says nothing of whom it protects."""
    return str(NOT_FITTING[line.code]) % dict(line.detail)


def book_form(episode: Episode, today: date, typed: Any) -> BookForm:
    """The form for a session of one client, with the choices of its site and program."""
    types = SessionType.objects.filter(program_id=episode.program_id, kind__in=ONE_BY_ONE)
    workers = Worker.objects.filter(site_id=episode.site_id).order_by("name")
    rooms = Room.objects.filter(site_id=episode.site_id).order_by("name")
    return BookForm(
        typed,
        initial={"on": today},
        types=[(str(row.pk), row.name) for row in types.order_by("name")],
        workers=[(str(row.pk), row.name) for row in workers],
        rooms=[(str(row.pk), row.name) for row in rooms],
        auto_id="book_%s",
    )
