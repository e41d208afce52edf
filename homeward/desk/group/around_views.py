"""Beside the notes: observations, scribes, and a writer's own short forms."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.group import pages
from homeward.desk.group.forms import EndScribeForm, ObservationForm, ScribeForm
from homeward.desk.group.views import room_again
from homeward.kernel.records import RecordClass
from homeward.notes import words
from homeward.notes.actions.keep_abbreviation import (
    abbreviations_of,
    drop_abbreviation,
    keep_abbreviation,
)
from homeward.notes.actions.name_scribe import end_scribe, name_scribe, who_could_write
from homeward.notes.actions.observe import observe

FIELDS = {
    "short_form_unfit": "short", "too_many_short_forms": "short", "long_form_missing": "long",
    "nothing_observed": "observation", "not_a_scribe": "worker",
}  # fmt: skip


class ShortFormForm(ActionForm):
    """A short form and what it stands for."""

    short = forms.CharField(
        label=gettext_lazy("Short form"), max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("As you type it, followed by a space: rp"),
    )  # fmt: skip
    long = forms.CharField(
        label=gettext_lazy("Stands for"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


@dataclass(frozen=True, slots=True)
class ShortFormLine:
    """One of the reader's own."""

    short: str
    long: str
    url: str
    form: ActionForm


@requires(RecordClass.NOTES, post=Access.WRITE)
def observation(request: HttpRequest, session_id: UUID, client_id: UUID) -> HttpResponse:
    """Write down what was seen."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = ObservationForm(request.POST, auto_id="observed_%s")
    if form.is_valid():
        try:
            observe(
                actor=actor, session_id=session_id, client_id=client_id,
                body=form.cleaned_data["observation"], now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("Written down."))
            return redirect(f"{reverse('desk:group_room', args=[session_id])}?client={client_id}")
    return room_again(request, session, str(client_id), status=422, observation_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def scribe(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Name who writes for the leader."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    workers = [(each.pk, each.name) for each in who_could_write(session)]
    form = ScribeForm(request.POST, workers=workers, auto_id="scribe_%s")
    if form.is_valid():
        try:
            name_scribe(
                actor=actor, session_id=session_id, worker_id=UUID(form.cleaned_data["worker"]),
                now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("They write for you in this session. You read and sign."))
            return redirect("desk:group_room", session_id)
    return room_again(request, session, "", status=422, scribe_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def scribe_end(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Nobody writes for the leader from now on."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = EndScribeForm(request.POST)
    if form.is_valid():
        end_scribe(
            actor=actor, session_id=session_id, worker_id=form.cleaned_data["worker"],
            now=clock.now(),
        )  # fmt: skip
        messages.success(request, _("They write here no longer."))
        return redirect("desk:group_room", session_id)
    return room_again(request, session, "", status=422, scribe_form=None)


@requires(RecordClass.NOTES, get=Access.WRITE, post=Access.WRITE)
def short_forms(request: HttpRequest) -> HttpResponse:
    """The reader's own short forms, and one more."""
    form = ShortFormForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keep_abbreviation(
                actor=request.actor,  # type: ignore[attr-defined]
                short=form.cleaned_data["short"],
                long=form.cleaned_data["long"],
                now=clock.now(),
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("Kept. Type it and a space in any note."))
            return redirect("desk:short_forms")
    return _short_forms(request, form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def short_form_drop(request: HttpRequest, short_form_id: UUID) -> HttpResponse:
    """Forget one."""
    drop_abbreviation(
        actor=request.actor,  # type: ignore[attr-defined]
        abbreviation_id=short_form_id,
        now=clock.now(),
    )
    messages.success(request, _("Dropped."))
    return redirect("desk:short_forms")


def _short_forms(request: HttpRequest, form: ShortFormForm) -> HttpResponse:
    lines = [
        ShortFormLine(
            row.short,
            str(row.long),
            reverse("desk:short_form_drop", args=[row.pk]),
            ActionForm(auto_id=f"drop_{row.pk}_%s"),
        )
        for row in abbreviations_of(request.actor)  # type: ignore[attr-defined]
    ]
    context = {"form": form, "lines": lines}
    status = 422 if form.errors else 200
    return render(request, "desk/group/short_forms.html", context, status=status)


def _say(form: Any, refusal: Refusal) -> None:
    for code in refusal.codes:
        field = FIELDS.get(code)
        form.add_error(field if field in form.fields else None, words.refusal(code))
