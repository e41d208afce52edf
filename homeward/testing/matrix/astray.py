"""Ids where nobody looks for them: in the query, in the body, in the fields of a form.

An address about one's own client is asked again with the ids of another site's client beside it.
The answer must not be let further in, must know none of their words, and nothing may be written
about them: not a row changed, and not a row read, which the audit would have written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from homeward.core.routes import Route
from homeward.testing.matrix.asking import (
    IN,
    NOBODY_IN_PARTICULAR,
    Answer,
    Asked,
    Case,
    House,
)
from homeward.testing.matrix.fillings import ROWS
from homeward.testing.matrix.sheets import KEYS, Sheet, Values, ids_in, read
from homeward.testing.matrix.subjects import Subject
from homeward.testing.matrix.watching import Written, watched

HERE, THERE = "own", "other_site"
OUTSIDER = "elsewhere"  # for whom the other site is one's own
# Rows of the house, which everybody's request may name.
SHARED = (
    "number", "deadline", "payer", "topic", "material", "wording", "service", "question", "version",
    "shift", "closure", "absence", "worker", "draft",
    "week_question", "exchange", "participation", "approval", "protocol", "stock", "lab_message",
)  # fmt: skip
# Fields of forms for what somebody writes; an id there is a text like any other.
WRITTEN_IN = frozenset({"word", "words"})
MARK = "kestrel-{}-"


@dataclass(slots=True)
class Strayed:
    """What was asked, and what went wrong."""

    cells: int = 0
    fields: int = 0
    faults: list[dict[str, str]] = field(default_factory=list)


def beside_the_address(house: House, asked: list[tuple[Route, Asked]]) -> Strayed:
    """Every answer let in, again with ids of another site's client in query and body.

    `asked` are answers about one's own client, or about nobody.
    """
    found = Strayed()
    for route, each in asked:
        for column, plain in each.answers.items():
            if plain.word != IN or not house.may_enter(route, each.case.method, column):
                continue
            found.cells += 1
            foreign = _subject(house, column)
            told, written = _ask_astray(house, column, each, foreign)
            found.faults += _faults(each.case, column, "beside", plain, told, written, foreign)
    return found


def in_the_fields(house: House, pages: list[tuple[Asked, str, list[Sheet]]]) -> Strayed:
    """Every form of every page, filled in, with one id after the other exchanged for theirs."""
    found = Strayed()
    seen: set[tuple[str, str, str]] = set()
    for each, column, sheets in pages:
        foreign, own = _subject(house, column), _own(house, column)
        for sheet in sheets:
            values = sheet.filled()
            for name, value in ids_in(values).items():
                key = (column, sheet.route, _stem(name))
                if not sheet.route or key in seen:
                    continue
                seen.add(key)
                found.fields += 1
                other = _counterpart(value, own, foreign)
                told, written = _send(house, column, sheet, {**values, name: [other]})
                case = Case(sheet.route, "POST", each.case.relation)
                found.faults += _faults(case, column, name, None, told, written, foreign)
    return found


def pages_of(
    house: House, asked: list[tuple[Route, Asked]]
) -> Iterator[tuple[Asked, str, list[Sheet]]]:
    """The forms on every page that lets a player in."""
    for _route, each in asked:
        if each.case.method != "GET":
            continue
        for column, answer in each.answers.items():
            if answer.word != IN or answer.status != 200:
                continue
            if sheets := sheets_on(house, column, each.address):
                yield each, column, sheets


def sheets_on(house: House, column: str, address: str) -> list[Sheet]:
    """The forms on one page as one player sees it; nothing of the visit stays."""
    with transaction.atomic():
        answer, response = house.send(column, "GET", address)
        transaction.set_rollback(True)
    kind = response.get("Content-Type", "")
    if answer.status != 200 or response.streaming or not kind.startswith("text/html"):
        return []
    return read(address, response.content.decode())


def relevant(case: Case) -> bool:
    """Whether a case is about one's own client or about nobody."""
    return case.relation in (HERE, NOBODY_IN_PARTICULAR)


def _subject(house: House, column: str) -> Subject:
    return house.world.subjects[HERE if column == OUTSIDER else THERE]


def _own(house: House, column: str) -> Subject:
    return house.world.subjects[THERE if column == OUTSIDER else HERE]


def _foreign_ids(subject: Subject) -> dict[str, str]:
    """Every name an id goes by, with this subject's row: `client`, `client_id`, `pk`, ..."""
    ids = {}
    for name, row in ROWS.items():
        if row not in SHARED and row in subject.rows:
            names = {name, row} - WRITTEN_IN
            ids |= dict.fromkeys(names, str(subject.rows[row].pk))
    client = str(subject.client.pk)
    return {**ids, "id": client, "pk": client, "record": client, "of": client, "subject": client}


def _ask_astray(house: House, column: str, each: Asked, foreign: Subject) -> tuple[Answer, Written]:
    ids = _foreign_ids(foreign)
    query = "&".join(f"{name}={value}" for name, value in sorted(ids.items()))
    address = f"{each.address}?{query}"
    with transaction.atomic(), watched() as written:
        answer, _ = house.send(column, each.case.method, address, ids)
        transaction.set_rollback(True)
    return answer, written


def _send(house: House, column: str, sheet: Sheet, values: Values) -> tuple[Answer, Written]:
    body: dict[str, Any] = {name: value for name, value in values.items() if name not in KEYS}
    with transaction.atomic(), watched() as written:
        answer, _ = house.send(column, "POST", sheet.action, body)
        transaction.set_rollback(True)
    return answer, written


def _counterpart(value: str, own: Subject, foreign: Subject) -> str:
    """The other client's row of the same kind; their own id where the kind is not known."""
    for name, row in own.rows.items():
        if str(row.pk) == value and name in foreign.rows and name not in SHARED:
            return str(foreign.rows[name].pk)
    return str(foreign.client.pk)


def _stem(name: str) -> str:
    """A field's name without the id or number in it: one of a hundred rows is enough."""
    return "".join(letter for letter in name if not letter.isdigit())[:40]


def _faults(
    case: Case, column: str, where: str, plain: Answer | None, told: Answer, written: Written,
    foreign: Subject,
) -> list[dict[str, str]]:  # fmt: skip
    ids = frozenset(
        str(row.pk) for name, row in foreign.rows.items() if name not in (*SHARED, "week", "draw")
    )
    wrong = []
    if told.status >= 500:
        wrong.append("error")
    if plain is not None and told.word == IN and plain.word != IN:
        wrong.append("let in")
    if any(word.startswith(MARK.format(foreign.mark)) for word in told.canaries):
        wrong.append("their words")
    if tables := written.naming(ids):
        wrong.append("written about them: " + " ".join(sorted(set(tables))))
    return [
        {
            "route": case.route,
            "method": case.method,
            "player": column,
            "where": where,
            "fault": each,
        }
        for each in wrong
    ]
