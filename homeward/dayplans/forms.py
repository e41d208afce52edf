"""Forms of a day, the own list, who sees it, and the plan; on phones and at the desk."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm, Chips
from homeward.dayplans import words
from homeward.dayplans.kinds import ThingKind
from homeward.dayplans.rules.prevention import SECTIONS, Parts
from homeward.dayplans.told_before import Suggestion
from homeward.safety.rules.plan import line_from

KIND_CHOICES = [("", _("Choose…")), *words.KINDS.items()]


def _time(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}), **more)


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **more)


class WeekLineForm(ActionForm):
    """One line of the week, on as many weekdays as it stands."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=KIND_CHOICES)
    label = forms.CharField(label=_("Your name for it"), max_length=80, required=False)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"), coerce=int, widget=Chips,
        choices=[(str(number), name) for number, name in enumerate(words.WEEKDAYS)],
    )  # fmt: skip
    starts = _time(_("From"))
    ends = _time(_("Until"), help_text=_("Earlier than the start means the next day."))
    from_on = _day(_("Starting on"), required=False)


class ThingForm(ActionForm):
    """Something on one day alone."""

    on = forms.DateField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is it?"), choices=KIND_CHOICES)
    label = forms.CharField(label=_("Your name for it"), max_length=80, required=False)
    starts = _time(_("From"))
    ends = _time(_("Until"))


class OnDayForm(ActionForm):
    """Which day is meant."""

    on = forms.DateField(widget=forms.HiddenInput)


class FillForm(OnDayForm):
    """One choice for an empty hour: what, and from when until when."""

    choice = forms.CharField(max_length=80)

    def clean_choice(self) -> dict[str, Any]:
        """`source|ref|from|until` of a button."""
        try:
            source, ref, starts, ends = self.cleaned_data["choice"].split("|")
            return {
                "source": source, "ref": UUID(ref), "starts": time.fromisoformat(starts),
                "ends": time.fromisoformat(ends),
            }  # fmt: skip
        except ValueError as fault:
            raise forms.ValidationError(_("Choose again."), code="invalid") from fault


class OwnThingForm(ActionForm):
    """Something that does one good, or somebody to call."""

    kind = forms.ChoiceField(
        label=_("What is it?"), widget=forms.RadioSelect, initial=ThingKind.ACTIVITY,
        choices=[
            (ThingKind.ACTIVITY, _("Something that does me good")),
            (ThingKind.PERSON, _("Somebody I can call")),
        ],
    )  # fmt: skip
    label = forms.CharField(label=_("What, or who?"), max_length=80)
    minutes = forms.IntegerField(
        label=_("How many minutes does it take?"), required=False, min_value=5, max_value=600
    )
    phone = forms.CharField(label=_("Their number"), max_length=30, required=False)
    call_from = _time(_("I can call from"), required=False)
    call_until = _time(_("until"), required=False)


class CopyForm(ActionForm):
    """Which lines that were told before come onto the list."""

    keys = forms.MultipleChoiceField(
        label=_("Which of these still fit?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, told: Iterable[Suggestion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [  # type: ignore[attr-defined]
            (each.key, each.label) for each in told
        ]


class ShareForm(ActionForm):
    """What the team sees of the day."""

    shared = forms.ChoiceField(
        label=_("What does your team see of your day?"), choices=[*words.SHARED.items()],
        widget=forms.RadioSelect,
    )  # fmt: skip


class MeetingsForm(ActionForm):
    """Which meetings are offered."""

    meetings = forms.ChoiceField(
        label=_("Which meetings do you want to be offered?"), choices=[*words.MEETINGS.items()],
        widget=forms.RadioSelect,
    )  # fmt: skip


class ToldDayForm(ActionForm):
    """What was on one day."""

    on = _day(_("Which day?"))
    used = forms.ChoiceField(
        label=_("Any use on that day?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No")), ("unknown", _("I take back what I said"))],
    )  # fmt: skip


class PressForm(ActionForm):
    """A press under the text that was read."""

    read_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)


class PreventionForm(ActionForm):
    """The plan, one box a part and one thing a line."""

    def __init__(self, *args: Any, parts: Parts | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in SECTIONS:
            written = (parts or {}).get(code, ())
            self.fields[code] = forms.CharField(
                label=words.said(words.SECTIONS, code),
                help_text=words.said(words.HINTS, code), required=False,
                max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                initial="\n".join(f"{each.text} {each.phone}".strip() for each in written),
            )  # fmt: skip

    @property
    def parts(self) -> Parts:
        """After validation: the lines of each part; a number at the end stands apart."""
        typed: Mapping[str, str] = self.cleaned_data
        return {
            code: tuple(line_from(line) for line in typed[code].splitlines() if line.strip())
            for code in SECTIONS
        }
