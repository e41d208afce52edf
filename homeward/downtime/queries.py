"""Reads about packs and paper."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.downtime.models import DowntimePack, PackFetch, PackKey, PaperEntry
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site
from homeward.program.queries import numbers_for
from homeward.timetable.models import TherapyGroup

PACK_HOUR = "downtime_pack_hour"
KEPT_DAYS = "downtime_pack_kept_days"


def keys_of(sites: Iterable[Site]) -> dict[UUID, PackKey]:
    """The key in force at each site."""
    rows = PackKey.objects.filter(site__in=list(sites), ended_at=None).select_related("set_by")
    return {row.site_id: row for row in rows}


def packs_of(sites: Iterable[Site], limit: int = 40) -> list[DowntimePack]:
    """The packs of some sites with who fetched them, the newest first; without their content."""
    rows = DowntimePack.objects.filter(site__in=list(sites)).select_related("site", "made_by")
    return list(
        rows.defer("locked")
        .prefetch_related(_fetches())
        .order_by("-on", "site__name", "-made_at")[:limit]
    )


def _fetches() -> Any:
    from django.db.models import Prefetch

    return Prefetch("fetches", PackFetch.objects.select_related("worker").order_by("at"))


def last_made_on(site: Site) -> date | None:
    """The day of the newest pack of a site."""
    row = DowntimePack.objects.filter(site=site).order_by("-on").values_list("on", flat=True)
    return row.first()


def number_at(site: Site, code: str, on: date) -> int:
    """A number of the program that runs at a site."""
    group = TherapyGroup.objects.filter(site=site).select_related("program").first()
    program = group.program if group else Program.objects.order_by("code").first()
    return int(numbers_for(program, on)[code])


def waiting_for(actor: Actor) -> list[PaperEntry]:
    """What was keyed from the actor's own paper and waits for them.

    Asked as a writer: a technician writes observations and reads no notes but what is theirs here.
    """
    rows = PaperEntry.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        author_id=actor.worker_id, taken_at=None
    )
    return list(
        rows.select_related("client", "session", "keyed_by", "site").order_by("written_at", "pk")
    )


def is_own_paper(actor: Actor, entry_id: UUID) -> bool:
    """Whether the words are the actor's own, taken into the record already or not."""
    rows = PaperEntry.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    return bool(rows.filter(pk=entry_id, author_id=actor.worker_id).exists())


def keyed_since(actor: Actor, since: datetime) -> list[PaperEntry]:
    """What was keyed lately within the actor's reach, the newest first."""
    rows = PaperEntry.objects.for_actor(actor, Purpose.TREATMENT).filter(keyed_at__gte=since)
    return list(
        rows.select_related("client", "session", "author", "keyed_by").order_by("-keyed_at", "pk")
    )
