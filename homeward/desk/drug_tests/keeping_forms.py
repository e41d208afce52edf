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
from homeward.drugtests.rules.panel import CODED_ANALYTES, KNOWN_ANALYTES

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
    beyond_need = forms.CharField(
        label=_("Why this person needs it now"), max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is more than payers usually pay for. The reason stays with the order."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, unconfirmed: Sequence[str], is_beyond: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not is_beyond:
            del self.fields["beyond_need"]
        field = self.fields["analytes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(code, words.analyte(code)) for code in unconfirmed]
        field.initial = list(unconfirmed)


class LaboratoryForm(ActionForm):
    """A laboratory that takes the program's specimens."""

    name = forms.CharField(label=_("Name"), max_length=80)
    sender = forms.CharField(
        label=_("How its messages name it"), max_length=80,
        help_text=_("The sending facility of its HL7 messages (MSH-4), letter by letter."),
    )  # fmt: skip
    clia_number = forms.CharField(label=_("CLIA number"), max_length=20, required=False)
    clia_ends_on = forms.DateField(
        label=_("The certificate holds until"), widget=DateInput, required=False
    )
    analytes = forms.MultipleChoiceField(
        label=_("What it tests for"), choices=ANALYTES, widget=forms.CheckboxSelectMultiple,
        required=False, help_text=_("None chosen: nobody asks before sending."),
    )  # fmt: skip
    codes = forms.CharField(
        label=_("Its own codes"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line: its code or name, an equals sign, the code of our list."),
    )  # fmt: skip
    is_active = forms.BooleanField(label=_("It takes our specimens"), required=False, initial=True)

    def told(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        mine = ("name", "sender", "clia_number", "clia_ends_on", "analytes", "codes", "is_active")
        return {name: self.cleaned_data[name] for name in mine}

    def clean_codes(self) -> dict[str, str]:
        """The lines as pairs; raises ValidationError with the first line that is none."""
        found: dict[str, str] = {}
        for number, line in enumerate(self.cleaned_data["codes"].splitlines(), start=1):
            if not line.strip():
                continue
            theirs, equals, ours = (part.strip() for part in line.partition("="))
            if not (theirs and equals and ours in CODED_ANALYTES):
                raise forms.ValidationError(
                    _("Line %(line)s is not a code, an equals sign and a code of our list."),
                    params={"line": number},
                )
            found[theirs] = ours
        return found
