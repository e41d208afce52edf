"""The forms of the Schedule tab."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

RELEASING = (
    ("schedule_change", _("The client's days change")),
    ("phase_change", _("The client moves to another phase")),
    ("discharge", _("The client leaves the program")),
    ("client_asked", _("The client asked")),
)


class AskForm(forms.Form):
    """Which group a seat is asked in, and from when: nothing is written yet."""

    group = forms.ChoiceField(label=_("Group"))
    from_day = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, groups: Any = (), offered: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)
        # Any group may be asked about; the list holds those that fit, the rest stand below it.
        field.choices = list(groups)
        field.widget.choices = list(offered)


class SeatForm(ActionForm):
    """Taking the seat that was asked for."""

    group = forms.UUIDField(widget=forms.HiddenInput)
    from_day = forms.DateField(widget=forms.HiddenInput)


class ReleaseForm(ActionForm):
    """Giving a standing seat back."""

    ends_on = forms.DateField(
        label=_("First day without it"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=RELEASING)


class BookForm(ActionForm):
    """One session with one colleague."""

    session_type = forms.ChoiceField(label=_("Kind"))
    worker = forms.ChoiceField(label=_("With"))
    room = forms.ChoiceField(label=_("Room"), required=False)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    at = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}))

    def __init__(
        self, *args: Any, types: Any = (), workers: Any = (), rooms: Any = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session_type"].choices = list(types)  # type: ignore[attr-defined]
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["room"].choices = [("", _("no room")), *rooms]  # type: ignore[attr-defined]


class MakeUpForm(ActionForm):
    """One session of the week in place of the missed one."""

    session = forms.UUIDField(widget=forms.HiddenInput)


class ApartForm(ActionForm):
    """Never to sit in one group with somebody."""

    chart_number = forms.CharField(
        label=_("Chart number of the other person"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Only you, a supervisor and the director read this."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))


class ApartEndForm(ActionForm):
    """The two may sit together again."""

    ends_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
