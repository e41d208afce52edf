"""An overdue count of the house's naloxone is somebody's work: a nurse's, else a technician's."""

from datetime import datetime, timedelta

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.roles import Role
from homeward.medications.models import CountDuty
from homeward.medications.reaching import SERVICE
from homeward.medications.stock_checks import overdue_since
from homeward.program.models import Site
from homeward.staff.models import Worker
from homeward.staff.queries import workers_with_role

COUNTS_KITS = (Role.NURSE, Role.TECHNICIAN)
COUNT_WITHIN = timedelta(days=1)


def open_counts(*, now: datetime) -> int:
    """A duty for every site where a count is overdue, ended where none is any more; how many were
    opened. Safe to repeat."""
    opened = 0
    for site in Site.objects.order_by("code"):
        with audit.unit():
            end_count(SERVICE, site, now)
            opened += _open(site, now)
    return opened


def _open(site: Site, now: datetime) -> bool:
    since = overdue_since(site, now)
    if since is None or duty_at(site) is not None:
        return False
    owner = _owner(site, now)
    if owner is None:
        return False
    made = CountDuty.objects.create(
        site=site, owner=owner, since=since, opened_at=now, due_at=now + COUNT_WITHIN
    )
    audit.record("medications.count.opened", actor=SERVICE, subject=made, at=now)
    return True


def end_count(actor: Actor, site: Site, now: datetime) -> None:
    """The duty of a site ends once every lot was counted in time, by whoever counted the last."""
    duty = CountDuty.objects.select_for_update().filter(site=site, ended_at=None).first()
    if duty is not None and overdue_since(site, now) is None:
        duty.change(ended_at=now, ended_by_id=actor.worker_id)
        audit.record("medications.count.ended", actor=actor, subject=duty, at=now)


def duty_at(site: Site) -> CountDuty | None:
    """The open duty of a site."""
    rows = CountDuty.objects.filter(site=site, ended_at=None).select_related("owner", "site")
    return rows.first()


def _owner(site: Site, now: datetime) -> Worker | None:
    on = local_day(now, site.time_zone)
    for role in (*COUNTS_KITS, Role.DIRECTOR):
        found = workers_with_role(role, on, site_id=site.pk).order_by("name").first()
        if found is not None:
            return found
    return None
