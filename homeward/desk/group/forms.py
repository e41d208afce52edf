"""The forms of the group room. What was typed stays when something is refused."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.attendance.words import EXCUSES
from homeward.core.forms import ActionForm
from homeward.notes.choices import PARTICIPATION, PROGRESS, RESPONSE
from homeward.notes.models import ClientNote, SessionNote
from homeward.timetable.words import CANCELLING

QUICK = (("present", _("Here")), ("late", _("Late")), ("no_show", _("Absent")))
OTHER = (
    ("virtual_present", _("Here by telehealth")),
    ("excused", _("Excused")),
    ("left_early", _("Left")),
    ("back", _("Came back")),
    ("makeup", _("Here as a make-up")),
    ("cancelled_client", _("Cancelled by the client")),
    ("removed", _("Asked to leave")),
    ("present", _("Here")),
    ("no_show", _("Absent")),
)
LONGEST = 6000


class MarkForm(ActionForm):
    """One click in the roster, or one of the rarer states with a reason and a time."""

    seat = forms.UUIDField(widget=forms.HiddenInput)
    client = forms.UUIDField(widget=forms.HiddenInput, required=False)
    state = forms.ChoiceField(label=_("What happened"), choices=(*QUICK, *OTHER[:-2]))
    at = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("Leave empty for now."),
    )
    reason = forms.ChoiceField(
        label=_("Reason, when excused"), required=False, choices=(("", "—"), *EXCUSES.items())
    )
    appears_intoxicated = forms.BooleanField(
        label=_("Appears intoxicated"), required=False,
        help_text=_("Then: not to the group, and what to do for their safety."),
    )  # fmt: skip

    def happened_at(self, on: Any, zone: str) -> datetime | None:
        """The time typed, on the session's day; None for now."""
        typed: time | None = self.cleaned_data.get("at")
        return datetime.combine(on, typed, ZoneInfo(zone)) if typed else None


class OtherMarkForm(MarkForm):
    """The rarer states."""

    state = forms.ChoiceField(label=_("What happened"), choices=OTHER)


class DraftForm(ActionForm):
    """A client's own part as the room shows it; what came back is read by `DraftTyped`."""

    use_required_attribute = False

    participation = forms.MultipleChoiceField(
        label=_("Took part"), required=False, choices=tuple(PARTICIPATION.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    response = forms.MultipleChoiceField(
        label=_("Response"), required=False, choices=tuple(RESPONSE.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    objective = forms.ChoiceField(label=_("Plan objective"))
    progress = forms.ChoiceField(
        label=_("Progress on it"), required=False, choices=tuple(PROGRESS.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    body = forms.CharField(
        label=_("In your words"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip

    def __init__(self, *args: Any, objectives: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].choices = [("", _("none chosen")), *objectives]  # type: ignore[attr-defined]

    @classmethod
    def of(
        cls, note: ClientNote | None, objectives: Any, suggested: str, typed: Any = None
    ) -> "DraftForm":
        """The form as it was typed, else as last saved, with the plan's objective at first."""
        if typed is not None:
            return cls(typed, objectives=objectives, version=note.version if note else None)
        if note is None:
            return cls(objectives=objectives, initial={"objective": suggested})
        first = {
            "participation": note.participation,
            "response": note.response,
            "objective": str(note.objective_id or ""),
            "progress": note.progress,
            "body": note.body,
        }
        return cls(objectives=objectives, initial=first, version=note.version)


class DraftTyped(DraftForm):
    """What came back: the action checks whose objective it is."""

    objective = forms.UUIDField(required=False)  # type: ignore[assignment]
    body = forms.CharField(required=False, max_length=LONGEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        ActionForm.__init__(self, *args, **kwargs)


class SharedForm(ActionForm):
    """What is true for everyone, once."""

    use_required_attribute = False

    shared = forms.CharField(
        label=_("The group, once for everyone (no names)"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    @classmethod
    def of(cls, note: SessionNote | None) -> "SharedForm":
        """The shared part as it was last saved."""
        if note is None:
            return cls()
        return cls(initial={"shared": note.body}, version=note.version)


class SharedTyped(SharedForm):
    """What came back: an emptied part is saved as it is."""

    shared = forms.CharField(required=False, max_length=LONGEST)


class EndForm(ActionForm):
    """Ending the group asks for nothing but the version seen."""


class CancelForm(ActionForm):
    """Why a session will not take place."""

    reason = forms.ChoiceField(label=_("Reason"), choices=tuple(CANCELLING.items()))
