"""Ending an episode, its document, and what follows it."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.chart.frame import reach_client
from homeward.desk.discharge import pages
from homeward.desk.discharge.forms import (
    AmendForm,
    AppointmentForm,
    DischargeForm,
    PhaseForm,
    SettleForm,
)
from homeward.desk.discharge.leaving import left_as
from homeward.desk.steps import answer_step, back_to
from homeward.documents.sending import as_download, open_inside
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.program.models import Phase
from homeward.progress import actions, words
from homeward.progress.models import Appointment, Discharge
from homeward.progress.queries import discharge_of
from homeward.progress.stages import level_of

ROOM = "desk/discharge"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def latest_episode(actor: Actor, client_id: UUID) -> Episode:
    """The client's newest episode, open or ended; Http404 when there is none in reach."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    episode: Episode | None = (
        rows.select_related("client", "program", "phase", "site", "placement")
        .order_by("-admitted_at")
        .first()
    )
    if episode is None:
        raise Http404
    return episode


@requires(RecordClass.NOTES, get=Access.READ, post=Access.SIGN, post_if=actions.may_discharge)
def discharge(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What will end and the summary as it will be signed; afterwards, as it was signed."""
    actor = _actor(request)
    reach_client(actor, client_id)
    episode = latest_episode(actor, client_id)
    done = discharge_of(actor, episode)
    if done is not None:
        page = pages.Ended.of(actor, episode, done, clock.now())
        return render(request, f"{ROOM}/ended.html", {"page": page, "client": episode.client})
    now = clock.now()
    ending = pages.Ending.of(actor, episode, now)
    form = DischargeForm(
        request.POST or None,
        request=request,
        now=now,
        version=episode.version,
        told=ending.told | left_as(actor, episode),
        objectives=ending.objectives,
        edition=episode.placement.edition,
    )
    here = reverse("desk:discharge", args=[client_id])
    return answer_step(
        request,
        form,
        template=f"{ROOM}/ending.html",
        page={
            "page": ending,
            "may_end": actions.may_sign_for(actor, episode.client),
            "acts": pages.acts_before(actor, episode.client),
            "client": episode.client,
            "back": back_to(_("Back to the record"), reverse("desk:chart", args=[client_id])),
        },
        perform=lambda form: actions.discharge_client(
            actor=actor,
            episode_id=episode.pk,
            closing=form.closing,  # type: ignore[attr-defined]
            authenticated_at=form.confirmed_at,  # type: ignore[attr-defined]
            now=now,
            expected_version=form.expected_version,
        ),
        done=_("The episode has ended and the summary is signed."),
        then=here,
        refusal_words=words.refusal,
        fields={
            "discharge_type": "type",
            "discharge_reason": "reason",
            "last_contact_after_discharge": "last_contact_on",
            "last_contact_before_admission": "last_contact_on",
            "lost_too_early": "last_contact_on",
            "team_decision": "team_decided_on",
            "receiving": "referred_to",
            "no_booking_reason": "reason",
            "naloxone_kit": "naloxone_lot",
            "naloxone_lot_missing": "naloxone_lot",
            "naloxone_expiry_missing": "naloxone_expires_on",
            "naloxone_expired": "naloxone_expires_on",
            "administrative_case": "type",
            "administrative_steps": "type",
        },
    )


@requires(RecordClass.NOTES, get=Access.READ, decides_sending=True)
def document(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """A finished document under a neutral name; decided, in the ledger, and audited."""
    released = open_inside(actor=_actor(request), document_id=document_id, now=clock.now())
    if released is None:
        return render(request, "403.html", status=403)
    return as_download(released)


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def appointment(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Book a real appointment, in care or after it."""
    actor = _actor(request)
    episode = latest_episode(actor, client_id)
    zone = ZoneInfo(episode.site.time_zone)
    back = reverse("desk:discharge", args=[client_id])
    return answer_step(
        request,
        AppointmentForm(request.POST or None),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Book an appointment"),
            "save": _("Book it"),
            "client": episode.client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.book_appointment(
            actor=actor,
            episode_id=episode.pk,
            at=form.cleaned_data["at"].replace(tzinfo=zone),
            with_whom=form.cleaned_data["with_whom"],
            place=form.cleaned_data["place"],
            confirmed_by=form.cleaned_data["confirmed_by"],
            kind=form.cleaned_data["kind"],
            now=clock.now(),
        ),
        done=_("The appointment is booked."),
        then=back,
        refusal_words=words.refusal,
    )


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def appointment_settle(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """Whether an appointment was kept or missed, and who told."""
    actor = _actor(request)
    rows = Appointment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.select_related("client").get(pk=appointment_id)
    back = reverse("desk:discharge", args=[row.client_id])
    return answer_step(
        request,
        SettleForm(request.POST or None, version=row.version),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Appointment: %(who)s") % {"who": row.with_whom},
            "save": _("Write it down"),
            "client": row.client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.settle_appointment(
            actor=actor,
            appointment_id=appointment_id,
            kept=form.cleaned_data["kept"] == "yes",
            told_by=form.cleaned_data["told_by"],
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("It is written down."),
        then=back,
        refusal_words=words.refusal,
        fields={"appointment_is_ahead": "kept"},
    )


@requires(RecordClass.NOTES, get=Access.SIGN, post=Access.SIGN, get_if=actions.may_discharge,
          post_if=actions.may_discharge)  # fmt: skip
def discharge_amend(request: HttpRequest, discharge_id: UUID) -> HttpResponse:
    """Something to add to a signed summary, visibly beside it."""
    actor = _actor(request)
    rows = Discharge.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    row = rows.select_related("client").get(pk=discharge_id)
    now = clock.now()
    back = reverse("desk:discharge", args=[row.client_id])
    return answer_step(
        request,
        AmendForm(request.POST or None, request=request, now=now),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Add to the signed summary"),
            "save": _("Sign what is added"),
            "client": row.client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.amend_discharge(
            actor=actor,
            discharge_id=discharge_id,
            part=form.cleaned_data["part"],
            words=form.cleaned_data["words"],
            reason=form.cleaned_data["why"],
            authenticated_at=form.confirmed_at,  # type: ignore[attr-defined]
            now=now,
        ),
        done=_("It stands beside the summary now."),
        then=back,
        refusal_words=words.refusal,
    )


@requires(
    RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ,
    get_if=actions.may_decide, post_if=actions.may_decide,
)  # fmt: skip
def phase(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Move to another phase of the same level; a change of level belongs to a review."""
    actor = _actor(request)
    episode = latest_episode(actor, client_id)
    if not reaches(actor, episode.client, RecordClass.ASSESSMENT):
        raise Http404
    today = clock.today(episode.site.time_zone)
    phases = [
        item
        for item in Phase.objects.filter(program_id=episode.program_id).order_by("position")
        if item.pk != episode.phase_id and level_of(episode, item, today) == episode.level_code
    ]
    back = reverse("desk:chart", args=[client_id])
    return answer_step(
        request,
        PhaseForm(request.POST or None, phases=phases, today=today, version=episode.version),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Change the phase"),
            "save": _("Change the phase"),
            "client": episode.client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.change_phase(
            actor=actor,
            episode_id=episode.pk,
            phase_id=UUID(form.cleaned_data["phase"]),
            from_day=form.cleaned_data["from_day"],
            reason=form.cleaned_data["reason"],
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("The phase is changed."),
        then=back,
        refusal_words=words.refusal,
        fields={"not_in_the_past": "from_day", "same_phase": "phase", "level_changes_too": "phase"},
    )
