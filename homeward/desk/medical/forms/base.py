"""What every form of this room is made of: about whom, and short ways to say a field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.medications.models import Medication
from homeward.people.models import Client
from homeward.staff.models import Worker

Text = Any  # words, translated when they are shown


@dataclass(frozen=True, slots=True)
class About:
    """Who writes, about whom or which medicine, and when."""

    actor: Actor
    client: Client
    now: datetime
    medication: Medication | None = None

    @property
    def medicine(self) -> Medication:
        """The medicine of a page that has one."""
        assert self.medication is not None
        return self.medication


class MedicalForm(ActionForm):
    """A form that may look at whom it is about to offer its choices."""

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        self.prepare(about)

    def prepare(self, about: About) -> None:
        """Fill in choices; most forms have none of their own."""

    def offer(self, name: str, choices: Iterable[tuple[str, Text]]) -> None:
        """Give a choice field its choices."""
        field: Any = self.fields[name]
        field.choices = list(choices)

    def others(self) -> list[tuple[str, Text]]:
        """Everybody else who works at the site, for a second person."""
        rows = Worker.objects.filter(site_id=self.about.client.site_id)
        found = [row for row in rows.order_by("name") if row.pk != self.about.actor.worker_id]
        return [("", _("nobody")), *((str(row.pk), row.name) for row in found)]


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


def words(label: Text, length: int, *, required: bool = True, **more: Any) -> forms.CharField:
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


def number(label: Text, least: int, most: int, *, required: bool = True, **more: Any) -> Any:
    """A whole number between two others."""
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, required=required, **more
    )


def tick(label: Text, **more: Any) -> forms.BooleanField:
    """Something that is so, or is not said."""
    return forms.BooleanField(label=label, required=False, **more)
