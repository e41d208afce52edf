"""Signals: the list, one signal with its answers, and what was told of somebody's life."""

from typing import Any
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
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.chart.frame import ChartFrame, chart_frame
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.retention import forms
from homeward.desk.retention.record_page import RecordPage
from homeward.desk.retention.shown import signal_shown, steps_of
from homeward.desk.retention.signals_page import SignalsPage, reach_urls
from homeward.desk.steps import answer_step
from homeward.kernel.records import RecordClass
from homeward.people.queries import team_of
from homeward.retention import actions, words
from homeward.retention.models import RiskSignal
from homeward.retention.queries import signal_for, signals_of
from homeward.retention.reaching import may_answer

ROOM = "desk/retention"
READS = {"get": Access.READ, "post": Access.READ, "post_if": may_answer}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def signals(request: HttpRequest) -> HttpResponse:
    """Clients with open signals, what is due first at the top; and how right signals were."""
    page = SignalsPage.of(_actor(request), request.GET.get("show", ""), clock.now())
    return render(request, f"{ROOM}/signals.html", {"page": page})


@requires(RecordClass.ASSESSMENT, **READS)
def signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One signal: its facts, what was done, and the place to write what is done now."""
    actor = _actor(request)
    row = signal_for(actor, signal_id)
    form = forms.ActedForm(request.POST or None, version=row.version)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/signal.html",
        page=_signal_page(actor, row),
        perform=lambda form: actions.act_on_signal(
            actor=actor, signal_id=signal_id, what=form.cleaned_data["what"],
            note=form.cleaned_data["note"], expected_version=form.expected_version,
            now=clock.now(),
        ),
        done=_("Written down. The signal is closed."),
        then=reverse("desk:signals"),
        refusal_words=words.refusal,
    )  # fmt: skip


def _signal_page(actor: Actor, row: RiskSignal) -> dict[str, Any]:
    now = clock.now()
    client: Any = row.client
    whole = next((each for each in signals_of(actor, client) if each.pk == row.pk), row)
    team = {str(member.worker_id): member.worker.name for member in team_of(actor, client, now)}
    reach = reach_urls(actor, now).get(row.client_id, "")
    return {
        "name": short_name_for(actor, client),
        "initials": initials_for(actor, client),
        "signal": signal_shown(actor, row, now, reach),
        "steps": steps_of(whole),
        "decision": row.decision,
        "may_answer": row.closed_at is None and may_answer(actor),
        "aside_form": forms.SetAsideForm(version=row.version),
        "owner_form": forms.OwnerForm(
            version=row.version, team=team.items(), initial={"worker": str(row.owner_id)}
        ),
        "history": reverse("desk:chart_signals", args=[row.client_id]),
    }


@requires(RecordClass.ASSESSMENT, post=Access.READ, post_if=may_answer)
def signal_seen(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Somebody has seen it and means to act."""
    actor = _actor(request)
    signal_for(actor, signal_id)
    try:
        actions.acknowledge_signal(actor=actor, signal_id=signal_id, now=clock.now())
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, words.refusal(refusal.codes[0]))
    else:
        messages.success(request, _("Marked as seen. It stays open until somebody acts."))
    return redirect("desk:signals")


@requires(RecordClass.ASSESSMENT, post=Access.READ, post_if=may_answer)
def signal_aside(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Set aside with a reason; refused, the page stands with the words typed."""
    actor = _actor(request)
    row = signal_for(actor, signal_id)
    form = forms.SetAsideForm(request.POST, version=row.version)
    page = _signal_page(actor, row)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/signal.html",
        page=page | {"aside_form": form, "acted_form": forms.ActedForm(version=row.version)},
        perform=lambda form: actions.withdraw_signal(
            actor=actor, signal_id=signal_id, reason=form.cleaned_data["reason"],
            expected_version=form.expected_version, now=clock.now(),
        ),
        done=_("Set aside, with your reason."),
        then=reverse("desk:signals"),
        refusal_words=words.refusal,
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, post=Access.READ, post_if=may_answer)
def signal_owner(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Somebody else of the team owns it from now on."""
    actor = _actor(request)
    row = signal_for(actor, signal_id)
    page = _signal_page(actor, row)
    team = page["owner_form"].fields["worker"].choices
    form = forms.OwnerForm(request.POST, version=row.version, team=team)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/signal.html",
        page=page | {"owner_form": form, "acted_form": forms.ActedForm(version=row.version)},
        perform=lambda form: actions.hand_on_signal(
            actor=actor, signal_id=signal_id, worker_id=UUID(form.cleaned_data["worker"]),
            expected_version=form.expected_version, now=clock.now(),
        ),
        done=_("Handed on."),
        then=reverse("desk:signal", args=[signal_id]),
        refusal_words=words.refusal,
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ)
def chart_signals(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Signals and outreach of one client, and what they told of their life."""
    frame = chart_frame(request, client_id, tab="desk:chart", by_name=False)
    return render(request, f"{ROOM}/record.html", _record(request, frame))


def _record(request: HttpRequest, frame: ChartFrame) -> dict[str, Any]:
    today = clock.today(frame.client.site.time_zone)
    return {
        "frame": frame,
        "page": RecordPage.of(_actor(request), frame, clock.now()),
        "change_form": forms.LifeChangeForm(today=today),
        "date_form": forms.OwnDateForm(),
    }


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def life_change(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Housing or work was lost."""
    frame = chart_frame(request, client_id, tab="desk:chart", by_name=False)
    today = clock.today(frame.client.site.time_zone)
    form = forms.LifeChangeForm(request.POST, today=today)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/record.html",
        page=_record(request, frame) | {"change_form": form},
        perform=lambda form: actions.record_life_change(
            actor=_actor(request), client_id=client_id, kind=form.cleaned_data["kind"],
            on=form.cleaned_data["on"], note=form.cleaned_data["note"], now=clock.now(),
        ),
        done=_("Written down. The signal stands on the list, with its next step."),
        then=reverse("desk:chart_signals", args=[client_id]),
        refusal_words=words.refusal,
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def own_date(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A day that is hard for somebody."""
    frame = chart_frame(request, client_id, tab="desk:chart", by_name=False)
    form = forms.OwnDateForm(request.POST)
    return answer_step(
        request,
        form,
        template=f"{ROOM}/record.html",
        page=_record(request, frame) | {"date_form": form},
        perform=lambda form: actions.keep_own_date(
            actor=_actor(request), client_id=client_id, on=form.cleaned_data["on"],
            what=form.cleaned_data["what"], every_year=form.cleaned_data["every_year"],
            now=clock.now(),
        ),
        done=_("Kept. The team hears of it some days before."),
        then=reverse("desk:chart_signals", args=[client_id]),
        refusal_words=words.refusal,
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def told_back(request: HttpRequest, client_id: UUID, told_id: UUID) -> HttpResponse:
    """What was told in error, or what the client takes back."""
    try:
        actions.take_back(
            actor=_actor(request), client_id=client_id, row_id=told_id, now=clock.now()
        )
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, words.refusal(refusal.codes[0]))
    else:
        messages.success(request, _("Taken back. A signal that stood on it alone is withdrawn."))
    return redirect("desk:chart_signals", client_id)
