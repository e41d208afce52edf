"""Forms about what testing stands on: panels, agreed days, kits, certificates, messages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.drugtests import words
from homeward.drugtests.actions.set_panel import PanelLine
from homeward.drugtests.models import Certificate
from homeward.drugtests.rules.panel import KNOWN_ANALYTES

ANALYTES = [(code, words.ANALYTES[code]) for code in KNOWN_ANALYTES]
ASIDE = "aside"
KINDS = {
    Certificate.Kind.WAIVER: _("Waiver"),
    Certificate.Kind.COMPLIANCE: _("Compliance"),
    Certificate.Kind.ACCREDITATION: _("Accreditation"),
}


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"


class PanelForm(ActionForm):
    """One line an analyte: tested for, why, and a prescription that explains it."""

    def __init__(self, *args: Any, lines: Sequence[dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stated = {line["analyte"]: line for line in lines}
        for code in KNOWN_ANALYTES:
            line = stated.get(code, {})
            self.fields[f"has_{code}"] = forms.BooleanField(
                label=words.ANALYTES[code], required=False, initial=code in stated
            )
            self.fields[f"need_{code}"] = forms.CharField(
                label=_("Why this person is tested for it"), required=False, max_length=120,
                initial=line.get("need", ""),
            )  # fmt: skip
            self.fields[f"prescription_{code}"] = forms.CharField(
                label=_("Prescribed, by whom"), required=False, max_length=120,
                initial=line.get("prescription", ""),
            )  # fmt: skip

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The fields of each analyte together."""
        return [
            {
                "has": self[f"has_{code}"],
                "need": self[f"need_{code}"],
                "prescription": self[f"prescription_{code}"],
                "is_open": bool(self[f"has_{code}"].value()),
            }
            for code in KNOWN_ANALYTES
        ]

    @property
    def lines(self) -> list[PanelLine]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return [
            PanelLine(
                analyte=code, need=data[f"need_{code}"], prescription=data[f"prescription_{code}"]
            )
            for code in KNOWN_ANALYTES
            if data[f"has_{code}"]
        ]


class DaysForm(ActionForm):
    """Other weekdays somebody agreed to."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Weekdays"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Beside the days they attend. None ends the agreement."),
    )
    words = forms.CharField(label=_("What did the client agree to?"), max_length=200)


class KitForm(ActionForm):
    """One lot of cups."""

    site = forms.ChoiceField(label=_("Site"))
    name = forms.CharField(label=_("Name on the box"), max_length=60)
    lot = forms.CharField(label=_("Lot"), max_length=30)
    expires_on = forms.DateField(label=_("May be used until"), widget=DateInput)
    analytes = forms.MultipleChoiceField(
        label=_("What it reads"), choices=ANALYTES, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sites: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [(str(each.pk), each.name) for each in sites]  # type: ignore[attr-defined]


class CertificateForm(ActionForm):
    """A site's CLIA certificate."""

    site = forms.ChoiceField(label=_("Site"))
    number = forms.CharField(label=_("CLIA number"), max_length=20)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    starts_on = forms.DateField(label=_("From"), widget=DateInput)
    ends_on = forms.DateField(label=_("Until"), widget=DateInput)

    def __init__(self, *args: Any, sites: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [(str(each.pk), each.name) for each in sites]  # type: ignore[attr-defined]


class ReasonForm(ActionForm):
    """A sentence that says why."""

    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=200
    )


class FilingForm(ActionForm):
    """Whose message it is, and how one knows."""

    order = forms.ChoiceField(label=_("It belongs to"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("How do you know?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=200
    )

    def __init__(self, *args: Any, orders: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["order"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*orders, (ASIDE, _("Nobody here: set it aside"))]


class ConfirmationForm(ActionForm):
    """What the laboratory is to confirm."""

    analytes = forms.MultipleChoiceField(label=_("Confirm"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, unconfirmed: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["analytes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(code, words.analyte(code)) for code in unconfirmed]
        field.initial = list(unconfirmed)
