"""Reads of a program's numbers and deadlines as the rules want them: frozen, dated, sourced."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source
from homeward.program.models import Deadline, Holiday, RuleNumber
from homeward.program.rules.default_deadlines import DEADLINES, DueRule
from homeward.program.rules.defaults import NUMBERS, safe_number


def numbers_for(program: Any, on: date) -> Mapping[str, ProgramNumber]:
    """Every known number as it holds on a day, in one query; safe defaults where none is set.

    `program` is the program or its id.
    """
    found = {code: safe_number(code) for code in NUMBERS}
    for row in _latest(RuleNumber, program, on).order_by("code", "starts_on"):
        found[row.code] = ProgramNumber(
            row.code, row.value, row.unit, source_of(row), row.starts_on, row.adopted_at is not None
        )
    return MappingProxyType(found)


def deadlines_for(
    program: Any, on: date, applies_to: Collection[str] = ()
) -> Mapping[str, DueRule]:
    """Every document's due rule as it holds on a day, in one query.

    `applies_to` names what is true of the client, as in `("level:2.1", "payer:medicare")`; a rule
    for one of these, the first named first, wins over the rule for all.
    """
    order = ("all", *reversed(tuple(applies_to)))
    found = dict(DEADLINES)
    ranks: dict[str, int] = {}
    rows = _latest(Deadline, program, on).filter(applies_to__in=order).order_by("starts_on")
    for row in rows:
        rank = order.index(row.applies_to)
        if rank < ranks.get(row.document, 0):
            continue
        ranks[row.document] = rank
        found[row.document] = DueRule(
            row.document, row.applies_to, row.clock_start, row.limit, row.unit, row.calendar,
            source_of(row), row.starts_on, row.adopted_at is not None,
        )  # fmt: skip
    return MappingProxyType(found)


def closed_days(program: Any, first: date, last: date) -> frozenset[date]:
    """The closed days from one day to another, both included."""
    rows = Holiday.objects.filter(program=program, on__range=(first, last))
    return frozenset(rows.values_list("on", flat=True))


def unadopted_numbers(program: Any, on: date) -> list[RuleNumber]:
    """The numbers in force that nobody has adopted yet, by code."""
    return [row for row in numbers_in_force(program, on) if row.adopted_at is None]


def numbers_in_force(program: Any, on: date) -> list[RuleNumber]:
    """The latest row of each code that has begun by a day, by code, for the set-up pages."""
    rows = _latest(RuleNumber, program, on).order_by("code", "-starts_on").distinct("code")
    return list(rows)


def deadlines_in_force(program: Any, on: date) -> list[Deadline]:
    """The latest row of each document and case that has begun by a day."""
    keys = ("document", "applies_to")
    return list(_latest(Deadline, program, on).order_by(*keys, "-starts_on").distinct(*keys))


def source_of(row: Any) -> Source:
    """Where a stored number or deadline comes from."""
    code = getattr(row, "code", "") or getattr(row, "document", "")
    return Source(code, row.source_title, row.tag, row.citation)


def _latest(model: Any, program: Any, on: date) -> Any:
    return model.objects.filter(program=program, starts_on__lte=on)
