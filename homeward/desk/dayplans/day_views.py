"""The client's day in the record: read as far as it is shared, written together."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.dayplans import actions, queries, words
from homeward.dayplans.forms import CopyForm, FillForm, OwnThingForm, ThingForm, WeekLineForm
from homeward.dayplans.kinds import Share
from homeward.dayplans.reaching import client_for, day_at, day_plan_of
from homeward.dayplans.told_before import suggestions_for
from homeward.desk.chart.frame import chart_frame
from homeward.desk.clients.reach import short_name_for
from homeward.desk.dayplans.pages import FURTHEST, ChartDay
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

ROOM, TAB = "desk/dayplans", "desk:chart_day"
FIELDS = {
    "line_weekday_missing": "weekdays", "line_has_no_length": "ends", "line_kind_unknown": "kind",
    "line_label_missing": "label", "list_label_missing": "label", "list_kind_unknown": "kind",
    "list_minutes_unclear": "minutes", "list_hours_unclear": "call_until",
}  # fmt: skip
TITLES = {
    "week": gettext_lazy("Add to the week"),
    "day": gettext_lazy("Only on this day"),
    "list": gettext_lazy("Add to the list"),
    "told": gettext_lazy("Add what they told before"),
}


def _asked_day(request: HttpRequest, client: Client) -> date:
    today = day_at(clock.now(), client)
    try:
        on = date.fromisoformat(request.GET.get("on") or today.isoformat())
    except ValueError as fault:
        raise Http404 from fault
    if abs((on - today).days) > FURTHEST:
        raise Http404
    return on


@requires(RecordClass.LINKAGE, get=Access.READ)
def chart_day(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """One day as the client shows it now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab=TAB)
    if not reaches(actor, frame.client, RecordClass.LINKAGE):
        return render(request, f"{ROOM}/closed.html", {"frame": frame})
    page = ChartDay.of(actor, frame.client, _asked_day(request, frame.client), clock.now())
    return render(request, f"{ROOM}/day.html", {"frame": frame, "page": page})


@requires(RecordClass.LINKAGE, post=Access.WRITE)
def chart_day_begin(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Begin the day with the client beside one, where there is none yet."""
    try:
        actions.begin_together(
            actor=request.actor,  # type: ignore[attr-defined]
            client_id=client_id,
            now=clock.now(),
        )
    except (NotAllowed, StaleVersion):
        raise
    except Refusal as refusal:
        messages.warning(request, words.refusal(refusal.codes[0]))
    else:
        messages.success(request, _("Begun. The client can take it back at any time."))
    return redirect(TAB, client_id)


@requires(RecordClass.LINKAGE, post=Access.WRITE)
def chart_day_fill(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """One choice for an empty hour, made together."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client_for(actor, client_id, RecordClass.LINKAGE)
    form = FillForm(request.POST)
    url = reverse(TAB, args=[client_id])
    if form.is_valid():
        on = form.cleaned_data["on"]
        try:
            actions.fill_hour(
                actor=actor, client_id=client_id, on=on, now=clock.now(),
                **form.cleaned_data["choice"],
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            messages.warning(request, words.refusal(refusal.codes[0]))
        else:
            messages.success(request, _("It stands in the day."))
        return redirect(f"{url}?on={on.isoformat()}")
    messages.warning(request, _("Choose again."))
    return redirect(url)


@requires(RecordClass.LINKAGE, post=Access.WRITE)
def chart_line_end(request: HttpRequest, client_id: UUID, day_line_id: UUID) -> HttpResponse:
    """A line of the week does not stand any more, as said together."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    _shared_with(actor, client_id)
    actions.end_line(actor=actor, client_id=client_id, line_id=day_line_id, now=clock.now())
    messages.success(request, _("It is out of the week from today on."))
    return redirect(TAB, client_id)


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def chart_day_write(request: HttpRequest, client_id: UUID, day_matter: str) -> HttpResponse:
    """One line of the week, of this day, or of the list; who wrote it stands beside it."""
    if day_matter not in TITLES:
        raise Http404
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = _shared_with(actor, client_id)
    on = _asked_day(request, client)
    form, perform = _matter(request, actor, client, day_matter, on)
    back = f"{reverse(TAB, args=[client_id])}?on={on.isoformat()}"
    return answer_step(
        request,
        form,
        template=f"{ROOM}/write.html",
        page={
            "title": TITLES[day_matter],
            "heading": short_name_for(actor, client),
            "back": back_to(_("Back"), back),
        },
        perform=perform,
        done=_("Kept, with your name beside it."),
        then=back,
        refusal_words=words.refusal,
        fields=FIELDS,
    )


def _shared_with(actor: Actor, client_id: UUID) -> Client:
    """The client, while everything is shared; nothing is here for staff otherwise."""
    client = client_for(actor, client_id, RecordClass.LINKAGE)
    plan = day_plan_of(client.pk)
    if plan is None or plan.shared != Share.ALL:
        raise Http404
    return client


def _matter(
    request: HttpRequest, actor: Actor, client: Client, matter: str, on: date
) -> tuple[ActionForm, Callable[[ActionForm], Any]]:
    about: dict[str, Any] = {"actor": actor, "client_id": client.pk, "now": clock.now()}
    data = request.POST or None

    def given(form: ActionForm) -> dict[str, Any]:
        return {name: form.cleaned_data[name] for name in form.fields if name != "form_version"}

    if matter == "week":
        week = WeekLineForm(data, initial={"from_on": on.isoformat()})
        return week, lambda form: actions.add_to_week(**about, **given(form))
    if matter == "day":
        thing = ThingForm(data, initial={"on": on.isoformat()})
        return thing, lambda form: actions.add_thing(**about, **given(form))
    if matter == "list":
        own = OwnThingForm(data)
        return own, lambda form: actions.add_own(
            **about, **{**given(form), "minutes": form.cleaned_data["minutes"] or 60}
        )
    told = suggestions_for(actor, client, queries.list_of(actor, client.pk))
    return CopyForm(data, told=told), lambda form: actions.copy_told(**about, **given(form))
