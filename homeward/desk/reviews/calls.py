"""On the phone with a payer's reviewer: what they ask in their order, and what may be told."""

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
            calls=tuple(_moment(row, zone) for row in payer_calls_of(actor, episode)),
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
    told = dict(fact.detail)
    match fact.code:
        case "call_dimension":
            number = told["number"]
            name = DIMENSIONS.get(told["edition"], DIMENSIONS["3"]).get(number, "")
            return f"{number} · {name}: {told['rating']}, {str(RATINGS[told['rating']]).lower()}"
        case "call_last_positive":
            told["kind"] = str(TEST_WORDS.get(told["kind"], told["kind"])).lower()
            return _("Last test that found use: %(day)s, %(kind)s") % told
        case "call_told_use":
            return _("Told of use last on %(day)s") % told
        case "call_tests":
            text = _(
                "%(all)s tests: %(negative)s negative, %(found)s found use, %(dilute)s negative "
                "but dilute, %(unreadable)s could not be read"
            )
            return text % ({"dilute": 0, "unreadable": 0} | told)
        case "call_test":
            told["kind"] = str(TEST_WORDS.get(told["kind"], told["kind"])).lower()
            return _("%(day)s: %(kind)s") % told
        case "call_attendance":
            text = _("Came to %(came)s of %(expected)s sessions; %(excused)s excused")
            return text % told
        case "call_hours":
            return _("Hours by week: %(hours)s; %(required)s asked") % told
        case "call_decision":
            told["outcome"] = words.OUTCOMES.get(told["outcome"], told["outcome"])
            return _("The team: %(outcome)s, level %(level)s. %(reason)s") % told
        case "call_medicine":
            return _("%(name)s, %(dose)s") % told
        case "call_criteria":
            return _("Ready when: %(criteria)s About %(weeks)s weeks in all.") % told
        case "call_appointment":
            return _("%(day)s with %(with)s, booked") % told
    return str(words_for(fact.code, fact.detail))


def _url(fact: CallFact) -> str:
    return evidence_links.link_for(fact.evidence) if fact.evidence else ""


def _moment(row: Any, zone: str) -> Moment:
    local = at_wall(row.at, zone)
    what = words_of_reviews.CALL_OUTCOMES[row.outcome]
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
