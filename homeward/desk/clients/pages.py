"""What the caseload and the finder print."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.admissions.queries import caseload
from homeward.core import clock
from homeward.core.access import GLASS, Access, cells, may
from homeward.core.actors import Actor, knows_names
from homeward.core.asked import whole_number
from homeward.core.charts import Hours
from homeward.core.components import Pager, Tab
from homeward.desk.clients.reach import (
    chart_url,
    elsewhere,
    name_for,
    openable,
    schedule_url,
)
from homeward.desk.hours import hours_of
from homeward.desk.words import PHASE_CLASSES, initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.queries import find_clients

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
    has_hours: bool
    empty: str
    pager: Pager | None

    @classmethod
    def of(cls, actor: Actor, asked: dict[str, str]) -> "Caseload":
        """The person's own caseload first; `who=all` is everyone they may know of."""
        mine = [] if asked.get("who") == "all" else caseload(actor)
        everyone = not mine
        rows = _open_episodes(actor)
        total = rows.count() if everyone else len(mine)
        start = whole_number(asked.get("from", "")) or 0
        if start >= total:
            start = 0
        shown = list(rows[start : start + PER_PAGE]) if everyone else mine[start : start + PER_PAGE]
        # Who reads no schedule sees no hours: nought of nine would be untrue.
        reads = may(actor.roles, RecordClass.SCHEDULE, Access.READ)
        hours = hours_of(actor, shown) if reads else {}
        opens = openable(actor, (episode.client_id for episode in shown))
        here = reverse("desk:clients")
        wide = _("Everyone I may open") if opens else _("Everyone here")
        has_team = not everyone or asked.get("who") == "all"
        return cls(
            title=_("Clients"),
            subline=_("%(count)s in the program now") % {"count": total},
            filters=(
                Tab(_("My team's"), here, not everyone),
                Tab(wide, f"{here}?who=all", everyone),
            )
            if has_team
            else (),
            rows=tuple(
                _row(actor, episode, hours.get(episode.client_id), opens) for episode in shown
            ),
            has_hours=bool(hours),
            empty=_(
                "Clients appear when they are admitted and you are on their team. "
                "A supervisor can add you to a team."
            )
            if is_by_team(actor)
            else _("Clients appear here on the day they are admitted."),
            pager=_pager(here, everyone, start, total),
        )


def is_by_team(actor: Actor) -> bool:
    """Whether the actor knows only the clients on whose team they are."""
    ways = {cell.relation for role in actor.roles for cell in cells(role, RecordClass.IDENTITY)}
    return ways <= {"team", "admit", GLASS}


def _open_episodes(actor: Actor) -> Any:
    """Everyone in the program whom the actor may know of, by the name they may read."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(
        ended_at=None
    )
    order = "client__name" if knows_names(actor) else "client__chart_number"
    return rows.select_related("client", "program", "track", "phase", "site").order_by(order, "pk")


def _row(actor: Actor, episode: Episode, hours: Any, opens: frozenset[UUID]) -> ClientRow:
    client = episode.client
    named = knows_names(actor)
    return ClientRow(
        initials=initials_of(client.name) if named else "",
        name=name_for(actor, client),
        url=chart_url(client.pk, opens) or schedule_url(actor, client.pk),
        chart_number=client.chart_number if named else "",
        phase=PHASE_CLASSES.get(episode.phase.color, "early"),
        phase_label=episode.phase.name,
        day=(clock.today(episode.site.time_zone) - episode.admitted_on).days + 1,
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
    opens: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The people found for some letters or digits."""

    text: str
    options: tuple[Option, ...]

    @classmethod
    def of(cls, actor: Actor, text: str) -> "Found":
        """At most a dozen; an auditor finds by chart number alone."""
        by_name = not any(letter.isdigit() for letter in text)
        found = [] if by_name and not knows_names(actor) else find_clients(actor, text)
        opens = openable(actor, (client.pk for client in found))
        return cls(
            text=text,
            options=tuple(
                Option(
                    url=chart_url(client.pk, opens) or elsewhere(actor),
                    initials=initials_of(client.name) if knows_names(actor) else "",
                    name=name_for(actor, client),
                    sub=client.chart_number if knows_names(actor) else "",
                    opens=client.pk in opens,
                )
                for client in found
            ),
        )
