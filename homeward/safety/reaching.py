"""Reaching runs, plans and clients to write about, and the site's own day."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Program, Site
from homeward.safety.models import CrisisRun, CrisisStamp

SERVICE = Actor.of_service("safety")


def site_of(actor: Actor, site_id: UUID) -> Site:
    """A site where the actor works; raises Site.DoesNotExist."""
    sites = Site.objects.all()
    if not any(grant.site_id is None for grant in actor.grants):
        sites = sites.filter(pk__in=actor.site_ids)
    return sites.get(pk=site_id)


def worker_id_of(actor: Actor) -> UUID:
    """The worker who acts; raises NotAllowed for anybody else."""
    if actor.worker_id is None:
        raise NotAllowed
    return actor.worker_id


def runs_within(actor: Actor) -> Any:
    """The runs of the actor's sites: whoever may write an incident may go on with one."""
    return CrisisRun.objects.for_actor(actor, Purpose.EMERGENCY, to=Access.WRITE)


def run_for(actor: Actor, run_id: UUID, now: datetime) -> CrisisRun:
    """One run: while it goes on for whoever may help, after its end for those it concerns.

    These are who took part in it, who reads incidents, and the team of the client it was about.
    Raises CrisisRun.DoesNotExist for everybody else.
    """
    rows = runs_within(actor).select_related("site", "edition__program", "started_by", "ended_by")
    return _opened(actor, rows.get(pk=run_id), now)


def locked_run(actor: Actor, run_id: UUID, now: datetime) -> CrisisRun:
    """The same run, held."""
    rows = runs_within(actor).select_for_update(of=("self",))
    run = rows.select_related("site", "edition__program").get(pk=run_id)
    return _opened(actor, run, now)


def _opened(actor: Actor, run: CrisisRun, now: datetime) -> CrisisRun:
    if run.ended_at is None or actor.worker_id in (run.started_by_id, run.ended_by_id):
        return run
    stamps = CrisisStamp.objects.for_actor(SERVICE, Purpose.EMERGENCY).filter(run=run)
    if stamps.filter(by_id=actor.worker_id).exists() or _cares_for(actor, run.client_id, now):
        return run
    if CrisisRun.objects.for_actor(actor, Purpose.OPERATIONS).filter(pk=run.pk).exists():
        return run
    raise CrisisRun.DoesNotExist


def _cares_for(actor: Actor, client_id: UUID | None, now: datetime) -> bool:
    """Whether this worker is on the client's treatment team now."""
    if client_id is None or actor.worker_id is None:
        return False
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    mine = rows.filter(client_id=client_id, worker_id=actor.worker_id)
    return bool(mine.filter(Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now).exists())


def stamps_of(run: CrisisRun) -> list[CrisisStamp]:
    """The steps of a run as they were pressed, the earliest first."""
    rows = CrisisStamp.objects.for_actor(SERVICE, Purpose.EMERGENCY).filter(run=run)
    return list(rows.select_related("by").order_by("at", "created_at"))


def named_client(actor: Actor, client_id: UUID) -> Client:
    """A client the actor knows at least by name; raises Client.DoesNotExist."""
    rows = Client.objects.for_actor(actor, Purpose.EMERGENCY, to=Access.MINIMAL)
    known = rows.get(pk=client_id)
    return whole_client(known.pk)


def whole_client(client_id: UUID) -> Client:
    """The client's row for what the room itself does with it."""
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    return rows.get(pk=client_id)  # type: ignore[no-any-return]


def program_at(site: Site) -> Program:
    """The program whose numbers and paths hold at a site: of an open episode there, else the first.

    Raises Program.DoesNotExist before any program is set up.
    """
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(site=site, ended_at=None)
    episode = rows.select_related("program").order_by("pk").first()
    return episode.program if episode else Program.objects.order_by("code")[:1].get()


def program_of(client: Client) -> Program:
    """The program whose numbers count for a client."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(client_id=client.pk)
    episode = rows.filter(ended_at=None).select_related("program").first()
    return episode.program if episode else Program.objects.order_by("code")[:1].get()


def day_at(moment: datetime, site: Site) -> date:
    """The date at the site's own wall clock."""
    return clock.local_day(moment, site.time_zone)
