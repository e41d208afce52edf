"""Saying how a client is to be planned: terms, language, own counselor."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.chart.frame import chart_frame
from homeward.desk.schedule.own import LanguageForm, OwnForms, counselor_form
from homeward.desk.schedule.terms import TermsCard, TermsForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.actions import assign_team_member
from homeward.people.actions.say_language import say_language
from homeward.timetable import actions, words

FIELDS = {"telehealth_not_allowed": "mode", "not_before_admission": "starts_on"}
SAID = {
    "not_yours": gettext_lazy(
        "Only a supervisor, a director or the client's own counselor hands them over."
    ),
    "language_unknown": gettext_lazy("Choose one of the languages."),
}


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def terms(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """In person or not, which kind of group, from when; and what held before."""
    actor = request.actor  # type: ignore[attr-defined]
    episode = _episode(request, client_id)
    today = clock.today(episode.site.time_zone)
    card = TermsCard.of(actor, episode.client, today, clock.now())
    if request.method != "POST":
        return _shown(request, episode, None)
    version = card.now.version if card.now else None
    form = TermsForm(request.POST, version=version)
    return _done(
        request, episode, form,
        lambda: actions.say_terms(
            actor=actor, client_id=client_id, now=clock.now(),
            expected_version=form.expected_version, **form.told(),
        ),
        _("Kept. The next planned week reads it."),
    )  # fmt: skip


@requires(RecordClass.IDENTITY, post=Access.WRITE)
def language(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The language they are spoken to in."""
    episode = _episode(request, client_id)
    form = LanguageForm(request.POST, auto_id="language_%s")
    return _done(
        request, episode, form,
        lambda: say_language(
            actor=request.actor,  # type: ignore[attr-defined]
            client_id=client_id, language=form.cleaned_data["language"], now=clock.now(),
            expected_version=form.expected_version,
        ),
        _("Kept. Pages, notices and the planned week follow it."),
    )  # fmt: skip


@requires(RecordClass.IDENTITY, post=Access.READ)
def counselor(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Another own counselor; the former one leaves the team."""
    episode = _episode(request, client_id)
    form = counselor_form(episode.client, clock.now(), request.POST)
    return _done(
        request, episode, form,
        lambda: assign_team_member(
            actor=request.actor,  # type: ignore[attr-defined]
            client_id=client_id, worker_id=UUID(form.cleaned_data["worker"]),
            role=Role.COUNSELOR, is_primary=True, reason=form.cleaned_data["reason"],
            now=clock.now(),
        ),
        _("Handed over. One-to-ones are planned with the new counselor."),
    )  # fmt: skip


def _episode(request: HttpRequest, client_id: UUID) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT)
    episode = rows.select_related("client", "site").filter(client_id=client_id, ended_at=None)
    found: Any = episode.first()
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, episode: Any, form: Any, perform: Any, said: str) -> HttpResponse:
    if form.is_valid():
        try:
            perform()
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), SAID.get(code) or words.refusal(code))
        else:
            messages.success(request, said)
            return redirect("desk:chart_schedule", episode.client_id)
    return _shown(request, episode, form)


def _shown(request: HttpRequest, episode: Any, typed: Any) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    today, now = clock.today(episode.site.time_zone), clock.now()
    card = TermsCard.of(actor, episode.client, today, now)
    version = card.now.version if card.now else None
    fresh = TermsForm(initial=TermsForm.known(card.now, today), version=version)
    context = {
        "frame": chart_frame(request, episode.client_id, tab="desk:chart_schedule"),
        "terms_form": typed if isinstance(typed, TermsForm) else fresh,
        "own": OwnForms.of(actor, episode.client, now, typed),
        "form": typed,
        "card": card,
    }
    status = 422 if typed is not None else 200
    return render(request, "desk/schedule/terms.html", context, status=status)
