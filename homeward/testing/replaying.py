"""Forms sent twice, and once with other words under the same key.

Every page that lets a player in is read for its forms; each form is filled in, and the first
filling of a route that is accepted is sent again. The first answer must come back, nothing may be
written a second time, and the same key with another body must be refused.

Forms that only stand on a page after something happened are reached by letting it happen: on
later rounds what was accepted stays, and the pages are read again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from homeward.core.routes import Route, all_routes
from homeward.core.submissions import new_key
from homeward.testing.matrix.asking import Case, House, address_of, cases
from homeward.testing.matrix.astray import sheets_on
from homeward.testing.matrix.fillings import UnknownId
from homeward.testing.matrix.sheets import KEYS, WORDS, Sheet, Values
from homeward.testing.matrix.watching import watched

RELATIONS = ("own", "arriving")
# Those who can do most come first; whoever is not needed for a route is not asked.
COLUMNS = (
    "counselor", "nurse", "supervisor", "admissions", "front_desk", "director", "physician",
    "technician", "client", "family", "case_manager", "public", "admin",
)  # fmt: skip
REFUSED = 409
# What ends a sign-in or an episode is tried and undone: the next form still needs it.
OWN_ACCOUNT = ("account_", "mfa_", "usersessions_")
ENDINGS = frozenset(
    {
        "desk:discharge",
        "desk:stop",
        "desk:admissions_closing",
        "desk:group_cancellation",
        "desk:packet_hand_over",
    }
)
# What a field must hold where a plausible word is not enough, by its name.
TYPED = {
    "chart_number": "HW-00003",
    "signer_name": "Jo Avery",
    "temperature_f": "96.4",
    "temperature_minutes": "2",
    "client_initials": "JA",
    "birth_date": "1992-03-05",
    "expires_on": "2027-05-01",
    "starts_at": "2026-11-25T10:00",
    "zip": "60601",
    "zip_code": "60601",
    "phone": "312 555 0188",
    "web": "https://example.org/",
    "diagnosis": "F10.20",
    "pulse": "72",
    "systolic": "120",
    "oxygen": "98",
}


@dataclass(frozen=True, slots=True)
class Replayed:
    """One route: who sent which form of which page, and what was wrong (empty: nothing)."""

    route: str
    player: str
    page: str
    status: int
    wrote: int
    faults: tuple[str, ...]


def post_routes(part: str = "") -> dict[str, Route]:
    """Every route whose forms carry a key, by name."""
    return {
        route.name: route
        for route in all_routes()
        if route.policy is not None
        and "POST" in route.policy.methods
        and route.policy.once
        and part in route.name
    }


def replay(
    house: House, part: str = "", *, page: str = "", rounds: int = 1,
    columns: Iterable[str] = COLUMNS,
) -> Iterator[Replayed]:  # fmt: skip
    """Each route with a filling that is accepted, once; the rest is for `without_filling`.

    `part` is in the name of the route that takes the form, `page` in that of the route that shows
    it. What the later rounds let happen stays in the database of the house.
    """
    done: set[str] = set()
    for number in range(rounds):
        keeps = number > 0
        waiting = {name for name in post_routes(part) if not keeps or _may_stay(name)} - (
            set() if number == 1 else done
        )
        for each in _round(house, columns, waiting, page, keeps=keeps):
            if each.route not in done:
                done.add(each.route)
                yield each


def _may_stay(route: str) -> bool:
    return not route.startswith(OWN_ACCOUNT) and route not in ENDINGS


def _round(
    house: House, columns: Iterable[str], waiting: set[str], page: str, *, keeps: bool
) -> Iterator[Replayed]:
    for column in columns:
        seen: set[str] = set()
        for route, case in cases(RELATIONS):
            if not waiting:
                return
            if case.method != "GET" or page not in route.name:
                continue
            if house.may_enter(route, "GET", column):
                yield from _of_page(house, column, route, case, waiting, seen, keeps)


def without_filling(done: Iterable[Replayed], part: str = "") -> list[str]:
    """Routes for which no page's form was accepted as it was filled in."""
    return sorted(set(post_routes(part)) - {each.route for each in done})


def _of_page(
    house: House, column: str, route: Route, case: Case, waiting: set[str], seen: set[str],
    keeps: bool,
) -> Iterator[Replayed]:  # fmt: skip
    try:
        address = address_of(house.world, route, case.relation)
    except UnknownId:
        return  # the access matrix says so; its form stays among those without a filling
    if address in seen:
        return
    seen.add(address)
    for sheet in sheets_on(house, column, address):
        if sheet.route in waiting:
            for values in _fillings(sheet):
                if (found := _sent_twice(house, column, sheet, values, keeps)) is not None:
                    waiting.discard(sheet.route)
                    yield found
                    break


def _fillings(sheet: Sheet) -> Iterator[Values]:
    """As the page suggests; then with the first, the last and the second of every choice.

    Each with days to come, and with days gone by.
    """
    typed = {name: TYPED[name] for name in sheet.fields if name in TYPED}
    for place in (None, 0, -1, 1):
        for on in (1, -1):
            yield sheet.filled(on=on, **_chosen(sheet, place), **typed)


def _chosen(sheet: Sheet, place: int | None) -> dict[str, str]:
    """One option of every choice, by its place; None keeps what the page suggests."""
    if place is None:
        return {}
    return {
        name: real[min(place, len(real) - 1)]
        for name, known in sheet.fields.items()
        if known.kind in ("select", "radio") and (real := [each for each in known.options if each])
    }


def _sent_twice(
    house: House, column: str, sheet: Sheet, values: Values, keeps: bool
) -> Replayed | None:
    """The three sendings; None when the form was not accepted at all."""
    body: dict[str, Any] = {name: value for name, value in values.items() if name not in KEYS}
    body["form_key"] = new_key()
    with transaction.atomic():
        with watched() as first_written:
            first, response = house.send(column, "POST", sheet.action, body)
        if first.status >= 400:
            transaction.set_rollback(True)
            return None
        with watched() as again_written:
            again, repeated = house.send(column, "POST", sheet.action, body)
        with watched() as other_written:
            other, _ = house.send(column, "POST", sheet.action, _changed(body))
        transaction.set_rollback(not keeps)
    faults = []
    if (first.status, response.get("Location")) != (again.status, repeated.get("Location")):
        faults.append(f"answered {first.status}, then {again.status}")
    if again_written.tables:
        faults.append("written again: " + " ".join(sorted(set(again_written.tables))))
    if other.status != REFUSED:
        faults.append(f"another body was answered {other.status}")
    if other_written.tables:
        faults.append("another body wrote: " + " ".join(sorted(set(other_written.tables))))
    return Replayed(
        sheet.route, column, sheet.page, first.status, len(first_written.tables), tuple(faults)
    )


def _changed(body: dict[str, Any]) -> dict[str, Any]:
    """The same key around other words."""
    return {**body, "said_later": [WORDS]}
