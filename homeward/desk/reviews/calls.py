"""On the phone with a payer's reviewer: what they ask in their order, and what may be told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.words import OBLIGATIONS
from homeward.core import clock, evidence_links
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Moment
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.desk.clients.reach import name_for
from homeward.desk.reviews import links, pages  # noqa: F401 - links says where facts are read
from homeward.desk.reviews.forms import CallForm
from homeward.desk.steps import answer_step
from homeward.drugtests.words import MARKER_CAUTION
from homeward.drugtests.words import OUTCOMES as TEST_WORDS
from homeward.kernel.records import RecordClass
from homeward.placement.words import DIMENSIONS, RATINGS
from homeward.program.queries import numbers_for
from homeward.progress import actions, words, words_of_reviews
from homeward.progress.review_queries import at_wall, payer_calls_of
from homeward.progress.reviewer_call import (
    PACKET,
    SECTIONS,
    CallFact,
    Told,
    desk_episode,
    may_take_call,
    speaks_for_desk,
    what_may_be_told,
)
from homeward.progress.table import told_until

ROOM = "desk/reviews"
TITLES = {
    "dimensions": gettext_lazy("1 · Six dimensions"),
    "last_use": gettext_lazy("2 · Last use"),
    "tests": gettext_lazy("3 · Tests"),
    "attendance": gettext_lazy("4 · Attendance"),
    "why_less_fails": gettext_lazy("5 · Why less would not be enough"),
    "medicines": gettext_lazy("6 · Medicines"),
    "after": gettext_lazy("7 · Plan for discharge"),
}
NOTHING = gettext_lazy("Nothing on record.")


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact as it is said, and where it is read."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One question of the reviewer: what may be said, and why the rest may not."""

    code: str
    title: str
    facts: tuple[FactShown, ...]
    held_back: tuple[str, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """The whole screen."""

    name: str
    payer: str
    subline: str
    sections: tuple[SectionShown, ...]
    owed: tuple[str, ...]
    calls: tuple[Moment, ...]
    may_tell: bool
    is_packet: bool
    chart_url: str

    @classmethod
    def of(cls, actor: Actor, episode: Any, told: Told, now: datetime) -> "CallPage":
        """In words, in the reviewer's order."""
        zone = episode.site.time_zone
        day = (clock.today(zone) - episode.admitted_on).days + 1
        is_packet = speaks_for_desk(actor)
        owed = told.answer.obligations if told.answer and told.facts else ()
        return cls(
            name=name_for(actor, episode.client),
            payer=told.payer.name if told.payer else "",
            subline=_("Day %(day)s · level %(level)s · %(hours)g hours a week asked")
            % {"day": day, "level": episode.level_code,
               "hours": episode.phase.weekly_minutes / 60},
            sections=tuple(
                _section(code, told, is_linked=not is_packet)
                for code in (PACKET if is_packet else SECTIONS)
            ),
            owed=tuple(str(OBLIGATIONS[code]) for code in owed if code in OBLIGATIONS),
            calls=tuple(_calls(actor, episode, zone)),
            may_tell=bool(told.facts),
            is_packet=is_packet,
            chart_url=reverse("desk:chart", args=[episode.client_id]),
        )  # fmt: skip


def _section(code: str, told: Told, *, is_linked: bool) -> SectionShown:
    facts = tuple(
        FactShown(fact_words(each), _url(each) if is_linked else "") for each in told.of(code)
    )
    held = tuple(str(words_for(reason)) for reason in told.held_back.get(code, ()))
    nothing = "" if facts or held else str(NOTHING)
    return SectionShown(code, str(TITLES[code]), facts, held, nothing)


def fact_words(fact: CallFact) -> str:
    """One fact as a sentence that can be read out."""
    say = SAID.get(fact.code)
    return say(dict(fact.detail)) if say else str(words_for(fact.code, fact.detail))


def _dimension(told: dict[str, Any]) -> str:
    number = told["number"]
    name = DIMENSIONS.get(told["edition"], DIMENSIONS["3"]).get(number, "")
    return f"{number} · {name}: {told['rating']}, {str(RATINGS[told['rating']]).lower()}"


def _outcome(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"kind": str(TEST_WORDS.get(told["kind"], told["kind"])).lower()}


def _last_positive(told: dict[str, Any]) -> str:
    said = _("Last test with a finding: %(day)s, %(kind)s") % _outcome(told)
    return f"{said}. {MARKER_CAUTION}" if told.get("is_marker") else said


def _tests(told: dict[str, Any]) -> str:
    text = _(
        "%(all)s tests: %(negative)s negative, %(found)s found use, %(dilute)s negative "
        "but dilute, %(unreadable)s could not be read"
    )
    said = text % ({"dilute": 0, "unreadable": 0} | told)
    if told.get("unconfirmed"):
        said += "; " + _("not confirmed: %(unconfirmed)s") % told
    return said


def _decision(told: dict[str, Any]) -> str:
    told["outcome"] = words.OUTCOMES.get(told["outcome"], told["outcome"])
    return _("The team: %(outcome)s, level %(level)s. %(reason)s") % told


def _since(told: dict[str, Any]) -> str:
    told["what"] = words_of_reviews.TOLD.get(told["what"], told["what"])
    return _("%(what)s on %(day)s, after the last signed review") % told


def _appointment(told: dict[str, Any]) -> str:
    if told.get("confirmed_by"):
        return _("%(day)s with %(with)s, booked") % told
    return _("%(day)s with %(with)s, not confirmed there yet") % told


SAID: dict[str, Callable[[dict[str, Any]], str]] = {
    "call_dimension": _dimension,
    "call_last_positive": _last_positive,
    "call_overdose": lambda told: _("Overdose on %(day)s, as the team learned") % told,
    "call_told_use": lambda told: _("Told of use last on %(day)s") % told,
    "call_tests": _tests,
    "call_test": lambda told: _("%(day)s: %(kind)s") % _outcome(told),
    "call_attendance": lambda told: (
        _("Came to %(came)s of %(expected)s sessions; %(excused)s excused") % told
    ),
    "call_hours": lambda told: _("Hours by week: %(hours)s; %(required)s asked") % told,
    "call_decision": _decision,
    "call_since": _since,
    "call_medicine": lambda told: _("%(name)s, %(dose)s") % told,
    "call_criteria": lambda told: (
        _("Ready when: %(criteria)s About %(weeks)s weeks in all.") % told
    ),
    "call_appointment": _appointment,
}


def _url(fact: CallFact) -> str:
    return evidence_links.link_for(fact.evidence) if fact.evidence else ""


def _calls(actor: Actor, episode: Any, zone: str) -> Iterator[Moment]:
    """The calls so far; what others heard since the last signature waits for the next one."""
    until = told_until(actor, episode.client_id)
    for row in payer_calls_of(actor, episode):
        is_kept = until is not None and row.at > until and row.by_id != actor.worker_id
        yield _moment(row, zone, is_kept=is_kept)


def _moment(row: Any, zone: str, *, is_kept: bool) -> Moment:
    local = at_wall(row.at, zone)
    what = (
        words.refusal("not_signed_yet")
        if is_kept
        else (words_of_reviews.CALL_OUTCOMES[row.outcome])
    )
    detail = " · ".join(filter(None, (row.reviewer, row.reference)))
    return Moment(date_format(local, "j M H:i"), str(what), row.by.name, detail)


@requires(
    RecordClass.ASSESSMENT, get=Access.MINIMAL, post=Access.MINIMAL, get_if=may_take_call,
    post_if=actions.may_log_call, decides_sending=True,
)  # fmt: skip
def reviewer_call(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The screen for the call, and what came of it; the payers' desk sees the packet alone."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if speaks_for_desk(actor):
        episode, now = desk_episode(actor, client_id=client_id), clock.now()
    else:
        episode, now = pages.open_episode(actor, client_id), clock.now()
    today = clock.today(episode.site.time_zone)
    weeks = int(numbers_for(episode.program_id, today)["review_weeks"])
    told = what_may_be_told(actor, episode, now, weeks)
    spoken = [(code, TITLES[code]) for code in SECTIONS if told.of(code)]
    form = CallForm(request.POST or None, sections=spoken)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/call.html",
        page={
            "page": CallPage.of(actor, episode, told, now),
            "may_write": actions.may_log_call(actor),
        },
        perform=lambda form: actions.log_reviewer_call(
            actor=actor, episode_id=episode.pk, now=clock.now(), **_call(form.cleaned_data)
        ),
        done=_("The call is written down, and so is what was told."),
        then=reverse("desk:reviewer_call", args=[client_id]),
        refusal_words=words.refusal,
        fields={"units_missing": "units", "nothing_may_be_told": "told"},
    )


def _call(data: dict[str, Any]) -> dict[str, Any]:
    names = ("reviewer", "reference", "outcome", "identity_check", "told", "units", "starts_on",
             "last_on")  # fmt: skip
    return {name: data[name] for name in names}
