"""The forms of the group room. What was typed stays when something is refused."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.attendance.words import EXCUSES
from homeward.core.forms import ActionForm
from homeward.desk.group.note_forms import NoteTyped as DraftTyped
from homeward.notes.models import SessionNote
from homeward.timetable.words import CANCELLING

QUICK = (("present", _("Here")), ("late", _("Late")), ("no_show", _("Absent")))
OTHER = (
    ("virtual_present", _("Here by telehealth")),
    ("excused", _("Excused")),
    ("left_early", _("Left")),
    ("dropped", _("Connection lost")),
    ("back", _("Came back")),
    ("makeup", _("Here as a make-up")),
    ("cancelled_client", _("Cancelled by the client")),
    ("removed", _("Asked to leave")),
    ("present", _("Here")),
    ("no_show", _("Absent")),
)
LONGEST = 6000
__all__ = [
    "CancelForm",
    "DraftTyped",
    "EndForm",
    "EndScribeForm",
    "MarkForm",
    "ObservationForm",
    "OtherMarkForm",
    "ScribeForm",
    "SharedForm",
    "SharedTyped",
]


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

    is_agreed = forms.BooleanField(
        label=_("Had said so beforehand"), required=False,
        help_text=_("When they left: nobody needs to look for them."),
    )  # fmt: skip

    def happened_at(self, on: Any, zone: str) -> datetime | None:
        """The time typed, on the session's day; None for now."""
        typed: time | None = self.cleaned_data.get("at")
        return datetime.combine(on, typed, ZoneInfo(zone)) if typed else None


class OtherMarkForm(MarkForm):
    """The rarer states."""

    state = forms.ChoiceField(label=_("What happened"), choices=OTHER)


class SharedForm(ActionForm):
    """What is true for everyone, once."""

    use_required_attribute = False

    shared = forms.CharField(
        label=_("The group, once for everyone (no names)"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "data-words": ""}),
    )  # fmt: skip

    @classmethod
    def of(cls, note: SessionNote | None) -> "SharedForm":
        """The shared part as it was last saved."""
        if note is None:
            return cls()
        return cls(initial={"shared": note.body}, version=note.version)


class SharedTyped(SharedForm):
    """What came back: an emptied part is saved as it is."""

    shared = forms.CharField(required=False, max_length=LONGEST, strip=False)


class EndForm(ActionForm):
    """Ending the group asks for nothing but the version seen."""


class CancelForm(ActionForm):
    """Why a session will not take place."""

    reason = forms.ChoiceField(label=_("Reason"), choices=tuple(CANCELLING.items()))


class ObservationForm(ActionForm):
    """What somebody saw who signs no notes."""

    observation = forms.CharField(
        label=_("What you saw or heard"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "data-words": ""}),
        help_text=_("Facts in order, no judgement. A counselor writes the note."),
    )  # fmt: skip


class ScribeForm(ActionForm):
    """Who writes for the leader in this session."""

    worker = forms.ChoiceField(label=_("Who writes for you"))

    def __init__(self, *args: Any, workers: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [("", _("choose")), *workers]  # type: ignore[attr-defined]


class EndScribeForm(ActionForm):
    """They write no longer."""

    worker = forms.UUIDField(widget=forms.HiddenInput)
