"""The forms that pages hold, filled in the way somebody would who wants them accepted.

A sheet is one form as it stands on a page, with a value in every field. What the page suggests
(a chosen option, a hidden value, the text that is there) is kept.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from homeward.core import clock
from homeward.testing.stage import PASSWORD

KEYS = frozenset({"form_key", "csrfmiddlewaretoken"})
WORDS = "Said so in the morning, and it was written down."
Values = dict[str, list[str]]


@dataclass(slots=True)
class Field:
    """One control of a form: its kind, what it holds, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    limits: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """One form of one page: where it goes, and its fields by name."""

    page: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def route(self) -> str:
        """The name of the address it is sent to; empty where nothing answers."""
        try:
            return resolve(urlsplit(self.action).path).view_name
        except Resolver404:
            return ""

    def filled(self, *, on: int = 1, **instead: str) -> Values:
        """A value for every field; `instead` says what else some of them hold.

        Days that are not suggested lie `on` days from today, and each time an hour after the last.
        """
        times = iter(range(10, 24))
        values = {each.name: _value_of(each, on, times) for each in self.fields.values()}
        values |= {name: [value] for name, value in instead.items()}
        return {name: value for name, value in values.items() if value}


class _Reader(HTMLParser):
    """Collects the POST forms of a page, with controls that name their form from outside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.sheets: list[Sheet] = []
        self._open: Sheet | None = None
        self._by_id: dict[str, Sheet] = {}
        self._select: Field | None = None
        self._area: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = None
            if given.get("method", "").lower() == "post":
                self._open = Sheet(self.page, given.get("action") or self.page)
                self.sheets.append(self._open)
                if "id" in given:
                    self._by_id[given["id"]] = self._open
            return
        sheet = self._by_id.get(given.get("form", ""), self._open)
        if tag == "option" and self._select is not None:
            self._offer(self._select, given.get("value", ""), "selected" in given)
        if sheet is None or not given.get("name") or "disabled" in given:
            return
        if tag == "input":
            self._input(sheet, given)
        elif tag == "select":
            self._select = sheet.fields.setdefault(
                given["name"], Field(given["name"], "select", limits=given)
            )
        elif tag == "textarea":
            self._area = sheet.fields.setdefault(
                given["name"], Field(given["name"], "text", limits=given)
            )
        elif tag == "button" and given.get("type", "submit") == "submit":
            sheet.fields.setdefault(
                given["name"], Field(given["name"], "button", given.get("value", ""))
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data

    def _input(self, sheet: Sheet, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given["name"]
        if kind in ("submit", "button", "image", "file"):
            return
        known = sheet.fields.setdefault(name, Field(name, kind, limits=given))
        if kind in ("radio", "checkbox"):
            self._offer(known, given.get("value", "on"), "checked" in given)
        else:
            known.value = given.get("value", "")

    @staticmethod
    def _offer(known: Field, value: str, is_chosen: bool) -> None:
        known.options.append(value)
        if is_chosen:
            known.chosen.append(value)


def read(page: str, html: str) -> list[Sheet]:
    """The POST forms on a page."""
    reader = _Reader(page)
    reader.feed(html)
    return reader.sheets


def to_route(sheets: Iterable[Sheet], route: str) -> Iterator[Sheet]:
    """Those that are sent to a route."""
    return (sheet for sheet in sheets if sheet.route == route)


def _value_of(known: Field, on: int, times: Iterator[int]) -> list[str]:
    if known.kind in ("hidden", "button"):
        return [known.value]
    if known.kind in ("select", "radio"):
        real = [each for each in (known.chosen or known.options) if each]
        return (real or [each for each in known.options if each])[:1]
    if known.kind == "checkbox":
        return known.chosen or known.options[:1]
    return [known.value.strip() or _typed(known, on, times)]


def _typed(known: Field, on: int, times: Iterator[int]) -> str:
    day: Any = clock.now() + timedelta(days=on)
    least = known.limits.get("min", "")
    typed = {
        "number": least or "1",
        "date": day.date().isoformat(),
        "datetime-local": day.strftime("%Y-%m-%dT%H:%M"),
        "time": f"{next(times, 23)}:00" if known.kind == "time" else "",
        "url": "https://example.org/",
        "email": "somebody@example.org",
        "tel": "312 555 0188",
        "password": PASSWORD,
    }.get(known.kind, WORDS)
    longest = known.limits.get("maxlength", "")
    return typed[: int(longest)] if longest.isdigit() else typed


def ids_in(values: Values) -> dict[str, str]:
    """The fields that hold an id, keys left out."""
    return {
        name: value
        for name, given in values.items()
        for value in given
        if name not in KEYS and _ID.fullmatch(value)
    }


_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
