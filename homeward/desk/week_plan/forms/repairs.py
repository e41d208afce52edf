"""Asking the engine for repairs, and taking one over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm, Chips
from homeward.desk.week_plan.forms import choices
from homeward.desk.week_plan.ground import Ground

RECORDS, CARE, FILL = "records", "care", "fill"
STAFF, ROOM, CLOSURE = "staff_away", "room_closed", "closure"
KINDS = (
    (STAFF, _("A colleague is away")),
    (ROOM, _("A room cannot be used")),
    (CLOSURE, _("The house is closed for part of a day")),
)


class RepairForm(ActionForm):
    """What happened, to whom or to which room, and when."""

    needed_by_choice = frozenset({"staff", "room"})

    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what happened.")},
    )
    staff = forms.ChoiceField(
        label=_("Who is away"), required=False, help_text=_("Needed when a colleague is away.")
    )
    room = forms.ChoiceField(
        label=_("Which room"), required=False, help_text=_("Needed when a room cannot be used.")
    )
    days = forms.MultipleChoiceField(
        label=_("Days"), widget=Chips, error_messages={"required": _("Choose at least one day.")}
    )
    start = forms.ChoiceField(label=_("From"))
    ends = forms.ChoiceField(label=_("Until"))
    is_noted = forms.BooleanField(
        label=_("Write it down too, so that nobody is planned then"), required=False, initial=True
    )

    def __init__(self, *args: Any, ground: Ground, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ground = ground
        times = ground.times
        slots = range(ground.instance.grid.slots_a_day + 1)
        at = [(str(slot), times.at(slot)) for slot in slots]
        names = ground.labels.names
        staff = [(id_, names.staff(id_)) for id_ in ground.instance.staff]
        rooms = [(id_, names.room(id_)) for id_ in ground.instance.rooms]
        self._offer("staff", choices.keeping(_by_name(staff), str(_("choose a colleague"))))
        self._offer("room", choices.keeping(_by_name(rooms), str(_("choose a room"))))
        self._offer("days", choices.days(ground))
        self._offer("start", at[:-1])
        self._offer("ends", at[1:])
        self.initial.setdefault("ends", at[-1][0])

    def clean(self) -> dict[str, Any]:
        """Who, which room, and a time that runs forward."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind == STAFF and not cleaned.get("staff"):
            self.add_error("staff", _("Say who is away."))
        if kind == ROOM and not cleaned.get("room"):
            self.add_error("room", _("Say which room."))
        start, ends = cleaned.get("start"), cleaned.get("ends")
        if start and ends and int(ends) <= int(start):
            self.add_error("ends", _("It ends before it begins. Choose a later end."))
        return cleaned

    def event(self) -> dict[str, Any]:
        """What happened, as the engine takes it."""
        typed = self.cleaned_data
        windows = [[int(day), int(typed["start"]), int(typed["ends"])] for day in typed["days"]]
        event: dict[str, Any] = {"kind": typed["kind"], "windows": sorted(windows)}
        if typed["kind"] == STAFF:
            event["staff"] = typed["staff"]
        elif typed["kind"] == ROOM:
            event["room"] = typed["room"]
        return event

    def _offer(self, name: str, offered: choices.Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = offered


class RecordsForm(ActionForm):
    """Repairs for what the records already say."""


class CareForm(ActionForm):
    """Places for who came into care since the week was drafted, and what else records say now."""


class FillForm(ActionForm):
    """Places for what is missing, with nobody moved for it."""


class TakeOverForm(ActionForm):
    """One alternative, by its place in the answer."""

    alternative = forms.IntegerField(min_value=0, max_value=50, widget=forms.HiddenInput)


class WhatIfForm(ActionForm):
    """Whether one offer would help, by its place among the offers of a need; none asks which
    records would do."""

    client = forms.CharField(max_length=80, widget=forms.HiddenInput)
    service = forms.CharField(max_length=80, widget=forms.HiddenInput)
    offer = forms.IntegerField(min_value=0, max_value=500, widget=forms.HiddenInput, required=False)


def _by_name(pairs: choices.Choices) -> choices.Choices:
    return sorted(pairs, key=lambda pair: pair[1])
