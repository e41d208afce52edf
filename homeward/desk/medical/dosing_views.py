"""The hour of doses: what is due, one tap, what else became of it, and signatures."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.admissions.times import at_site
from homeward.desk.medical.forms.doses import CorrectionForm, DoseForm, TakenForm
from homeward.desk.medical.hour import HourPage
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.medications import actions, queries, words
from homeward.medications.queries import medicine as one_medicine
from homeward.medications.refusal_words import refusal as refusal_words
from homeward.medications.rights import is_nursing, watches_doses
from homeward.medications.rules.dosing import WATCHED_BY_HAND

ROOM = "desk/medical"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined, no-any-return]


@requires(RecordClass.MEDICAL, get=Access.MINIMAL, get_if=watches_doses)
def hour(request: HttpRequest) -> HttpResponse:
    """Who takes what here, by time; made for one hand."""
    page = HourPage.of(_actor(request), clock.now(), clock.today())
    return render(request, f"{ROOM}/hour.html", {"page": page})


@requires(RecordClass.MEDICAL, post=Access.MINIMAL, post_if=watches_doses)
def dose_taken(request: HttpRequest, medication_id: UUID) -> HttpResponse:
    """One tap: taken."""
    form = TakenForm(request.POST)

    def perform() -> None:
        due_at = form.due_at() if form.is_valid() else None
        actions.record_dose(
            actor=_actor(request), medication_id=medication_id, state="taken",
            due_at=due_at, now=clock.now(),
        )  # fmt: skip

    return _tapped(request, perform, _("Taken, written down."))


@requires(RecordClass.MEDICAL, post=Access.MINIMAL, post_if=watches_doses)
def dose_witness(request: HttpRequest, dose_entry_id: UUID) -> HttpResponse:
    """The second signature under a wasted dose, from one's own sign-in."""

    def perform() -> None:
        actions.witness_waste(actor=_actor(request), dose_id=dose_entry_id, now=clock.now())

    return _tapped(request, perform, _("Signed as the second person."))


def _tapped(request: HttpRequest, perform: Callable[[], None], done: str) -> HttpResponse:
    """One call from the hour's page; a no is said on it."""
    try:
        perform()
    except NotAllowed:
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            messages.error(request, refusal_words(code))
        page = HourPage.of(_actor(request), clock.now(), clock.today())
        return render(request, f"{ROOM}/hour.html", {"page": page}, status=422)
    messages.success(request, done)
    return redirect("desk:medical")


@requires(
    RecordClass.MEDICAL,
    get=Access.MINIMAL,
    post=Access.MINIMAL,
    get_if=watches_doses,
    post_if=watches_doses,
)
def dose(request: HttpRequest, medication_id: UUID) -> HttpResponse:
    """What else became of a dose: declined, held, missed, wasted."""
    actor = _actor(request)
    row = one_medicine(actor, medication_id, Access.MINIMAL)
    states = [code for code in words.DOSE_STATES if is_nursing(actor) or code in WATCHED_BY_HAND]
    form = DoseForm(
        request.POST or None, states=states, initial={"due": request.GET.get("due", "")}
    )
    return answer_step(
        request,
        form,
        template=f"{ROOM}/dose.html",
        page={
            "medicine": row,
            "due": _due_words(form["due"].value() or "", row.site.time_zone),
            "back": back_to(_("Back"), reverse("desk:medical")),
        },
        perform=lambda _sent: actions.record_dose(
            actor=actor,
            medication_id=medication_id,
            state=form.cleaned_data["state"],
            reason=form.cleaned_data["reason"],
            count_after=form.cleaned_data["count_after"],
            due_at=form.due_at(),
            now=clock.now(),
        ),
        done=_("Written down."),
        then=reverse("desk:medical"),
        refusal_words=refusal_words,
        fields={"dose_needs_reason": "reason", "dose_is_held": "state"},
    )


@requires(
    RecordClass.MEDICAL,
    get=Access.WRITE,
    post=Access.WRITE,
    get_if=is_nursing,
    post_if=is_nursing,
)
def dose_correction(request: HttpRequest, dose_entry_id: UUID) -> HttpResponse:
    """Another entry beside a wrong one."""
    actor = _actor(request)
    mark = queries.mark(actor, dose_entry_id)
    return answer_step(
        request,
        CorrectionForm(request.POST or None),
        template=f"{ROOM}/correction.html",
        page={"mark": mark, "was": words.said(words.DOSE_STATES, mark.state),
              "back": back_to(_("Back"), reverse("desk:medical"))},
        perform=lambda form: actions.correct_dose(
            actor=actor,
            dose_id=dose_entry_id,
            state=form.cleaned_data["state"],
            reason=form.cleaned_data["reason"],
            now=clock.now(),
        ),
        done=_("Corrected. The first entry stays, crossed out."),
        then=reverse("desk:medical"),
        refusal_words=refusal_words,
        fields={"dose_needs_reason": "reason"},
    )  # fmt: skip


def _due_words(typed: str, zone: str) -> str:
    """When the dose was due, on the site's clock; nothing for one taken as needed."""
    try:
        due = datetime.fromisoformat(typed)
    except ValueError:
        return ""
    return at_site(due, zone) if due.tzinfo else ""
