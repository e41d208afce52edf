"""Closed days and half days: said here, and what falls into them is cancelled with offers."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.attendance.actions import cancel_between
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.choosing import Chosen, chosen_week
from homeward.desk.sessions.views import said_of
from homeward.kernel.records import RecordClass
from homeward.program.models import Holiday, Room, Site
from homeward.timetable import words
from homeward.timetable.actions.away import close_site, reopen_closure
from homeward.timetable.capacity import Closure
from homeward.timetable.permissions import may_plan, works_at

ROUTE = "desk:closures"
MOST_SHOWN = 20
MOST_HOLIDAYS = 6
REASONS = {True: "closure", False: "room_unusable"}  # the whole site, one room


class ClosureForm(ActionForm):
    """A day, or a part of it, on which the site or one of its rooms is closed."""

    room = forms.ChoiceField(label=gettext_lazy("What is closed"), required=False)

    on = forms.DateField(
        label=gettext_lazy("Day"),
        help_text=gettext_lazy("Leave both times empty to close the whole day."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    starts = forms.TimeField(
        label=gettext_lazy("From"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
    )  # fmt: skip
    ends = forms.TimeField(
        label=gettext_lazy("Until"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
    )  # fmt: skip
    name = forms.CharField(label=gettext_lazy("Why"), max_length=80)
    site = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, place: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rooms = Room.objects.filter(site=place).order_by("name")
        self.fields["room"].choices = [  # type: ignore[attr-defined]
            ("", _("The whole site")), *((str(room.pk), room.name) for room in rooms)
        ]  # fmt: skip

    def clean_room(self) -> UUID | None:
        """The room's id, None for the whole site."""
        chosen = self.cleaned_data["room"]
        return UUID(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """One closure to come."""

    closure_id: UUID | None
    name: str
    when: str
    form: ActionForm | None


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, post_if=may_plan)
def closures(request: HttpRequest) -> HttpResponse:
    """What is closed, and one closure more: sessions fall out and places are offered at once."""
    chosen = _chosen(request)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    if request.method != "POST":
        return _shown(request, chosen)
    form = ClosureForm(request.POST, place=chosen.site)
    if form.is_valid():
        typed = form.cleaned_data
        actor = request.actor  # type: ignore[attr-defined]
        try:
            closure = close_site(
                actor=actor, site_id=chosen.site.pk, on=typed["on"], name=typed["name"],
                now=clock.now(), starts=typed["starts"], ends=typed["ends"],
                room_id=typed["room"],
            )  # fmt: skip
            fallen = cancel_between(
                actor=actor, site_id=chosen.site.pk, starts_at=closure.starts_at,
                ends_at=closure.ends_at, reason=REASONS[closure.room_id is None],
                room_id=closure.room_id, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            for code in refusal.codes:
                field = "ends" if code == "ends_before_it_begins" else None
                form.add_error(field, words.refusal(code))
        else:
            said = said_of(fallen) if fallen.sessions else _("No session falls into it.")
            messages.success(request, _("Closed. %(said)s") % {"said": said})
            return redirect(chosen.url())
    return _shown(request, chosen, form)


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_plan)
def reopen(request: HttpRequest, closure_id: UUID) -> HttpResponse:
    """It is open after all; what was cancelled stays cancelled until it is planned again."""
    actor = request.actor  # type: ignore[attr-defined]
    closure = Closure.objects.get(pk=closure_id)
    if not works_at(actor, closure.site_id):
        raise Site.DoesNotExist
    reopen_closure(actor=actor, closure_id=closure_id, now=clock.now())
    messages.success(request, _("Open again. Sessions that were cancelled stay cancelled."))
    return redirect(ROUTE)


def _chosen(request: HttpRequest) -> Chosen | None:
    asked = request.POST if request.method == "POST" else request.GET
    actor = request.actor  # type: ignore[attr-defined]
    return chosen_week(actor, {"site": asked.get("site", "")}, ROUTE)


def _shown(request: HttpRequest, chosen: Chosen, form: Any = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    plans = may_plan(actor, chosen.site.pk)
    fresh = ClosureForm(initial={"site": chosen.site.code}, place=chosen.site)
    page = {
        "subline": chosen.site.name,
        "sites": chosen.site_tabs,
        "lines": _lines(chosen, plans=plans),
        "form": (form or fresh) if plans else None,
        "week_url": chosen.url(route="desk:week"),
    }
    context = {"page": page, "form": form}
    return render(request, "desk/duty/closures.html", context, status=422 if form else 200)


def _lines(chosen: Chosen, *, plans: bool) -> list[ClosureLine]:
    """The program's holidays and the site's closures that are still to come, in order."""
    zone = ZoneInfo(chosen.site.time_zone)
    holidays = Holiday.objects.filter(program=chosen.program, on__gte=chosen.today)
    whole_day = _("%(day)s, the whole day · a holiday of the program")
    found = [
        (day.on, ClosureLine(
            None, day.name, whole_day % {"day": date_format(day.on, "l j F Y")}, None
        ))
        for day in holidays.order_by("on")[:MOST_HOLIDAYS]
    ]  # fmt: skip
    rows = Closure.objects.filter(
        site=chosen.site, withdrawn_at=None, ends_at__gt=clock.now()
    ).select_related("room")
    for row in rows.order_by("starts_at")[:MOST_SHOWN]:
        begins, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
        name = f"{row.room.name}: {row.name}" if row.room else row.name
        when = f"{date_format(begins, 'l j F Y')}, {begins:%H:%M}–{ends:%H:%M}"
        form = ActionForm(version=row.version, auto_id=f"open_{row.pk}_%s") if plans else None
        found.append((begins.date(), ClosureLine(row.pk, name, when, form)))
    return [line for _on, line in sorted(found, key=lambda each: each[0])]
