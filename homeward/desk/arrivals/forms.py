"""What is typed at the door and on the sheet."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.attendance.actions import SheetLine
from homeward.attendance.safety_words import StepAsked
from homeward.attendance.words import EXCUSES
from homeward.core.forms import ActionForm
from homeward.timetable.models import Seat

TIMES = ("in1", "out1", "in2", "out2")


class AtTheDoorForm(ActionForm):
    """One large button, with a time or a reason where it is another than now."""

    at = forms.TimeField(
        label=_("At what time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("Leave empty for now."),
    )  # fmt: skip
    reason = forms.ChoiceField(
        label=_("Reason, when excused"), required=False, choices=(("", "—"), *EXCUSES.items())
    )
    is_agreed = forms.BooleanField(label=_("Had said so beforehand"), required=False)

    def happened_at(self, on: date, zone: str) -> datetime | None:
        """The time typed, on the session's day; None for now."""
        typed: time | None = self.cleaned_data.get("at")
        return datetime.combine(on, typed, ZoneInfo(zone)) if typed else None


class SafetyForm(ActionForm):
    """What came of one step."""

    answer = forms.ChoiceField(widget=forms.RadioSelect)
    note = forms.CharField(required=False, max_length=240, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, asked: StepAsked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer: Any = self.fields["answer"]
        answer.label = asked.title
        answer.choices = [(each.code, each.words) for each in asked.answers]
        note: Any = self.fields["note"]
        note.label = asked.note_label


class SheetForm(ActionForm):
    """A whole sheet: who kept it, and for each seat when in and out, or absent."""

    kept_by = forms.ChoiceField(label=_("Who kept the sheet"))

    def __init__(
        self, *args: Any, seats: Iterable[Seat] = (), keepers: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.seats = list(seats)
        kept_by: Any = self.fields["kept_by"]
        kept_by.choices = [("", _("choose")), *keepers]
        for seat in self.seats:
            for name in TIMES:
                self.fields[f"{name}_{seat.pk}"] = forms.TimeField(
                    required=False, widget=forms.TimeInput(attrs={"type": "time"})
                )
            for name in ("absent", "far"):
                self.fields[f"{name}_{seat.pk}"] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """A time out needs a time in; who was absent has no times."""
        typed = super().clean() or self.cleaned_data
        for seat in self.seats:
            times = [typed.get(f"{name}_{seat.pk}") for name in TIMES]
            came, left, again, left_again = times
            if (left and not came) or (left_again and not again) or (again and not left):
                self.add_error(f"in1_{seat.pk}", _("Write each time out beside its time in."))
            if typed.get(f"absent_{seat.pk}") and any(times):
                self.add_error(f"in1_{seat.pk}", _("Either absent or with times."))
        return typed

    def lines(self, on: date, zone: str) -> list[SheetLine]:
        """The lines that say something, on the session's day."""
        made = []
        for seat in self.seats:
            came, left, again, left_again = self._times(seat.pk, on, zone)
            stays = [(came, left)] if came else []
            if again:
                stays.append((again, left_again))
            absent = self.cleaned_data[f"absent_{seat.pk}"]
            if stays or absent:
                far = self.cleaned_data[f"far_{seat.pk}"]
                made.append(SheetLine(seat.pk, tuple(stays), absent, far))
        return made

    def _times(self, seat_id: UUID, on: date, zone: str) -> list[Any]:
        found: list[datetime | None] = []
        for name in TIMES:
            typed: time | None = self.cleaned_data[f"{name}_{seat_id}"]
            found.append(datetime.combine(on, typed, ZoneInfo(zone)) if typed else None)
        return found
