"""Forms about a line of the list of medicines."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import Chips
from homeward.desk.medical.forms.base import (
    About,
    MedicalForm,
    choose,
    day,
    line,
    number,
    radio,
    tick,
    words,
)
from homeward.medications import words as said
from homeward.medications.rules.listing import Line

TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


class TimesField(forms.CharField):
    """Times of the day as one types them: 9:30, 14:00."""

    def clean(self, value: Any) -> list[time]:
        """The times; refuses what is none."""
        typed = str(super().clean(value) or "").replace(";", ",")
        found = []
        for part in filter(None, (each.strip() for each in typed.split(","))):
            if (match := TIME.fullmatch(part)) is None:
                raise forms.ValidationError(_("Write times as 9:30, 14:00."), code="invalid")
            found.append(time(int(match[1]), int(match[2])))
        return found


class MedicineForm(MedicalForm):
    """A new line of the list, in the order one asks."""

    kind = choose(
        _("Is it one of these?"), {"": _("Another medicine"), **said.MEDICINES}, required=False
    )
    name = line(_("Name, as the label says it"), 120)
    dose = line(_("Dose"), 80, help_text=_("As the label says it, for example 8 mg/2 mg."))
    route = choose(_("How it is taken"), said.ROUTES)
    frequency = line(_("How often"), 80, help_text=_("For example: once a day in the morning."))
    prescriber = line(
        _("Who prescribes it"), 120, required=False,
        help_text=_("Leave empty for what is bought without a prescription."),
    )  # fmt: skip
    dispenser = line(
        _("Which program dispenses it (methadone)"), 120, required=False,
        help_text=_("Methadone comes from an opioid treatment program; here it is recorded."),
    )  # fmt: skip
    reason = words(_("What it is for"), 300)
    started_on = day(_("Taken since"))
    schedule = choose(_("Controlled?"), said.SCHEDULES, required=False)
    stays_with_person = choose(_("Where it is"), said.STAYS, required=False)
    is_observed = tick(_("It is taken here while somebody watches"))
    dose_times = TimesField(
        label=_("At what times here"), required=False, max_length=60,
        help_text=_("The site's clock, for example 9:30, 14:00."),
    )  # fmt: skip
    dose_days = forms.TypedMultipleChoiceField(
        label=_("On which days here"), required=False, coerce=int,
        choices=[(str(code), name) for code, name in WEEKDAYS_ABBR.items()],
        widget=Chips, help_text=_("None chosen means every day."),
    )  # fmt: skip
    injection_days = number(_("Days between injections"), 1, 366, required=False)
    shows_as = forms.MultipleChoiceField(
        label=_("A test may find"), required=False, choices=list(said.ANALYTES.items()),
        widget=Chips,
        help_text=_("So that a test expects it. Known medicines bring their own."),
    )  # fmt: skip

    @property
    def line(self) -> Line:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return Line(
            kind=data["kind"],
            name=data["name"],
            dose=data["dose"],
            route=data["route"],
            frequency=data["frequency"],
            prescriber=data["prescriber"],
            dispenser=data["dispenser"],
            reason=data["reason"],
            schedule=data["schedule"],
            is_observed=data["is_observed"],
            dose_times=tuple(data["dose_times"]),
            dose_days=tuple(data["dose_days"]),
            injection_days=data["injection_days"],
            stays_with_person=data["stays_with_person"],
        )


class ChangeForm(MedicalForm):
    """What is different from now on; empty stays as it is."""

    dose = line(_("New dose"), 80, required=False)
    frequency = line(_("How often now"), 80, required=False)
    prescriber = line(
        _("Another prescriber"), 120, required=False,
        help_text=_("The whole list is then gone through again."),
    )  # fmt: skip
    dispenser = line(_("Another program that dispenses it"), 120, required=False)
    words = words(_("Why, in a few words"), 500, required=False)


class ReasonForm(MedicalForm):
    """Why."""

    reason = line(_("Why"), 200)


class StopForm(ReasonForm):
    """Why, and the last day."""

    ended_on = day(_("Last day"), help_text=_("Leave empty for today."))


class PlainForm(MedicalForm):
    """Nothing to say."""


class StartForm(MedicalForm):
    """One step of starting an addiction medicine."""

    step = radio(_("What happened"), said.START_STEPS)
    place = radio(_("Where"), said.PLACES, initial="here")
    score = number(
        _("Withdrawal score now, if taken"), 0, 67, required=False,
        help_text=_("The total of COWS or CIWA-Ar."),
    )  # fmt: skip
    last_opioid_on = day(_("Last use of an opioid, as the person says"))
    words = words(_("What you saw, in a few words"), 500, required=False)


class InjectionForm(MedicalForm):
    """An injection that was given here, or why it was not."""

    state = radio(
        _("What became of it"),
        {code: said.DOSE_STATES[code] for code in ("taken", "refused", "held")},
        initial="taken",
    )
    place = line(_("Where on the body"), 60, required=False)
    lot = line(_("Lot number"), 40, required=False)
    reason = line(_("If it was not given: why"), 200, required=False)


class BroughtForm(MedicalForm):
    """A container brought along."""

    counted = number(_("How many are in it"), 1, 2000)
    unit = line(_("Of what"), 20, initial=_("tablets"))
    storage = radio(_("Where it is kept"), said.STORAGES)
    expires_on = day(_("Date on the label"))
    is_labelled = tick(_("Its own container with the pharmacy's label"))
    second = choose(
        _("Who counted with you"), {}, required=False,
        help_text=_("Needed for a controlled medicine."),
    )  # fmt: skip

    def prepare(self, about: About) -> None:
        """Everybody else of the site."""
        self.offer("second", self.others())


class CountForm(MedicalForm):
    """A count of what is kept here, and perhaps its end."""

    count = number(_("How many are in it now"), 0, 2000)
    closing = choose(
        _("Does it leave?"), {"": _("No, it stays here"), **said.CLOSINGS}, required=False
    )
    reason = line(_("If the number differs: why"), 200, required=False)
    second = choose(
        _("Who counted with you"), {}, required=False,
        help_text=_("Needed where the number differs, and to destroy."),
    )  # fmt: skip

    def prepare(self, about: About) -> None:
        """Everybody else of the site."""
        self.offer("second", self.others())


class TakeHomeForm(MedicalForm):
    """Doses for days at home."""

    first_day = day(_("First day at home"), required=True)
    last_day = day(_("Last day at home"), required=True)
    doses = number(_("How many doses"), 1, 200)
    has_lock_box = tick(_("It goes into a locked box, away from children"))


class TakeHomeBackForm(MedicalForm):
    """What came back."""

    doses = number(_("How many came back"), 0, 200)
