"""The list of everybody on the way in, those who must not wait first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions import queries
from homeward.admissions.models import Inquiry
from homeward.admissions.prioritising import (
    interim_starts,
    priority_numbers,
    priority_with,
    urgency,
)
from homeward.admissions.rules.priority import PriorityNumbers
from homeward.admissions.words import PRIORITIES, STATES
from homeward.core.actors import Actor
from homeward.core.components import Act, Tab
from homeward.desk.admissions.naming import name_of
from homeward.desk.admissions.pages.due import DueLine, due_now, message_count
from homeward.desk.admissions.times import waited, when
from homeward.desk.words import initials_of
from homeward.kernel.reasons import Decision

STAGES = (
    "inquiry", "contacted", "screened", "benefits_verified", "assessment_scheduled", "assessed",
    "placed", "wait_listed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One inquiry: who, how long, what it waits for, and what must not wait."""

    name: str
    initials: str
    url: str
    number: str
    fact: str
    sub: str
    state: str
    tone: str
    priority: str
    decision: Decision
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Everybody on the way in."""

    lines: tuple[Line, ...]
    ended: tuple[Line, ...]
    filters: tuple[Tab, ...]
    subline: str
    take: Act
    due: tuple[DueLine, ...]
    messages: int
    places: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, state: str, now: datetime) -> "Pipeline":
        """The inquiries an actor may see, of one state or of all."""
        rows = queries.pipeline(actor)
        numbers = {each: priority_numbers(each, now) for each in {row.program_id for row in rows}}
        begun = interim_starts(rows)
        found = [
            (row, priority_with(row, numbers[row.program_id], begun.get(row.pk))) for row in rows
        ]
        found.sort(key=lambda each: urgency(*each))
        held = queries.held_clients([row.client_id for row in rows if row.client_id])
        usual = PriorityNumbers()
        return cls(
            lines=tuple(
                line_of(row, decision, now, held=row.client_id in held)
                for row, decision in found
                if not state or row.state == state
            ),
            ended=tuple(
                line_of(row, priority_with(row, usual), now) for row in queries.lately_ended(actor)
            )
            if not state
            else (),
            due=due_now(actor, now) if not state else (),
            messages=message_count(actor),
            places=tuple(_places(rows)),
            filters=tuple(_filters(rows, state)),
            subline=ngettext(
                "%d person on the way in, those who must not wait first",
                "%d people on the way in, those who must not wait first",
                len(rows),
            )
            % len(rows),
            take=Act(_("Take a call"), reverse("desk:admissions_inquiry"), "primary"),
        )


def _places(rows: list[Inquiry]) -> Iterable[Act]:
    waiting = sum(row.state == Inquiry.State.WAIT_LISTED for row in rows)
    words = _("Wait list (%(n)d)") % {"n": waiting} if waiting else _("Wait list")
    yield Act(words, reverse("desk:admissions_waitlist"))
    yield Act(_("Speed and losses"), reverse("desk:admissions_figures"))
    yield Act(_("Somebody asks about a person"), reverse("desk:admissions_callers"))


def line_of(row: Inquiry, decision: Decision, now: datetime, *, held: bool = False) -> Line:
    """One inquiry as its row."""
    name = name_of(row)
    fact = _("waiting %(time)s since the first call") % {"time": waited(row.first_request_at, now)}
    parts = [row.number, when(row.first_request_at)]
    if row.appointment_at and row.state == Inquiry.State.ASSESSMENT_SCHEDULED:
        parts.append(_("assessment %(when)s") % {"when": when(row.appointment_at)})
    parts += limits_of(decision)
    if row.suicidal == "danger_now":
        parts.append(_("in danger at the first call"))
    elif row.suicidal == "thoughts":
        parts.append(_("thoughts of suicide at the first call"))
    if row.withdrawal_risk == "severe":
        parts.append(_("severe withdrawal risk"))
    urgent = row.suicidal == "danger_now" or decision.outcome != "ordinary"
    return Line(
        name=name,
        initials=initials_of(name),
        url=reverse("desk:admissions_case", args=[row.pk]),
        number=row.number,
        fact=fact,
        sub=" · ".join(parts),
        state=str(STATES.get(row.state, row.state)),
        tone="urgent" if urgent else "attention" if row.state == "inquiry" else "neutral",
        priority="" if decision.outcome == "ordinary" else str(PRIORITIES[decision.outcome]),
        decision=decision,
        is_held=held,
    )


def limits_of(decision: Decision) -> list[str]:
    """The days the law sets for this group."""
    words = {
        "interim_by": _("interim services by %(when)s"),
        "admit_by": _("admitted by %(when)s"),
    }
    found = ((words[name], decision.extras.get(name)) for name in words)
    return [text % {"when": when(datetime.fromisoformat(at))} for text, at in found if at]


def _filters(rows: list[Inquiry], current: str) -> Iterable[Tab]:
    here = reverse("desk:admissions")
    yield Tab(_("All"), here, not current, len(rows))
    for state in STAGES:
        count = sum(row.state == state for row in rows)
        if count or state == current:
            yield Tab(str(STATES[state]), f"{here}?state={state}", state == current, count)
