"""A safety rule that holds becomes one duty: owned, due, and ended only by what was done."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.instruments.facts import SafetyFound
from homeward.instruments.rules.instrument import SafetyRule
from homeward.instruments.rules.scoring import Result
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.staff.models import Worker
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.rules.due import URGENCY_OF, due_at

# What must be asked next when a rule of another instrument holds.
ASKS_NEXT = {"phq9.safety.1": "cssrs_screener", "bam.safety.2": "phq9", "bam_iop.safety.2": "phq9"}
_SERVICE = Actor.of_service("duties")


class NoOneToTellYet(Refusal):
    """Answers that meet a safety rule need a worker who must act, and there is none."""


def open_duties(
    actor: Actor,
    client: Client,
    response_id: UUID,
    result: Result,
    now: datetime,
    *,
    is_one_sitting: bool,
) -> tuple[str, ...]:
    """Open a duty for each rule that holds, once per rule and sitting; answers the rules' ids.

    Answers kept without a sitting (`is_one_sitting` false) are one course of saves: an open duty
    of the same rule stands for them all.
    """
    for rule in result.safety:
        if not is_one_sitting and _has_open(client, rule.id):
            continue
        task = open_duty(
            actor=actor,
            client=client,
            kind="safety",
            urgency=URGENCY_OF.get(rule.due, "same_day"),
            owner_id=_owner_for(actor, client, now),
            due_at=due_at(rule.due, now, client.site.time_zone),
            origin=f"instruments:{response_id}:{rule.id}",
            detail=_detail_of(rule, result.instrument, response_id),
            now=now,
        )
        if task.opened_at == now:
            announce(
                SafetyFound(
                    response_id, client.pk, result.instrument, rule.id, rule.severity, task.pk, now
                )
            )
    return tuple(rule.id for rule in result.safety)


def _has_open(client: Client, rule_id: str) -> bool:
    tasks = CareTask.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE)
    return bool(tasks.filter(client=client, closed_at=None, detail__rule=rule_id).exists())


def _detail_of(rule: SafetyRule, instrument: str, response_id: UUID) -> dict[str, str]:
    detail = {
        "rule": rule.id,
        "instrument": instrument,
        "response": str(response_id),
        "severity": rule.severity,
    }
    if asked := ASKS_NEXT.get(rule.id):
        detail["asks"] = asked
    return detail


def _owner_for(actor: Actor, client: Client, now: datetime) -> UUID:
    """Who must act: the worker with the client now, else the primary counselor, else the team."""
    if actor.worker_id is not None:
        return actor.worker_id
    team = TeamMembership.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client=client
    )
    member = team.order_by("-is_primary", "starts_at").first()
    if member is not None:
        return member.worker_id  # type: ignore[no-any-return]
    anyone = Worker.objects.filter(site_id=client.site_id).order_by("name").first()
    if anyone is None:
        raise NoOneToTellYet
    return anyone.pk
