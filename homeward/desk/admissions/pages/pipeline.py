"""The list of everybody on the way in, those who must not wait first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions import queries
from homeward.admissions.models import Inquiry
from homeward.admissions.rules.priority import PriorityNumbers, Request, priority_of
from homeward.admissions.words import PRIORITIES, STATES
from homeward.core.actors import Actor
from homeward.core.components import Act, Tab
from homeward.desk.admissions.times import waited, when
from homeward.desk.words import initials_of
from homeward.kernel.reasons import Decision
from homeward.program.queries import numbers_for

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


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Everybody on the way in."""

    lines: tuple[Line, ...]
    ended: tuple[Line, ...]
    filters: tuple[Tab, ...]
    subline: str
    take: Act

    @classmethod
    def of(cls, actor: Actor, state: str, now: datetime) -> "Pipeline":
        """The inquiries an actor may see, of one state or of all."""
        rows = queries.pipeline(actor)
        numbers = numbers_by_program(rows, now)
        ordered = sorted(rows, key=lambda row: _urgency(row, numbers[row.program_id]))
        shown = [row for row in ordered if not state or row.state == state]
        return cls(
            lines=tuple(line_of(row, numbers[row.program_id], now) for row in shown),
            ended=tuple(line_of(row, PriorityNumbers(), now) for row in queries.lately_ended(actor))
            if not state
            else (),
            filters=tuple(_filters(rows, state)),
            subline=ngettext(
                "%d person on the way in, those who must not wait first",
                "%d people on the way in, those who must not wait first",
                len(rows),
            )
            % len(rows),
            take=Act(_("Take a call"), reverse("desk:admissions_inquiry"), "primary"),
        )


def numbers_by_program(rows: Iterable[Inquiry], now: datetime) -> dict[Any, PriorityNumbers]:
    """The legal time limits as each program states them."""
    found = {}
    for program_id in {row.program_id for row in rows}:
        numbers = numbers_for(program_id, now.date())
        found[program_id] = PriorityNumbers(
            interim_hours=int(numbers["interim_services_hours"]),
            injecting_days=int(numbers["injecting_admission_days"]),
        )
    return found


def decision_for(row: Inquiry, numbers: PriorityNumbers) -> Decision:
    """The priority of one inquiry, explained."""
    request = Request(
        first_request_at=row.first_request_at, is_pregnant=row.is_pregnant, injects=row.injects
    )
    return priority_of(request, numbers)


def _urgency(row: Inquiry, numbers: PriorityNumbers) -> tuple[Any, ...]:
    rank = decision_for(row, numbers).extras["rank"]
    return (
        row.suicidal != "danger_now",
        rank,
        row.withdrawal_risk != "severe",
        row.first_request_at,
    )


def line_of(row: Inquiry, numbers: PriorityNumbers, now: datetime) -> Line:
    """One inquiry as its row."""
    decision = decision_for(row, numbers)
    name = _name_of(row)
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
    )


def _name_of(row: Inquiry) -> str:
    """The record's name where the reader reaches the record, else the name given on the call."""
    client = row.client
    on_record = client.name if client and "name" not in client.get_deferred_fields() else ""
    return on_record or row.person_name or row.caller_name


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
