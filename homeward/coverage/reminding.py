"""Asking payers again every month: a duty for whoever asked last, ended by the new answer.

A client is reminded of while their consent to treatment holds, which ends with discharge, or while
an assessment is on its way; of a coverage that ended, never.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.consents.active import in_force
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.coverage.models import BenefitsCheck, Coverage
from homeward.coverage.rules.rechecking import last_recheck, needs_recheck
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.people.stops import without_stopped
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.queries import workers_with_role
from homeward.tasks import kinds, proofs
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "benefits_recheck"
SERVICE = Actor.of_service("coverage")
DAYS_TO_ASK = 5
ASSESSOR = "assessor"  # who is on a team before admission

kinds.register(
    kinds.DutyKind(
        KIND,
        _("Ask the payer again: benefits of this month"),
        (
            kinds.Disposition("verified", _("Asked and recorded")),
            kinds.Disposition("coverage_ended", _("The coverage has ended"), needs_note=True),
            kinds.Disposition("not_needed", _("Not needed any more"), needs_note=True),
        ),
    )
)


def due_for_recheck(today: date) -> list[Coverage]:
    """Open coverages of clients in care whose last answer is of an earlier month."""
    day = recheck_day(today)
    noon = datetime.combine(today, time(12), UTC)
    treated = in_force(
        Consent.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(kind=Consent.Kind.TREATMENT),
        noon,
    )
    assessing = TeamMembership.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(
        Q(ends_at=None) | Q(ends_at__gt=noon), starts_at__lte=noon, role=ASSESSOR
    )
    rows = Coverage.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(
        Q(ends_on=None) | Q(ends_on__gt=today),
        Q(client_id__in=treated.values("client_id"))
        | Q(client_id__in=assessing.values("client_id")),
    )
    rows = without_stopped(rows.exclude(payer__kind="self_pay"))
    rows = rows.select_related("client", "payer", "verified_by")
    return [row for row in rows.order_by("client_id", "pk") if _is_due(row, today, day)]


def remind(*, today: date, now: datetime) -> int:
    """Open a duty for each coverage to ask about again; once a month each; returns how many."""
    since = last_recheck(today, recheck_day(today))
    with audit.unit():
        return sum(_open(coverage, since, today, now) for coverage in due_for_recheck(today))


def _open(coverage: Coverage, since: date, today: date, now: datetime) -> bool:
    """Whether this opened a duty; not where this month's stands, or nobody could do it."""
    owner, origin = _owner_of(coverage, today), f"{_stem(coverage)}{since:%Y-%m}"
    before = CareTask.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(origin=origin)
    if owner is None or before.exists():
        return False
    open_duty(
        actor=SERVICE,
        client=coverage.client,
        kind=KIND,
        urgency=CareTask.Urgency.ROUTINE,
        owner_id=owner,
        due_at=now + timedelta(days=DAYS_TO_ASK),
        origin=origin,
        detail={"coverage": str(coverage.pk)},
        now=now,
    )
    return True


def end_reminders(*, actor: Actor, coverage: Coverage, now: datetime) -> None:
    """The answer has come: the duty to ask for it ends as a consequence."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(
        kind=KIND, closed_at=None, origin__startswith=_stem(coverage)
    )
    for task in rows:
        task.change(
            closed_at=now,
            closed_by_id=actor.worker_id or task.owner_id,
            disposition="verified",
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason="verified")


def recheck_day(today: date) -> int:
    """The day of the month, by the first program's number."""
    program = Program.objects.order_by("code").first()
    return int(numbers_for(program, today)["benefits_recheck_day"])


def _is_due(row: Coverage, today: date, day: int) -> bool:
    asked = local_day(row.verified_at) if row.verified_at else None
    return needs_recheck(asked, today, day)


def _owner_of(coverage: Coverage, today: date) -> Any:
    """Who asked last while they still work at the admissions desk, else its first worker."""
    desk = workers_with_role(Role.ADMISSIONS, today, site_id=coverage.site_id)
    found = list(desk.order_by("code").values_list("pk", flat=True))
    if coverage.verified_by_id in found:
        return coverage.verified_by_id
    return found[0] if found else None


def _stem(coverage: Coverage) -> str:
    return f"benefits:{coverage.pk}:"


def _has_been_asked(task: CareTask, actor: Actor) -> str:
    rows = BenefitsCheck.objects.for_actor(SERVICE, Purpose.PAYMENT)
    found = rows.filter(coverage_id=task.detail.get("coverage"), at__gte=task.opened_at)
    return "" if found.exists() else "benefits_not_asked"


proofs.register(KIND, "verified", _has_been_asked)
