"""Adopting a number or a deadline with its source: from then on it no longer warns."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.roles import Duty
from homeward.program.models import Deadline, RuleNumber

Row = TypeVar("Row", RuleNumber, Deadline)


class AlreadyAdopted(Refusal):
    """Somebody adopted this row before; a new value needs a new row."""


@action
def adopt_number(
    *,
    actor: Actor,
    number_id: UUID,
    expected_version: int | None = None,
    source_title: str = "",
    citation: str = "",
    now: datetime,
) -> RuleNumber:
    """Take a number as the program's own; a source given here replaces the one it came with."""
    return _adopt(RuleNumber, actor, number_id, expected_version, source_title, citation, now)


@action
def adopt_deadline(
    *,
    actor: Actor,
    deadline_id: UUID,
    expected_version: int | None = None,
    source_title: str = "",
    citation: str = "",
    now: datetime,
) -> Deadline:
    """Take a deadline as the program's own; a source given here replaces the one it came with."""
    return _adopt(Deadline, actor, deadline_id, expected_version, source_title, citation, now)


@action
def adopt_together(
    *,
    actor: Actor,
    numbers: Mapping[UUID, int | None] = MappingProxyType({}),
    deadlines: Mapping[UUID, int | None] = MappingProxyType({}),
    now: datetime,
) -> int:
    """Adopt several rows, each in the version it was read; all of them or, on a refusal, none.

    Answers how many were adopted now; rows that somebody adopted meanwhile are passed over.
    """
    chosen: list[tuple[Any, UUID, int | None]] = [(RuleNumber, *each) for each in numbers.items()]
    chosen += [(Deadline, *each) for each in deadlines.items()]
    adopted = 0
    for model, row_id, version in chosen:
        try:
            _adopt(model, actor, row_id, version, "", "", now)
        except AlreadyAdopted:
            continue
        adopted += 1
    return adopted


def _adopt(
    model: type[Row],
    actor: Actor,
    row_id: UUID,
    expected_version: int | None,
    source_title: str,
    citation: str,
    now: datetime,
) -> Row:
    if Duty.ADOPT_NUMBERS not in actor.duties:
        raise NotAllowed("no_duty_to_adopt")
    rows: Any = model.objects.select_for_update()
    programs = {grant.program_id for grant in actor.grants}
    if None not in programs:
        rows = rows.filter(program_id__in=programs)
    row: Row = rows.get(pk=row_id)
    if row.adopted_at is not None:
        raise AlreadyAdopted
    expect_version(row, expected_version)
    changed: dict[str, Any] = {
        "adopted_at": now,
        "adopted_by_id": actor.worker_id or actor.account_id,
    }
    if source_title:
        changed |= {"source_title": source_title, "citation": citation}
    row.change(**changed)
    audit.record(
        f"program.{'number' if model is RuleNumber else 'deadline'}.adopted",
        actor=actor,
        subject=row,
        at=now,
        fields=tuple(changed),
    )
    return row
