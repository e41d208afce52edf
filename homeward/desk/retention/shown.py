"""Signals in words: the facts with their days and sources, the next step, and where it leads."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Act, Moment
from homeward.core.forms import ActionForm
from homeward.core.reasons_words import words_for
from homeward.core.routes import policy_of
from homeward.kernel.reasons import decision_from_json
from homeward.retention import words
from homeward.retention.models import RiskSignal

Link = Callable[[UUID, str], str]


def _of_client(route: str) -> Link:
    return lambda client_id, ref: reverse(route, args=[client_id])


def _itself(route: str) -> Link:
    return lambda client_id, ref: reverse(route, args=[ref])


# Where each kind of fact can be read: the route that is asked for the right, and the address.
SOURCES: Mapping[str, tuple[str, Link]] = {
    "attendance": ("desk:chart_schedule", _of_client("desk:chart_schedule")),
    "outreach": ("desk:chart_signals", _of_client("desk:chart_signals")),
    "drug_test": ("desk:drug_test", _itself("desk:drug_test")),
    "check_in": ("desk:chart_measures", _of_client("desk:chart_measures")),
    "life_change": ("desk:chart_signals", _of_client("desk:chart_signals")),
    "residence": ("desk:chart_support", _of_client("desk:chart_support")),
    "work": ("desk:chart_support", _of_client("desk:chart_support")),
    "own_date": ("desk:chart_signals", _of_client("desk:chart_signals")),
    "coverage": ("desk:benefits", _of_client("desk:benefits")),
    "benefits": ("desk:benefits", _of_client("desk:benefits")),
    "episode_stage": ("desk:chart", _of_client("desk:chart")),
    "team": ("desk:chart", _of_client("desk:chart")),
}


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact: its day, what it is, and where it stands."""

    day: str
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class SignalShown:
    """One signal as its page and the lists print it."""

    signal_id: UUID
    code: str
    title: str
    why: str
    facts: tuple[FactShown, ...]
    next_step: str
    act: Act | None
    owner: str
    is_mine: bool
    due: str
    is_late: bool
    state: str
    tone: str
    raised: str
    url: str
    seen_form: ActionForm | None


def signal_shown(actor: Actor, row: RiskSignal, now: datetime, reach_url: str = "") -> SignalShown:
    """Everything in words. `reach_url` is where outreach to this client goes on, if it runs."""
    decision = decision_from_json(row.decision)
    reason = decision.reasons[0]
    state, tone = words.STATES[row.state]
    is_open = row.closed_at is None
    is_late = is_open and row.due_at < now
    due = _("was due %(when)s") if is_late else _("due %(when)s")
    return SignalShown(
        signal_id=row.pk,
        code=row.code,
        title=str(words.SIGNALS[row.code]),
        why=words_for(reason.code, reason.detail),
        facts=tuple(_facts(actor, row)),
        next_step=str(words.NEXT_STEPS[row.code]),
        act=next_act(actor, row, reach_url) if is_open else None,
        owner=row.owner.name,
        is_mine=row.owner_id == actor.worker_id,
        due=due % {"when": moment_words(row.due_at)} if is_open else "",
        is_late=is_late,
        state=str(state),
        tone=tone,
        raised=moment_words(row.raised_at),
        url=reverse("desk:signal", args=[row.pk]),
        seen_form=ActionForm(version=row.version) if row.state == RiskSignal.State.OPEN else None,
    )


def _facts(actor: Actor, row: RiskSignal) -> Iterator[FactShown]:
    for kind, on, source, ref, value in row.decision["extras"]["facts"]:
        yield FactShown(
            date_format(date.fromisoformat(on), "D j M"),
            str(words.FACTS[kind]) % {"value": value},
            source_url(actor, row.client_id, source, ref),
        )


def source_url(actor: Actor, client_id: UUID, source: str, ref: str) -> str:
    """Where a fact can be read, for who may go there; otherwise nothing."""
    if source not in SOURCES:
        return ""
    route, link = SOURCES[source]
    return link(client_id, ref) if policy_of(route).allows(actor, "GET") else ""


def next_act(actor: Actor, row: RiskSignal, reach_url: str) -> Act | None:
    """One press to the next human step."""
    label, route, args = _way_on(row, reach_url)
    about = str(words.SIGNALS[row.code])
    if reach_url and not route:
        return Act(label, reach_url, "primary", about)
    if not policy_of(route).allows(actor, "GET"):
        return None
    return Act(label, reverse(route, args=args), "primary", about)


def _way_on(row: RiskSignal, reach_url: str) -> tuple[str, str, list[Any]]:
    client = [row.client_id]
    if row.code in ("first_week_absence", "two_absences", "unreturned_calls"):
        if reach_url:
            return _("Call and record"), "", []
        return _("Look at the week"), "desk:chart_schedule", client
    if row.code in ("missed_test", "positive_after_negatives"):
        return _("Open the test"), "desk:drug_test", [row.trigger.partition(":")[2]]
    if row.code == "craving_rise":
        return _("See the check-ins"), "desk:chart_measures", client
    if row.code == "housing_or_job_loss":
        return _("Find help"), "desk:chart_support", client
    if row.code == "payer_lapse":
        return _("Look at the cover"), "desk:benefits", client
    if row.code in ("late_trend", "phase_change"):
        return _("Look at the week"), "desk:chart_schedule", client
    if row.code in ("holiday_ahead", "own_date_ahead"):
        return _("Book a talk"), "desk:appointment", client
    return _("Open the record"), "desk:chart", client


def moment_words(instant: datetime) -> str:
    """The hour alone today, with the day otherwise."""
    local = timezone.localtime(instant)
    is_today = clock.local_day(instant) == clock.today()
    return date_format(local, "H:i" if is_today else "D j M, H:i")


def steps_of(row: RiskSignal) -> tuple[Moment, ...]:
    """What was done about a signal, in order, by whom."""
    return tuple(
        Moment(
            moment_words(step.at),
            str(words.STEPS[step.step]),
            step.by.name if step.by else _("by the rules"),
            " · ".join(filter(None, (str(words.BECAUSE.get(step.reason, "")), step.note))),
        )
        for step in row.steps.all()
    )
