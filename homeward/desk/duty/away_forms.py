"""The form of an absence: whole days, or hours of one day."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.program.models import Site
from homeward.staff.models import Worker
from homeward.timetable.permissions import may_plan
from homeward.timetable.planning_words import AWAY

_DAY, _CLOCK = {"type": "date"}, {"type": "time"}


def may_say_for(actor: Actor, site: Site) -> list[Worker]:
    """Of whom the actor may say that they are away: everybody who plans, else themselves."""
    rows = Worker.objects.filter(site=site).order_by("name")
    if not may_plan(actor, site.pk):
        rows = rows.filter(pk__in=[actor.worker_id] if actor.worker_id else [])
    return list(rows)


class AwayForm(ActionForm):
    """Who is away from when until when, and why."""

    worker = forms.ChoiceField(label=gettext_lazy("Who"))
    why = forms.ChoiceField(label=gettext_lazy("Why"), choices=list(AWAY.items()))
    first = forms.DateField(
        label=gettext_lazy("First day"), widget=forms.DateInput(attrs=_DAY),
        help_text=gettext_lazy("Leave both times empty for whole days."),
    )  # fmt: skip
    last = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs=_DAY))
    starts = forms.TimeField(
        label=gettext_lazy("From"), required=False, widget=forms.TimeInput(attrs=_CLOCK)
    )
    ends = forms.TimeField(
        label=gettext_lazy("Until"), required=False, widget=forms.TimeInput(attrs=_CLOCK)
    )
    site = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, workers: list[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [  # type: ignore[attr-defined]
            (str(worker.pk), worker.name) for worker in workers
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first."))
        return cleaned

    def told(self, zone: str) -> dict[str, Any]:
        """After validation: what the action takes, in instants; whole days end at midnight."""
        data, place = self.cleaned_data, ZoneInfo(zone)
        ends = data["ends"]
        return {
            "worker_id": UUID(data["worker"]),
            "why": data["why"],
            "starts_at": _at(data["first"], data["starts"] or time(), place),
            "ends_at": _at(data["last"], ends, place)
            if ends
            else _at(data["last"] + timedelta(days=1), time(), place),
        }


def _at(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone).astimezone(UTC)
