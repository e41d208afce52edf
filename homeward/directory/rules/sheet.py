"""Reading places from a CSV file, and writing them: each line is right or named with its mend.

The first line names the columns, in any order; lists inside a cell are separated by semicolons.
A cell that a spreadsheet would run as a formula is written with an apostrophe before it, and read
without.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .opening import HoursUnclear, Stretch, read_hours, write_hours

COLUMNS = (
    "code", "organisation", "name", "options", "address", "city", "zip", "phone", "web",
    "languages", "payers", "takes", "hours", "notes",
)  # fmt: skip
NEEDED = ("name", "options", "zip")
LONGEST: Mapping[str, int] = {
    "code": 60, "organisation": 120, "name": 120, "address": 160, "city": 80, "phone": 30,
    "web": 120, "notes": 500,
}  # fmt: skip
MOST_LINES = 2000
RUNS = ("=", "+", "-", "@", "\t", "\r")
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell: the line of the file, the column, a code, and what stood there.

    Line 1 is the line of column names; an empty column means the whole line.
    """

    line: int
    column: str
    code: str
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One line that is right."""

    line: int = 0
    code: str
    organisation: str = ""
    name: str
    options: tuple[str, ...]
    address: str = ""
    city: str = ""
    zip_code: str
    phone: str = ""
    web: str = ""
    languages: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    hours: tuple[Stretch, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The codes a list may hold, and whether a ZIP exists."""

    options: frozenset[str]
    languages: frozenset[str]
    payers: frozenset[str]
    takes: frozenset[str]
    knows_zip: Callable[[str], bool]


@dataclass(slots=True)
class Sheet:
    """What a file holds: places when every line is right, problems when any is not."""

    places: list[Place] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_sheet(text: str, words: Words) -> Sheet:
    """Every line of the file, and every problem of every line; never raises."""
    sheet = Sheet()
    if "\0" in text:
        sheet.problems.append(Problem(1, "", "not_text"))
        return sheet
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
        reader.fieldnames = names
        if _heading(names, sheet):
            _lines(reader, words, sheet)
    except csv.Error as fault:
        sheet.problems.append(Problem(reader.line_num + 1, "", "not_csv", str(fault)))
    return sheet


def write_sheet(places: Iterable[Place]) -> str:
    """The same places as a file that `read_sheet` reads back and no spreadsheet runs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for place in places:
        writer.writerow([inert(_cell(place, column)) for column in COLUMNS])
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{cell}" if cell.startswith((*RUNS, "'")) else cell


def _live(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*RUNS, "'")) else cell


def _heading(names: list[str], sheet: Sheet) -> bool:
    missing = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name not in COLUMNS]
    twice = sorted({name for name in names if names.count(name) > 1})
    sheet.problems += [Problem(1, name, "column_missing") for name in missing]
    sheet.problems += [Problem(1, name, "column_unknown", name) for name in strange]
    sheet.problems += [Problem(1, name, "column_twice") for name in twice]
    return not sheet.problems


def _lines(reader: Any, words: Words, sheet: Sheet) -> None:
    seen: dict[str, int] = {}
    for count, row in enumerate(reader, 1):
        line = reader.line_num
        if count > MOST_LINES:
            sheet.problems.append(Problem(line, "", "too_many_lines", str(MOST_LINES)))
            return
        if None in row or None in row.values():
            sheet.problems.append(Problem(line, "", "cells_do_not_match"))
            continue
        cells = {name: _live(value.strip()) for name, value in row.items()}
        if not any(cells.values()):
            continue
        problems = list(_problems(line, cells, words))
        code = cells.get("code", "") or slug(cells.get("name", ""))
        if code in seen and not problems:
            problems.append(Problem(line, "code", "code_twice", f"{code}, {seen[code]}"))
        seen.setdefault(code, line)
        sheet.problems += problems
        if not problems:
            sheet.places.append(_place(line, code, cells))


def slug(name: str) -> str:
    """A code made from a name: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")


def _problems(line: int, cells: Mapping[str, str], words: Words) -> Iterable[Problem]:
    for column in NEEDED:
        if not cells.get(column):
            yield Problem(line, column, "cell_empty")
    for column, most in LONGEST.items():
        if len(cells.get(column, "")) > most:
            yield Problem(line, column, "cell_too_long", str(most))
    yield from _code_problems(line, cells)
    for column in ("options", "languages", "payers", "takes"):
        for word in _list(cells.get(column, "")):
            if word not in getattr(words, column):
                yield Problem(line, column, f"{column}_unknown", word)
    yield from _where_problems(line, cells, words)
    try:
        read_hours(cells.get("hours", ""))
    except HoursUnclear as unclear:
        yield Problem(line, "hours", "hours_unclear", str(unclear))


def _code_problems(line: int, cells: Mapping[str, str]) -> Iterable[Problem]:
    code = cells.get("code", "")
    if code and not _CODE.fullmatch(code):
        yield Problem(line, "code", "code_unclear", code)
    if not code and cells.get("name") and not slug(cells["name"]):
        yield Problem(line, "code", "code_needed", cells["name"])


def _where_problems(line: int, cells: Mapping[str, str], words: Words) -> Iterable[Problem]:
    zip_code, phone = cells.get("zip", ""), cells.get("phone", "")
    if zip_code and not re.fullmatch(r"[0-9]{5}", zip_code):
        yield Problem(line, "zip", "zip_unclear", zip_code)
    elif zip_code and not words.knows_zip(zip_code):
        yield Problem(line, "zip", "zip_unknown", zip_code)
    if phone and not is_phone(phone):
        yield Problem(line, "phone", "phone_unclear", phone)


def is_phone(text: str) -> bool:
    """Whether this is a number that can be dialed; three digits like 988 are."""
    return bool(re.fullmatch(r"[0-9+()\-. x]{3,30}", text)) and any(sign.isdigit() for sign in text)


def _place(line: int, code: str, cells: Mapping[str, str]) -> Place:
    texts = {
        name: cells.get(name, "")
        for name in ("organisation", "name", "address", "city", "phone", "web", "notes")
    }
    lists = {
        name: tuple(dict.fromkeys(_list(cells.get(name, ""))))
        for name in ("options", "languages", "payers", "takes")
    }
    hours = read_hours(cells.get("hours", ""))
    return Place(line=line, code=code, zip_code=cells["zip"], hours=hours, **texts, **lists)  # type: ignore[arg-type]


def _list(cell: str) -> list[str]:
    return [word.strip().lower() for word in cell.split(";") if word.strip()]


def _cell(place: Place, column: str) -> str:
    if column == "zip":
        return place.zip_code
    if column == "hours":
        return write_hours(place.hours)
    value = getattr(place, column)
    return "; ".join(value) if isinstance(value, tuple) else str(value)
