"""What the assessment says about medicines and allergies: shown where the list is gone through."""

from typing import Any

from django.utils.translation import gettext as _

from homeward.assessments.queries import answers_now
from homeward.core.actors import Actor
from homeward.people.models import Client

COLUMNS = ("name", "dose", "for_what", "prescriber")


def told_in_assessment(actor: Actor, client: Client) -> tuple[str, ...]:
    """A line for each medicine told there, then the allergies; none out of the reader's reach."""
    told = answers_now(actor, client, "medications", "medical.allergies")
    lines = [_line(row) for row in told.get("medications") or () if isinstance(row, dict)]
    if allergies := str(told.get("medical.allergies") or "").strip():
        lines.append(_("Allergies: %(what)s") % {"what": allergies})
    return tuple(filter(None, lines))


def _line(row: dict[str, Any]) -> str:
    return " · ".join(str(row[name]) for name in COLUMNS if row.get(name))
