"""The move that opens a group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import Chips
from homeward.desk.week_plan.forms import choices
from homeward.desk.week_plan.forms.moves import MoveForm
from homeward.desk.week_plan.labels import language_words
from homeward.timetable.drafting import moves

POPULATIONS = (("mixed", _("everybody")), ("women", _("women")), ("trauma", _("trauma group")))


class OpenGroupForm(MoveForm):
    """A new group: what, for whom, who leads, when, where, and who sits in it."""

    kind, title = "OpenGroup", _("Open a group")
    service = forms.ChoiceField(label=_("Kind"))
    phase = forms.ChoiceField(label=_("Phase"))
    language = forms.ChoiceField(label=_("Language"))
    population = forms.ChoiceField(label=_("For"), choices=POPULATIONS)
    mode = forms.ChoiceField(label=_("How"))
    staff = forms.ChoiceField(label=_("Leader"))
    days = forms.MultipleChoiceField(
        label=_("Days"), widget=Chips,
        help_text=_("A process group meets on all its days at one time; others on one day."),
    )  # fmt: skip
    start = forms.ChoiceField(label=_("Begins"))
    room = forms.ChoiceField(label=_("Room"), required=False)
    members = forms.MultipleChoiceField(
        label=_("Who sits in it"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def prepare(self) -> None:
        spoken = sorted({each.language for each in self.ground.instance.clients.values()})
        service = self.asked("service")
        self._offer("service", choices.services(self.ground, is_group=True))
        self._offer("phase", choices.phases(self.ground))
        self._offer("language", [(each, language_words(each)) for each in spoken])
        self._offer("mode", choices.modes())
        self._offer("staff", self._colleagues(service))
        self._offer("days", choices.days(self.ground))
        self._offer("start", choices.starts(self.ground, service))
        rooms = choices.rooms(self.ground, is_group=True)
        self._offer("room", choices.keeping(rooms, str(_("no room, by telehealth"))))
        self._offer("members", choices.clients(self.ground, service))

    def _colleagues(self, service: str) -> choices.Choices:
        if service:
            return choices.leaders(self.ground, service)
        found = {
            pair
            for code, each in self.ground.instance.services.items()
            if each.is_group
            for pair in choices.leaders(self.ground, code)
        }
        return sorted(found, key=lambda pair: pair[1])

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.OpenGroup(
            service=typed["service"], phase=int(typed["phase"]), language=typed["language"],
            population=typed["population"], mode=typed["mode"], staff=typed["staff"],
            meetings=tuple(
                (int(day), int(typed["start"]), typed["room"]) for day in sorted(typed["days"])
            ),
            members=tuple(typed["members"]),
        )  # fmt: skip
