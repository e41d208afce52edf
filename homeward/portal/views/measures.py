"""The client answers a short form on a phone: each answer is kept as it is given."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.core.submissions import answer_once
from homeward.instruments import sitting
from homeward.instruments.forms import (
    QuestionnaireForm,
    answers_shown,
    initial_of,
    items_in,
    parameters_in,
)
from homeward.instruments.models import Way
from homeward.instruments.rules.instrument import Instrument
from homeward.instruments.rules.sitting import standing_of
from homeward.kernel.records import RecordClass
from homeward.portal.measures import (
    Danger,
    Forms,
    Question,
    forms_asked,
    may_answer,
    saved_words,
    sheet_of,
    wording_of,
)
from homeward.portal.own import Own

ASKS = Policy(
    RecordClass.ASSESSMENT,
    (("GET", Access.READ), ("POST", Access.WRITE)),
    kinds=(CLIENT,),
    once=False,
)
ITEM = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), kinds=(CLIENT,), once=False)
LATER, NEXT, BACK, ALL = "later", "next", "back", "look_list"
REFUSED = 422


@requires(RecordClass.ASSESSMENT, get=Access.READ, kinds=(CLIENT,))
def questions(request: HttpRequest) -> HttpResponse:
    """The forms that wait."""
    page = Forms.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/questions.html", {"page": page})


@guarded_by(ASKS)
def question(request: HttpRequest, instrument: str) -> HttpResponse:
    """One form, one question at a time unless all of them are wanted."""
    if request.method != "POST":
        own, definition = _asked(request, instrument)
        return _show(request, own, definition)
    answer = answer_once(request, _act, (instrument,), {})
    if answer.status_code == REFUSED:
        # What was said is kept although the form could not be handed in.
        _kept_or_none(request, *_asked(request, instrument))
    return answer


@guarded_by(ITEM)
def question_item(request: HttpRequest, instrument: str) -> HttpResponse:
    """Keep one answer, and show at once who answers where it asks for somebody."""
    own, definition = _asked(request, instrument)
    kept = _kept_or_none(request, own, definition)
    if kept is None:
        return JsonResponse({"pending": _("not saved: that is not one of the answers")}, status=422)
    danger = Danger.of(own, definition, kept.answers)
    return JsonResponse(
        {
            "saved": saved_words(kept.sitting),
            "asked": list(kept.standing.asked),
            "safety": render_to_string("portal/_danger.html", {"danger": danger}),
        }
    )


def _asked(request: HttpRequest, instrument: str) -> tuple[Own, Instrument]:
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    definition = wording_of(instrument, _language()) if may_answer(own, instrument) else None
    if definition is None:
        raise Http404
    return own, definition


def _language() -> str:
    return (get_language() or "en")[:2]


def _kept_or_none(request: HttpRequest, own: Own, definition: Instrument) -> sitting.Kept | None:
    try:
        return _keep(own, definition, items_in(request.POST, definition), request)
    except Refusal:
        return None


def _keep(
    own: Own, definition: Instrument, answers: Mapping[str, Any], request: HttpRequest
) -> sitting.Kept:
    return sitting.save_items(
        actor=own.actor,
        client_id=own.client.pk,
        instrument=definition.id,
        answers=answers,
        parameters=parameters_in(request.POST, definition),
        way=Way.PORTAL,
        language=_language(),
        now=clock.now(),
    )


def _act(request: HttpRequest, instrument: str) -> HttpResponse:
    own, definition = _asked(request, instrument)
    only = request.POST.get("item")
    only = only if only in definition.items else None
    form = QuestionnaireForm(request.POST, instrument=definition, only=only)
    if not form.is_valid():
        return _page(request, own, form)
    then = request.POST.get("then", "")
    try:
        if then in (NEXT, BACK, LATER, ALL):
            kept = _keep(own, definition, form.whole_sheet(), request)
            return _go_on(request, instrument, kept, only, then)
        if only is not None:
            form = _whole(request, own, form)
        if not form.cleaned_data["missing_is_right"] and form.name_missing():
            return _page(request, own, form)
        response = sitting.hand_in(
            actor=own.actor,
            client_id=own.client.pk,
            instrument=definition.id,
            answers=form.whole_sheet(),
            parameters=form.parameters(),
            way=Way.PORTAL,
            language=_language(),
            now=clock.now(),
        )
    except Refusal as refusal:
        form.add_error(None, [words_for(code) for code in refusal.codes])
        return _page(request, own, form)
    if response.safety:
        messages.success(
            request, _("Kept. Somebody from your team will talk with you about your answers.")
        )
        return redirect("portal:help")
    messages.success(request, _("Kept. Thank you. Your counselor reads it before you meet."))
    return redirect("portal:questions" if forms_asked(own) else "portal:today")


def _go_on(
    request: HttpRequest, instrument: str, kept: sitting.Kept, only: str | None, then: str
) -> HttpResponse:
    if then == LATER:
        messages.success(request, _("Kept. Go on whenever you can."))
        return redirect("portal:today")
    address = redirect("portal:question", instrument)
    if then == ALL:
        address["Location"] += "?look=list"
    elif only is not None:
        standing = kept.standing
        beside = standing.after(only) if then == NEXT else standing.before(only)
        address["Location"] += f"?item={beside or only}"
    return address


def _whole(request: HttpRequest, own: Own, form: QuestionnaireForm) -> QuestionnaireForm:
    """The whole form from the sheet and the last answer."""
    held = sheet_of(own, form.instrument.id)
    sent = request.POST.copy()
    for name, value in initial_of(form.instrument, held.sheet if held else {}).items():
        sent.setdefault(name, value)
    whole = QuestionnaireForm(sent, instrument=form.instrument)
    whole.is_valid()
    return whole


def _show(request: HttpRequest, own: Own, definition: Instrument) -> HttpResponse:
    held = sheet_of(own, definition.id)
    answers = held.sheet if held else {}
    standing = standing_of(definition, answers)
    only = None
    if request.GET.get("look") != "list":
        wanted = request.GET.get("item", "")
        only = wanted if wanted in standing.asked else standing.first_open()
    initial = initial_of(definition, answers, held.parameters if held else None)
    form = QuestionnaireForm(instrument=definition, only=only, initial=initial)
    return _page(request, own, form)


def _page(request: HttpRequest, own: Own, form: QuestionnaireForm) -> HttpResponse:
    held = sheet_of(own, form.instrument.id)
    answers = answers_shown(form, held.sheet if held else {})
    page = Question.of(own, form, held, answers, _language())
    status = REFUSED if form.errors else 200
    return render(request, "portal/question.html", {"page": page}, status=status)
