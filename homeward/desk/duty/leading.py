"""Who leads what and how much: languages, kinds of group, hours; read by the planned week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.components import Act, Cell, Column, Moment, Row, Table
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.choosing import Chosen, chosen_week
from homeward.kernel.records import RecordClass
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.timetable import words
from homeward.timetable.actions.say_leading import say_leading_terms
from homeward.timetable.capacity import LeadingTerms
from homeward.timetable.permissions import may_plan, works_at
from homeward.timetable.planning_words import POPULATIONS

ROUTE = "desk:leaders"
HOUR = 60
MAIN = "en"
FIELDS = {"limits_reversed": "most_week", "not_a_language": "languages"}
OTHERS = [(code, name) for code, name in settings.LANGUAGES if code != MAIN]
KINDS = [(code, name) for code, name in POPULATIONS.items() if code != "mixed"]


def _hours(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=80, required=False,
        help_text=gettext_lazy("Empty: the program's own number."),
    )  # fmt: skip


class LeadingForm(ActionForm):
    """One colleague."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Leads in English, and in"), choices=OTHERS, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    populations = forms.MultipleChoiceField(
        label=gettext_lazy("Leads mixed groups, and"), choices=KINDS, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    most_day = _hours(gettext_lazy("At most hours with clients a day"))
    most_week = _hours(gettext_lazy("At most hours with clients a week"))
    target_week = _hours(gettext_lazy("Hours a week to aim at"))
    starts_on = forms.DateField(
        label=gettext_lazy("This holds from"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def told(self) -> dict[str, Any]:
        """After validation: what the action takes, in minutes."""
        data = self.cleaned_data
        return {
            "languages": [MAIN, *data["languages"]],
            "populations": data["populations"],
            "starts_on": data["starts_on"],
            **{f"{name}_minutes": (data[name] or 0) * HOUR
               for name in ("most_day", "most_week", "target_week")},
        }  # fmt: skip

    @staticmethod
    def known(terms: LeadingTerms | None, today: date) -> Mapping[str, Any]:
        """What holds now, to begin with."""
        if terms is None:
            return {"starts_on": today}
        hours = {
            name: getattr(terms, f"{name}_minutes") // HOUR or None
            for name in ("most_day", "most_week", "target_week")
        }
        return {
            "languages": terms.languages, "populations": terms.populations, "starts_on": today,
            **hours,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeadersPage:
    """Everybody of the site in one table."""

    subline: str
    sites: tuple[Any, ...]
    table: Table
    week_url: str


@requires(RecordClass.SCHEDULE, get=Access.READ)
def leaders(request: HttpRequest) -> HttpResponse:
    """Who leads in which language, which groups, how much."""
    actor = request.actor  # type: ignore[attr-defined]
    chosen = chosen_week(actor, {"site": request.GET.get("site", "")}, ROUTE)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    page = LeadersPage(
        chosen.site.name, chosen.site_tabs,
        _table(chosen, plans=may_plan(actor, chosen.site.pk)), chosen.url(route="desk:week"),
    )  # fmt: skip
    return render(request, "desk/duty/leaders.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, get_if=may_plan,
          post_if=may_plan)  # fmt: skip
def leader(request: HttpRequest, worker_id: UUID) -> HttpResponse:
    """One colleague: said anew from a day on, with what held before."""
    actor = request.actor  # type: ignore[attr-defined]
    worker = Worker.objects.select_related("site").get(pk=worker_id)
    if not works_at(actor, worker.site_id):
        raise Worker.DoesNotExist
    held = list(LeadingTerms.objects.filter(worker=worker).order_by("-starts_on", "-created_at"))
    now_held = next((row for row in held if row.ends_on is None), None)
    form = LeadingForm(
        request.POST if request.method == "POST" else None,
        initial=LeadingForm.known(now_held, clock.today(worker.site.time_zone)),
        version=now_held.version if now_held else None,
    )
    if form.is_bound and form.is_valid():
        try:
            say_leading_terms(
                actor=actor, worker_id=worker_id, now=clock.now(),
                expected_version=form.expected_version, **form.told(),
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), words.refusal(code))
        else:
            messages.success(request, _("Kept. The next planned week reads it."))
            return redirect(f"{reverse(ROUTE)}?site={worker.site.code}")
    context = {
        "form": form, "name": worker.name, "history": [_moment(row) for row in held],
        "back": Act(_("Back"), f"{reverse(ROUTE)}?site={worker.site.code}"),
    }  # fmt: skip
    return render(request, "desk/duty/leader.html", context, status=422 if form.errors else 200)


def _table(chosen: Chosen, *, plans: bool) -> Table:
    workers = list(Worker.objects.filter(site=chosen.site).order_by("name"))
    rows = LeadingTerms.objects.filter(worker__in=workers, ends_on=None)
    held = {row.worker_id: row for row in rows}
    usual = int(numbers_for(chosen.program, chosen.today)["leader_most_week_minutes"].value) // HOUR
    columns = (_("Colleague"), _("Languages"), _("Groups"), _("Hours with clients a week"))
    return Table(
        _("Who leads what"),
        tuple(Column(label) for label in columns),
        tuple(
            Row((
                Cell(worker.name,
                     url=reverse("desk:leader", args=[worker.pk]) if plans else ""),
                *(Cell(text) for text in _said(held.get(worker.pk), usual)),
            ))
            for worker in workers
        ),
    )  # fmt: skip


def _said(terms: LeadingTerms | None, usual: int = 0) -> tuple[str, str, str]:
    names = dict(settings.LANGUAGES)
    codes = [code for code in (terms.languages if terms else ()) if code != MAIN]
    kinds = [code for code in (terms.populations if terms else ()) if code != "mixed"]
    most = terms.most_week_minutes // HOUR if terms else 0
    return (
        ", ".join(str(names.get(code, code)) for code in (MAIN, *codes)),
        ", ".join(str(POPULATIONS[code]) for code in ("mixed", *kinds)),
        _("at most %(hours)s") % {"hours": most or usual}
        if most or usual
        else _("the program's number"),
    )


def _moment(row: LeadingTerms) -> Moment:
    first = date_format(row.starts_on, "j M Y")
    when = _("from %(day)s") % {"day": first}
    if row.ends_on is not None:
        when = _("%(first)s until %(last)s") % {
            "first": first, "last": date_format(row.ends_on, "j M Y"),
        }  # fmt: skip
    return Moment(when, " · ".join(_said(row)))
