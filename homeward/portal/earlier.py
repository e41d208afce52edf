"""Long lists of one's own, a page at a time: the newest, and a tap leads to those before them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of one page, and from where the page before it goes back; None at the first row."""

    rows: tuple[Any, ...]
    edge: date | datetime | None = None

    @classmethod
    def of(
        cls, rows: Any, field: str, until: date | datetime | None = None, *, most: int
    ) -> "Stretch":
        """`rows` newest first by `field`, from `until` back. Rows of one day or instant stay whole.

        So a page may hold a few rows less than `most`, and no row falls between two pages.
        """
        if until is not None:
            rows = rows.filter(**{f"{field}__lte": until})
        found = list(rows[: most + 1])
        if len(found) <= most:
            return cls(tuple(found))
        edge = getattr(found[-1], field)
        kept = tuple(row for row in found if getattr(row, field) != edge)
        if kept:
            return cls(kept, edge)
        step = timedelta(microseconds=1) if isinstance(edge, datetime) else timedelta(days=1)
        return cls(tuple(rows.filter(**{field: edge})), edge - step)

    def earlier_url(self, route: str, name: str) -> str:
        """The page before this one, asked for as `name`; empty when there is none."""
        if self.edge is None:
            return ""
        return f"{reverse(route)}?{urlencode({name: self.edge.isoformat()})}"
