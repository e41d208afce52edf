"""Reads about places and referrals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.directory.models import Referral, Service, ServiceEdit
from homeward.directory.rules.distance import miles_between, nearest_first, shown
from homeward.directory.rules.opening import Stretch
from homeward.directory.rules.searching import Entry, Wanted, fits
from homeward.directory.zips import Area, area_of_place
from homeward.kernel.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Found:
    """A place that fits, how far it is in shown miles, and whether it is open (None: not known)."""

    service: Service
    miles: float | None
    is_open: bool | None


def services(*, with_retired: bool = False, text: str = "") -> list[Service]:
    """The places on the list, by name; `text` is looked for in name, organisation and town."""
    rows = Service.objects.select_related("verified_by")
    if not with_retired:
        rows = rows.filter(retired_at=None)
    for word in text.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(organisation__icontains=word)
            | Q(city__icontains=word)
            | Q(zip_code__startswith=word)
        )
    return list(rows.order_by("name", "code"))


def find(
    rows: Iterable[Service], wanted: Wanted, origin: Area | None, now: datetime
) -> list[Found]:
    """Those of these places that fit, the nearest first; without an origin by name."""
    found = []
    for row in rows:
        entry = entry_of(row, origin, now)
        if fits(entry, wanted):
            miles = None if entry.miles is None else shown(entry.miles)
            found.append(Found(row, miles, entry.is_open))
    return nearest_first(
        found,
        lambda each: each.miles,
        lambda each: each.service.name,
        lambda each: each.service.code,
    )


def entry_of(row: Service, origin: Area | None, now: datetime) -> Entry:
    """A stored place as the search rule sees it at an instant."""
    area = area_of_place(row.zip_code)
    local = now.astimezone(ZoneInfo(area.zone if area else "America/Chicago"))
    return Entry(
        options=frozenset(row.options),
        languages=frozenset(row.languages),
        payers=frozenset(row.payers),
        takes=frozenset(row.takes),
        hours=stretches_of(row),
        weekday=local.weekday(),
        minute=local.hour * 60 + local.minute,
        miles=miles_between(origin.point, area.point) if origin and area else None,
    )


def stretches_of(row: Service) -> tuple[Stretch, ...]:
    """The stored opening hours as the rule's values."""
    return tuple(Stretch(*each) for each in row.hours)


def history_of(service: Service) -> list[ServiceEdit]:
    """Every change to an entry, the newest first."""
    return list(
        ServiceEdit.objects.filter(service=service).select_related("by").order_by("-at", "-pk")
    )


def open_referrals(actor: Actor) -> list[Referral]:
    """The open referrals within the actor's reach, what is due first at the top."""
    rows = Referral.objects.for_actor(actor, Purpose.TREATMENT).filter(closed_at=None)
    return list(rows.select_related("client", "service", "owner").order_by("due_at", "pk"))


def recent_referrals(actor: Actor, limit: int = 20) -> list[Referral]:
    """The referrals that ended last, within the actor's reach."""
    rows = Referral.objects.for_actor(actor, Purpose.TREATMENT).filter(closed_at__isnull=False)
    rows = rows.select_related("client", "service", "owner")
    return list(rows.order_by("-closed_at", "pk")[:limit])


def referrals_of(actor: Actor, client_id: UUID) -> list[Referral]:
    """Every referral of one client, the open ones first, then the newest."""
    rows = Referral.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    rows = list(rows.select_related("service", "owner").order_by("-opened_at", "pk"))
    return sorted(rows, key=lambda row: row.closed_at is not None)


def referral_with_steps(actor: Actor, referral_id: UUID) -> Referral:
    """One referral with its steps; raises Referral.DoesNotExist out of reach."""
    rows: Any = Referral.objects.for_actor(actor, Purpose.TREATMENT, to=Access.READ)
    found: Referral = rows.select_related(
        "client", "service", "owner", "opened_by", "closed_by"
    ).get(pk=referral_id)
    return found
