"""The steps for somebody who came intoxicated, one at a time."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.take_safety_step import steps_of
from homeward.attendance.keeping_safe import REASON
from homeward.attendance.models import AttendanceMark
from homeward.attendance.safety_words import BY_CODE, STEPS, StepAsked
from homeward.core.actors import Actor
from homeward.desk.arrivals.forms import SafetyForm
from homeward.desk.arrivals.person import seat_of
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken."""

    title: str
    answer: str
    note: str
    by: str
    again_url: str


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """Everything the page prints."""

    mark_id: UUID
    title: str
    subline: str
    count: str
    asked: StepAsked | None
    form: SafetyForm | None
    taken: tuple[Taken, ...]


def safety_page(actor: Actor, seat_id: UUID, step: str = "", typed: Any = None) -> SafetyPage:
    """The step that is next, or the one asked for again; DoesNotExist where nobody came so."""
    seat = seat_of(actor, seat_id)
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT)
    mark = marks.get(seat_id=seat.pk, reason=REASON)
    here = reverse("desk:arrival_safety", args=[seat_id])
    wall = ZoneInfo(seat.session.site.time_zone)
    rows = steps_of(actor, mark.pk)
    done = {row.step for row in rows}
    is_over = "ending" in done
    following = next((each for each in STEPS if each.code not in done), None)
    asked = None if is_over else BY_CODE.get(step) or following
    return SafetyPage(
        mark_id=mark.pk,
        title=_("Keep %(name)s safe") % {"name": short_name_for(actor, seat.client)},
        subline=_("Not to the group today. Stay with them until this is done."),
        count=""
        if asked is None
        else _("step %(number)s of %(all)s")
        % {"number": STEPS.index(asked) + 1, "all": len(STEPS)},
        asked=asked,
        form=SafetyForm(typed, asked=asked) if asked else None,
        taken=tuple(
            Taken(
                title=str(BY_CODE[row.step].title),
                answer=str(getattr(BY_CODE[row.step].answer(row.answer), "words", row.answer)),
                note=row.note,
                by=f"{time_format(row.at.astimezone(wall), 'H:i')} · {row.by.name}",
                again_url="" if is_over else f"{here}?step={row.step}",
            )
            for row in rows
        ),
    )
