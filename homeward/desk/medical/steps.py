"""What a step is: one page with one form and one call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from homeward.desk.medical.forms.base import MedicalForm

Perform = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One page with one form: its title, what is said when it is done, the call it makes."""

    title: Promise
    form: type[MedicalForm]
    perform: Perform
    done: Promise
    lead: "Promise | str" = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def who(form: Any) -> dict[str, Any]:
    """Who acts, about which client, when."""
    return {"actor": form.about.actor, "client_id": form.about.client.pk, "now": form.about.now}


def which(form: Any) -> dict[str, Any]:
    """Who acts, about which medicine, when."""
    about = form.about
    return {"actor": about.actor, "medication_id": about.medicine.pk, "now": about.now}


def id_of(text: str) -> UUID | None:
    """The id that was chosen; None where nothing was."""
    return UUID(text) if text else None


def same(form: Any, *names: str) -> dict[str, Any]:
    """What was typed into these fields, under the names the action knows them by."""
    return {name: form.cleaned_data[name] for name in names}
