"""What the visitors' book prints; it never names a client."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.conduct import words
from homeward.conduct.actions.visitors import keeps_the_book
from homeward.conduct.models import Visit
from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.core.forms import ActionForm
from homeward.desk.conduct.lines import at_wall
from homeward.program.models import Site

MOST = 100


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visitor."""

    name: str
    sub: str
    badge: str
    when: str
    is_here: bool
    out_url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class BookPage:
    """Who is in the house, and who was."""

    here: tuple[VisitLine, ...]
    before: tuple[VisitLine, ...]
    tabs: tuple[Tab, ...]
    may_write: bool

    @classmethod
    def of(cls, actor: Actor, now: datetime, is_long: bool) -> "BookPage":
        """Those still here first; then the last day, or the last month."""
        since = now - timedelta(days=30 if is_long else 1)
        rows = Visit.objects.filter(site__in=sites_of(actor)).select_related("site", "host")
        here = rows.filter(out_at=None).order_by("in_at")
        before = rows.filter(out_at__gte=since).order_by("-out_at")[:MOST]
        url = reverse("desk:conduct_visitors")
        return cls(
            tuple(_line(row) for row in here),
            tuple(_line(row) for row in before),
            (
                Tab(_("Last day"), url, not is_long),
                Tab(_("Last 30 days"), f"{url}?day=all", is_long),
            ),
            keeps_the_book(actor),
        )


def sites_of(actor: Actor) -> list[Site]:
    """The sites whose book the actor sees."""
    rows = Site.objects.order_by("name")
    return list(rows.filter(pk__in=actor.site_ids) if actor.site_ids else rows)


def _line(row: Visit) -> VisitLine:
    zone = row.site.time_zone
    came = at_wall(row.in_at, zone)
    parts = (
        row.organisation,
        words.words(words.PURPOSES, row.purpose),
        row.detail,
        _("with %(name)s") % {"name": row.host.name},
    )
    return VisitLine(
        row.name,
        " · ".join(filter(None, parts)),
        row.badge,
        came if row.out_at is None else f"{came} – {at_wall(row.out_at, zone)[-5:]}",
        row.out_at is None,
        reverse("desk:conduct_visitor_out", args=[row.pk]),
        ActionForm(version=row.version),
    )
