"""One form for each kind of move. Each is filled by hand, by drag or by arrow keys.

The same form asks (a trial, which changes nothing) and acts (the move). `version` is the number of
the last move the page was made from.
"""

from abc import ABCMeta, abstractmethod
from typing import Any, ClassVar

from django import forms
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.week_plan.forms import choices
from homeward.desk.week_plan.ground import Ground
from homeward.timetable.drafting import moves
from homeward.timetable.solver.schedule import Group

LONGEST = 80


class AbstractForms(DeclarativeFieldsMetaclass, ABCMeta):
    """Forms of which some only say what the others have in common; those cannot be made."""


class MoveForm(ActionForm, metaclass=AbstractForms):
    """A move being asked for; `move()` after validation.

    A kind of move that does not say what it asks cannot be shown: it fails when the page is made,
    not when somebody sends it.
    """

    kind: ClassVar[str]
    title: ClassVar[Any]

    def __init__(self, *args: Any, ground: Ground, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ground = ground
        self.prepare()

    def prepare(self) -> None:
        """Fill the lists from the draft."""

    @abstractmethod
    def move(self) -> Any:
        """What is asked, as the draft takes it."""

    def asked(self, name: str) -> str:
        """A value as it was sent or as the form begins, before it is validated."""
        found = self.data.get(name) if self.is_bound else self.initial.get(name, "")
        return str(found if found is not None else "")[:LONGEST]

    def _offer(self, name: str, offered: choices.Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = offered


class GroupMoveForm(MoveForm):
    """About one group of the draft."""

    group = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)

    @property
    def found(self) -> Group | None:
        """The group as it stands."""
        return self.ground.groups.get(self.asked("group"))

    @property
    def service(self) -> str:
        """Its kind of session."""
        return self.found.service if self.found else ""

    def clean_group(self) -> str:
        """Refuse a group that is no longer there."""
        if self.found is None:
            raise forms.ValidationError(_("This group is not in the draft any more."))
        return str(self.cleaned_data["group"])


class MeetingForm(GroupMoveForm):
    """About one meeting of a group."""

    day = forms.IntegerField(min_value=0, max_value=13, widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, max_value=288, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Refuse a meeting that is no longer there."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.found and not any(
            (each.day, each.start) == (cleaned.get("day"), cleaned.get("start"))
            for each in self.found.meetings
        ):
            raise forms.ValidationError(_("This meeting is not at that time any more."))
        return cleaned


class MoveMeetingForm(MeetingForm):
    """Another day, another time, perhaps another room."""

    kind, title = "MoveMeeting", _("Move to another time")
    to_day = forms.ChoiceField(label=_("Day"))
    to_start = forms.ChoiceField(label=_("Begins"))
    to_room = forms.ChoiceField(label=_("Room"), required=False)

    def prepare(self) -> None:
        self._offer("to_day", choices.days(self.ground))
        self._offer("to_start", choices.starts(self.ground, self.service))
        rooms = choices.rooms(self.ground, is_group=True)
        self._offer("to_room", choices.keeping(rooms, str(_("keep the room"))))

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.MoveMeeting(
            group=typed["group"], day=typed["day"], start=typed["start"],
            to_day=int(typed["to_day"]), to_start=int(typed["to_start"]),
            to_room=typed["to_room"] or None,
        )  # fmt: skip


class ChangeRoomForm(MeetingForm):
    """Another room at the same time."""

    kind, title = "ChangeRoom", _("Another room")
    room = forms.ChoiceField(label=_("Room"))

    def prepare(self) -> None:
        self._offer("room", choices.rooms(self.ground, is_group=True))

    def move(self) -> Any:
        typed = self.cleaned_data
        return moves.ChangeRoom(
            group=typed["group"], day=typed["day"], start=typed["start"], room=typed["room"]
        )


class ChangeLeaderForm(GroupMoveForm):
    """Somebody else leads all its meetings."""

    kind, title = "ChangeLeader", _("Another leader")
    staff = forms.ChoiceField(label=_("Leader"))

    def prepare(self) -> None:
        self._offer("staff", choices.leaders(self.ground, self.service))

    def move(self) -> Any:
        return moves.ChangeLeader(
            group=self.cleaned_data["group"], staff=self.cleaned_data["staff"]
        )


class TakeSeatForm(GroupMoveForm):
    """One more person in the group."""

    kind, title = "TakeSeat", _("Give somebody a seat")
    client = forms.ChoiceField(label=_("Client"))

    def prepare(self) -> None:
        self._offer("client", choices.joiners(self.ground, self.found) if self.found else [])

    def move(self) -> Any:
        return moves.TakeSeat(group=self.cleaned_data["group"], client=self.cleaned_data["client"])


class LeaveSeatForm(GroupMoveForm):
    """One person fewer in the group."""

    kind, title = "LeaveSeat", _("Give a seat back")
    client = forms.ChoiceField(label=_("Client"))

    def prepare(self) -> None:
        self._offer("client", choices.members(self.ground, self.found) if self.found else [])

    def move(self) -> Any:
        return moves.LeaveSeat(group=self.cleaned_data["group"], client=self.cleaned_data["client"])


class CloseGroupForm(GroupMoveForm):
    """The group does not meet; its people are to be placed again."""

    kind, title = "CloseGroup", _("Close this group")

    def move(self) -> Any:
        return moves.CloseGroup(group=self.cleaned_data["group"])
