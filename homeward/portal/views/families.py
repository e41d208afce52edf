"""The pages of a relative: lessons, their own plan, nights, answers, telling the team, a session.

None says anything by what it leaves out: everything here is the account's own or the house's, and
the one page about somebody else shows what was released just before.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import FAMILY, Actor
from homeward.core.limits import count
from homeward.core.policies import open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.families import actions, words
from homeward.families.forms import TellForm, WhenForm
from homeward.kernel.records import RecordClass
from homeward.portal.families import (
    AnswersPage,
    LessonList,
    LessonPage,
    OwnPlanPage,
    Together,
    nights,
    release_together,
)
from homeward.portal.families_forms import AnswersForm, NightForm, OwnPlanForm, SessionForm
from homeward.released.models import Page
from homeward.released.queries import items_for

MOST_TOLD = 12  # an hour, of one account
OWN = {"kinds": (FAMILY,), "record_class": RecordClass.MESSAGES}
BOTH = ("GET", "POST")


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _said_no(form: Any, refusal: Refusal, fields: dict[str, str]) -> None:
    if isinstance(refusal, (NotAllowed, StaleVersion)):
        raise refusal
    for code in refusal.codes:
        name = fields.get(code)
        form.add_error(name if name in form.fields else None, words_for(code))


@open_to(**OWN)
def lessons(request: HttpRequest) -> HttpResponse:
    """Every lesson."""
    page = LessonList.of(_actor(request))
    return render(request, "portal/families_lessons.html", {"page": page})


@open_to(**OWN, methods=BOTH)
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    """One lesson; read, it is ticked for oneself."""
    actor = _actor(request)
    try:
        page = LessonPage.of(actor, lesson)
    except LookupError as missing:
        raise Http404 from missing
    if request.method == "POST":
        actions.mark_lesson_read(actor=actor, lesson=lesson, now=clock.now())
        return redirect(page.following.url if page.following else "portal:family_lessons")
    return render(request, "portal/families_lesson.html", {"page": page})


@open_to(**OWN, methods=BOTH)
def own_plan(request: HttpRequest) -> HttpResponse:
    """The plan for oneself: kept as typed, or torn up."""
    actor = _actor(request)
    form = OwnPlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("act") == "tear_up":
            actions.tear_up_own_plan(actor=actor, now=clock.now())
            messages.success(request, _("It is gone. Nothing of it is kept."))
        else:
            actions.keep_own_plan(
                actor=actor, parts=form.cleaned_data, now=clock.now(),
                expected_version=form.expected_version,
            )  # fmt: skip
            messages.success(request, _("Kept. Only you can read it."))
        return redirect("portal:family_plan")
    page = OwnPlanPage.of(actor, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/families_plan.html", {"page": page}, status=status)


@open_to(**OWN)
def family_nights(request: HttpRequest) -> HttpResponse:
    """The evenings ahead."""
    lines = nights(_actor(request), clock.now())
    return render(request, "portal/families_nights.html", {"nights": lines})


@open_to(**OWN, methods=("POST",))
def family_night(request: HttpRequest, night_id: UUID) -> HttpResponse:
    """I come, or I do not."""
    actor, form = _actor(request), NightForm(request.POST)
    if form.is_valid():
        is_coming = form.cleaned_data["answer"] == "yes"
        try:
            actions.answer_night(
                actor=actor, night_id=night_id, is_coming=is_coming,
                people=form.cleaned_data["people"] or 1, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            messages.error(request, words_for(refusal.codes[0]))
        else:
            told = _("We look forward to you.") if is_coming else _("Thank you for telling us.")
            messages.success(request, told)
        return redirect("portal:family_nights")
    messages.error(request, _("That was not kept. Choose again."))
    lines = nights(actor, clock.now())
    return render(request, "portal/families_nights.html", {"nights": lines}, status=422)


# Nothing is written, so nothing can be done twice; and no key would keep that somebody asked.
@open_to(**OWN, methods=BOTH, once=False)
def questions(request: HttpRequest) -> HttpResponse:
    """Ask what the program has published."""
    form = AnswersForm(request.POST if request.method == "POST" else None)
    facts = {"page": AnswersPage.of(form)}
    status = 422 if form.errors else 200
    return render(request, "portal/families_answers.html", facts, status=status)


@open_to(**OWN, methods=BOTH)
def tell(request: HttpRequest) -> HttpResponse:
    """Tell the team something: how soon first. Nothing ever comes back."""
    when = WhenForm(request.GET)
    chosen = when.cleaned_data["when"] if when.is_valid() else ""
    form = TellForm(request.POST or None, initial={"urgency": chosen})
    is_beyond = False
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        is_beyond = count(request, f"tell:{_actor(request).account_id}") > MOST_TOLD
    if is_beyond:  # what was typed stays on the page
        form.add_error(None, words_for("told_too_often"))
    elif request.method == "POST" and form.is_valid():
        try:
            actions.send_in(
                actor=_actor(request), urgency=data["urgency"], about=data["about"],
                words=data["words"], sender=data["sender"] or _actor(request).name,
                site_id=data.get("site_id") or None, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _said_no(form, refusal, {"told_words_missing": "words"})
        else:
            return redirect("portal:family_told")
    urgency = form["urgency"].value()
    facts = {
        "form": form if urgency in words.URGENCIES_ASKED else None,
        "urgency": urgency,
        "choices": words.URGENCIES_ASKED.items(),
    }
    status = 429 if is_beyond else 422 if form.errors else 200
    return render(request, "portal/families_tell.html", facts, status=status)


@open_to(**OWN)
def told(request: HttpRequest) -> HttpResponse:
    """The same words for everybody, whatever was told about whom."""
    return render(request, "portal/families_told.html")


def release_sessions(actor: Actor) -> None:
    """Which sessions this relative may be told of now."""
    release_together(actor, clock.now())


@open_to(**OWN, methods=BOTH, releases=release_sessions)
def together(request: HttpRequest) -> HttpResponse:
    """Sessions arranged with me, and a form to ask for one."""
    actor = _actor(request)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask_for_session(
            actor=actor, how=form.cleaned_data["how"], words=form.cleaned_data["words"],
            now=clock.now(),
        )  # fmt: skip
        messages.success(request, _("We have it. If it can be, you find the time here."))
        return redirect("portal:family_session")
    if form.errors:
        release_sessions(actor)
    told = items_for(actor, Page.TOGETHER, clock.now())
    page = Together.of(told, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/families_session.html", {"page": page}, status=status)
