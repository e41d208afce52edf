"""A client's usual week as a form: lines of days and times, each free or bound with a reason.

The lines begin as they are known (schedule, assessment, first call), so that nobody is asked twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.timetable import planning_words
from homeward.timetable.actions import HoursLine
from homeward.timetable.availability import hours_of
from homeward.timetable.rules.hours import ASSESSMENT, INQUIRY, SCHEDULE, Stretch, WeekHours
from homeward.timetable.windows import ClientHours

FREE, BUSY = ClientHours.Kind.FREE.value, ClientHours.Kind.BUSY.value
SPARE = 3
KINDS = [(FREE, gettext_lazy("Can come")), *planning_words.WHY.items()]
ORIGINS = {
    SCHEDULE: gettext_lazy("as said here"),
    ASSESSMENT: gettext_lazy("from the assessment"),
    INQUIRY: gettext_lazy("from the first call"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """One line as it is known: a kind, days, times, the client's words."""

    kind: str
    days: tuple[int, ...]
    starts: time
    ends: time
    words: str

    @property
    def said(self) -> str:
        """In one line of text."""
        days = ", ".join(str(WEEKDAYS_ABBR[day]) for day in self.days)
        return f"{days} {self.starts:%H:%M}–{self.ends:%H:%M}"

    @property
    def label(self) -> str:
        return str(dict(KINDS)[self.kind])


def known_lines(hours: WeekHours) -> list[Known]:
    """The stretches of a week, those alike on several days as one line."""
    found: dict[tuple[str, time, time, str], list[int]] = {}
    for kind, stretch in _stretches(hours):
        key = (kind, stretch.starts, stretch.ends, stretch.words)
        found.setdefault(key, []).append(stretch.weekday)
    return [
        Known(kind, tuple(sorted(set(days))), starts, ends, words)
        for (kind, starts, ends, words), days in found.items()
    ]


def _stretches(hours: WeekHours) -> Iterator[tuple[str, Stretch]]:
    yield from ((FREE, each) for each in hours.free)
    yield from ((each.why or "other", each) for each in hours.busy)


class HoursForm(ActionForm):
    """Lines of the week and the day from which they hold; a line without days is left out."""

    starts_on = forms.DateField(
        label=gettext_lazy("This week holds from"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, known: list[Known] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = known or []
        self.count = len(lines) + SPARE
        if self.is_bound:
            self.count = max(self.count, sum(key.endswith("_kind") for key in self.data))
        for number in range(min(self.count, 40)):
            line = lines[number] if number < len(lines) else None
            self._add(number, line)

    def _add(self, number: int, line: Known | None) -> None:
        days = [(str(day), WEEKDAYS_ABBR[day]) for day in range(7)]
        clock = {"type": "time"}
        made: dict[str, forms.Field] = {
            "kind": forms.ChoiceField(
                label=_("What"), choices=KINDS, initial=line.kind if line else FREE
            ),
            "days": forms.MultipleChoiceField(
                label=_("Days"), choices=days, required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[str(day) for day in line.days] if line else [],
            ),
            "starts": forms.TimeField(
                label=_("From"), required=False,
                widget=forms.TimeInput(attrs=clock, format="%H:%M"),
                initial=line.starts if line else None,
            ),
            "ends": forms.TimeField(
                label=_("Until"), required=False,
                widget=forms.TimeInput(attrs=clock, format="%H:%M"),
                initial=line.ends if line else None,
            ),
            "words": forms.CharField(
                label=_("In their words"), required=False, max_length=80,
                initial=line.words if line else "",
            ),
        }  # fmt: skip
        for name, field in made.items():
            self.fields[f"line{number}_{name}"] = field

    def rows(self) -> list[dict[str, Any]]:
        """The bound fields of each line, for the template."""
        names = ("kind", "days", "starts", "ends", "words")
        return [
            {name: self[f"line{number}_{name}"] for name in names}
            for number in range(min(self.count, 40))
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number in range(min(self.count, 40)):
            starts, ends = cleaned.get(f"line{number}_starts"), cleaned.get(f"line{number}_ends")
            if cleaned.get(f"line{number}_days") and not (starts and ends):
                self.add_error(f"line{number}_starts", _("Give both times."))
            elif starts and ends and ends <= starts:
                self.add_error(f"line{number}_ends", _("This is before it begins."))
        return cleaned

    def lines(self) -> list[HoursLine]:
        """What the action takes, one line a day."""
        found = []
        for number in range(min(self.count, 40)):
            part = {
                name: self.cleaned_data[f"line{number}_{name}"]
                for name in ("kind", "days", "starts", "ends", "words")
            }
            if not part["starts"] or not part["ends"]:
                continue
            why = "" if part["kind"] == FREE else part["kind"]
            found += [
                HoursLine(
                    FREE if not why else BUSY, int(day), part["starts"], part["ends"], why,
                    part["words"] if why else "",
                )
                for day in part["days"]
            ]  # fmt: skip
        return found


@dataclass(frozen=True, slots=True)
class HoursCard:
    """The week as it is known, for the tab."""

    lines: tuple[Known, ...]
    origin: str

    @classmethod
    def of(cls, actor: Actor, client: Any, on: date) -> "HoursCard":
        """As far as the actor may read it."""
        hours = hours_of(actor, client, on)
        return cls(tuple(known_lines(hours)), str(ORIGINS.get(hours.origin, "")))
