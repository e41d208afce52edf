"""A crisis path from a document; every fault names its place and how to mend it."""

from collections.abc import Mapping
from typing import Any

from homeward.kernel.bad_input import BadInput
from homeward.program.rules.defaults import NUMBERS
from homeward.safety.rules.path import Answer, Clock, Outcome, Path, Step, problems

_TOP = {"code", "title", "lead", "incident_kind", "severity", "sources", "steps", "outcomes"}
_STEP = {"code", "title", "do", "answers", "say", "call", "clock", "opens"}
_ANSWER = {"code", "words", "then", "ends", "noted", "incident_kind", "severity"}
_OUTCOME = {"code", "words", "follow_ups", "incident_kind", "severity", "anytime"}
_CLOCK = {"since", "from_minutes", "minutes", "words", "number"}
FOLLOW_UPS = frozenset({"crisis_call", "safety_plan_review"})
CALLS = frozenset({"911", "988", "on_duty"})
OPENS = frozenset({"", "safety_plan", "duty_to_report"})


def path_from(document: Mapping[str, Any]) -> Path:
    """The path of a document; raises BadInput."""
    top = _table(document, "", _TOP)
    path = Path(
        code=_text(top, "code", ""),
        title=_text(top, "title", ""),
        lead=_text(top, "lead", ""),
        incident_kind=str(top.get("incident_kind", "")),
        severity=_severity(top, "") or 1,
        steps=tuple(_step(each, f"steps[{n}]") for n, each in enumerate(_list(top, "steps", ""))),
        outcomes=tuple(
            _outcome(each, f"outcomes[{n}]") for n, each in enumerate(_list(top, "outcomes", ""))
        ),
        sources=tuple(map(str, top.get("sources", ()))),
    )
    if found := problems(path):
        raise BadInput("steps", "; ".join(found))
    return path


def document_of(path: Path) -> dict[str, Any]:
    """The path as JSON can keep it; `path_from` reads it back as it was."""
    return {
        "code": path.code,
        "title": path.title,
        "lead": path.lead,
        "incident_kind": path.incident_kind,
        "severity": path.severity,
        "sources": list(path.sources),
        "steps": [_told(each) for each in path.steps],
        "outcomes": [_outcome_told(each) for each in path.outcomes],
    }


def _step(value: object, at: str) -> Step:
    table = _table(value, at, _STEP)
    calls = tuple(map(str, table.get("call", ())))
    opens = str(table.get("opens", ""))
    if set(calls) - CALLS:
        raise BadInput(f"{at}.call", f"use some of: {', '.join(sorted(CALLS))}")
    if opens not in OPENS:
        raise BadInput(f"{at}.opens", f"use one of: {', '.join(sorted(OPENS))}")
    return Step(
        code=_text(table, "code", at),
        title=_text(table, "title", at),
        do=tuple(map(str, table.get("do", ()))),
        answers=tuple(
            _answer(each, f"{at}.answers[{n}]")
            for n, each in enumerate(_list(table, "answers", at))
        ),
        say=str(table.get("say", "")),
        call=calls,
        clock=_clock(table["clock"], f"{at}.clock") if table.get("clock") else None,
        opens=opens,
    )


def _answer(value: object, at: str) -> Answer:
    table = _table(value, at, _ANSWER)
    return Answer(
        code=_text(table, "code", at),
        words=_text(table, "words", at),
        then=str(table.get("then", "")),
        ends=str(table.get("ends", "")),
        noted=str(table.get("noted", "")),
        incident_kind=_kind(table),
        severity=_severity(table, at),
    )


def _outcome(value: object, at: str) -> Outcome:
    table = _table(value, at, _OUTCOME)
    follow_ups = tuple(map(str, table.get("follow_ups", ())))
    if set(follow_ups) - FOLLOW_UPS:
        raise BadInput(f"{at}.follow_ups", f"use some of: {', '.join(sorted(FOLLOW_UPS))}")
    return Outcome(
        code=_text(table, "code", at),
        words=_text(table, "words", at),
        follow_ups=follow_ups,
        incident_kind=_kind(table),
        severity=_severity(table, at),
        anytime=table.get("anytime") is True,
    )


def _clock(value: object, at: str) -> Clock:
    table = _table(value, at, _CLOCK)
    since = table.get("since", "")
    marks = since if isinstance(since, list) else [since]
    number = str(table.get("number", ""))
    if number and (number not in NUMBERS or NUMBERS[number].unit != "minutes"):
        raise BadInput(f"{at}.number", "name a number of the program that is in minutes")
    return Clock(
        tuple(str(each) for each in marks if each),
        _whole(table, "from_minutes", at),
        _whole(table, "minutes", at),
        _text(table, "words", at),
        number,
    )


def _told(step: Step) -> dict[str, Any]:
    clock = step.clock
    return {
        "code": step.code,
        "title": step.title,
        "do": list(step.do),
        "say": step.say,
        "call": list(step.call),
        "opens": step.opens,
        "clock": {
            "since": list(clock.since) if len(clock.since) > 1 else "".join(clock.since),
            "from_minutes": clock.from_minutes,
            "minutes": clock.minutes,
            "words": clock.words,
            **({"number": clock.number} if clock.number else {}),
        }
        if clock
        else None,
        "answers": [
            _without_none(
                code=each.code,
                words=each.words,
                then=each.then,
                ends=each.ends,
                noted=each.noted,
                incident_kind=each.incident_kind,
                severity=each.severity,
            )
            for each in step.answers
        ],
    }


def _outcome_told(each: Outcome) -> dict[str, Any]:
    return _without_none(
        code=each.code,
        words=each.words,
        follow_ups=list(each.follow_ups),
        incident_kind=each.incident_kind,
        severity=each.severity,
        anytime=each.anytime,
    )


def _without_none(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _table(value: object, at: str, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise BadInput(at, "give a table")
    for key in value:
        if key not in keys:
            known = ", ".join(sorted(keys))
            raise BadInput(f"{at}.{key}".strip("."), f"unknown key; use one of: {known}")
    return value


def _text(table: Mapping[str, Any], key: str, at: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{at}.{key}".strip("."), "is missing; write a text")
    return value


def _list(table: Mapping[str, Any], key: str, at: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise BadInput(f"{at}.{key}".strip("."), "give a list")
    return value


def _kind(table: Mapping[str, Any]) -> str | None:
    return None if table.get("incident_kind") is None else str(table["incident_kind"])


def _severity(table: Mapping[str, Any], at: str) -> int | None:
    if table.get("severity") is None:
        return None
    value = _whole(table, "severity", at)
    if not 1 <= value <= 4:
        raise BadInput(f"{at}.severity".strip("."), "give 1, 2, 3 or 4")
    return value


def _whole(table: Mapping[str, Any], key: str, at: str) -> int:
    value = table.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadInput(f"{at}.{key}".strip("."), "give a whole number")
    return value
