"""The one screen of a first call."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.admissions.actions.take_inquiry import Busy
from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices


def yes_no(label: Any) -> forms.ChoiceField:
    """Yes, no, or not asked, which is where it begins and stays until somebody asks."""
    return forms.ChoiceField(
        label=label,
        choices=choices.YES_NO_UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
        initial=choices.UNKNOWN,
    )


class InquiryForm(ActionForm):
    """Everything a first call must tell, in the order a call goes."""

    asks = {
        "caller_name": "caller.name",
        "relation": "caller.relation",
        "person_name": "person.name",
        "phone": "person.phone",
        "may_call_back": "contact.call_back",
        "may_leave_message": "contact.safe",
        "message_name": "contact.message_name",
        "substances": "use.substances",
        "last_use": "use.last",
        "is_pregnant": "pregnancy",
        "injects": "use.injects",
        "suicidal": "risk.suicide",
        "withdrawal_risk": "withdrawal",
        "payer_code": "coverage.payer",
        "referral_source": "referral.source",
        "site_id": None,
        "wanted_track_id": "schedule.track",
        "note": "told.note",
        **{
            f"{kind}_{part}": "obligations"
            for kind, _words in choices.OBLIGATIONS
            for part in ("days", "starts", "ends")
        },
    }

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
    may_call_back = yes_no(_("May we call back?"))
    may_leave_message = yes_no(_("May we leave a message?"))
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
    is_pregnant = yes_no(_("Pregnant"))
    injects = yes_no(_("Injects"))
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
        for kind, _words in choices.OBLIGATIONS:
            self.fields[f"{kind}_days"] = forms.MultipleChoiceField(
                label=_("Days"),
                choices=choices.WEEKDAYS,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            for name, label in (("starts", _("From")), ("ends", _("To"))):
                self.fields[f"{kind}_{name}"] = forms.TimeField(
                    label=label,
                    required=False,
                    widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                )

    def clean(self) -> dict[str, Any]:
        """An obligation has days and both times, or nothing."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for kind, _words in choices.OBLIGATIONS:
            days, starts, ends = (data.get(f"{kind}_{part}") for part in ("days", "starts", "ends"))
            if not (days or starts or ends):
                continue
            if not days:
                self.add_error(f"{kind}_days", _("Choose the days."))
            elif starts is None or ends is None or ends <= starts:
                self.add_error(f"{kind}_starts", _("Enter a start, and an end after it."))
        return data

    @property
    def obligations(self) -> list[dict[str, Any]]:
        """The bound fields of each obligation, for the template."""
        return [
            {
                "name": words,
                "days": self[f"{kind}_days"],
                "starts": self[f"{kind}_starts"],
                "ends": self[f"{kind}_ends"],
            }
            for kind, words in choices.OBLIGATIONS
        ]

    @property
    def has_obligations(self) -> bool:
        """Whether something of the week was told, so that its part stands open."""
        return any(
            self[f"{kind}_{part}"].value()
            for kind, _words in choices.OBLIGATIONS
            for part in ("days", "starts", "ends")
        )

    def busy(self) -> list[Busy]:
        """The week's obligations that are complete."""
        data = self.cleaned_data
        return [
            Busy(kind, int(day), data[f"{kind}_starts"], data[f"{kind}_ends"])
            for kind, _words in choices.OBLIGATIONS
            for day in data.get(f"{kind}_days") or ()
            if data.get(f"{kind}_starts") and data.get(f"{kind}_ends")
        ]

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def partly_told(self) -> dict[str, Any]:
        """What can be read so far, for the live part; an unreadable field is not asked yet."""
        data = self.cleaned_data
        found: dict[str, Any] = {
            name: {"yes": True, "no": False}.get(data.get(name, ""))
            for name in ("is_pregnant", "injects", "may_leave_message")
        }
        for name in ("suicidal", "withdrawal_risk", "last_use"):
            value = data.get(name, "")
            found[name] = "" if value == choices.UNKNOWN else value
        return {**found, "obligations": self.busy()}

    def told(self) -> dict[str, Any]:
        """What the caller told, as `take_inquiry` wants it; "not asked" stays None or empty."""
        weekly = tuple(f"{kind}_" for kind, _words in choices.OBLIGATIONS)
        given = {
            name: self.cleaned_data[name]
            for name in self.fields
            if name != "form_version" and not name.startswith(weekly)
        }
        for name in ("is_pregnant", "injects", "may_call_back", "may_leave_message"):
            given[name] = {"yes": True, "no": False}.get(given[name])
        for name in ("suicidal", "withdrawal_risk"):
            given[name] = "" if given[name] == choices.UNKNOWN else given[name]
        given["wanted_track_id"] = given["wanted_track_id"] or None
        return {**given, "obligations": self.busy()}
