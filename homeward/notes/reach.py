"""Whether somebody may reach a row, asked every few seconds while they write.

The answer is the scope's own; but the question leaves no audit row of its own, because the sitting
of writing has one already.
"""

from typing import Any

from django.db import models

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.reach import Scope, permitted
from homeward.kernel.purposes import Purpose

ASKING = Actor.of_service("notes.reach")


def is_within_reach(actor: Actor, model: type[models.Model], access: Access, **wanted: Any) -> bool:
    """Whether the actor reaches a row that looks like `wanted`, for treatment, to do `access`."""
    allowed = permitted(model, Scope(actor, Purpose.TREATMENT, access))
    if allowed is None:
        return False
    rows = model.objects.for_actor(ASKING, Purpose.TREATMENT)  # type: ignore[attr-defined]
    return bool(rows.filter(allowed, **wanted).exists())
