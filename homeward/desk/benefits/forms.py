"""Forms of the benefits room: dollars as they are typed, cents as they are kept."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.coverage.models import BenefitsCheck, Payer
from homeward.coverage.rules.cents import from_dollars
from homeward.coverage.words import SHOWN

CENT = Decimal("0.01")


def _dollars(label: Any, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, help_text=help_text, min_value=0, max_digits=9, decimal_places=2,
        required=False,
    )  # fmt: skip


def _date(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class CheckForm(ActionForm):
    """All that is asked of a payer in one call, in the order payers answer it."""

    asks = {
        "payer_code": "coverage.payer",
        "member_id": "coverage.member",
        # What the payer answers, not the client.
        **dict.fromkeys(
            ("plan_name", "effective_from", "effective_to", "is_covered", "network",
             "deductible_left", "out_of_pocket_left", "copay", "coinsurance_percent",
             "allowed_day", "needs_authorization", "days_limit", "days_used", "spoke_with",
             "reference", "note")
        ),
    }  # fmt: skip
    filled = frozenset({"payer_code", "member_id"})

    payer_code = forms.ChoiceField(label=_("Payer"))
    plan_name = forms.CharField(label=_("Plan"), max_length=120, required=False)
    member_id = forms.CharField(label=_("Member number"), max_length=60, required=False)
    effective_from = _date(_("In force from"))
    effective_to = _date(_("In force until"))
    is_covered = forms.ChoiceField(
        label=_("Is intensive outpatient care for substance use covered?"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        widget=forms.RadioSelect,
    )
    network = forms.ChoiceField(
        label=_("Are we in the network?"),
        choices=(("in", _("Yes")), ("out", _("No"))),
        widget=forms.RadioSelect,
        initial="in",
    )
    deductible_left = _dollars(_("Deductible left, in dollars"))
    out_of_pocket_left = _dollars(
        _("Left until the yearly maximum, in dollars"), _("Leave it empty when they did not say.")
    )
    copay = _dollars(_("Copay a day, in dollars"))
    coinsurance_percent = forms.IntegerField(
        label=_("Coinsurance, in percent"), min_value=0, max_value=100, required=False,
        help_text=_("Counted only where there is no copay."),
    )  # fmt: skip
    allowed_day = _dollars(
        _("Allowed amount a day, in dollars"), _("Empty: the program's own charge is taken.")
    )
    needs_authorization = forms.BooleanField(label=_("Authorization is needed"), required=False)
    days_limit = forms.IntegerField(
        label=_("Days covered"), min_value=0, max_value=999, required=False
    )
    days_used = forms.IntegerField(
        label=_("Days used already"), min_value=0, max_value=999, required=False
    )
    spoke_with = forms.CharField(
        label=_("Whom did you speak with?"), max_length=120, required=False
    )
    reference = forms.CharField(label=_("Reference of the call"), max_length=60, required=False)
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, payers: list[Payer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["payer_code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.code, each.name) for each in payers]

    @staticmethod
    def as_last_time(last: BenefitsCheck | None) -> dict[str, Any]:
        """What does not change from month to month; every amount is asked afresh."""
        if last is None:
            return {}
        return {
            "payer_code": last.coverage.payer.code,
            "plan_name": last.plan_name,
            "member_id": last.coverage.member_id,
            "effective_from": last.effective_from,
            "effective_to": last.effective_to,
        }

    def told(self) -> dict[str, Any]:
        """After validation: the payer's answer as `record_benefits_check` takes it."""
        data = self.cleaned_data
        same = (
            "payer_code", "plan_name", "member_id", "effective_from", "effective_to",
            "needs_authorization", "days_limit", "spoke_with", "reference", "note",
        )  # fmt: skip
        return {
            **{name: data[name] for name in same},
            "is_covered": data["is_covered"] == "yes",
            "is_in_network": data["network"] == "in",
            "copay_cents": _cents(data["copay"]) or 0,
            "deductible_left_cents": _cents(data["deductible_left"]) or 0,
            "out_of_pocket_left_cents": _cents(data["out_of_pocket_left"]),
            "allowed_day_cents": _cents(data["allowed_day"]),
            "coinsurance_percent": data["coinsurance_percent"] or 0,
            "days_used": data["days_used"] or 0,
        }


class FeeForm(ActionForm):
    """Household and income; nothing else decides the fee."""

    asks = {
        "household": "fee.household_size",
        "income": "fee.yearly_income",
        "shown": None,  # which paper was shown
    }

    household = forms.IntegerField(
        label=_("People in the household"), min_value=1, max_value=30, initial=1
    )
    income = forms.DecimalField(
        label=_("Income of the household a year, in dollars"), min_value=0, max_digits=11,
        decimal_places=2,
    )  # fmt: skip
    shown = forms.ChoiceField(
        label=_("What was the income read from?"), choices=list(SHOWN.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip

    @property
    def income_cents(self) -> int:
        """After validation."""
        return _cents(self.cleaned_data["income"]) or 0


class GivenForm(ActionForm):
    """The estimate was handed over in one language."""

    asks = {"language": None}  # of the sheet that was given

    language = forms.ChoiceField(choices=settings.LANGUAGES)


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else from_dollars(amount.quantize(CENT))
