"""The one screen of a first call."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices


class InquiryForm(ActionForm):
    """Everything a first call must tell, in the order a call goes."""

    caller_name = forms.CharField(label=_("Caller's name"), max_length=120)
    relation = forms.ChoiceField(
        label=_("Who is calling"), choices=choices.RELATION_CHOICES, initial="self"
    )
    person_name = forms.CharField(
        label=_("Who needs care"),
        max_length=120,
        required=False,
        help_text=_("Leave empty when the caller calls for themselves."),
    )
    phone = forms.CharField(label=_("Number we may call back"), max_length=40, required=False)
    may_call_back = forms.BooleanField(label=_("We may call back"), required=False, initial=True)
    may_leave_message = forms.BooleanField(label=_("We may leave a message"), required=False)
    message_name = forms.CharField(
        label=_("Under what name"),
        max_length=60,
        required=False,
        help_text=_("The name we say we are, so that nobody learns where the call came from."),
    )
    substances = forms.MultipleChoiceField(
        label=_("Substances"),
        choices=choices.SUBSTANCES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    last_use = forms.ChoiceField(label=_("Last use"), choices=choices.LAST_USE, required=False)
    is_pregnant = forms.ChoiceField(
        label=_("Pregnant"),
        choices=choices.YES_NO_UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
        initial=choices.UNKNOWN,
    )
    injects = forms.ChoiceField(
        label=_("Injects"),
        choices=choices.YES_NO_UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
        initial=choices.UNKNOWN,
    )
    suicidal = forms.ChoiceField(
        label=_("Thoughts of suicide"),
        choices=choices.SUICIDAL,
        required=False,
        widget=forms.RadioSelect,
        initial=choices.UNKNOWN,
    )
    withdrawal_risk = forms.ChoiceField(
        label=_("Risk of withdrawal"),
        choices=choices.WITHDRAWAL,
        required=False,
        widget=forms.RadioSelect,
        initial=choices.UNKNOWN,
    )
    payer_code = forms.ChoiceField(label=_("Who would pay"), required=False)
    referral_source = forms.ChoiceField(
        label=_("How they came to us"), choices=choices.REFERRALS, required=False
    )
    site_id = forms.ChoiceField(label=_("Site"))
    wanted_track_id = forms.ChoiceField(label=_("Time of day that would fit"), required=False)
    note = forms.CharField(
        label=_("Anything else, in their words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, sites: Any, tracks: Any, payers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fill("site_id", [(str(each.pk), each.name) for each in sites])
        self._fill(
            "wanted_track_id", [("", _("Not asked")), *((str(t.pk), t.name) for t in tracks)]
        )
        self._fill("payer_code", [("", _("Not known yet")), *((p.code, p.name) for p in payers)])

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def told(self) -> dict[str, Any]:
        """What the caller told, as `take_inquiry` wants it."""
        given = {name: self.cleaned_data[name] for name in self.fields if name != "form_version"}
        for name in ("is_pregnant", "injects"):
            given[name] = {"yes": True, "no": False}.get(given[name])
        for name in ("suicidal", "withdrawal_risk"):
            given[name] = "" if given[name] == choices.UNKNOWN else given[name]
        given["wanted_track_id"] = given["wanted_track_id"] or None
        return given
