"""A small week that keeps every rule, as plain JSON to be spoiled one way at a time.

Four clients in one series on Monday, Wednesday and Friday at slot 2, a lecture after it on Monday,
and a one-to-one each, all with Ada; Bea and two more rooms stand by.
"""

from copy import deepcopy
from typing import Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report
from homeward.timetable.solver.reading import WEIGHTS, instance_of
from homeward.timetable.solver.reading_schedule import schedule_of

ALWAYS = [[day, 0, 26] for day in range(6)]
SIZES = {"min": 3, "soft_min": 4, "target": 6, "max": 10}


def _person(name: str) -> dict[str, Any]:
    return {
        "id": name, "skills": ["GT", "PE", "IN"], "langs": ["en"], "pops": ["mixed", "women"],
        "avail": ALWAYS, "max_day": 20, "max_week": 60, "target_week": 60,
    }  # fmt: skip


def _client(name: str) -> dict[str, Any]:
    return {
        "id": name, "phase": 1, "lang": "en", "pop": "mixed", "mode": "either",
        "pref_mode": "either", "avail": ALWAYS, "pref": ALWAYS,
        "needs": {"GT": 3, "PE": 1, "IN": 1}, "assigned": {"IN": ["ada"]},
        "min_days": 3, "max_day": 10, "auth_min": 0, "auth_max": 40,
    }  # fmt: skip


def _single(client: str, day: int, start: int) -> dict[str, Any]:
    return {
        "client": client, "service": "IN", "staff": "ada", "day": day, "start": start,
        "room": "o1", "mode": "in_person",
    }  # fmt: skip


CLIENTS = ("ann", "ben", "cat", "dan")
INSTANCE: dict[str, Any] = {
    "meta": {
        "T": 26, "days": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], "lunch": [7, 11],
        "lunch_max": 2, "closed_days": [], "min_day_soft": 0,
    },
    "services": {
        "GT": {"kind": "group", "slots": 3, "unmet": 1000, "series": True, **SIZES},
        "PE": {"kind": "group", "slots": 2, "unmet": 800, "series": False, **SIZES},
        "IN": {"kind": "single", "slots": 2, "unmet": 1500},
    },
    "day_patterns": {"3": [[0, 2, 4], [0, 1, 3]], "2": [[0, 2]], "1": [[0]]},
    "weights": dict.fromkeys(WEIGHTS, 1),
    "rooms": [
        {"id": "r1", "kind": "group", "capacity": 12},
        {"id": "r2", "kind": "group", "capacity": 12},
        {"id": "o1", "kind": "office", "capacity": 4},
        {"id": "o2", "kind": "office", "capacity": 4},
    ],
    "staff": [_person("ada"), _person("bea")],
    "clients": [_client(name) for name in CLIENTS],
    "keep_apart": [],
    "previous": None,
}  # fmt: skip
SCHEDULE: dict[str, Any] = {
    "groups": [
        {
            "id": "g1", "service": "GT", "phase": 1, "lang": "en", "pop": "mixed",
            "mode": "in_person", "staff": "ada", "members": list(CLIENTS),
            "meetings": [{"day": day, "start": 2, "room": "r1"} for day in (0, 2, 4)],
        },
        {
            "id": "g2", "service": "PE", "phase": 1, "lang": "en", "pop": "mixed",
            "mode": "in_person", "staff": "ada", "members": list(CLIENTS),
            "meetings": [{"day": 0, "start": 5, "room": "r1"}],
        },
    ],
    "singles": [
        _single("ann", 0, 7), _single("ben", 2, 5), _single("cat", 4, 5), _single("dan", 2, 0),
    ],
}  # fmt: skip


class World:
    """One copy to spoil; `client("ann")`, `group("g1")` and so on are the dicts themselves."""

    def __init__(self) -> None:
        self.instance = deepcopy(INSTANCE)
        self.schedule = deepcopy(SCHEDULE)

    def client(self, name: str) -> dict[str, Any]:
        return _named(self.instance["clients"], name)

    def person(self, name: str) -> dict[str, Any]:
        return _named(self.instance["staff"], name)

    def room(self, name: str) -> dict[str, Any]:
        return _named(self.instance["rooms"], name)

    def group(self, name: str) -> dict[str, Any]:
        return _named(self.schedule["groups"], name)

    def single(self, client: str) -> dict[str, Any]:
        return next(each for each in self.schedule["singles"] if each["client"] == client)

    def keep_apart(self, first: str, second: str, level: str) -> None:
        self.instance["keep_apart"].append({"a": first, "b": second, "level": level})

    def report(self) -> Report:
        return check(instance_of(self.instance), schedule_of(self.schedule))

    def broken(self) -> set[str]:
        """The codes of the broken rules."""
        return {violation.code for violation in self.report().violations}


def _named(entries: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in entries if each["id"] == name)
