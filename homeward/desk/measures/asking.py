"""One questionnaire being asked on a screen: what is sent, kept, and answered."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.measures.pages.asking import Asking, Safety
from homeward.desk.refusing import say_no
from homeward.instruments import library, licensed, sitting
from homeward.instruments.forms import (
    QuestionnaireForm,
    initial_of,
    items_in,
    parameters_in,
)
from homeward.instruments.models import Sitting, Way
from homeward.instruments.queries import latest_response
from homeward.instruments.rules.instrument import Instrument
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

LIST, ONE = "list", "one"
LOOK = "questionnaire_look"
LATER, NEXT, BACK, HAND_IN = "later", "next", "back", "hand_in"
LOOKS = {"look_list": LIST, "look_one": ONE}


@dataclass(frozen=True, slots=True)
class Question:
    """Which questionnaire is asked of whom, by which door."""

    actor: Actor
    client: Client
    definition: Instrument
    route: str
    language: str

    @property
    def address(self) -> str:
        return reverse(self.route, args=[self.client.pk, self.definition.id])

    @property
    def item_address(self) -> str:
        return reverse(f"{self.route}_item", args=[self.client.pk, self.definition.id])

    def sheet(self) -> Sitting | None:
        """The sitting that waits to be gone on with."""
        return sitting.open_sitting(self.actor, self.client, self.definition.id, Way.STAFF)


def question_of(request: HttpRequest, client_id: UUID, instrument: str, route: str) -> Question:
    """Raises Http404 for a questionnaire this house has no words for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if instrument not in library.instrument_ids():
        raise Http404
    languages = licensed.languages_of(instrument)
    if not languages:
        raise Http404
    wanted = request.GET.get("language") or languages[0]
    definition = licensed.worded(instrument, wanted if wanted in languages else languages[0])
    if definition is None:
        raise Http404
    return Question(actor, client_of(actor, client_id), definition, route, wanted)


def ask(request: HttpRequest, client_id: UUID, instrument: str, route: str) -> HttpResponse:
    """Show the questionnaire, or act on what was sent: keep, go on, or hand in."""
    question = question_of(request, client_id, instrument, route)
    look = request.session.get(LOOK, LIST)
    if request.method == "POST":
        return _act(request, question, look)
    return _show(request, question, look, request.GET.get("item", ""))


def keep_items(request: HttpRequest, question: Question) -> HttpResponse:
    """Keep what one item says, and answer what holds now: saved when, what is asked, danger."""
    try:
        kept = _keep(request, question)
    except Refusal:
        return JsonResponse({"pending": _("not saved: that is not one of the answers")}, status=422)
    safety = Safety.of(question.actor, question.client, question.definition, kept.answers)
    return JsonResponse(
        {
            "saved": Asking.saved_words(kept.sitting),
            "asked": list(kept.standing.asked),
            "safety": render_to_string("desk/measures/_safety.html", {"safety": safety}),
        }
    )


def keep_refused(
    request: HttpRequest, client_id: UUID, instrument: str, route: str, way: str = Way.STAFF
) -> None:
    """What was sent with a form that could not be handed in is kept all the same."""
    try:
        _keep(request, question_of(request, client_id, instrument, route), way)
    except Refusal:
        return


def _keep(request: HttpRequest, question: Question, way: str = Way.STAFF) -> sitting.Kept:
    definition = question.definition
    return sitting.save_items(
        actor=question.actor,
        client_id=question.client.pk,
        instrument=definition.id,
        answers=items_in(request.POST, definition),
        parameters=parameters_in(request.POST, definition),
        way=way,
        language=question.language,
        now=clock.now(),
    )


def _act(request: HttpRequest, question: Question, look: str) -> HttpResponse:
    definition, then = question.definition, request.POST.get("then", HAND_IN)
    only = request.POST.get("item") if look == ONE else None
    only = only if only in definition.items else None
    form = QuestionnaireForm(request.POST, instrument=definition, only=only)
    if not form.is_valid():
        return _page(request, question, form, look if only else LIST)
    try:
        if then != HAND_IN:
            return _go_on(request, question, form, then)
        if only is not None:
            form = _whole(request, question, form)
        if not form.cleaned_data["missing_is_right"] and form.name_missing():
            return _page(request, question, form, LIST)
        response = sitting.hand_in(
            actor=question.actor,
            client_id=question.client.pk,
            instrument=definition.id,
            answers=form.whole_sheet(),
            parameters=form.parameters(),
            way=Way.STAFF,
            language=question.language,
            now=clock.now(),
        )
    except Refusal as refusal:
        say_no(form, refusal)
        return _page(request, question, form, LIST)
    return redirect("desk:response", response.pk)


def _go_on(
    request: HttpRequest, question: Question, form: QuestionnaireForm, then: str
) -> HttpResponse:
    """Keep, and show what comes next."""
    kept = sitting.save_items(
        actor=question.actor,
        client_id=question.client.pk,
        instrument=question.definition.id,
        answers=form.whole_sheet(),
        parameters=form.parameters(),
        way=Way.STAFF,
        language=question.language,
        now=clock.now(),
    )
    if then in LOOKS:
        request.session[LOOK] = LOOKS[then]
    elif then == LATER:
        messages.success(request, _("Saved. Go on whenever you can."))
    elif form.only:
        standing = kept.standing
        beside = standing.after(form.only) if then == NEXT else standing.before(form.only)
        return redirect(f"{question.address}?item={beside or form.only}")
    return redirect(question.address)


def _whole(request: HttpRequest, question: Question, form: QuestionnaireForm) -> QuestionnaireForm:
    """The whole form from the sheet and the last answer, where it was asked one by one."""
    held = question.sheet()
    known = initial_of(question.definition, held.sheet if held else {})
    sent = request.POST.copy()
    for name, value in known.items():
        sent.setdefault(name, value)
    whole = QuestionnaireForm(sent, instrument=question.definition)
    whole.is_valid()
    return whole


def _show(request: HttpRequest, question: Question, look: str, item: str) -> HttpResponse:
    held = question.sheet()
    answers = held.sheet if held else {}
    if held is None:
        latest = latest_response(question.actor, question.client, question.definition.id)
        answers = latest.answers if latest is not None and not latest.is_handed_in else {}
    only = None
    if look == ONE:
        only = Asking.item_to_ask(question.definition, answers, item)
    initial = initial_of(question.definition, answers, held.parameters if held else None)
    form = QuestionnaireForm(instrument=question.definition, only=only, initial=initial)
    return _page(request, question, form, look)


def _page(
    request: HttpRequest, question: Question, form: QuestionnaireForm, look: str
) -> HttpResponse:
    held = question.sheet()
    latest = latest_response(question.actor, question.client, question.definition.id)
    page = Asking.of(
        question.actor,
        question.client,
        form,
        held,
        latest,
        addresses=(question.address, question.item_address),
        look=look,
        back=way_back(question.actor, question.client),
    )
    status = 422 if form.errors else 200
    return render(request, "desk/measures/questionnaire.html", {"page": page}, status=status)


def address_of_sitting(actor: Actor, sitting_id: UUID) -> str:
    """Where a sitting that is still open is gone on with; raises Sitting.DoesNotExist."""
    row = Sitting.objects.for_actor(actor, Purpose.TREATMENT).get(pk=sitting_id, ended_at=None)
    if row.way == Way.PORTAL:
        return reverse("desk:chart_measures", args=[row.client_id])
    if row.instrument in library.NURSING and not may(
        actor.roles, RecordClass.ASSESSMENT, Access.WRITE
    ):
        return reverse("desk:nursing_scale", args=[row.client_id, row.instrument])
    return reverse("desk:questionnaire", args=[row.client_id, row.instrument])
