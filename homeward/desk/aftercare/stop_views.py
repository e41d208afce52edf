"""Leaving at once, the crisis card, and what stops everything that goes out by itself."""

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.aftercare import actions, words
from homeward.aftercare.cards import card_of, make_card
from homeward.aftercare.queries import leaving_of, stop_standing
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.aftercare.forms import LeavingForm, StopEndForm, StopForm
from homeward.desk.aftercare.pages import LeftPage, StopPage
from homeward.desk.chart.frame import reach_client
from homeward.desk.offered import is_offered
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.medications.models import NaloxoneStock
from homeward.people.actions import end_stop, record_stop
from homeward.people.models import Stop
from homeward.people.queries import reaches

ROOM = "desk/aftercare"
OPENED = "aftercare.leaving"
LONGEST = timedelta(hours=2)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _episode(actor: Actor, client_id: UUID) -> Episode:
    """The open episode the actor may write to; Http404 without one."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found: Episode | None = (
        rows.filter(client_id=client_id, ended_at=None).select_related("client", "site").first()
    )
    if found is None:
        raise Http404
    return found


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def leaving_now(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """One screen for a minute and a half: five lines, a tap each; then what is left to do."""
    actor = _actor(request)
    reach_client(actor, client_id, Access.MINIMAL)
    episode = _episode(actor, client_id)
    done = leaving_of(actor, episode)
    if done is not None and request.method != "POST" and "again" not in request.GET:
        page = LeftPage.of(actor, episode, done)
        return render(request, f"{ROOM}/left.html", {"page": page, "client": episode.client})
    now = clock.now()
    kits = list(
        NaloxoneStock.objects.filter(
            site_id=episode.site_id, kits__gt=0, expires_on__gte=clock.today()
        ).order_by("expires_on", "lot")
    )
    form = LeavingForm(
        request.POST or None,
        kits=kits,
        initial={"opened": signing.dumps(now.isoformat(), salt=OPENED)},
    )
    return answer_step(
        request,
        form,
        template=f"{ROOM}/leaving.html",
        page={
            "client": episode.client,
            "kits": kits,
            "back": back_to(_("Back to the record"), reverse("desk:chart", args=[client_id])),
        },
        perform=lambda form: actions.leave_now(
            actor=actor, episode_id=episode.pk, taking=_taking(form, kits, episode), now=clock.now()
        ),
        done=_("It is written down. The discharge itself can wait until tomorrow."),
        then=reverse("desk:leaving_now", args=[client_id]),
        refusal_words=words.refusal,
        fields={
            "naloxone_lot_missing": "kit", "naloxone_expiry_missing": "kit",
            "naloxone_expired": "kit",
        },
    )  # fmt: skip


def _taking(form: Any, kits: list[NaloxoneStock], episode: Episode) -> actions.LeaveTaking:
    data = form.cleaned_data
    kit = next((row for row in kits if str(row.pk) == data["kit"]), None)
    is_given = data["naloxone"] == "given" and kit is not None
    at = data["at"]
    return actions.LeaveTaking(
        answers=form.answers,
        words=data["words"],
        naloxone_lot=kit.lot if is_given and kit else "",
        naloxone_shown=is_given and data["shown"],
        naloxone_expires_on=kit.expires_on if is_given and kit else None,
        appointment_at=at.replace(tzinfo=ZoneInfo(episode.site.time_zone)) if at else None,
        with_whom=data["with_whom"],
        confirmed_by=data["confirmed_by"],
        appointment_kind=data["kind"] or "other",
        seconds=_seconds(data["opened"]),
    )


def _seconds(opened: str) -> int | None:
    """How long it took, as far as the page's own stamp can be believed."""
    try:
        stamp: str = signing.loads(opened, salt=OPENED, max_age=LONGEST)
    except signing.BadSignature:
        return None
    now = clock.now()
    return max(0, int((now - type(now).fromisoformat(stamp)).total_seconds()))


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def crisis_card(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The card as it stands on the phone; sending the form makes the one to cut out."""
    actor = _actor(request)
    client = reach_client(actor, client_id, Access.MINIMAL)
    if request.method == "POST":
        document = make_card(actor, client_id, clock.now())
        return redirect("desk:document", document.pk)
    page = card_of(actor, client)
    return render(
        request,
        f"{ROOM}/card.html",
        {
            "page": page, "client": client,
            "may_make": is_offered(actor, "desk:crisis_card", client)
            and reaches(actor, client, RecordClass.NOTES),
            "back": back_to(_("Back to the record"), reverse("desk:chart", args=[client_id])),
        },
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def stop(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Somebody died, is in hospital or in jail; what stands already is shown."""
    actor = _actor(request)
    client = reach_client(actor, client_id, Access.MINIMAL)
    standing = stop_standing(actor, client_id)
    here = reverse("desk:stop", args=[client_id])
    return answer_step(
        request,
        StopForm(
            request.POST or None,
            today=clock.today(),
            initial={"kind": request.GET.get("kind", "")},
        ),
        template=f"{ROOM}/stop.html",
        page={
            "client": client,
            "page": StopPage.of(actor, client, standing) if standing else None,
            "back": back_to(_("Back to the record"), reverse("desk:chart", args=[client_id])),
        },
        perform=lambda form: record_stop(
            actor=actor,
            client_id=client_id,
            kind=form.cleaned_data["kind"],
            since_on=form.cleaned_data["since_on"],
            known_by=form.cleaned_data["known_by"],
            note=form.cleaned_data["note"],
            now=clock.now(),
        ),
        done=_("Nothing goes out by itself any more."),
        then=here,
        refusal_words=words.refusal,
        fields={"stop_kind": "kind", "already_stopped": "kind"},
    )


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def stop_end(request: HttpRequest, stop_id: UUID) -> HttpResponse:
    """Out of hospital or jail, or it was an error."""
    actor = _actor(request)
    rows = Stop.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found: Stop = rows.get(pk=stop_id)
    client = reach_client(actor, found.client_id, Access.MINIMAL)
    back = reverse("desk:stop", args=[client.pk])
    return answer_step(
        request,
        StopEndForm(request.POST or None, version=found.version),
        template=f"{ROOM}/step.html",
        page={
            "title": _("End this stop"),
            "save": _("End it"),
            "client": client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: end_stop(
            actor=actor,
            stop_id=stop_id,
            ending=form.cleaned_data["ending"],
            reason=form.cleaned_data["reason"],
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("Contact may go on."),
        then=back,
        refusal_words=words.refusal,
        fields={"ending_unknown": "ending"},
    )
