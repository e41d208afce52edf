"""Reading one published day of a draw, and checking it with nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.drugtests.rules.draw import (
    METHOD,
    MONTH,
    WEEK,
    Entry,
    Listed,
    commitment_of,
    drawn_from,
    seal_of,
)
from homeward.drugtests.rules.draw_one import FIRST_METHOD, FirstEntry
from homeward.kernel.bad_input import BadInput

HEX_64 = re.compile(r"[0-9a-f]{64}", re.ASCII)
POOL = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*", re.ASCII)
REQUIRED = ("pool", "day", "method", "commitment", "secret", "roster", "drawn")
INSTANTS = ("committed_at", "drawn_at", "revealed_at")
TOKEN = re.compile(r"[^|,\s]{1,128}")
# What each method counts, and the least each count may be.
COUNTS = {
    METHOD: (
        ("times_this_month", 0),
        ("tests_per_month", 0),
        ("days_per_week", 1),
        ("most_per_month", 0),
        ("least_per_window", 0),
        ("times_this_window", 0),
        ("eligible_days_left", 0),
    ),
    FIRST_METHOD: (
        ("times_this_month", 0),
        ("days_since_last", 0),
        ("tests_per_month", 0),
        ("days_per_week", 1),
        ("most_per_month", 0),
        ("longest_gap_days", 0),
    ),
}
MOST = 100_000


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """Everything about one pool and day that anyone may hold in hand."""

    pool: str
    day: str
    method: str
    commitment: str
    secret: str
    roster: tuple[Listed, ...]
    drawn: tuple[str, ...]
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a published day does not hold: a code, and the token it is about."""

    code: str
    token: str = ""

    def to_json(self) -> dict[str, str]:
        return {"code": self.code, "token": self.token} if self.token else {"code": self.code}


def read_day(document: object) -> PublishedDay:
    """The document as a value; raises BadInput naming the field."""
    fields = _object(document, "", (*REQUIRED, "seal", *INSTANTS))
    # The first method had no seal; a day says which method it follows.
    sealed = () if fields.get("method") == FIRST_METHOD else ("seal",)
    for key in (*REQUIRED, *sealed):
        if key not in fields:
            raise BadInput(key, "is missing; add it")
    for key in INSTANTS:
        if key in fields and fields[key] is not None:
            _text(fields[key], key)
    method = _text(fields["method"], "method")
    if method not in COUNTS:
        raise BadInput("method", f"unknown method; this verifier knows {', '.join(COUNTS)}")
    if "seal" in fields and not sealed:
        raise BadInput("seal", "unknown key; remove it: the first method had no seal")
    return PublishedDay(
        pool=_shaped(fields["pool"], "pool", POOL, "give the pool's code"),
        day=_day(fields["day"]),
        method=method,
        commitment=_hex(fields["commitment"], "commitment"),
        secret=_hex(fields["secret"], "secret"),
        roster=tuple(
            _entry(item, f"roster[{n}]", method)
            for n, item in enumerate(_list(fields["roster"], "roster"))
        ),
        drawn=tuple(
            _token(item, f"drawn[{n}]") for n, item in enumerate(_list(fields["drawn"], "drawn"))
        ),
        seal=_hex(fields["seal"], "seal") if sealed else "",
    )


def faults_of(published: PublishedDay) -> tuple[Fault, ...]:
    """Everything that is wrong with a published day; empty when it holds."""
    faults = []
    expected = commitment_of(published.method, published.pool, published.day, published.secret)
    if expected != published.commitment:
        faults.append(Fault("commitment_differs"))
    tokens = [entry.token for entry in published.roster]
    faults += [Fault("token_twice", token) for token in _twice(tokens)]
    faults += [Fault("drawn_twice", token) for token in _twice(list(published.drawn))]
    chosen = set(
        drawn_from(
            published.roster, secret=published.secret, pool=published.pool, day=published.day,
            method=published.method,
        )
    )  # fmt: skip
    if published.seal and published.seal != seal_of(
        published.secret, published.pool, published.day, published.roster, published.drawn,
        published.method,
    ):  # fmt: skip
        faults.append(Fault("seal_differs"))
    for token in sorted(set(published.drawn) - chosen):
        known = token in tokens
        faults.append(
            Fault("drawn_without_being_chosen" if known else "drawn_not_on_roster", token)
        )
    faults += [
        Fault("chosen_without_being_drawn", t) for t in sorted(chosen - set(published.drawn))
    ]
    return tuple(faults)


def _twice(tokens: list[str]) -> list[str]:
    return sorted({token for token in tokens if tokens.count(token) > 1})


def _entry(value: object, path: str, method: str) -> Listed:
    own = ("window",) if method == METHOD else ()
    keys = ("token", "eligible", *own, *(name for name, _ in COUNTS[method]))
    fields = _object(value, path, keys)
    for key in keys:
        if key not in fields:
            raise BadInput(f"{path}.{key}", "is missing; add it")
    if not isinstance(fields["eligible"], bool):
        raise BadInput(f"{path}.eligible", "give true or false")
    token, eligible = _token(fields["token"], f"{path}.token"), fields["eligible"]
    counts = {name: _count(fields[name], f"{path}.{name}", least) for name, least in COUNTS[method]}
    if method == FIRST_METHOD:
        return FirstEntry(token=token, eligible=eligible, **counts)
    if fields["window"] not in (WEEK, MONTH):
        raise BadInput(f"{path}.window", f"give {WEEK} or {MONTH}")
    return Entry(token=token, eligible=eligible, window=fields["window"], **counts)


def _object(value: object, path: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise BadInput(path, "give an object")
    for key in value:
        if key not in keys:
            raise BadInput(
                f"{path}.{key}" if path else str(key),
                f"unknown key; remove it or use one of: {', '.join(keys)}",
            )
    return value


def _list(value: object, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise BadInput(path, "give a list")
    return value


def _text(value: object, path: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadInput(path, "give a text that is not empty")
    return value


def _token(value: object, path: str) -> str:
    mend = "give a token of at most 128 letters without spaces and the signs | and ,"
    return _shaped(value, path, TOKEN, mend)


def _shaped(value: object, path: str, shape: re.Pattern[str], mend: str) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise BadInput(path, mend)
    return value


def _hex(value: object, path: str) -> str:
    return _shaped(value, path, HEX_64, "give 32 bytes as 64 lower-case hexadecimal digits")


def _day(value: object) -> str:
    mend = "give a date, such as 2026-11-24"
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise BadInput("day", mend)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise BadInput("day", f"there is no such day; {mend}") from None
    return value


def _count(value: object, path: str, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= MOST:
        raise BadInput(path, f"give a whole number from {least} to {MOST}")
    return value
