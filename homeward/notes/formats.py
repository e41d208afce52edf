"""Which format a program writes a kind of session in, as it holds on a day."""

from datetime import date
from typing import Any

from django.db.models import Q

from homeward.notes.models import NoteFormat
from homeward.notes.rules.parts import FORMATS


def style_for(program: Any, kind: str, on: date) -> str:
    """The format's code, or "" for own words. What is set for the kind wins over for all kinds."""
    rows = NoteFormat.objects.filter(
        Q(kind=kind) | Q(kind=""), program=program, starts_on__lte=on
    ).order_by("kind", "starts_on", "set_at")
    found = {row.kind: row.style for row in rows}
    style = found.get(kind) or found.get("") or ""
    return style if style in FORMATS else ""


def formats_in_force(program: Any, on: date) -> dict[str, NoteFormat]:
    """The row that holds for each kind on a day; "" is the one for every other kind."""
    rows = NoteFormat.objects.filter(program=program, starts_on__lte=on)
    return {row.kind: row for row in rows.order_by("starts_on", "set_at")}
