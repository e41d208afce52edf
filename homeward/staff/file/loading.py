"""Writing workers and the dated facts about them."""

from datetime import date
from typing import Any

from homeward.program.file.loading import today_of
from homeward.program.file.sections import Loading, Tally
from homeward.program.file.writing import by_code, settle, settle_dated
from homeward.program.models import Site
from homeward.staff.file.parts import CredentialPart, WorkerPart
from homeward.staff.models import (
    Credential,
    DutyGrant,
    RoleGrant,
    Supervision,
    Worker,
    WorkingHours,
)


def load(workers: tuple[WorkerPart, ...], loading: Loading) -> None:
    """Workers by code; a dropped role, duty or stretch of hours ends today, none is removed."""
    sites = by_code(Site.objects.all())
    known = by_code(Worker.objects.all())
    is_new = {part.code for part in workers} - set(known)
    for part in workers:
        known[part.code] = settle(
            known.get(part.code),
            Worker,
            {"code": part.code},
            {
                "name": part.name,
                "title": part.title,
                "site_id": sites[part.site].pk,
                "caseload_limit": part.caseload_limit,
                "is_naloxone_trained": part.is_naloxone_trained,
                "user_name": part.user_name,
            },
            loading.tally("workers"),
        )
    facts = _Held(loading, today_of(loading))
    for part in workers:
        facts.settle(part, known, sites, part.code in is_new)


class _Held:
    """The facts that hold now, fetched once for all workers."""

    def __init__(self, loading: Loading, today: date) -> None:
        self.loading = loading
        self.today = today
        program = loading.program
        self.credentials = list(Credential.objects.all())
        self.hours = list(WorkingHours.objects.filter(ends_on=None))
        self.roles = list(RoleGrant.objects.filter(ends_on=None, program=program))
        self.duties = list(DutyGrant.objects.filter(ends_on=None, program=program))
        self.supervisions = list(Supervision.objects.filter(ends_on=None))

    def settle(
        self,
        part: WorkerPart,
        workers: dict[str, Worker],
        sites: dict[str, Site],
        is_new: bool,
    ) -> None:
        worker, program = workers[part.code], self.loading.program
        starts_on = part.starts_on if is_new else max(part.starts_on, self.today)
        tally = self.loading.tally
        mine = {"worker": worker}
        for credential in part.credentials:
            self._settle_credential(worker, credential, tally("credentials"))
        self._dated(
            {
                (row.weekday, row.starts, row.ends): row
                for row in self.hours
                if row.worker_id == worker.pk
            },
            {
                (item.weekday, item.starts, item.ends): {
                    **mine, "weekday": item.weekday, "starts": item.starts, "ends": item.ends,
                }
                for item in part.hours
            },
            WorkingHours, starts_on, tally("working_hours"),
        )  # fmt: skip
        self._dated(
            {(row.role, row.site_id): row for row in self.roles if row.worker_id == worker.pk},
            {
                (item.role, sites[item.site].pk if item.site else None): {
                    **mine, "role": item.role, "program": program,
                    "site": sites[item.site] if item.site else None,
                }
                for item in part.roles
            },
            RoleGrant, starts_on, tally("role_grants"),
        )  # fmt: skip
        self._dated(
            {row.duty: row for row in self.duties if row.worker_id == worker.pk},
            {duty: {**mine, "duty": duty, "program": program} for duty in part.duties},
            DutyGrant, starts_on, tally("duty_grants"),
        )  # fmt: skip
        self._dated(
            {
                row.supervisee_id: row
                for row in self.supervisions
                if row.supervisor_id == worker.pk
            },
            {
                workers[code].pk: {"supervisor": worker, "supervisee": workers[code]}
                for code in part.supervises
            },
            Supervision, starts_on, tally("supervisions"),
        )  # fmt: skip

    def _dated(
        self,
        held: dict[Any, Any],
        wanted: dict[Any, dict[str, Any]],
        model: Any,
        starts_on: date,
        tally: Tally,
    ) -> None:
        settle_dated(held, wanted, model, starts_on, self.today, tally)

    def _settle_credential(self, worker: Worker, part: CredentialPart, tally: Tally) -> None:
        """A credential is known by its code and first day; the file may end or rename it."""
        found = next(
            (
                row
                for row in self.credentials
                if (row.worker_id, row.code, row.starts_on)
                == (worker.pk, part.code, part.starts_on)
            ),
            None,
        )
        settle(
            found,
            Credential,
            {"worker": worker, "code": part.code, "starts_on": part.starts_on},
            {"title": part.title, "may_sign_alone": part.may_sign_alone, "ends_on": part.ends_on},
            tally,
        )
