"""Forms of the room after care."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SignedHereForm
from homeward.aftercare import words
from homeward.core.forms import ActionForm
from homeward.desk.discharge.forms import FOLLOW_UP_FACTS, HOURS, KINDS, YES_NO, day_field


def _choices(step: str) -> list[tuple[str, Any]]:
    return list(words.ANSWERS[step].items())


class LeavingForm(ActionForm):
    """One answer a line, a tap each; typing only where something is really booked."""

    naloxone = forms.ChoiceField(
        label=words.STEPS["naloxone"], choices=_choices("naloxone"), widget=forms.RadioSelect
    )
    kit = forms.ChoiceField(label=_("Which kit"), required=False)
    shown = forms.BooleanField(label=_("I showed how to use it"), required=False)
    bridge = forms.ChoiceField(
        label=words.STEPS["bridge"], choices=_choices("bridge"), widget=forms.RadioSelect
    )
    card = forms.ChoiceField(
        label=words.STEPS["card"], choices=_choices("card"), widget=forms.RadioSelect
    )
    appointment = forms.ChoiceField(
        label=words.STEPS["appointment"], choices=_choices("appointment"),
        widget=forms.RadioSelect,
    )  # fmt: skip
    at = forms.DateTimeField(
        label=_("When"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS, required=False)
    with_whom = forms.CharField(label=_("With whom"), max_length=120, required=False)
    confirmed_by = forms.CharField(label=_("Confirmed by"), max_length=120, required=False)
    call = forms.ChoiceField(
        label=words.STEPS["call"], choices=_choices("call"), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Anything else"), max_length=300, required=False,
        help_text=_("Only if there is time."),
    )  # fmt: skip
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kits: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(row.pk), f"{row.lot} · {row.expires_on:%Y-%m} · {row.place}") for row in kits
        ]

    @property
    def answers(self) -> dict[str, str]:
        """After validation: one code a step."""
        return {step: self.cleaned_data[step] for step in words.STEPS}


class StopForm(ActionForm):
    """Somebody died, is in hospital or in jail."""

    kind = forms.ChoiceField(
        label=_("What happened"), choices=list(words.STOPS.items()), widget=forms.RadioSelect
    )
    since_on = day_field(_("Since"), _("As far as it is known."), required=True)
    known_by = forms.ChoiceField(label=_("Who told"), choices=list(words.KNOWN_BY.items()))
    note = forms.CharField(
        label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000, required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since_on"].initial = today


class StopEndForm(ActionForm):
    """It is over, or it never was."""

    ending = forms.ChoiceField(
        label=_("How it ends"),
        choices=(("over", _("Out of hospital or jail")), ("in_error", _("Written down in error"))),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("In a few words"), max_length=200, required=False)


class WishForm(ActionForm):
    """How somebody wants to be reached afterwards."""

    may_contact = forms.ChoiceField(
        label=_("May we be in touch after care?"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("How"), choices=list(words.CHANNELS.items()), required=False
    )
    address = forms.CharField(
        label=_("Number or address"), max_length=200, required=False,
        help_text=_("Empty: the number in the record."),
    )  # fmt: skip
    from_hour = forms.ChoiceField(label=_("Safe from"), choices=HOURS, initial="9")
    until_hour = forms.ChoiceField(label=_("Safe until"), choices=HOURS, initial="20")
    may_leave_message = forms.BooleanField(
        label=_("A message may be left, without treatment words"), required=False
    )

    @property
    def values(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return {
            "may_contact": data["may_contact"] == "yes",
            "channel": data["channel"],
            "address": data["address"],
            "from_hour": int(data["from_hour"]),
            "until_hour": int(data["until_hour"]),
            "may_leave_message": data["may_leave_message"],
        }


class TryForm(ActionForm):
    """One try for a check-up; what was not answered stays empty."""

    channel = forms.ChoiceField(label=_("How"), choices=list(words.CHANNELS.items()))
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=list(words.TRIES.items()), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, channel: str = "call", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].initial = channel
        for name, label in FOLLOW_UP_FACTS:
            self.fields[name] = forms.ChoiceField(label=label, choices=YES_NO, required=False)

    @property
    def facts(self) -> list[Any]:
        """The fields of the five facts in order."""
        return [self[name] for name, _label in FOLLOW_UP_FACTS]

    @property
    def answers(self) -> dict[str, bool | None]:
        """After validation: yes, no, or missing."""
        return {
            name: {"yes": True, "no": False}.get(self.cleaned_data[name])
            for name, _label in FOLLOW_UP_FACTS
        }


class ReturnForm(ActionForm):
    """What is worth a word; everything else is known."""

    last_use = forms.ChoiceField(
        label=_("Last use"), required=False,
        choices=(("", _("Not asked")), ("today", _("Today")), ("yesterday", _("Yesterday")),
                 ("this_week", _("In the last 7 days")), ("this_month", _("In the last 30 days")),
                 ("longer", _("Longer ago"))),
    )  # fmt: skip
    words = forms.CharField(
        label=_("What happened, as far as they want to say"),
        widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False,
    )  # fmt: skip


class RenewForm(ActionForm):
    """Which consents are prepared for a new signature."""

    consents = forms.MultipleChoiceField(
        label=_("Prepare again"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["consents"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(choices)
        field.initial = [key for key, _label in choices]


class EventForm(ActionForm):
    """A meeting of alumni."""

    site = forms.ChoiceField(label=_("Site"))
    title = forms.CharField(
        label=_("Name"), max_length=80,
        help_text=_("Plain words: “Saturday breakfast”, nothing of treatment."),
    )  # fmt: skip
    place = forms.CharField(label=_("Where"), max_length=120)
    starts_at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, sites: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["site"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(site.pk), site.name) for site in sites]


class AlumniForm(SignedHereForm):
    """The client's signature under the alumni paper."""

    signer_name = forms.CharField(
        label=_("Their full name, typed by them"), max_length=120,
        error_messages={"required": words.REFUSALS["signer_name"]},
    )  # fmt: skip
