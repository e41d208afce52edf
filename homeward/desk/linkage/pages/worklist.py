"""The case manager's worklist: needs, referrals, appointments and transfers by what is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Figure, Need, Tab
from homeward.desk.clients.reach import (
    chart_url,
    initials_for,
    openable,
    short_name_for,
)
from homeward.desk.linkage.pages.lines import tone_at
from homeward.desk.referrals.pages import left
from homeward.linkage import queries, words

SHOWS = ("needs", "referrals", "appointments", "transfers")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: of which client, since when due, in words, and where to go."""

    of: str
    client: object
    due_at: datetime
    fact: str
    sub: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """Everything in reach that waits, what is late first."""

    subline: str
    figures: tuple[Figure, ...]
    filters: tuple[Tab, ...]
    rows: tuple[Need, ...]
    transfers_url: str
    figures_url: str

    @classmethod
    def of(cls, actor: Actor, now: datetime, show: str = "") -> "WorklistPage":
        """Only of people this actor cares for; four reads, however many wait."""
        everything = sorted(_waiting(actor, now), key=lambda each: each.due_at)
        show = show if show in SHOWS else ""
        shown = [each for each in everything if not show or each.of == show]
        opens = openable(actor, (each.client.pk for each in shown))  # type: ignore[attr-defined]
        late = sum(each.due_at < now for each in everything)
        counts = {code: sum(each.of == code for each in everything) for code in SHOWS}
        return cls(
            subline=_("%(all)s open · %(late)s late") % {"all": len(everything), "late": late},
            figures=tuple(_figures(counts, late)),
            filters=tuple(_filters(counts, show, len(everything))),
            rows=tuple(_line(actor, each, opens, now) for each in shown),
            transfers_url=reverse("desk:transfers"),
            figures_url=reverse("desk:support_figures"),
        )


def _waiting(actor: Actor, now: datetime) -> Iterator[Waiting]:
    for need in queries.waiting_needs(actor):
        grave = words.said(words.SEVERITIES, need.severity)
        wish = words.said(words.WANTS, need.wants)
        assert need.answer_due_at is not None
        yield Waiting(
            "needs", need.client, need.answer_due_at,
            words.said(words.NEEDS, need.kind), f"{wish} · {grave}",
            reverse("desk:need", args=[need.pk]), _("Talk it over"),
        )  # fmt: skip
    for row in queries.open_referrals(actor):
        stands = words.said(words.REFERRAL_STATES, row.state)
        yield Waiting(
            "referrals", row.client, row.due_at, words.said(words.NEEDS, row.need.kind),
            f"{row.service.name} · {stands}", reverse("desk:need_referral", args=[row.pk]),
            _("Follow it"),
        )  # fmt: skip
    for visit in queries.unsettled_visits(actor):
        yield Waiting(
            "appointments", visit.client, visit.at, visit.provider, _("was it kept?")
            if visit.at < now else _("booked"),
            reverse("desk:visit_turn", args=[visit.pk, "settle"]), _("Was it kept?"),
        )  # fmt: skip
    for transfer in queries.open_transfers(actor):
        stands = words.said(words.TRANSFER_STATES, transfer.state)
        yield Waiting(
            "transfers", transfer.client, transfer.due_at, words.said(words.LEVELS, transfer.level),
            " · ".join(filter(None, (transfer.where, stands))),
            reverse("desk:transfer", args=[transfer.pk]), _("Follow it"),
        )  # fmt: skip


def _line(actor: Actor, each: Waiting, opens: frozenset[object], now: datetime) -> Need:
    client = each.client
    face = Face(
        initials_for(actor, client),
        short_name_for(actor, client),
        chart_url(client.pk, opens),  # type: ignore[attr-defined,arg-type]
    )
    act = Act(each.label, each.url, about=f"{short_name_for(actor, client)}, {each.fact}")
    sub = f"{left(each.due_at, now)} · {each.sub}"
    return Need(face, each.fact, sub, act, tone_at(each.due_at, now))


def _figures(counts: dict[str, int], late: int) -> Iterator[Figure]:
    yield Figure(str(late), _("late"), "urgent" if late else "neutral")
    yield Figure(str(counts["needs"]), _("needs to answer"))
    yield Figure(str(counts["referrals"]), _("referrals on the way"))
    yield Figure(str(counts["transfers"]), _("transfers on the way"))


def _filters(counts: dict[str, int], show: str, total: int) -> Iterator[Tab]:
    here = reverse("desk:support")
    labels = {
        "needs": _("Needs"), "referrals": _("Referrals"), "appointments": _("Appointments"),
        "transfers": _("Transfers"),
    }  # fmt: skip
    yield Tab(_("All"), here, not show, total)
    for code in SHOWS:
        yield Tab(labels[code], f"{here}?show={code}", show == code, counts[code])
