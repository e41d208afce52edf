"""Whose authorization somebody has to look at today, the most pressing first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Figure, Need
from homeward.coverage.authorized import Standing, authorizations_at_hand, standings
from homeward.coverage.models import Coverage
from homeward.desk.authorizations import saying
from homeward.desk.clients.reach import initials_for, name_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.kernel.records import RecordClass
from homeward.timetable.needs import is_intensive

# Whether somebody is in care is asked for clients whose coverage the reader reaches, and shown as
# one line about payment: the rest of the episode stays where it is.
LOOKING = Actor.of_service("desk.authorizations")
PRESSING = ("used_up", "running_out", "open")


@dataclass(frozen=True, slots=True)
class ListPage:
    """Missing ones, pressing ones, and the rest."""

    figures: tuple[Figure, ...]
    missing: tuple[Need, ...]
    pressing: tuple[Need, ...]
    calm: tuple[Need, ...]

    @classmethod
    def of(cls, actor: Actor, today: date) -> "ListPage":
        """A fixed few reads, however many clients."""
        held = standings(authorizations_at_hand(actor, today), today)
        writes = may(actor.roles, RecordClass.CLAIMS, Access.WRITE)
        missing = _without(actor, held, today)
        by_outcome = {code: [each for each in held if each.decision.outcome == code]
                      for code in (*PRESSING, "in_force", "to_come")}  # fmt: skip
        pressing = [each for code in PRESSING for each in by_outcome[code]]
        calm = [*by_outcome["in_force"], *by_outcome["to_come"]]
        return cls(
            figures=(
                Figure(str(len(missing)), _("in care without one"),
                       tone="urgent" if missing else ""),
                Figure(str(len(by_outcome["running_out"]) + len(by_outcome["used_up"])),
                       _("run out soon")),
                Figure(str(len(by_outcome["open"])), _("wait for an answer")),
                Figure(str(len(calm)), _("in order")),
            ),
            missing=tuple(_missing(actor, row, writes=writes) for row in missing),
            pressing=tuple(_need(actor, each) for each in pressing),
            calm=tuple(_need(actor, each) for each in calm),
        )  # fmt: skip


def _without(actor: Actor, held: Iterable[Standing], today: date) -> list[Any]:
    """Coverages of clients in intensive care whose payer asks for one, and none is open or held."""
    known = {each.row.client_id for each in held}
    rows = (
        Coverage.objects.for_actor(actor, Purpose.PAYMENT)
        .filter(Q(ends_on=None) | Q(ends_on__gt=today), payer__needs_authorization=True)
        .select_related("client", "payer")
        .order_by("client__chart_number", "-starts_on")
    )
    asked = {row.client_id: row for row in rows if row.client_id not in known}
    episodes = Episode.objects.for_actor(LOOKING, Purpose.PAYMENT).filter(
        client__pk__among=list(asked), ended_at=None
    )
    in_care = {
        row.client_id
        for row in episodes.select_related("program", "phase")
        if is_intensive(row.program.level_edition, row.phase.level_code)
    }
    return [row for client_id, row in asked.items() if client_id in in_care]


def _missing(actor: Actor, row: Any, *, writes: bool) -> Need:
    name = name_for(actor, row.client)
    new = reverse("desk:authorization_new", args=[row.client_id])
    return Need(
        _face(actor, row.client, reverse("desk:benefits", args=[row.client_id])),
        _("is in intensive care, and no authorization is on record"),
        row.payer.name,
        Act(_("Ask the payer"), new, about=name) if writes else None,
        "urgent",
    )


def _need(actor: Actor, standing: Standing) -> Need:
    row = standing.row
    is_open = standing.decision.outcome == "open"
    pressing = () if is_open else saying.lines(standing.decision, State.NOT_MET)
    address = reverse("desk:authorization", args=[row.pk])
    told = [row.coverage.payer.name, saying.level(row.level_code), saying.period(row)]
    if not is_open:
        told.append(saying.units(row, standing.left))
    return Need(
        _face(actor, row.client, address),
        _within(pressing[0]) if pressing else saying.standing_words(standing),
        " · ".join((*pressing[1:], *told)),
        Act(_("Open"), address, about=name_for(actor, row.client)),
        saying.TONES[standing.decision.outcome],
    )


def _within(sentence: str) -> str:
    """A sentence that goes on after a name."""
    return sentence[:1].lower() + sentence[1:]


def _face(actor: Actor, client: Any, url: str) -> Face:
    return Face(initials_for(actor, client), name_for(actor, client), url)


def newest_level(client_id: UUID) -> str:
    """The level the client is at, for a request that is begun; empty out of care."""
    rows = Episode.objects.for_actor(LOOKING, Purpose.PAYMENT).filter(
        client_id=client_id, ended_at=None
    )
    episode = rows.select_related("phase").order_by("-admitted_at").first()
    return episode.phase.level_code if episode else ""
