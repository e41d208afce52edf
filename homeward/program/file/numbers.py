"""Reading sources, numbers, deadlines and closed days; nothing here stands without a source."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from homeward.kernel.reasons import Source
from homeward.program.file.fields import Table
from homeward.program.file.outline import DeadlinePart, HolidayPart, NumberPart
from homeward.program.file.references import refuse_unknown
from homeward.program.rules.default_deadlines import CALENDARS, CLOCK_STARTS, DEADLINES
from homeward.program.rules.default_deadlines import UNITS as DEADLINE_UNITS
from homeward.program.rules.defaults import KnownNumber
from homeward.program.rules.holidays import NAMES, holiday_on

TAGS = ("law", "state", "payer", "norm", "default")
NO_SOURCE = Source("", "")


def read_sources(document: Table) -> Mapping[str, Source]:
    """The named sources, by their codes."""
    return {
        code: Source(
            code=code,
            title=table.text("title", longest=200),
            tag=table.choice("tag", TAGS),
            citation=table.text("citation", longest=200, required=False),
        )
        for code, table in document.entries("sources", "source")
    }


def read_numbers(
    document: Table,
    known: Mapping[str, KnownNumber],
    sources: Mapping[str, Source],
    starts_on: date,
    *,
    required: bool = True,
) -> tuple[NumberPart, ...]:
    """The dated numbers below `numbers`, checked against each code's unit and sensible values."""
    return tuple(
        _number(code, table, known, sources, starts_on)
        for code, table in document.entries("numbers", "number", required=required)
    )


def _number(
    code: str,
    table: Table,
    known: Mapping[str, KnownNumber],
    sources: Mapping[str, Source],
    starts_on: date,
) -> NumberPart:
    is_known = refuse_unknown(table.findings, table.path, code, "number", known)
    least, most = (
        (known[code].least, known[code].most) if is_known else (Decimal(0), Decimal(10**8))
    )
    value = table.decimal("value", least, most)
    unit = table.text("unit", longest=20)
    if is_known and table.is_sound("unit") and unit != known[code].unit:
        table.refuse("unit", f"{unit!r} is not the unit of {code}; write {known[code].unit!r}")
    return NumberPart(
        where=table.path,
        code=code,
        value=value,
        unit=unit,
        source=read_source(table, sources),
        starts_on=table.day("starts_on", starts_on),
    )


def read_source(table: Table, sources: Mapping[str, Source]) -> Source:
    """The named source, with the part's own tag and citation where it gives one."""
    code = table.code("source")
    tag = table.choice("tag", TAGS, "") if table.has("tag") else ""
    citation = table.text("citation", longest=200, required=False)
    if not table.is_sound("source") or not refuse_unknown(
        table.findings, table.at("source"), code, "source", sources
    ):
        return NO_SOURCE
    named = sources[code]
    return Source(named.code, named.title, tag or named.tag, citation or named.citation)


def read_deadlines(
    document: Table, sources: Mapping[str, Source], starts_on: date
) -> tuple[DeadlinePart, ...]:
    """The due rules; one for each document and case."""
    found: list[DeadlinePart] = []
    for table in document.tables("deadlines"):
        part = DeadlinePart(
            where=table.path,
            document=table.choice("document", tuple(DEADLINES)),
            applies_to=table.text("applies_to", longest=60, required=False) or "all",
            clock_start=table.choice("clock_start", CLOCK_STARTS),
            limit=table.whole("limit", 0, 3660),
            unit=table.choice("unit", DEADLINE_UNITS),
            calendar=table.choice("calendar", CALENDARS, "calendar"),
            source=read_source(table, sources),
            starts_on=table.day("starts_on", starts_on),
        )
        _check_deadline(table, part)
        if part.document and (part.document, part.applies_to) in [
            (other.document, other.applies_to) for other in found
        ]:
            table.refuse(
                "document", f"{part.document!r} for {part.applies_to!r} stands twice; keep one"
            )
        found.append(part)
    return tuple(found)


def _check_deadline(table: Table, part: DeadlinePart) -> None:
    kind, _, which = part.applies_to.partition(":")
    if part.applies_to != "all" and (kind not in ("level", "payer", "site") or not which):
        table.refuse("applies_to", 'write "all", "level:CODE", "site:CODE" or "payer:CODE"')
    if part.calendar == "business" and part.unit not in ("days", "weeks"):
        table.refuse("calendar", "counts business days only with the unit days or weeks")


def read_holidays(document: Table) -> tuple[HolidayPart, ...]:
    """Named holidays computed for the given years, and single closed days."""
    table = document.table("holidays", required=False)
    found: list[HolidayPart] = []
    if table.has("observed"):
        first, last = table.whole("first_year", 1990, 2200), table.whole("last_year", 1990, 2200)
        years_stand = table.is_sound("first_year") and table.is_sound("last_year")
        if years_stand and not first <= last <= first + 60:
            table.refuse("last_year", "give a year from first_year to 60 years later")
        for place, code in enumerate(table.codes("observed")):
            where = (*table.at("observed"), place)
            if refuse_unknown(table.findings, where, code, "holiday", NAMES) and table.is_sound(
                "last_year"
            ):
                found += [
                    HolidayPart(where=where, on=holiday_on(code, year), name=NAMES[code])
                    for year in range(first, last + 1 if years_stand else first)
                ]
    for inner in table.tables("closed", required=False):
        part = HolidayPart(
            where=inner.path, on=inner.day("on"), name=inner.text("name", longest=80)
        )
        if part.on in [other.on for other in found]:
            inner.refuse("on", f"{part.on.isoformat()} is closed twice; keep one")
        found.append(part)
    table.close()
    return tuple(sorted(found, key=lambda part: part.on))
