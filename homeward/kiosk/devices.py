"""The devices at the doors, for who sets them up; and making the one in hand another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance import actions
from homeward.attendance.models import Kiosk
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.kernel.records import RecordClass
from homeward.kiosk.device import HERE, become_kiosk
from homeward.kiosk.forms import KioskForm
from homeward.program.models import Site


@requires(RecordClass.SETUP, get=Access.WRITE, post=Access.WRITE)
def devices(request: HttpRequest) -> HttpResponse:
    """The devices at the doors; make the one in hand another."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = [(str(site.pk), site.name) for site in _sites(actor)]
    form = KioskForm(request.POST or None, sites=sites)
    if request.method == "POST" and form.is_valid():
        _kiosk, token = actions.set_up_kiosk(
            actor=actor,
            site_id=UUID(form.cleaned_data["site"]),
            name=form.cleaned_data["name"],
            now=clock.now(),
        )
        response = redirect(HERE)
        become_kiosk(request, response, token)
        return response
    rows = Kiosk.objects.select_related("site", "made_by").filter(
        site__in=[site.pk for site in _sites(actor)], ended_at=None
    )
    facts = {
        "form": form,
        "devices": [
            {
                "id": row.pk, "name": row.name, "form": ActionForm(),
                "sub": f"{row.site.name} · {date_format(row.made_at, 'j F')} · {row.made_by.name}",
            }
            for row in rows.order_by("made_at")
        ],
    }  # fmt: skip
    return render(request, "kiosk/devices.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.SETUP, post=Access.WRITE)
def end(request: HttpRequest, kiosk_id: UUID) -> HttpResponse:
    """The device is lost, or put to other use."""
    actions.end_kiosk(actor=request.actor, kiosk_id=kiosk_id, now=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("That device reaches nothing any more."))
    return redirect("kiosk:devices")


def _sites(actor: Actor) -> list[Site]:
    """The sites where the actor sets things up."""
    if any(grant.site_id is None for grant in actor.grants):
        return list(Site.objects.order_by("name"))
    return list(Site.objects.filter(pk__in=actor.site_ids).order_by("name"))
