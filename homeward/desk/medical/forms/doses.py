"""Forms of the hour of doses, and of a reconciliation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.medical.forms.base import choose, line, number, radio, tick, words
from homeward.medications import words as said
from homeward.medications.models import Medication
from homeward.medications.rules.reconciling import Said


class TakenForm(ActionForm):
    """One tap: this dose was taken."""

    due = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def due_at(self) -> datetime | None:
        """After validation: the instant it was due; None for one as needed."""
        typed = self.cleaned_data.get("due") or ""
        try:
            found = datetime.fromisoformat(typed)
        except ValueError:
            return None
        return found if found.tzinfo else None


class DoseForm(TakenForm):
    """What became of one dose, for one hand."""

    state = radio(_("What became of it"), said.DOSE_STATES)
    reason = line(_("Why, in a few words"), 200, required=False)
    count_after = number(_("How many are left, if you counted"), 0, 2000, required=False)

    def __init__(self, *args: Any, states: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["state"]
        field.choices = [(code, said.DOSE_STATES[code]) for code in states]


class CorrectionForm(ActionForm):
    """What was true instead."""

    state = radio(_("What became of it"), said.DOSE_STATES)
    reason = line(_("Why the first entry was wrong"), 200)


class ReconcileForm(ActionForm):
    """One part a medicine, then what holds for all of them."""

    moment = radio(_("Occasion"), said.MOMENTS)
    takes_nothing = tick(_("The person takes no medicine at all, also none without prescription"))
    interactions_by = line(_("Who looked at interactions"), 120, required=False)
    interactions_source = line(_("With what"), 120, required=False)
    note = words(_("Anything else that was said"), 1000, required=False)

    def __init__(self, *args: Any, medicines: Sequence[Medication], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medicines = tuple(medicines)
        for number_, _row in enumerate(self.medicines):
            self.fields[f"action_{number_}"] = radio(_("From now on"), said.ACTIONS)
            self.fields[f"changed_{number_}"] = line(
                _("New dose, if it changes"), 80, required=False
            )
            self.fields[f"last_{number_}"] = line(
                _("Last taken"), 60, help_text=_("For example: this morning.")
            )
            self.fields[f"source_{number_}"] = choose(_("Who or what says so"), said.SOURCES)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The fields of each medicine together."""
        return [
            {
                "medicine": row,
                "action": self[f"action_{n}"],
                "changed": self[f"changed_{n}"],
                "last": self[f"last_{n}"],
                "source": self[f"source_{n}"],
            }
            for n, row in enumerate(self.medicines)
        ]

    @property
    def said(self) -> list[Said]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return [
            Said(
                medication_id=row.pk,
                last_taken=data[f"last_{n}"],
                source=data[f"source_{n}"],
                action=data[f"action_{n}"],
                changed_to=data[f"changed_{n}"],
            )
            for n, row in enumerate(self.medicines)
        ]


class StockForm(ActionForm):
    """Kits that come into the house."""

    place = line(_("Where they hang"), 60)
    lot = line(_("Lot number"), 40)
    expires_on = forms.DateField(
        label=_("Date on the kits"), widget=forms.DateInput(attrs={"type": "date"})
    )
    kits = number(_("How many kits"), 1, 200)


class StockCheckForm(ActionForm):
    """A count of one lot."""

    stock = forms.UUIDField(widget=forms.HiddenInput)
    counted = number(_("Kits there"), 0, 200)


class UseForm(ActionForm):
    """Naloxone was given here."""

    kits = number(_("How many kits were used"), 1, 20, initial=1)
    place = line(_("Where"), 60, help_text=_("No name. Who it was stands in no field here."))
    used_at = forms.TimeField(
        label=_("When it was given, today"), widget=forms.TimeInput(attrs={"type": "time"})
    )
    called_at = forms.TimeField(
        label=_("When 911 was called"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
    )  # fmt: skip
    not_called_because = line(_("If it was not: why"), 200, required=False)
    stock = forms.ChoiceField(label=_("From which lot"), required=False)

    def __init__(self, *args: Any, lots: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stock"]
        field.choices = [("", _("Another, or not known")), *lots]
