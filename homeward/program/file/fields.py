"""Reading the values of one TOML table: each getter checks, notes the fault and goes on.

A getter never raises: a wrong value is noted with its mend and a harmless one is returned, so
that one reading finds every fault of the file.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from homeward.program.file.positions import Path
from homeward.program.file.problems import Findings
from homeward.program.rules.week_shape import DAYS

CODE = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
USER_NAME = re.compile(r"[a-z][a-z0-9._-]*")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_MISSING: Any = object()
NO_DAY = date(1, 1, 1)


class Table:
    """One table of the file with its place; `close()` refuses what nobody asked for."""

    def __init__(self, values: Mapping[str, Any], path: Path, findings: Findings) -> None:
        self.values = values
        self.path = path
        self.findings = findings
        self._known: list[str] = []

    def at(self, key: str) -> Path:
        return (*self.path, key)

    def has(self, key: str) -> bool:
        self._know(key)
        return key in self.values

    def is_sound(self, key: str) -> bool:
        return self.findings.is_sound(self.at(key))

    def refuse(self, key: str, mend: str) -> None:
        self.findings.refuse(self.at(key), mend)

    def close(self) -> None:
        """Refuse every key that is not part of the format."""
        for key in self.values:
            if key not in self._known:
                near = nearest(key, self._known)
                self.refuse(key, f"there is no field {key!r} here; {near or _listing(self._known)}")

    def _know(self, key: str) -> None:
        if key not in self._known:
            self._known.append(key)

    def _take(self, key: str, required: bool, what: str) -> Any:
        self._know(key)
        if key not in self.values:
            if required:
                self.findings.refuse(self.at(key), f"is missing; give {what}")
            return _MISSING
        return self.values[key]

    def text(self, key: str, *, longest: int = 120, required: bool = True) -> str:
        what = f"a text of at most {longest} characters"
        value = self._take(key, required, what)
        if value is _MISSING:
            return ""
        if not isinstance(value, str):
            self.refuse(key, f"{_shown(value)} is not a text; give {what} in quotes")
            return ""
        text = " ".join(value.split())
        if required and not text:
            self.refuse(key, f"is empty; give {what}")
        elif len(text) > longest:
            self.refuse(key, f"has {len(text)} characters; shorten it to {longest}")
        elif any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
            self.refuse(key, "has a control character; write it as plain text")
        return text

    def code(self, key: str = "code", *, longest: int = 40, required: bool = True) -> str:
        value = self.text(key, longest=longest, required=required)
        if value and self.is_sound(key) and not CODE.fullmatch(value):
            self.refuse(
                key,
                f"{value!r} is not a code; use small letters, digits and single hyphens or"
                " underscores, a letter first",
            )
        return value

    def user_name(self, key: str) -> str:
        value = self.text(key, longest=60, required=False)
        if value and self.is_sound(key) and not USER_NAME.fullmatch(value):
            self.refuse(key, f"{value!r} is not a user name; use small letters, digits and . _ -")
        return value

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        value = self._take(key, default is None, f"one of: {', '.join(allowed)}")
        if value is _MISSING:
            return default or ""
        if not isinstance(value, str) or value not in allowed:
            near = nearest(value, allowed) if isinstance(value, str) else ""
            hint = " ".join(filter(None, (near, _listing(allowed))))
            self.refuse(key, f"{_shown(value)} is not known; {hint}")
            return ""
        return value

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        what = f"a whole number from {least} to {most}"
        value = self._take(key, default is None, what)
        if value is _MISSING:
            return default or 0
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.refuse(key, f"{_shown(value)} does not fit; give {what}")
            return 0
        return value

    def decimal(self, key: str, least: Decimal, most: Decimal) -> Decimal:
        what = f"a number from {least} to {most} with at most three decimals"
        value = self._take(key, True, what)
        if value is _MISSING:
            return Decimal(0)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.refuse(key, f"{_shown(value)} is not a number; give {what}")
            return Decimal(0)
        number = Decimal(value)
        if not number.is_finite() or not least <= number <= most or number != round(number, 3):
            self.refuse(key, f"{_shown(value)} does not fit; give {what}")
            return Decimal(0)
        return number

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key, False, "")
        if value is _MISSING:
            return default
        if not isinstance(value, bool):
            self.refuse(key, f"{_shown(value)} is neither true nor false; write true or false")
            return default
        return value

    def day(self, key: str, default: date | None = None) -> date:
        value = self._take(key, default is None, "a date such as 2026-01-01")
        if value is _MISSING:
            return default or NO_DAY
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, f"{_shown(value)} is not a date; write it as 2026-01-01, no quotes")
            return NO_DAY
        if not 1990 <= value.year <= 2200:
            self.refuse(key, f"{value.isoformat()} is too far away; give a date from 1990 to 2200")
        return value

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if self.has(key) else None

    def clock(self, key: str) -> time:
        value = self._take(key, True, 'a time such as "09:30"')
        if value is _MISSING:
            return time.min
        if isinstance(value, time) and not (value.second or value.microsecond):
            return value
        if not isinstance(value, str) or not (match := _CLOCK.fullmatch(value)):
            self.refuse(key, f'{_shown(value)} is not a time; write hours and minutes as "09:30"')
            return time.min
        return time(int(match[1]), int(match[2]))

    def zone(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default is None, "an IANA zone such as America/Chicago")
        if value is _MISSING:
            return default or ""
        if not isinstance(value, str) or not _is_zone(value):
            self.refuse(
                key, f"{_shown(value)} is not a time zone; give one such as America/Chicago"
            )
            return ""
        return value

    def codes(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of codes without twins."""
        found = []
        for place, item in self.items(key, "codes", required=required):
            where = (*self.at(key), place)
            if not isinstance(item, str) or not CODE.fullmatch(item):
                self.findings.refuse(where, f"{_shown(item)} is not a code; put a code in quotes")
            elif item in found:
                self.findings.refuse(where, f"{item!r} stands twice; keep one")
            else:
                found.append(item)
        return tuple(found)

    def weekdays(self, key: str) -> tuple[int, ...]:
        """Days of the week, Monday 0."""
        found = []
        for place, item in self.items(key, 'days such as ["mon", "wed"]'):
            where = (*self.at(key), place)
            if not isinstance(item, str) or item not in DAYS:
                self.findings.refuse(where, f"{_shown(item)} is not a day; {_listing(DAYS)}")
            elif DAYS.index(item) in found:
                self.findings.refuse(where, f"{item!r} stands twice; keep one")
            else:
                found.append(DAYS.index(item))
        return tuple(sorted(found))

    def items(self, key: str, what: str, *, required: bool = True) -> list[tuple[int, Any]]:
        value = self._take(key, required, f"a list of {what}")
        if value is _MISSING:
            return []
        if not isinstance(value, list):
            self.refuse(key, f"{_shown(value)} is not a list; give {what} in [ ]")
            return []
        if required and not value:
            self.refuse(key, f"is empty; give at least one of: {what}")
        return list(enumerate(value))

    def table(self, key: str, *, required: bool = True) -> "Table":
        value = self._take(key, required, f"a table [{key}]")
        if value is _MISSING:
            return self._absent(key)
        if not isinstance(value, dict):
            self.refuse(
                key, f"{_shown(value)} is not a table; write [{key}] and its fields below it"
            )
            return self._absent(key)
        return Table(value, self.at(key), self.findings)

    def _absent(self, key: str) -> "Table":
        """An empty table that complains to nobody: its absence is already noted."""
        return Table({}, self.at(key), Findings(self.findings.positions))

    def entries(
        self, key: str, what: str, *, required: bool = True
    ) -> Iterator[tuple[str, "Table"]]:
        """The tables of a table, by their keys, which are codes."""
        outer = self.table(key, required=required)
        if required and outer.findings is self.findings and not outer.values:
            self.refuse(key, f"is empty; give at least one {what}")
        for code, value in outer.values.items():
            where = outer.at(code)
            if not CODE.fullmatch(code):
                self.findings.refuse(where, f"{code!r} is not a code; use small letters and digits")
            elif not isinstance(value, dict):
                self.findings.refuse(where, f"{_shown(value)} is not a table; write {{ ... }}")
            else:
                inner = Table(value, where, self.findings)
                yield code, inner
                inner.close()

    def tables(self, key: str, *, required: bool = True) -> Iterator["Table"]:
        """Each table of a list of tables; closed when the caller has read it."""
        for place, item in self.items(key, f"tables [[{key}]]", required=required):
            if not isinstance(item, dict):
                where = (*self.at(key), place)
                self.findings.refuse(where, f"{_shown(item)} is not a table; write [[{key}]]")
                continue
            inner = Table(item, (*self.at(key), place), self.findings)
            yield inner
            inner.close()


def nearest(word: str, known: Collection[str]) -> str:
    """A question with the nearest known word, empty when none is near."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


def _listing(words: Collection[str]) -> str:
    return "use one of: " + ", ".join(words) if words else "leave it out"


def _shown(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    if isinstance(value, dict):
        text = "a table"
    elif isinstance(value, list):
        text = "a list"
    elif isinstance(value, bool):
        text = text.lower()
    return text if len(text) <= 40 else f"{text[:37]}..."


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # unknown, absolute, or naming a folder
        return False
    return "/" in name or name == "UTC"
