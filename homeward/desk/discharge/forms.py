"""Forms of the discharge room."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.progress import words
from homeward.progress.actions import Closing

RATINGS = [(str(n), str(n)) for n in range(5)]
DIMENSIONS = {
    "1": _("1 Withdrawal"), "2": _("2 Body"), "3": _("3 Mind"), "4": _("4 Readiness"),
    "5": _("5 Return to use"), "6": _("6 Surroundings"),
}  # fmt: skip
KINDS = (
    ("level_1", _("Outpatient counseling")), ("continuing_care_group", _("Continuing care group")),
    ("otp_obot", _("Medication program")), ("residential", _("Residential program")),
    ("medical", _("Medical")), ("other", _("Other")),
)  # fmt: skip
FOLLOW_UP_FACTS = (
    ("any_use_30d", _("Any use in the last 30 days")), ("employed", _("Working")),
    ("housed", _("Has a home")), ("arrested_30d", _("Arrested in the last 30 days")),
    ("in_care", _("In care somewhere")),
)  # fmt: skip
YES_NO = (("", _("Not asked or not answered")), ("yes", _("Yes")), ("no", _("No")))


class DischargeForm(ActionForm):
    """What the counselor adds to what the record already says."""

    type = forms.ChoiceField(
        label=_("Kind of discharge"), choices=list(words.DISCHARGE_TYPES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    last_contact_on = forms.DateField(
        label=_("Last contact"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The last day the client was seen. It may lie before the discharge."),
    )
    reason = forms.CharField(label=_("Cause"), max_length=300, required=False)
    administrative = forms.MultipleChoiceField(
        label=_("Only for an administrative discharge"), choices=list(words.ADMINISTRATIVE.items()),
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    presenting = forms.CharField(label=_("Presenting problem"), max_length=300, required=False)
    narrative = forms.CharField(
        label=_("Course of care"), widget=forms.Textarea(attrs={"rows": 6}), max_length=6000,
        help_text=_("What was worked on, what changed, what is still open."),
    )  # fmt: skip
    prognosis = forms.CharField(label=_("Prognosis"), max_length=200, required=False)
    recommendations = forms.CharField(
        label=_("Recommendations"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000,
        required=False,
    )  # fmt: skip
    naloxone = forms.ChoiceField(
        label=_("Naloxone"), choices=list(words.NALOXONE.items()), required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    contact_consent = forms.BooleanField(
        label=_("The client agrees to be called afterwards"), required=False
    )

    def __init__(self, *args: Any, last_contact_on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_contact_on"].initial = last_contact_on
        for number, label in DIMENSIONS.items():
            self.fields[f"rating_{number}"] = forms.ChoiceField(
                label=label, choices=RATINGS, required=False, widget=forms.RadioSelect
            )

    @property
    def ratings(self) -> list[Any]:
        """The rating fields in order."""
        return [self[f"rating_{number}"] for number in DIMENSIONS]

    @property
    def closing(self) -> Closing:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return Closing(
            type=data["type"],
            last_contact_on=data["last_contact_on"],
            narrative=data["narrative"],
            reason=data["reason"],
            presenting=data["presenting"],
            prognosis=data["prognosis"],
            recommendations=data["recommendations"],
            naloxone=data["naloxone"],
            contact_consent=data["contact_consent"],
            administrative=data["administrative"],
            ratings={n: int(data[f"rating_{n}"]) for n in DIMENSIONS if data[f"rating_{n}"]},
        )


class AppointmentForm(ActionForm):
    """A real appointment."""

    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    with_whom = forms.CharField(label=_("With whom"), max_length=120, required=False)
    place = forms.CharField(label=_("Where"), max_length=120, required=False)
    at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class PhaseForm(ActionForm):
    """Another phase of the same level."""

    phase = forms.ChoiceField(label=_("Phase"), widget=forms.RadioSelect)
    from_day = forms.DateField(
        label=_("From which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(label=_("Why"), max_length=60)

    def __init__(self, *args: Any, phases: Sequence[Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["phase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(phase.pk), f"{phase.name} · {phase.weekly_minutes / 60:g} h") for phase in phases
        ]
        self.fields["from_day"].initial = today


class FollowUpForm(ActionForm):
    """One check-up call; what was not answered stays empty."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=(("reached", _("Reached")), ("not_reached", _("Not reached")),
                 ("declined", _("Did not want to talk"))),
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in FOLLOW_UP_FACTS:
            self.fields[name] = forms.ChoiceField(label=label, choices=YES_NO, required=False)

    @property
    def answers(self) -> dict[str, bool | None]:
        """After validation: yes, no, or missing."""
        return {
            name: {"yes": True, "no": False}.get(self.cleaned_data[name])
            for name, _label in FOLLOW_UP_FACTS
        }
