"""Alumni: who they are, their meetings, joining and leaving."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.aftercare import actions, words
from homeward.aftercare.actions.alumni import membership_of, paper_for
from homeward.aftercare.queries import alumni_of, events_ahead
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.aftercare.forms import AlumniForm, EventForm
from homeward.desk.chart.frame import reach_client
from homeward.desk.medical.house import sites_of
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

ROOM = "desk/aftercare"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE)
def alumni(request: HttpRequest) -> HttpResponse:
    """The alumni in reach and their meetings; a new one is told to each of them in plain words."""
    actor = _actor(request)
    sites = sites_of(actor)
    zones = {str(site.pk): ZoneInfo(site.time_zone) for site in sites}
    return answer_step(
        request,
        EventForm(request.POST or None, sites=sites),
        template=f"{ROOM}/alumni.html",
        page={
            "members": [
                Fact(row.client.short_name, date_format(timezone.localtime(row.signed_at), "j F Y"))
                for row in alumni_of(actor)
            ],
            "events": [
                Fact(
                    date_format(row.starts_at.astimezone(zones[str(row.site_id)]), "D j M, H:i"),
                    f"{row.title} · {row.place} · {row.site.name}",
                )
                for row in events_ahead([site.pk for site in sites], clock.now())
            ],
            "back": back_to(_("After care"), reverse("desk:aftercare")),
        },
        perform=lambda form: actions.plan_alumni_event(
            actor=actor,
            site_id=UUID(form.cleaned_data["site"]),
            title=form.cleaned_data["title"],
            place=form.cleaned_data["place"],
            starts_at=form.cleaned_data["starts_at"].replace(
                tzinfo=zones[form.cleaned_data["site"]]
            ),
            now=clock.now(),
        ),
        done=_("Planned. Each of them hears that there is something to see."),
        then=reverse("desk:alumni"),
        refusal_words=words.refusal,
    )


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def membership(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The paper read and signed at a desk, or the way out, at once."""
    actor = _actor(request)
    client = reach_client(actor, client_id)
    if not reaches(actor, client, RecordClass.MESSAGES, to=Access.WRITE):
        raise Client.DoesNotExist
    # A paper that was read before somebody else took it in ends nothing: it is refused as it is.
    is_in = membership_of(client.pk) is not None and "signer_name" not in request.POST
    now = clock.now()
    form = (
        ActionForm(request.POST or None)
        if is_in
        else AlumniForm(request.POST or None, request=request, now=now)
    )
    return answer_step(
        request,
        form,
        template=f"{ROOM}/membership.html",
        page={
            "client": client,
            "is_in": is_in,
            "paper": "" if is_in else paper_for(client),
            "back": back_to(_("After care"), reverse("desk:aftercare")),
        },
        perform=lambda form: actions.leave_alumni(
            actor=actor, client_id=client_id, now=now
        )
        if is_in
        else actions.join_alumni(
            actor=actor,
            client_id=client_id,
            signer_name=form.cleaned_data["signer_name"],
            now=now,
        ),
        done=_("They are out, at once.") if is_in else _("Signed; they are one of the alumni."),
        then=reverse("desk:aftercare"),
        refusal_words=words.refusal,
        fields={
            "already_alumni": "signer_name", "still_in_care": "signer_name",
            "contact_stopped": "signer_name",
        },
    )  # fmt: skip
