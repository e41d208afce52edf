"""Attaching what a tool used elsewhere found: the fact of it, never its text."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel import levels
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.actions.signer import worker_of
from homeward.placement.models import ExternalResult


class ResultIncomplete(Refusal):
    """A result says which tool, what level of a known edition, when, and by whom."""


@action
def attach_external_result(
    *,
    actor: Actor,
    client_id: UUID,
    tool: str,
    edition: str,
    level: str,
    done_on: date,
    done_by: str,
    now: datetime,
    tool_name: str = "",
    kept_where: str = "",
) -> ExternalResult:
    """Keep a result beside the placement; it changes no suggestion.

    Raises ResultIncomplete with the codes of what is missing; Client.DoesNotExist out of reach.
    """
    client = Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=client_id)
    problems = []
    if tool not in ExternalResult.Tool.values:
        problems.append("tool_unknown")
    if tool == ExternalResult.Tool.OTHER and not tool_name.strip():
        problems.append("tool_name_missing")
    try:
        levels.level(edition, level)
    except KeyError:
        problems.append("level_unknown")
    if done_on > local_day(now):
        problems.append("result_in_future")
    if len(done_by.strip()) < 3:
        problems.append("result_author_missing")
    if problems:
        raise ResultIncomplete(*problems)
    made = ExternalResult.objects.create(
        client=client,
        site_id=client.site_id,
        tool=tool,
        tool_name=tool_name.strip()[:80],
        edition=edition,
        level=level,
        done_on=done_on,
        done_by=done_by.strip()[:160],
        kept_where=kept_where.strip()[:200],
        attached_at=now,
        attached_by_id=worker_of(actor),
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    result: ExternalResult = ExternalResult.objects.for_actor(
        actor, Purpose.TREATMENT, to=Access.WRITE
    ).get(pk=made.pk)
    audit.record("placement.result.attached", actor=actor, subject=result, at=now, reason=tool)
    return result
