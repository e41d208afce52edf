"""People who came into care after a week was drafted and have no place in it yet."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.desk.week_plan.forms.repairs import CareForm
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.timetable.drafting.care_changes import newly_in_care


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who, as far as the reader may know their names, and the form that asks for places."""

    words: str
    form: CareForm
    url: str

    @classmethod
    def of(cls, actor: Actor, opened: Any) -> "Arrivals | None":
        """Nobody is the rule: one query then, two otherwise."""
        ids = newly_in_care(opened.draft, opened.instance)
        if not ids:
            return None
        rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
        names = sorted(row.short_name for row in rows.filter(pk__in=ids))
        unnamed = len(ids) - len(names)
        if unnamed:
            names.append(ngettext("%d client", "%d clients", unnamed) % unnamed)
        words = _("%(names)s came into care since this week was drafted.")
        return cls(
            words % {"names": ", ".join(names)},
            CareForm(version=opened.head),
            reverse("desk:week_draft_repairs", args=[opened.draft.pk]),
        )
