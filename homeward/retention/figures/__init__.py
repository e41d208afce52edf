"""What `homeward bench signals` measured, kept with its rules; nothing is counted here."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from homeward.kernel.reasons import mark_of
from homeward.retention.rules.course import RULE_SET, VERSION, SignalNumbers
from homeward.retention.rules.measuring import ANY, TOO_FEW

FILE = "signals-1.json"


@dataclass(frozen=True, slots=True)
class Found:
    """One signal in one history. Shares are 0 to 1; None is what could not be reckoned."""

    code: str
    looks: int
    precision: float | None
    chance: float | None
    lift: float | None
    low: float | None
    high: float | None
    verdict: str
    verdict_while_coming: str
    looks_while_coming: int
    recall: float | None
    recall_while_coming: float | None
    lead_days: int | None


@dataclass(frozen=True, slots=True)
class History:
    """One history in which the signals were tried."""

    code: str
    people: int
    looks: int
    left: int
    base_rate: float
    horizon_days: int
    signals: tuple[Found, ...]

    def of(self, code: str) -> Found | None:
        """The figures of a signal; None where the history tells nothing of it."""
        return next((each for each in self.signals if each.code == code), None)


@dataclass(frozen=True, slots=True)
class Measured:
    """All histories, the day they were measured, and whether by the rules that are in force."""

    made_on: date
    rule_set: str
    version: str
    numbers_mark: str
    histories: tuple[History, ...]

    def is_of_these_rules(self, numbers: SignalNumbers) -> bool:
        """Whether the rules, with these numbers, are still those that were measured."""
        mine = (self.rule_set, self.version, self.numbers_mark)
        return mine == (RULE_SET, VERSION, mark_of(numbers))


@cache
def measured() -> Measured | None:
    """The kept figures; None where none were kept yet."""
    place = files(__package__).joinpath(FILE)
    if not place.is_file():
        return None
    told = json.loads(place.read_text(encoding="utf-8"))
    rules = told["rule_set"]
    return Measured(
        date.fromisoformat(told["made_on"]), rules["code"], rules["version"],
        mark_of(rules["numbers"]),
        tuple(_history(each) for each in told["sets"]),
    )  # fmt: skip


def _history(told: dict[str, Any]) -> History:
    return History(
        told["code"], told["people"], told["looks"], told["left"], told["base_rate"],
        told["horizon_days"],
        tuple(_found(code, each) for code, each in told["signals"].items()),
    )  # fmt: skip


def _found(code: str, told: dict[str, Any]) -> Found:
    lead = told["lead_days"]
    return Found(
        code=code,
        looks=told["looks"],
        precision=told["precision"],
        chance=told["chance"],
        lift=told["lift"],
        low=told["low"],
        high=told["high"],
        verdict=told["verdict"],
        verdict_while_coming=told["while_coming"]["verdict"],
        looks_while_coming=told["while_coming"]["looks"],
        recall=told["recall"],
        recall_while_coming=told["recall_while_coming"],
        lead_days=lead[1] if lead else None,
    )


__all__ = ["ANY", "TOO_FEW", "Found", "History", "Measured", "measured"]
