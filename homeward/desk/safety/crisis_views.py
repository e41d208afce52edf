"""The crisis screens: begin with one press, one step at a time, go on where somebody stopped."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.clients.reach import short_name_for
from homeward.desk.medical.house import sites_of
from homeward.desk.refusing import say_no
from homeward.desk.safety.after import after_of, incident_words
from homeward.desk.safety.crisis_pages import (
    CrisisPage,
    RunPage,
    clients_to_choose,
    known_client,
    run_url,
)
from homeward.kernel.records import RecordClass
from homeward.safety import actions
from homeward.safety.reaching import run_for
from homeward.safety.words import refusal as refusal_words

ROOM = "desk/safety"


class WhoForm(ActionForm):
    """Whom it is about, and where."""

    client_id = forms.ChoiceField(label=gettext_lazy("A client"), required=False)
    words = forms.CharField(
        label=gettext_lazy("Or somebody else, in a few words"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A visitor, somebody unknown. It stays with the incident."),
    )
    place = forms.CharField(label=gettext_lazy("Where"), max_length=60, required=False)

    def __init__(self, *args: Any, clients: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["client_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose…")), *clients]


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def crisis(request: HttpRequest) -> HttpResponse:
    """Four buttons; one press begins. What goes on already stands above them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = sites_of(actor)
    if not sites:
        raise Http404
    said = request.POST if request.method == "POST" else request.GET
    client = known_client(actor, said.get("client", ""))
    asked = said.get("site", "")
    home = client.site_id if client else None
    site = next(
        (each for each in sites if asked == each.code or (not asked and each.pk == home)),
        sites[0],
    )
    if request.method == "POST":
        try:
            run = actions.start_crisis(
                actor=actor,
                code=request.POST.get("code", ""),
                site_id=site.pk,
                client_id=client.pk if client else None,
                now=clock.now(),
            )
        except Refusal as refusal:
            messages.error(request, " ".join(refusal_words(code) for code in refusal.codes))
        else:
            return redirect(run_url(run))
    page = CrisisPage.of(actor, site, sites, client, said.get("path", ""))
    status = 422 if request.method == "POST" else 200
    return render(request, f"{ROOM}/crisis.html", {"page": page}, status=status)


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def crisis_run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """The step that is asked now; an answer stamps it. An answer pressed before stays as it was."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        try:
            if request.POST.get("off"):
                actions.call_off(
                    actor=actor, run_id=run_id, outcome=request.POST["off"], now=clock.now()
                )
            else:
                actions.stamp_step(
                    actor=actor,
                    run_id=run_id,
                    step=request.POST.get("step", ""),
                    answer=request.POST.get("answer", ""),
                    now=clock.now(),
                )
        except StaleVersion:
            raise
        except Refusal as refusal:
            messages.warning(request, " ".join(refusal_words(code) for code in refusal.codes))
        return redirect("desk:crisis_run", run_id)
    run = run_for(actor, run_id, clock.now())
    page = RunPage.of(
        actor, run, clock.now(), after=after_of(actor, run), incident=incident_words(run)
    )
    name = "step" if page.step is not None else "ended"
    return render(request, f"{ROOM}/{name}.html", {"page": page})


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def crisis_who(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Whom it is about, said when there is a second for it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    run = run_for(actor, run_id, clock.now())
    people = clients_to_choose(actor, run.site)
    form = WhoForm(
        request.POST or None,
        clients=[(str(each.pk), short_name_for(actor, each)) for each in people],
        initial={
            "client_id": str(run.client_id or ""), "words": run.who_words, "place": run.place,
        },
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.name_who(
                actor=actor,
                run_id=run_id,
                client_id=UUID(data["client_id"]) if data["client_id"] else None,
                words=data["words"],
                place=data["place"],
                now=clock.now(),
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            say_no(form, refusal, {"nobody_named": "client_id"})
        else:
            messages.success(request, _("Written down."))
            return redirect("desk:crisis_run", run_id)
    facts = {"form": form, "run": run, "back": Act(_("Back to the steps"), run_url(run))}
    return render(request, f"{ROOM}/who.html", facts, status=422 if form.errors else 200)
