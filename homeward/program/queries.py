"""Reads of a program's numbers and deadlines as the rules want them: frozen, dated, sourced."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db import connection

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source
from homeward.program.models import Deadline, Holiday, RuleNumber
from homeward.program.rules.default_deadlines import DEADLINES, DueRule
from homeward.program.rules.defaults import NUMBERS, safe_number

MOST_READ = 200
_IF_CHANGED = """
    WITH held AS (
      SELECT code, value, unit, tag, source_title, citation, starts_on,
        adopted_at IS NOT NULL AS is_adopted
      FROM program_rulenumber WHERE program_id = %(program)s AND starts_on <= %(on)s
    ), mark AS (
      SELECT coalesce(md5(string_agg(held::text, ',' ORDER BY code, starts_on)), 'none') AS digest
      FROM held
    )
    SELECT mark.digest, held.* FROM mark LEFT JOIN held ON mark.digest <> %(known)s
    ORDER BY held.code, held.starts_on
"""
# By program and day: the digest of the rows, and the numbers they make.
_read: dict[tuple[Any, date], tuple[str, Mapping[str, ProgramNumber]]] = {}


def numbers_for(program: Any, on: date) -> Mapping[str, ProgramNumber]:
    """Every known number as it holds on a day, in one query; safe defaults where none is set.

    `program` is the program or its id. Almost every page asks: the rows leave the database only
    when its own digest of them is another than that of the rows this process has read.
    """
    key = (getattr(program, "pk", program), on)
    known, numbers = _read.get(key, ("", None))
    with connection.cursor() as cursor:
        cursor.execute(_IF_CHANGED, {"program": key[0], "on": on, "known": known})
        rows = cursor.fetchall()
    if numbers is None or rows[0][0] != known:
        numbers = MappingProxyType(
            {code: safe_number(code) for code in NUMBERS}
            | {row[1]: _number(*row[1:]) for row in rows if row[1] is not None}
        )
        if len(_read) >= MOST_READ:
            _read.clear()
        _read[key] = (rows[0][0], numbers)
    return numbers


def _number(
    code: str, value: Decimal, unit: str, tag: str, title: str, citation: str, starts_on: date,
    is_adopted: bool,
) -> ProgramNumber:  # fmt: skip
    return ProgramNumber(
        code, value, unit, Source(code, title, tag, citation), starts_on, is_adopted
    )


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
