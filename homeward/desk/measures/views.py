"""Asking a questionnaire, entering it from paper, printing it blank, and reading its result."""

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.core.submissions import answer_once
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.measures import asking
from homeward.desk.measures.forms import PaperForm
from homeward.desk.measures.pages.blank import Blank
from homeward.desk.measures.pages.paper import Paper
from homeward.desk.measures.pages.result import Result
from homeward.desk.refusing import say_no
from homeward.instruments import library, licensed, sitting
from homeward.instruments.models import Response, Way
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

# A form that is refused keeps its answers all the same, so the key is taken inside the view.
ASKS = Policy(RecordClass.ASSESSMENT, (("GET", Access.WRITE), ("POST", Access.WRITE)), once=False)
NURSING_ASKS = Policy(
    RecordClass.MEDICAL, (("GET", Access.WRITE), ("POST", Access.WRITE)), once=False
)
ITEM = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), once=False)
NURSING_ITEM = Policy(RecordClass.MEDICAL, (("POST", Access.WRITE),), once=False)
REFUSED = 422


@guarded_by(ASKS)
def questionnaire(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    """Any questionnaire with words, from its definition; what was answered is kept."""
    return _ask(request, client_id, instrument, "desk:questionnaire")


@guarded_by(NURSING_ASKS)
def nursing_scale(request: HttpRequest, client_id: UUID, scale: str) -> HttpResponse:
    """A withdrawal scale, taken by whoever writes the medical record; no other questionnaire."""
    if scale not in library.NURSING:
        raise Http404
    return _ask(request, client_id, scale, "desk:nursing_scale")


@guarded_by(ITEM)
def questionnaire_item(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    """One item, kept as it is answered."""
    question = asking.question_of(request, client_id, instrument, "desk:questionnaire")
    return asking.keep_items(request, question)


@guarded_by(NURSING_ITEM)
def nursing_scale_item(request: HttpRequest, client_id: UUID, scale: str) -> HttpResponse:
    """One item of a withdrawal scale, kept as it is answered."""
    if scale not in library.NURSING:
        raise Http404
    question = asking.question_of(request, client_id, scale, "desk:nursing_scale")
    return asking.keep_items(request, question)


def _ask(request: HttpRequest, client_id: UUID, instrument: str, route: str) -> HttpResponse:
    if request.method != "POST":
        return asking.ask(request, client_id, instrument, route)
    answer = answer_once(request, asking.ask, (client_id, instrument, route), {})
    if answer.status_code == REFUSED:
        asking.keep_refused(request, client_id, instrument, route)
    return answer


@guarded_by(ASKS)
def questionnaire_paper(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    """A form the client filled in on paper: when, and its answers, keyed twice if one likes."""
    if request.method != "POST":
        return _paper(request, client_id, instrument)
    answer = answer_once(request, _paper, (client_id, instrument), {})
    if answer.status_code == REFUSED:
        asking.keep_refused(request, client_id, instrument, "desk:questionnaire", Way.PAPER)
    return answer


def _paper(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    question = asking.question_of(request, client_id, instrument, "desk:questionnaire")
    zone = question.client.site.time_zone
    form = PaperForm(
        request.POST or None,
        instrument=question.definition,
        initial={"answered_on": clock.today(zone)},
    )
    if request.method == "POST" and form.is_valid() and not form.asks_again():
        on = datetime.combine(form.cleaned_data["answered_on"], time(12), ZoneInfo(zone))
        now = clock.now()
        try:
            response = sitting.hand_in(
                actor=question.actor,
                client_id=client_id,
                instrument=instrument,
                answers=form.whole_sheet(),
                second=form.second_answers(),
                parameters=form.parameters(),
                answered_at=min(on, now) if on.date() == clock.today(zone) else on,
                way=Way.PAPER,
                language=question.language,
                now=now,
            )
        except sitting.NotTheSame as differing:
            form.mark_differing(differing.codes)
        except Refusal as refusal:
            say_no(form, refusal, {"answered_in_future": "answered_on"})
        else:
            return redirect("desk:response", response.pk)
    page = Paper.of(question.client, form, way_back(question.actor, question.client))
    status = REFUSED if form.errors or form.is_second_round else 200
    return render(request, "desk/measures/paper.html", {"page": page}, status=status)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE)
def questionnaire_blank(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    """The blank form for a printer, in a language the house has its words in."""
    question = asking.question_of(request, client_id, instrument, "desk:questionnaire")
    page = Blank.of(
        question.client, question.definition, question.language, licensed.languages_of(instrument)
    )
    return render(request, "desk/measures/blank.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def response(request: HttpRequest, response_id: UUID) -> HttpResponse:
    """One questionnaire as it was kept, with its scores and what they ask for.

    While it is still being answered its address leads to the form.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT)
    row = rows.select_related("client__site", "taken_by").filter(pk=response_id).first()
    if row is None:
        return redirect(_still_asked(actor, response_id))
    client: Client = client_of(actor, row.client_id)
    page = Result.of(actor, row, way_back(actor, client))
    return render(request, "desk/measures/response.html", {"page": page})


def _still_asked(actor: Actor, sitting_id: UUID) -> str:
    """Where an open sitting is gone on with; raises Sitting.DoesNotExist out of reach."""
    return asking.address_of_sitting(actor, sitting_id)
