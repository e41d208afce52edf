"""The forms of this room."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.conversations.actions.writing import LONGEST
from homeward.conversations.forms import files_field
from homeward.core.forms import ActionForm


class AnswerForm(ActionForm):
    """What the team writes to a client, with files."""

    body = forms.CharField(
        label=_("Your answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    files = files_field()


class OutsideAnswerForm(ActionForm):
    """What the team writes to a relative or an officer: words alone."""

    body = forms.CharField(
        label=_("Your answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )


class OverForm(ActionForm):
    """Who has it from now on."""

    worker = forms.ChoiceField(label=_("Colleague"))

    def __init__(
        self, *args: Any, colleagues: Iterable[tuple[UUID, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["worker"]
        field.choices = [(str(pk), name) for pk, name in colleagues]


class SettleForm(ActionForm):
    """Why nobody needs to answer."""

    reason = forms.CharField(label=_("Why no answer is needed"), max_length=300)


class NewForm(ActionForm):
    """A first message of the team's: in whose name it is answered, and the words."""

    role = forms.ChoiceField(label=_("Answers go to"))
    body = forms.CharField(
        label=_("Your message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    files = files_field()

    def __init__(self, *args: Any, roles: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["role"]
        field.choices = list(roles)


class NewOutsideForm(ActionForm):
    """A first message to a relative or an officer, as far as a consent lets it."""

    contact = forms.ChoiceField(label=_("To"))
    body = forms.CharField(
        label=_("Your message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self, *args: Any, contacts: Iterable[tuple[UUID, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contact"]
        field.choices = [(str(pk), name) for pk, name in contacts]
