"""Forms of program setup."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

NUMBER, DEADLINE = "number", "deadline"


class AdoptForm(ActionForm):
    """One button: the number and its source are adopted as they stand on the page."""


def mark_of(kind: str, row: Any) -> str:
    """A row in the version that the page showed."""
    return f"{kind}.{row.pk}.{row.version}"


class AdoptTogetherForm(ActionForm):
    """Several numbers and deadlines at once, each in the version that was read."""

    chosen = forms.MultipleChoiceField(
        label=_("Chosen"),
        error_messages={
            "required": _("Choose at least one line."),
            "invalid_choice": _("A chosen line is not there any more. Look at the list again."),
        },
    )

    def __init__(self, *args: Any, marks: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(mark, mark) for mark in marks]  # type: ignore[attr-defined]

    def versions_of(self, kind: str) -> dict[UUID, int | None]:
        """The chosen rows of a kind with the versions that were read."""
        parts = (mark.split(".") for mark in self.cleaned_data["chosen"])
        return {UUID(row): int(version) for found, row, version in parts if found == kind}
