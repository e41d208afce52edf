"""Forms of the review room."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.progress import words


class DecisionForm(ActionForm):
    """What the team decides; the parts of a step are needed only for a step."""

    outcome = forms.ChoiceField(
        label=_("The team decides"), choices=list(words.OUTCOMES.items()), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    client_view = forms.CharField(
        label=_("How the client sees it"), max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    to_phase = forms.ChoiceField(label=_("To which phase"), required=False)
    from_day = forms.DateField(
        label=_("From which day"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    has_prevention_plan = forms.BooleanField(
        label=_("A written plan for staying well exists"), required=False
    )
    receiving_program = forms.CharField(
        label=_("Who receives the client"), max_length=120, required=False,
        help_text=_("Leave empty when it is this program."),
    )  # fmt: skip
    first_appointment_at = forms.DateTimeField(
        label=_("First appointment there"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip

    def __init__(self, *args: Any, phases: Sequence[Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to_phase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "")] + [
            (str(phase.pk), f"{phase.name} · {phase.weekly_minutes / 60:g} h") for phase in phases
        ]
        self.fields["from_day"].initial = today


class OutreachForm(ActionForm):
    """One try."""

    channel = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=list(words.TRIES.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, channels: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["channel"]
        assert isinstance(field, forms.ChoiceField)
        others = [code for code in words.CHANNELS if code not in channels]
        field.choices = [(code, words.CHANNELS[code]) for code in (*channels, *others)]
