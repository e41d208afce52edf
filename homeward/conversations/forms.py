"""The forms of messages, for whoever writes them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.conversations import words
from homeward.conversations.actions.writing import LONGEST
from homeward.core.forms import ActionForm

ACCEPTED = "image/jpeg,image/png,application/pdf"


class _Several(forms.ClearableFileInput):
    """A file input that takes more than one."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """No, one or several files; what they are is found out by looking at them, not by name."""

    widget = _Several

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The uploads that came, an empty one among them."""
        return [each for each in data or [] if each is not None]


def files_field() -> FilesField:
    """A field for pictures and PDF."""
    return FilesField(
        label=_("A picture or a PDF"), required=False,
        widget=_Several(attrs={"accept": ACCEPTED, "multiple": True}),
        help_text=_("We copy the pages as pictures. Nothing else in the file is kept."),
    )  # fmt: skip


def read(uploads: list[Any], most: int) -> list[bytes]:
    """What was handed in, no file further than one byte beyond the limit."""
    return [each.read(most + 1) for each in uploads]


class WriteForm(ActionForm):
    """A message, with files if there are any."""

    body = forms.CharField(
        label=_("Your message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    files = files_field()


class OutsideForm(ActionForm):
    """A message of a relative or an officer. Whom it is about is asked of all alike."""

    about = forms.CharField(
        label=_("Whom is it about?"), max_length=120, required=False,
        help_text=_("You can leave this out if you only know one person here."),
    )  # fmt: skip
    body = forms.CharField(
        label=_("Your message"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class LateForm(ActionForm):
    """How late; and why, for whoever wants to say it."""

    minutes = forms.TypedChoiceField(
        label=_("How many minutes late?"), coerce=int, widget=forms.RadioSelect,
        choices=[(str(each), str(each)) for each in words.LATE_MINUTES],
    )  # fmt: skip
    why = forms.ChoiceField(
        label=_("Why?"), choices=[*words.LATE_WHY.items()], widget=forms.RadioSelect, required=False
    )
