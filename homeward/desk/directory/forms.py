"""Forms of the directory: they read what was typed; only actions write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.directory import words
from homeward.directory.models import Service
from homeward.directory.queries import stretches_of
from homeward.directory.rules.opening import HoursUnclear, Stretch, read_hours, write_hours
from homeward.directory.rules.sheet import Place, is_phone
from homeward.directory.zips import area_of, is_written_right

LARGEST_FILE = 1_000_000
TEXTS = ("organisation", "name", "address", "city", "zip_code", "phone", "web", "notes")
LISTS = ("options", "languages", "payers", "takes")


def _chips(label: Any, table: words.Words, *, required: bool = False) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label,
        choices=list(table.items()),
        widget=forms.CheckboxSelectMultiple,
        required=required,
    )


class ServiceForm(ActionForm):
    """One place."""

    name = forms.CharField(label=_("Name of the program or group"), max_length=120)
    organisation = forms.CharField(label=_("Organization"), max_length=120, required=False)
    options = _chips(_("What it offers"), words.OPTIONS, required=True)
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)
    address = forms.CharField(label=_("Street and number"), max_length=160, required=False)
    city = forms.CharField(label=_("Town"), max_length=80, required=False)
    zip_code = forms.CharField(label=_("ZIP code"), max_length=5)
    web = forms.CharField(
        label=_("Web address"), max_length=120, required=False,
        help_text=_("Shown as text, never as a link: no place learns who looked."),
    )  # fmt: skip
    hours = forms.CharField(
        label=_("Opening hours"), max_length=300, required=False,
        help_text=_("For example Mon-Fri 08:00-17:00; Sat 09:00-12:00, or 24/7."),
    )  # fmt: skip
    languages = _chips(_("Languages"), words.LANGUAGES)
    payers = _chips(_("Who may pay"), words.PAYERS)
    takes = _chips(_("Whom it takes"), words.TAKES)
    notes = forms.CharField(
        label=_("Good to know"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read it on the public page. Nothing about any person."),
    )  # fmt: skip
    is_checked = forms.BooleanField(
        label=_("I asked the place today, and all of this is true"), required=False,
        help_text=_("Without this, what you change shows as not checked."),
    )  # fmt: skip

    @classmethod
    def showing(cls, row: Service) -> "ServiceForm":
        """The form as the entry stands."""
        initial: dict[str, Any] = {name: getattr(row, name) for name in (*TEXTS, *LISTS)}
        initial["hours"] = write_hours(stretches_of(row))
        return cls(initial=initial, version=row.version)

    def clean_zip_code(self) -> str:
        typed: str = self.cleaned_data["zip_code"].strip()
        if not is_written_right(typed):
            raise forms.ValidationError(_("Write five digits."))
        if area_of(typed) is None:
            raise forms.ValidationError(_("There is no such ZIP code. Look it up again."))
        return typed

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"].strip()
        if typed and not is_phone(typed):
            raise forms.ValidationError(_("Write digits, spaces and + ( ) - only."))
        return typed

    def clean_hours(self) -> tuple[Stretch, ...]:
        try:
            return read_hours(self.cleaned_data["hours"])
        except HoursUnclear as unclear:
            raise forms.ValidationError(
                _("“%(part)s” cannot be read. Write for example Mon-Fri 08:00-17:00."),
                params={"part": str(unclear)},
            ) from unclear

    def place(self, code: str) -> Place:
        """After validation: the facts, under this code."""
        given = self.cleaned_data
        return Place(
            code=code,
            hours=given["hours"],
            **{name: given[name].strip() for name in TEXTS},
            **{name: tuple(given[name]) for name in LISTS},
        )


class NoteForm(ActionForm):
    """A word beside a click."""

    word = forms.CharField(label=_("A word about it"), max_length=200, required=False)


class SheetForm(ActionForm):
    """A file of places, or its text; it stays in this page and is kept nowhere."""

    file = forms.FileField(label=_("CSV file"), required=False)
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 6}), strip=False)

    def clean(self) -> dict[str, Any]:
        """The text of whichever was given; named when there is none, or it is no text."""
        given = super().clean() or self.cleaned_data
        file = given.get("file")
        if file is not None:
            if file.size > LARGEST_FILE:
                self.add_error("file", _("The file is larger than 1 MB. Split it."))
                return given
            try:
                given["text"] = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", _("This is not a text file in UTF-8. Save it as CSV UTF-8."))
        elif not (given.get("text") or "").strip():
            self.add_error("file", _("Choose a file."))
        return given
