"""The list of transfers."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need
from homeward.desk.clients.reach import chart_url, initials_for, openable, short_name_for
from homeward.desk.linkage.pages.lines import STAND_TONES
from homeward.desk.linkage.pages.parts import transfer_line
from homeward.desk.referrals.pages import left
from homeward.linkage import queries
from homeward.linkage.models import Transfer


@dataclass(frozen=True, slots=True)
class TransfersPage:
    """Those on their way, the most pressing first, and those that ended last."""

    subline: str
    waiting: tuple[Need, ...]
    ended: tuple[Need, ...]
    support_url: str

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "TransfersPage":
        """Only those of people this actor cares for."""
        rows, ended = queries.open_transfers(actor), queries.ended_transfers(actor)
        opens = openable(actor, {row.client_id for row in (*rows, *ended)})
        late = sum(row.due_at < now for row in rows)
        return cls(
            _("%(open)s on the way · %(late)s late") % {"open": len(rows), "late": late},
            tuple(_line(actor, row, opens, now) for row in rows),
            tuple(_line(actor, row, opens, now) for row in ended),
            reverse("desk:support"),
        )


def _line(actor: Actor, row: Transfer, opens: frozenset[object], now: datetime) -> Need:
    line = transfer_line(row, now)
    face = Face(
        initials_for(actor, row.client),
        short_name_for(actor, row.client),
        chart_url(row.client_id, opens),  # type: ignore[arg-type]
    )
    sub = line.sub
    if row.ended_at is None:
        sub = _("next step: %(left)s · %(rest)s") % {"left": left(row.due_at, now), "rest": sub}
    fact = f"{line.what} · {line.tag}"
    act = Act(_("Open"), line.url, about=f"{short_name_for(actor, row.client)}, {line.what}")
    tone = line.tone
    if row.ended_at is None and row.due_at < now and tone in (STAND_TONES["on_time"], "neutral"):
        tone = "attention"
    return Need(face, fact, sub, act, tone)
