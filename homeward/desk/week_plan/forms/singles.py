"""Moves of one-to-ones: place, move, drop."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.desk.week_plan.forms import choices
from homeward.desk.week_plan.forms.moves import LONGEST, MoveForm
from homeward.timetable.drafting import moves
from homeward.timetable.solver.schedule import Single


class SingleForm(MoveForm):
    """About one client and one kind of talk."""

    client = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)
    service = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)

    def clean_client(self) -> str:
        """Refuse somebody the week does not know."""
        client = str(self.cleaned_data["client"])
        if client not in self.ground.instance.clients:
            raise forms.ValidationError(_("This client is not in the week any more."))
        return client

    def _colleagues(self) -> choices.Choices:
        return choices.own_colleagues(self.ground, self.asked("client"), self.asked("service"))


class HeldForm(SingleForm):
    """About a talk that has its place."""

    day = forms.IntegerField(min_value=0, max_value=13, widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, max_value=288, widget=forms.HiddenInput)

    @property
    def found(self) -> Single | None:
        """The talk as it stands."""
        wanted = tuple(self.asked(name) for name in ("client", "service", "day", "start"))
        for each in self.ground.schedule.singles:
            if (each.client, each.service, str(each.day), str(each.start)) == wanted:
                return each
        return None

    def clean(self) -> dict[str, Any]:
        """Refuse a talk that is no longer there."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.found is None:
            raise forms.ValidationError(_("This session is not at that time any more."))
        return cleaned


class PlaceSingleForm(SingleForm):
    """A talk that has no place yet."""

    kind, title = "PlaceSingle", _("Place this session")
    staff = forms.ChoiceField(label=_("With"))
    day = forms.ChoiceField(label=_("Day"))
    start = forms.ChoiceField(label=_("Begins"))
    mode = forms.ChoiceField(label=_("How"))
    room = forms.ChoiceField(label=_("Room"), required=False)

    def prepare(self) -> None:
        self._offer("staff", self._colleagues())
        self._offer("day", choices.days(self.ground))
        self._offer("start", choices.starts(self.ground, self.asked("service")))
        self._offer("mode", choices.modes())
        offices = choices.rooms(self.ground, is_group=False)
        self._offer("room", choices.keeping(offices, str(_("no room"))))

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.PlaceSingle(
            client=typed["client"], service=typed["service"], staff=typed["staff"],
            day=int(typed["day"]), start=int(typed["start"]), mode=typed["mode"],
            room=typed["room"],
        )  # fmt: skip


class MoveSingleForm(HeldForm):
    """Another time, perhaps another colleague or room."""

    kind, title = "MoveSingle", _("Move to another time")
    to_day = forms.ChoiceField(label=_("Day"))
    to_start = forms.ChoiceField(label=_("Begins"))
    staff = forms.ChoiceField(label=_("With"), required=False)
    room = forms.ChoiceField(label=_("Room"), required=False)

    def prepare(self) -> None:
        self._offer("to_day", choices.days(self.ground))
        self._offer("to_start", choices.starts(self.ground, self.asked("service")))
        self._offer("staff", choices.keeping(self._colleagues(), str(_("the same colleague"))))
        offices = choices.rooms(self.ground, is_group=False)
        self._offer("room", choices.keeping(offices, str(_("keep the room"))))

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.MoveSingle(
            client=typed["client"], service=typed["service"], day=typed["day"],
            start=typed["start"], to_day=int(typed["to_day"]), to_start=int(typed["to_start"]),
            staff=typed["staff"], room=typed["room"] or None,
        )  # fmt: skip


class DropSingleForm(HeldForm):
    """The talk loses its place."""

    kind, title = "DropSingle", _("Take it out of the week")

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.DropSingle(
            client=typed["client"], service=typed["service"], day=typed["day"], start=typed["start"]
        )
