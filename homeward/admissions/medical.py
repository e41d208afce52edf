"""Who of the medical staff answers for a person who is not admitted yet."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Site
from homeward.staff.models import Worker
from homeward.staff.queries import on_duty, workers_with_role

MEDICAL = (Role.PHYSICIAN, Role.NURSE)
CLINICAL = (Role.SUPERVISOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.COUNSELOR, Role.NURSE)
EVALUATION = "medical_evaluation"
_SERVICE = Actor.of_service("gates")


def medical_workers(site: Site, now: datetime) -> list[tuple[str, Worker]]:
    """Physicians and nurses of a site with their role, physicians first, each once."""
    day = now.astimezone(ZoneInfo(site.time_zone)).date()
    found: dict[object, tuple[str, Worker]] = {}
    for role in MEDICAL:
        for worker in workers_with_role(role, day, site_id=site.pk).order_by("name"):
            found.setdefault(worker.pk, (role.value, worker))
    return list(found.values())


def medical_owner(site: Site, now: datetime) -> Worker | None:
    """Who owns a medical duty: somebody at work now before somebody who is not."""
    workers = [worker for _, worker in medical_workers(site, now)]
    return _at_work_first(workers, site, now)


def clinician_on_duty(site: Site, now: datetime) -> Worker | None:
    """The named clinician a caller in danger is handed to; None when nobody is at work."""
    day = now.astimezone(ZoneInfo(site.time_zone)).date()
    here = set(on_duty(now, site.time_zone).values_list("pk", flat=True))
    for role in CLINICAL:
        for worker in workers_with_role(role, day, site_id=site.pk).order_by("name"):
            if worker.pk in here:
                return worker
    return None


def join_team(
    client: Client, workers: Iterable[tuple[str, Worker]], *, actor: Actor, now: datetime
) -> None:
    """Open the record to whoever may have to examine the person, by name, while they arrive."""
    rows = TeamMembership.objects.for_actor(_SERVICE, Purpose.OPERATIONS)
    known = {each.worker_id for each in rows.filter(client=client, ends_at=None)}
    for _role, worker in workers:
        if worker.pk in known:
            continue
        member = TeamMembership.objects.create(
            client=client,
            site_id=client.site_id,
            worker=worker,
            role=EVALUATION,
            starts_at=now,
            reason="hold",
        )
        audit.record("people.team.assigned", actor=actor, subject=member, at=now, reason=EVALUATION)


def _at_work_first(workers: list[Worker], site: Site, now: datetime) -> Worker | None:
    here = set(on_duty(now, site.time_zone).values_list("pk", flat=True))
    return next((each for each in workers if each.pk in here), next(iter(workers), None))
