"""What the caseload and the finder print."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.admissions.queries import caseload
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.components import Pager, Tab
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import find_clients
from homeward.desk.hours import hours_of

PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client in the list."""

    initials: str
    name: str
    url: str
    chart_number: str
    phase: str
    phase_label: str
    day: int
    track: str
    hours: Hours | None


@dataclass(frozen=True, slots=True)
class Caseload:
    """The list, who it is of, and how to see others."""

    title: str
    subline: str
    filters: tuple[Tab, ...]
    rows: tuple[ClientRow, ...]
    pager: Pager | None

    @classmethod
    def of(cls, actor: Actor, asked: dict[str, str]) -> "Caseload":
        """The person's own caseload first; `who=all` is everyone they may open."""
        sees_all = may(actor.roles, RecordClass.IDENTITY, Access.READ)
        everyone = asked.get("who") == "all" or not actor.worker_id
        start = max(int(asked["from"]), 0) if asked.get("from", "").isdigit() else 0
        episodes = _open_episodes(actor) if everyone else caseload(actor)
        if not everyone and not episodes and sees_all:
            everyone, episodes = True, _open_episodes(actor)
        shown = episodes[start : start + PER_PAGE]
        hours = hours_of(actor, shown)
        here = reverse("desk:clients")
        return cls(
            title=_("Clients"),
            subline=_("%(count)s in the program now") % {"count": len(episodes)},
            filters=(
                Tab(_("My team's"), here, not everyone),
                Tab(_("Everyone I may open"), f"{here}?who=all", everyone),
            ),
            rows=tuple(_row(episode, hours.get(episode.client_id)) for episode in shown),
            pager=_pager(here, everyone, start, len(episodes)),
        )


def _open_episodes(actor: Actor) -> list[Episode]:
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(ended_at=None)
    return list(
        rows.select_related("client", "program", "track", "phase").order_by("client__name", "pk")
    )


def _row(episode: Episode, hours: Any) -> ClientRow:
    client = episode.client
    return ClientRow(
        initials=initials_of(client.name),
        name=client.name,
        url=reverse("desk:chart", args=[client.pk]),
        chart_number=client.chart_number,
        phase=PHASE_CLASSES.get(episode.phase.color, "early"),
        phase_label=episode.phase.name,
        day=(clock.now() - episode.admitted_at) // timedelta(days=1) + 1,
        track=episode.track.name,
        hours=hours,
    )


def _pager(here: str, everyone: bool, start: int, total: int) -> Pager | None:
    if total <= PER_PAGE:
        return None
    query = f"{here}?who={'all' if everyone else 'mine'}&from="
    before, after = start - PER_PAGE, start + PER_PAGE
    return Pager(
        first=start + 1,
        last=min(after, total),
        total=total,
        previous_url=f"{query}{max(before, 0)}" if start else "",
        next_url=f"{query}{after}" if after < total else "",
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One person found."""

    url: str
    initials: str
    name: str
    sub: str


@dataclass(frozen=True, slots=True)
class Found:
    """The people found for some letters or digits."""

    text: str
    options: tuple[Option, ...]

    @classmethod
    def of(cls, actor: Actor, text: str) -> "Found":
        """At most a dozen, by name."""
        return cls(
            text=text,
            options=tuple(
                Option(
                    url=reverse("desk:chart", args=[client.pk]),
                    initials=initials_of(client.name),
                    name=client.name,
                    sub=client.chart_number,
                )
                for client in find_clients(actor, text)
            ),
        )
