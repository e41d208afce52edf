"""Turning an action's "no" into words beside the form that asked."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal, StaleVersion


def say_no(form: forms.Form, refusal: Refusal, fields: Mapping[str, str] | None = None) -> None:
    """Put each code's words on the field it is about, or above the form."""
    if isinstance(refusal, StaleVersion):
        form.add_error(
            None,
            _(
                "Somebody else changed this after you opened it. "
                "What you typed is kept; look and send again."
            ),
        )
        # The next sending is made from what stands there now.
        sent: Any = form.data
        form.data = sent = sent.copy()
        sent["form_version"] = ""
        return
    for code in refusal.codes:
        name = (fields or {}).get(code)
        form.add_error(name if name in form.fields else None, words_for(code))
