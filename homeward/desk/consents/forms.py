"""Signing a consent on the screen, and taking it back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from homeward.consents.labels import CLASSES
from homeward.consents.models import CaseClosing
from homeward.consents.refusal_words import REFUSALS
from homeward.consents.signing_page import ConsentSignatureForm
from homeward.consents.terms import Terms
from homeward.core.forms import ActionForm

NEW = ""
CHOSEN = ("contact_id", "recipient_name", "recipient_relation", "classes", "expires_on")


class SignatureForm(ConsentSignatureForm):
    """What the client chooses and signs."""

    contact_id = forms.ChoiceField(label=_("With whom"), required=False)
    recipient_name = forms.CharField(
        label=_("Or a new person, by full name"), max_length=120, required=False
    )
    recipient_relation = forms.CharField(
        label=_("Who they are"), max_length=60, required=False,
        help_text=_("Mother, partner, probation officer at the county court…"),
    )  # fmt: skip
    classes = forms.MultipleChoiceField(
        label=_("What may be shared"), required=False, widget=forms.CheckboxSelectMultiple
    )
    expires_on = forms.DateField(
        label=_("Ends on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    field_order = (*CHOSEN, "signer_name", "copy_given", "witness", "password")

    def __init__(self, *args: Any, terms: Terms, contacts: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if terms.contact_kind:
            field = self.fields["contact_id"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [
                (NEW, _("A new person")),
                *(
                    (str(each.pk), " · ".join(filter(None, (each.name, each.relation))))
                    for each in contacts
                ),
            ]
        else:
            for name in ("contact_id", "recipient_name", "recipient_relation"):
                del self.fields[name]
        if terms.classes_offered:
            offered = self.fields["classes"]
            assert isinstance(offered, forms.MultipleChoiceField)
            offered.choices = [
                (str(each), capfirst(CLASSES[each])) for each in terms.classes_offered
            ]
            offered.initial = [str(each) for each in terms.classes]
        else:
            del self.fields["classes"]
        if terms.days is None:
            del self.fields["expires_on"]

    def clean_expires_on(self) -> date | None:
        """An end lies ahead."""
        day: date | None = self.cleaned_data.get("expires_on")
        if day and day <= self.today:
            raise forms.ValidationError(_("Choose a day that lies ahead."))
        return day

    @property
    def choices_made(self) -> list[Any]:
        """The bound fields about recipient, content and end."""
        return [self[name] for name in CHOSEN if name in self.fields]


class RevocationForm(ActionForm):
    """How the client said it."""

    how = forms.ChoiceField(
        label=_("The client takes it back"),
        choices=(
            ("in_writing", _("In writing")),
            ("on_screen", _("Here, on the screen")),
            ("by_letter", _("By letter")),
            ("spoken", _("Said aloud; I write it down")),
        ),
        widget=forms.RadioSelect,
        initial="on_screen",
    )


class CaseClosedForm(ActionForm):
    """Since when the case is over, and how somebody here knows it."""

    closed_on = forms.DateField(
        label=_("The case closed on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    known_by = forms.ChoiceField(
        label=_("How you know"), widget=forms.RadioSelect, choices=CaseClosing.Known.choices
    )
    note = forms.CharField(
        label=_("Docket, name or date of the paper"), max_length=200, required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_closed_on(self) -> date:
        """A case is written down once it is closed."""
        day: date = self.cleaned_data["closed_on"]
        if day > self.today:
            raise forms.ValidationError(REFUSALS["case_closes_ahead"])
        return day
