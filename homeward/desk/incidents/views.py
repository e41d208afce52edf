"""Incidents: the list, one of them and its turns, the sheet for the state, the trend."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.clients.reach import short_name_for
from homeward.desk.incidents import forms
from homeward.desk.incidents.pages import IncidentPage, ListPage, StateReport, TrendPage
from homeward.desk.incidents.waiting import follow_up_for, follow_up_words
from homeward.desk.medical.house import sites_of
from homeward.desk.safety.crisis_pages import clients_to_choose, known_client
from homeward.desk.steps import answer_step, back_to
from homeward.incidents import actions
from homeward.incidents.actions.breach import may_rule_out
from homeward.incidents.models import Incident
from homeward.incidents.queries import trend_of
from homeward.incidents.reaching import incident_for, reads_incidents
from homeward.incidents.words import refusal as refusal_words
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.staff.models import Worker

ROOM = "desk/incidents"
MONTHS = 6


@requires(RecordClass.INCIDENTS, get=Access.READ)
def incident_list(request: HttpRequest) -> HttpResponse:
    """What is open by its clocks, and what was closed."""
    page = ListPage.of(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/list.html", {"page": page})


@requires(RecordClass.INCIDENTS, get=Access.READ)
def incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """One incident whole, for the narrow set that reads incidents."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = IncidentPage.of(actor, incident_for(actor, incident_id), clock.now())
    return render(request, f"{ROOM}/incident.html", {"page": page})


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def incident_new(request: HttpRequest) -> HttpResponse:
    """Write one down: its clocks begin now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    site, sites = _site(request, actor)
    client = known_client(actor, request.GET.get("client", ""))
    now_here = clock.now().astimezone(ZoneInfo(site.time_zone))
    form = forms.IncidentForm(
        request.POST or None,
        zone=site.time_zone,
        clients=_clients(actor, site),
        initial={
            "occurred_at": now_here.strftime(forms.LOCAL),
            "client_id": str(client.pk) if client else "",
        },
    )
    made: list[Incident] = []

    def perform(sent: Any) -> None:
        data = sent.cleaned_data
        made.append(
            actions.write_incident(
                actor=actor,
                site_id=site.pk,
                kind=data["kind"],
                severity=int(data["severity"]),
                occurred_at=sent.instant("occurred_at"),
                place=data["place"],
                what=data["what"],
                immediate_action=data["immediate_action"],
                client_id=UUID(data["client_id"]) if data["client_id"] else None,
                origin=sent.key,
                now=clock.now(),
            )
        )

    answer = answer_step(
        request, form, template=f"{ROOM}/new.html",
        page={"site": site, "sites": sites, "back": back_to(_("Back"), reverse("desk:today"))},
        perform=perform, done=_("Written down. Its clocks run from now."),
        then=reverse("desk:today"), refusal_words=refusal_words, fields=forms.FIELDS,
    )  # fmt: skip
    if made:
        answer["Location"] = reverse("desk:incident_report", args=[made[0].pk])
    return answer


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def incident_report(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Its writer mends it until it is reported inside; from then on only readers see it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    if request.method == "POST" and "hand_in" in request.POST:
        form: Any = forms.SiteForm(request.POST, version=row.version)
        then = reverse("desk:tasks")
        done = _("Reported inside. The supervisor and the director read it.")

        def perform(sent: Any) -> None:
            actions.report_inside(
                actor=actor, incident_id=row.pk, expected_version=sent.expected_version,
                now=clock.now(),
            )  # fmt: skip
    else:
        form = forms.TextsForm(
            request.POST or None, zone=row.site.time_zone, version=row.version,
            initial={
                "place": row.place, "what": row.what, "immediate_action": row.immediate_action,
            },
        )  # fmt: skip
        then, done = request.path, _("Kept.")

        def perform(sent: Any) -> None:
            actions.mend_report(
                actor=actor, incident_id=row.pk, **_data(sent), now=clock.now(),
                expected_version=sent.expected_version,
            )  # fmt: skip

    page = IncidentPage.of(actor, row, clock.now())
    return answer_step(
        request, form, template=f"{ROOM}/report.html", page={"page": page}, perform=perform,
        done=done, then=then, refusal_words=refusal_words, fields=forms.FIELDS,
    )  # fmt: skip


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def incident_person(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Add somebody by the next code."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    form = forms.PersonForm(
        request.POST or None, zone=row.site.time_zone, clients=_clients(actor, row.site)
    )

    def perform(sent: Any) -> None:
        data = sent.cleaned_data
        actions.add_person(
            actor=actor, incident_id=row.pk, kind=data["kind"], part=data["part"],
            client_id=UUID(data["client_id"]) if data["client_id"] else None,
            words=data["words"], now=clock.now(),
        )  # fmt: skip

    return _turn(request, row, form, _("Somebody in it"), perform, _("Added by a code."), mine=True)


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def incident_told(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Write down who was told; the state's office keeps its clock."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    here = clock.now().astimezone(ZoneInfo(row.site.time_zone)).strftime(forms.LOCAL)
    form = forms.ToldForm(
        request.POST or None, zone=row.site.time_zone,
        initial={"told_at": here, "whom": request.GET.get("whom", "")},
    )  # fmt: skip

    def perform(sent: Any) -> None:
        data = sent.cleaned_data
        common: dict[str, Any] = {
            "actor": actor, "incident_id": row.pk, "how": data["how"],
            "told_at": sent.instant("told_at"), "reference": data["reference"],
            "now": clock.now(),
        }  # fmt: skip
        if data["whom"] == "state":
            actions.report_to_state(**common)
        else:
            actions.add_notification(whom=data["whom"], **common)

    return _turn(request, row, form, _("Who was told"), perform, _("Written down."), mine=True)


@requires(RecordClass.INCIDENTS, get=Access.READ, post=Access.WRITE)
def incident_severity(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Weigh it again; the clocks follow."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    form = forms.WeighForm(
        request.POST or None, version=row.version, initial={"severity": str(row.severity)}
    )

    def perform(sent: Any) -> None:
        actions.weigh_again(
            actor=actor, incident_id=row.pk, severity=int(sent.cleaned_data["severity"]),
            why=sent.cleaned_data["why"], expected_version=sent.expected_version,
            now=clock.now(),
        )  # fmt: skip

    return _turn(request, row, form, _("How serious it is"), perform, _("Weighed again."))


@requires(RecordClass.INCIDENTS, get=Access.READ, post=Access.WRITE)
def incident_follow_up_new(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """What follows, by whom, until when."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    workers = Worker.objects.filter(site_id=row.site_id, account__is_active=True).order_by("name")
    form = forms.FollowUpForm(
        request.POST or None, workers=[(str(each.pk), each.name) for each in workers]
    )

    def perform(sent: Any) -> None:
        data = sent.cleaned_data
        actions.add_follow_up(
            actor=actor, incident_id=row.pk, what=data["what"],
            owner_id=UUID(data["owner_id"]), due_on=data["due_on"], now=clock.now(),
        )  # fmt: skip

    return _turn(request, row, form, _("What follows"), perform, _("It stands in their To do."))


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def incident_follow_up(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Say what came of one; its owner sees this one thing and no more of the incident."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = follow_up_for(actor, follow_up_id)
    form = forms.ResultForm(request.POST or None)
    return answer_step(
        request, form, template=f"{ROOM}/follow_up.html",
        page={
            "row": row, "said": follow_up_words(actor, row),
            "back": back_to(_("To do"), reverse("desk:tasks")),
        },
        perform=lambda sent: actions.finish_follow_up(
            actor=actor, follow_up_id=row.pk, result=sent.cleaned_data["result"], now=clock.now()
        ),
        done=_("Done."), then=reverse("desk:tasks"), refusal_words=refusal_words,
        fields=forms.FIELDS,
    )  # fmt: skip


@requires(RecordClass.INCIDENTS, get=Access.READ, post=Access.WRITE)
def incident_cause(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The class of causes; of a sentinel event what was found and what changes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    form = forms.CauseForm(
        request.POST or None, version=row.version,
        initial={"cause": row.cause, "found": row.root_cause, "lessons": row.lessons},
    )  # fmt: skip

    def perform(sent: Any) -> None:
        actions.finish_root_cause(
            actor=actor, incident_id=row.pk, **_data(sent),
            expected_version=sent.expected_version, now=clock.now(),
        )  # fmt: skip

    return _turn(request, row, form, _("What lay behind it"), perform, _("Kept."))


@requires(RecordClass.INCIDENTS, get=Access.READ, post=Access.WRITE)
def incident_breach(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """How many people a privacy breach concerns; its clocks follow."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    form = forms.BreachForm(
        request.POST or None, version=row.version, may_rule_out=may_rule_out(actor),
        initial={
            "people": row.breach_people, "in_one_state": row.breach_in_one_state,
            "ruled_out_because": row.breach_ruled_out_because,
        },
    )  # fmt: skip

    def perform(sent: Any) -> None:
        actions.count_breach(
            actor=actor, incident_id=row.pk, **_data(sent),
            expected_version=sent.expected_version, now=clock.now(),
        )  # fmt: skip

    return _turn(request, row, form, _("Whom the breach concerns"), perform, _("Kept."))


@requires(RecordClass.INCIDENTS, get=Access.READ, post=Access.WRITE)
def incident_end(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Close it when nothing is missing, or open it again with a reason."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = incident_for(actor, incident_id)
    if row.closed_at is None:
        form: Any = forms.SiteForm(request.POST or None, version=row.version)

        def perform(sent: Any) -> None:
            actions.close_incident(
                actor=actor, incident_id=row.pk, expected_version=sent.expected_version,
                now=clock.now(),
            )  # fmt: skip

        return _turn(request, row, form, _("Close it"), perform, _("Closed."))
    form = forms.WhyForm(request.POST or None)

    def again(sent: Any) -> None:
        actions.reopen_incident(
            actor=actor, incident_id=row.pk, why=sent.cleaned_data["why"], now=clock.now()
        )

    return _turn(request, row, form, _("Open it again"), again, _("Open again."))


@requires(RecordClass.INCIDENTS, get=Access.READ)
def incident_sheet(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """The state's report to print: codes, fields, not a word more than needed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = StateReport.of(incident_for(actor, incident_id))
    return render(request, f"{ROOM}/sheet.html", {"page": page})


@requires(RecordClass.INCIDENTS, get=Access.READ)
def incident_trend(request: HttpRequest) -> HttpResponse:
    """Counts by kind and month, causes, and how the clocks were kept."""
    months = _months(clock.today(), MONTHS)
    trend = trend_of(request.actor, months, clock.now())  # type: ignore[attr-defined]
    if trend is None:
        raise Http404
    page = TrendPage.of(trend, date.fromisoformat(f"{months[0]}-01"))
    return render(request, f"{ROOM}/trend.html", {"page": page})


def _turn(
    request: HttpRequest, row: Incident, form: Any, title: str, perform: Callable[[Any], Any],
    done: str, *, mine: bool = False,
) -> HttpResponse:  # fmt: skip
    """One turn on a page of its own, back to the incident as its reader or its writer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    reads = reads_incidents(actor)
    then = reverse("desk:incident" if reads or not mine else "desk:incident_report", args=[row.pk])
    return answer_step(
        request, form, template=f"{ROOM}/turn.html",
        page={"title": title, "incident": row, "back": back_to(_("Back"), then)},
        perform=perform, done=done, then=then, refusal_words=refusal_words, fields=forms.FIELDS,
    )  # fmt: skip


def _data(form: Any) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "form_version"}


def _site(request: HttpRequest, actor: Actor) -> tuple[Site, list[Site]]:
    sites = sites_of(actor)
    if not sites:
        raise Http404
    asked = request.GET.get("site", "")
    return next((each for each in sites if each.code == asked), sites[0]), sites


def _clients(actor: Actor, site: Site) -> list[tuple[str, str]]:
    rows = clients_to_choose(actor, site)
    return [(str(each.pk), short_name_for(actor, each)) for each in rows]


def _months(today: date, count: int) -> list[str]:
    found, day = [], today.replace(day=1)
    for _number in range(count):
        found.append(f"{day:%Y-%m}")
        day = (day - timedelta(days=1)).replace(day=1)
    return found[::-1]
