"""Few questions, each with "I do not know"."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.consents.models import OutsideParty
from homeward.core.forms import ActionForm
from homeward.desk.safety.report_words import ASKED, MATTERS

ANSWERS = (("yes", _("yes")), ("no", _("no")), ("", _("I do not know")))
KNOWN = {"yes": True, "no": False}


class ReportForm(ActionForm):
    """What there is to report; the rest only where no exception holds."""

    matter = forms.ChoiceField(
        label=_("What is there to report?"), choices=tuple(MATTERS.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    party_id = forms.ChoiceField(
        label=_("Who would hear it, if a consent may name them"), required=False
    )
    words = forms.CharField(
        label=_("What you know, in short"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept with the decision, outside the chart."),
    )  # fmt: skip

    def __init__(self, *args: Any, with_party: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in ASKED.items():
            self.fields[code] = forms.ChoiceField(
                label=str(label), choices=ANSWERS, required=False, initial="",
                widget=forms.RadioSelect,
            )  # fmt: skip
        field = self.fields["party_id"]
        assert isinstance(field, forms.ChoiceField)
        rows = OutsideParty.objects.order_by("name")
        field.choices = [("", _("nobody is named")), *((str(row.pk), row.name) for row in rows)]
        if not with_party:
            del self.fields["party_id"]
        self.order_fields(["matter", *ASKED, "party_id", "words"])

    def known(self) -> dict[str, bool | None]:
        """After validation: yes, no, or not known, by question."""
        return {code: KNOWN.get(self.cleaned_data[code]) for code in ASKED}
