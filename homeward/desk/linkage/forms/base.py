"""What every form of this room is made of: about whom, and short ways to say a field."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.directory.models import Service
from homeward.directory.queries import services

Text = Any  # words, translated when they are shown


class LinkageForm(ActionForm):
    """A form that may look at whom it is about to offer its choices."""

    def __init__(self, *args: Any, about: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        self.prepare(about)

    def prepare(self, about: Any) -> None:
        """Fill in choices; most forms have none of their own."""

    def offer(self, name: str, choices: Iterable[tuple[str, Text]]) -> None:
        """Give a choice field its choices."""
        field: Any = self.fields[name]
        field.choices = list(choices)

    def at_site(self, name: str) -> datetime | None:
        """After validation: a typed wall-clock time as an instant at the client's site."""
        typed: datetime | None = self.cleaned_data.get(name)
        if typed is None:
            return None
        zone = ZoneInfo(self.about.client.site.time_zone)
        return typed.replace(tzinfo=zone)


class WallTimeField(forms.DateTimeField):
    """A time on the wall of the client's site, kept as it was typed."""

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        return None if found is None else found.replace(tzinfo=None)


def radio(label: Text, words: Mapping[str, Text], **more: Any) -> forms.ChoiceField:
    """A choice among few, all shown."""
    return forms.ChoiceField(
        label=label, choices=list(words.items()), widget=forms.RadioSelect, **more
    )


def choose(label: Text, words: Mapping[str, Text], **more: Any) -> forms.ChoiceField:
    """A choice among many, in a list."""
    return forms.ChoiceField(label=label, choices=list(words.items()), **more)


def line(label: Text, length: int, *, required: bool = True, **more: Any) -> forms.CharField:
    """A line of words."""
    return forms.CharField(label=label, max_length=length, required=required, **more)


def words(
    label: Text, length: int = 600, *, required: bool = False, **more: Any
) -> forms.CharField:
    """A few lines of words."""
    return forms.CharField(
        label=label, max_length=length, required=required,
        widget=forms.Textarea(attrs={"rows": 3}), **more,
    )  # fmt: skip


def day(label: Text, *, required: bool = False, **more: Any) -> forms.DateField:
    """A day."""
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}), **more
    )


def moment(label: Text, *, required: bool = False, **more: Any) -> WallTimeField:
    """A day and a time of day."""
    return WallTimeField(
        label=label, required=required,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}), **more,
    )  # fmt: skip


def place(label: Text, *, required: bool = True, **more: Any) -> forms.ChoiceField:
    """A place of the directory; the choices come when the form is made."""
    return forms.ChoiceField(label=label, required=required, **more)


def offered(option: str, held: Service | None = None) -> list[tuple[str, Text]]:
    """The places that offer something, by name; all of them where none does."""
    rows = services()
    fitting = [row for row in rows if option and option in row.options] or rows
    if held is not None and held not in fitting:
        fitting = [held, *fitting]
    named = [(str(row.pk), " · ".join(filter(None, (row.name, row.phone)))) for row in fitting]
    return [("", _("Choose…")), *named]
