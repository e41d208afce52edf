"""An assessment from JSON; every refusal is BadInput naming the path and how to mend it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from homeward.kernel import levels, shape
from homeward.kernel.bad_input import BadInput
from homeward.placement.rules.assessment import FACT_NAMES, SUICIDE_RISKS, Assessment, Facts

EDITIONS = ("3", "4")
OLDEST_YEARS = 130
HOURS_IN_A_WEEK = 168
MOST_TEXT = 4000


def assessment_of(document: object, path: str = "") -> Assessment:
    """The request as frozen values."""
    body = shape.an_object(
        document, path, needs=("edition", "as_of", "ratings"), may=("age", "facts")
    )
    edition = shape.one_of(body["edition"], shape.under(path, "edition"), EDITIONS)
    ratings, words = _ratings(body["ratings"], shape.under(path, "ratings"), edition)
    return Assessment(
        edition=edition,
        as_of=_instant(body["as_of"], shape.under(path, "as_of")),
        age=_whole(0, OLDEST_YEARS, body["age"], shape.under(path, "age"))
        if "age" in body
        else None,
        ratings=ratings,
        facts=_facts(body.get("facts", {}), shape.under(path, "facts"), edition),
        person_centered_considerations=words,
    )


def _instant(value: object, path: str) -> datetime:
    text = shape.a_text(value, path)
    try:
        found = datetime.fromisoformat(text)
    except ValueError as refusal:
        raise BadInput(
            path, "must be an ISO 8601 instant, like 2026-03-02T09:30:00-05:00"
        ) from refusal
    if found.tzinfo is None or "T" not in text:
        raise BadInput(path, "needs a time and an offset, like 2026-03-02T09:30:00-05:00")
    return found


def _ratings(value: object, path: str, edition: str) -> tuple[Mapping[int, int], str]:
    given = shape.an_object(value, path, may=("1", "2", "3", "4", "5", "6"))
    words = ""
    if edition == "4" and "6" in given:
        if not isinstance(given["6"], str) or len(given["6"]) > MOST_TEXT:
            raise BadInput(
                f"{path}.6", f"is words in the 4th edition, at most {MOST_TEXT} characters"
            )
        words = given["6"]
    numbered = "123456" if edition == "3" else "12345"
    ratings = {
        int(key): _whole(0, 4, given[key], f"{path}.{key}") for key in numbered if key in given
    }
    return ratings, words


def _facts(value: object, path: str, edition: str) -> Facts:
    given = shape.an_object(value, path, may=FACT_NAMES)
    readers = _readers(edition)
    return Facts(**{name: readers[name](given[name], f"{path}.{name}") for name in given})


def _readers(edition: str) -> Mapping[str, Callable[[object, str], Any]]:
    main = tuple(each.code for each in levels.LEVELS if each.edition == edition)
    before = (*main, *levels.WITHDRAWAL_LEVELS) if edition == "3" else main
    special: dict[str, Callable[[object, str], Any]] = {
        "ciwa_ar": partial(_whole, 0, 67),
        "cows": partial(_whole, 0, 48),
        "hours_since_last_drink": partial(_amount, 24 * 366 * OLDEST_YEARS),
        "suicide_risk": partial(_one_of, SUICIDE_RISKS),
        "outpatient_attempts_last_year": partial(_whole, 0, 366),
        "step_down_from": partial(_one_of, before),
        "prefers": partial(_one_of, main),
        "can_attend_hours_week": partial(_amount, HOURS_IN_A_WEEK),
    }
    return {name: special.get(name, _yes_or_no) for name in FACT_NAMES}


def _whole(least: int, most: int, value: object, path: str) -> int:
    number = shape.a_whole(value, path)
    if not least <= number <= most:
        raise BadInput(path, f"must be a whole number from {least} to {most}")
    return number


def _amount(most: int, value: object, path: str) -> int | float:
    number = shape.a_number(value, path)
    if not 0 <= number <= most:
        raise BadInput(path, f"must be from 0 to {most}")
    return number


def _one_of(allowed: tuple[str, ...], value: object, path: str) -> str:
    return shape.one_of(value, path, allowed)


def _yes_or_no(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise BadInput(path, "must be true or false; leave it out when unknown")
    return value
