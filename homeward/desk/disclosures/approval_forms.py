"""Recording an approval: everything 42 CFR 2.52 and 2.53 rest on is asked."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.consents.labels import CLASSES
from homeward.consents.models import Approval, OutsideParty
from homeward.consents.refusal_words import REFUSALS
from homeward.core.forms import ActionForm
from homeward.kernel.records import RecordClass as C

KINDS: dict[str, Promise] = {
    Approval.Kind.RESEARCH: _("Research"),
    Approval.Kind.AUDIT: _("Audit or evaluation"),
}
# Counseling notes go to no study and no audit.
OPENED = (
    C.IDENTITY, C.SCHEDULE, C.ASSESSMENT, C.NOTES, C.MEDICAL, C.DRUG_TESTS, C.CLAIMS, C.OUTCOMES,
)  # fmt: skip
DAY: dict[str, Any] = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class ApprovalForm(ActionForm):
    """Who, what for, by which board, from when until when, on which conditions."""

    kind = forms.ChoiceField(
        label=_("For"), choices=list(KINDS.items()), widget=forms.RadioSelect,
        initial=Approval.Kind.RESEARCH,
    )  # fmt: skip
    party_id = forms.ChoiceField(
        label=_("Who receives it"),
        help_text=_("People and organizations somebody here has looked up."),
    )
    protocol = forms.CharField(
        label=_("Protocol, or what is audited"), max_length=200,
        help_text=_("Title and number of the study, or the law or contract behind the audit."),
    )  # fmt: skip
    responsible = forms.CharField(label=_("Who is responsible there, by name"), max_length=120)
    board = forms.CharField(
        label=_("Who reviewed it"), max_length=160,
        help_text=_("Review board or privacy board; for an audit the agency or payer."),
    )  # fmt: skip
    reviewed_on = forms.DateField(label=_("Reviewed on"), **DAY)
    classes = forms.MultipleChoiceField(
        label=_("What may go"), choices=[(str(each), CLASSES[each]) for each in OPENED],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    conditions = forms.CharField(
        label=_("Conditions"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where it is kept, who sees it, copies or none, when it is destroyed."),
    )  # fmt: skip
    agreement_signed_on = forms.DateField(label=_("They signed the agreement on"), **DAY)
    starts_on = forms.DateField(label=_("From"), **DAY)
    ends_on = forms.DateField(label=_("Until (this day no longer counts)"), required=False, **DAY)
    no_end_reason = forms.CharField(
        label=_("If it has no end: why"), max_length=300, required=False,
        help_text=_("Otherwise leave it empty and give the day above."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party_id"]
        assert isinstance(field, forms.ChoiceField)
        rows = OutsideParty.objects.order_by("name")
        field.choices = [("", _("Choose…")), *((str(row.pk), row.name) for row in rows)]

    def clean(self) -> dict[str, Any]:
        """An end, or the reason why there is none."""
        data = super().clean() or self.cleaned_data
        if (
            not data.get("ends_on")
            and not data.get("no_end_reason")
            and "ends_on" not in self.errors
        ):
            self.add_error("ends_on", str(REFUSALS["open_end_unexplained"]))
        return data


class EndForm(ActionForm):
    """Why it ends."""

    reason = forms.CharField(label=_("Why"), max_length=200)
