"""Reading workers from the program file and checking their facts against each other."""

from homeward.kernel.roles import STAFF_ROLES, Duty
from homeward.program.file.fields import Table
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings
from homeward.program.file.references import refuse_twins, refuse_unknown
from homeward.staff.file.parts import CredentialPart, HoursPart, RolePart, WorkerPart

ROLES = tuple(sorted(role.value for role in STAFF_ROLES))
DUTIES = tuple(duty.value for duty in Duty)


def read(document: Table, findings: Findings, outline: ProgramOutline) -> tuple[WorkerPart, ...]:
    """The workers of the file."""
    workers = tuple(_worker(table, outline) for table in document.tables("workers"))
    refuse_twins(findings, "worker", workers)
    _check_user_names(findings, workers)
    _check_supervision(findings, workers)
    return workers


def _worker(table: Table, outline: ProgramOutline) -> WorkerPart:
    sites = [site.code for site in outline.sites]
    starts_on = table.day("starts_on", outline.starts_on)
    site = table.code("site")
    if table.is_sound("site"):
        refuse_unknown(table.findings, table.at("site"), site, "site", sites)
    return WorkerPart(
        where=table.path,
        code=table.code(),
        name=table.text("name"),
        title=table.text("title"),
        site=site,
        user_name=table.user_name("user_name"),
        caseload_limit=table.whole("caseload_limit", 0, 200, 0),
        is_naloxone_trained=table.flag("naloxone_trained", False),
        starts_on=starts_on,
        credentials=tuple(
            _credential(inner, outline) for inner in table.tables("credentials", required=False)
        ),
        hours=_hours(table),
        roles=_roles(table, sites),
        duties=_duties(table),
        supervises=table.codes("supervises", required=False),
    )


def _credential(table: Table, outline: ProgramOutline) -> CredentialPart:
    part = CredentialPart(
        where=table.path,
        code=table.code(),
        title=table.text("title"),
        may_sign_alone=table.flag("may_sign_alone", True),
        starts_on=table.day("starts_on", outline.starts_on),
        ends_on=table.day_or_none("ends_on"),
    )
    if part.ends_on and table.is_sound("ends_on") and part.ends_on <= part.starts_on:
        table.refuse("ends_on", "is not after starts_on; give a later date or leave it out")
    return part


def _hours(table: Table) -> tuple[HoursPart, ...]:
    found: list[HoursPart] = []
    for inner in table.tables("hours", required=False):
        days = inner.weekdays("days")
        starts, ends = inner.clock("starts"), inner.clock("ends")
        if inner.is_sound("starts") and inner.is_sound("ends") and ends <= starts:
            inner.refuse("ends", "is not after starts; give a later time")
        for day in days:
            part = HoursPart(weekday=day, starts=starts, ends=ends)
            if any(
                other.weekday == day and other.starts < ends and starts < other.ends
                for other in found
            ):
                inner.refuse("days", "overlaps hours given above for the same day; join them")
            found.append(part)
    return tuple(sorted(found))


def _roles(table: Table, sites: list[str]) -> tuple[RolePart, ...]:
    found: list[RolePart] = []
    for inner in table.tables("roles"):
        site = inner.code("site", required=False)
        if site and inner.is_sound("site"):
            refuse_unknown(inner.findings, inner.at("site"), site, "site", sites)
        part = RolePart(role=inner.choice("role", ROLES), site=site)
        if part in found:
            inner.refuse("role", f"{part.role!r} stands twice; keep one")
        found.append(part)
    return tuple(found)


def _duties(table: Table) -> tuple[str, ...]:
    duties = table.codes("duties", required=False)
    for place, duty in enumerate(duties):
        refuse_unknown(table.findings, (*table.at("duties"), place), duty, "duty", DUTIES)
    return duties


def _check_user_names(findings: Findings, workers: tuple[WorkerPart, ...]) -> None:
    first: dict[str, WorkerPart] = {}
    for worker in workers:
        if worker.user_name and worker.user_name in first:
            findings.refuse(
                (*worker.where, "user_name"),
                f"{worker.user_name!r} already belongs to {first[worker.user_name].code!r};"
                " give another",
            )
        first.setdefault(worker.user_name, worker)


def _check_supervision(findings: Findings, workers: tuple[WorkerPart, ...]) -> None:
    codes = [worker.code for worker in workers]
    for worker in workers:
        for place, code in enumerate(worker.supervises):
            where = (*worker.where, "supervises", place)
            if code == worker.code:
                findings.refuse(where, "nobody supervises themselves; name somebody else")
            else:
                refuse_unknown(findings, where, code, "worker", codes)
    supervised = {code for worker in workers for code in worker.supervises}
    for worker in workers:
        if worker.code not in supervised and any(
            not credential.may_sign_alone for credential in worker.credentials
        ):
            findings.warn(
                (*worker.where, "credentials"),
                "may not sign alone and nobody supervises them; add them to a supervisor's list",
            )
