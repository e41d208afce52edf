"""Somebody comes back: what is known, what the rule says, and one button."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.aftercare import actions, words
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.aftercare.forms import RenewForm, ReturnForm
from homeward.desk.aftercare.way_back import WayBackPage, renewable
from homeward.desk.chart.frame import reach_client
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

ROOM = "desk/aftercare"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE, post_if=actions.may_bring_back)
def way_back(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Everything that is known of somebody who was here, and the decision with its reasons."""
    actor = _actor(request)
    client = reach_client(actor, client_id, Access.MINIMAL)
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode: Episode | None = (
        rows.filter(client_id=client_id)
        .select_related("client", "program", "phase", "site")
        .order_by("-admitted_at")
        .first()
    )
    if episode is None:
        raise Http404
    page = WayBackPage.of(actor, client, episode, clock.now())
    return answer_step(
        request,
        ReturnForm(request.POST or None, version=episode.version),
        template=f"{ROOM}/way_back.html",
        page={
            "page": page,
            "client": client,
            "renew": RenewForm(choices=page.renewable),
            "back": back_to(_("Back to the record"), reverse("desk:chart", args=[client_id])),
        },
        perform=lambda form: actions.return_client(
            actor=actor,
            client_id=client_id,
            words=form.cleaned_data["words"],
            last_use=form.cleaned_data["last_use"],
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("Welcome back. What is to do next stands below."),
        then=reverse("desk:way_back", args=[client_id]),
        refusal_words=words.refusal,
    )


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def renew(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Consents that ended are prepared again; each is read and signed afresh."""
    actor = _actor(request)
    client = reach_client(actor, client_id)
    here = reverse("desk:way_back", args=[client_id])
    if request.method != "POST":
        return redirect(here)
    return answer_step(
        request,
        RenewForm(request.POST, choices=renewable(actor, client, clock.now())),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Consents to renew"),
            "save": _("Prepare them"),
            "client": client,
            "back": back_to(_("Back"), here),
        },
        perform=lambda form: actions.renew_consents(
            actor=actor,
            client_id=client_id,
            consent_ids=[UUID(each) for each in form.cleaned_data["consents"]],
            now=clock.now(),
        ),
        done=_("They are prepared. Each waits to be read and signed."),
        then=reverse("desk:chart_consents", args=[client_id]),
        refusal_words=words.refusal,
    )
