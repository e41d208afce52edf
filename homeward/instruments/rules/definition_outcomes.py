"""The ordered rules, safety rules and skip logic of a definition."""

from homeward.instruments.rules import expressions
from homeward.instruments.rules.expressions import Names
from homeward.instruments.rules.instrument import Branch, OutcomeRule, SafetyRule, Skip
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

# The default where a safety rule names no time.
DUE_BY_SEVERITY = {"urgent": "now", "high": "same day", "attention": "next contact"}


def rules_of(value: object, path: str, names: Names) -> tuple[OutcomeRule, ...]:
    """Rules that decide something; an entry that carries only a note is guidance."""
    rules: list[OutcomeRule] = []
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(
            entry,
            place,
            needs=("id",),
            may=("note", "ordered", "default", "incomplete_when_missing"),
        )
        rule_id = shape.a_text(body["id"], f"{place}.id")
        if set(body) == {"id", "note"}:
            continue
        if rule_id in {rule.id for rule in rules}:
            raise BadInput(f"{place}.id", f"repeats {rule_id}")
        shape.an_object(body, place, needs=("ordered", "default"))
        rules.append(
            OutcomeRule(
                id=rule_id,
                branches=_branches(body["ordered"], f"{place}.ordered", names),
                default=shape.a_text(body["default"], f"{place}.default"),
                incomplete_when_missing=_items(
                    body["incomplete_when_missing"], f"{place}.incomplete_when_missing", names
                )
                if "incomplete_when_missing" in body
                else (),
            )
        )
    return tuple(rules)


def safety_of(value: object, path: str, names: Names, instrument: str) -> tuple[SafetyRule, ...]:
    """Safety rules; one without an id is known by instrument and position, counted from 1."""
    rules: list[SafetyRule] = []
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(
            entry, place, needs=("when", "severity", "action"), may=("id", "due")
        )
        severity = shape.one_of(body["severity"], f"{place}.severity", DUE_BY_SEVERITY)
        rules.append(
            SafetyRule(
                id=shape.a_text(
                    body.get("id", f"{instrument}.safety.{position + 1}"), f"{place}.id"
                ),
                when=expressions.read(body["when"], f"{place}.when", names),
                severity=severity,
                action=shape.a_text(body["action"], f"{place}.action"),
                due=shape.a_text(body.get("due", DUE_BY_SEVERITY[severity]), f"{place}.due"),
            )
        )
    return tuple(rules)


def skips_of(value: object, path: str, names: Names) -> tuple[Skip, ...]:
    """Skip logic, in order."""
    skips = []
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(entry, place, needs=("when", "zero_if_unanswered"), may=())
        skips.append(
            Skip(
                expressions.read(body["when"], f"{place}.when", names),
                _items(body["zero_if_unanswered"], f"{place}.zero_if_unanswered", names),
            )
        )
    return tuple(skips)


def _branches(value: object, path: str, names: Names) -> tuple[Branch, ...]:
    branches = []
    for position, entry in enumerate(shape.a_list(value, path, least=1)):
        place = shape.at(path, position)
        body = shape.an_object(entry, place, needs=("when", "result"), may=())
        branches.append(
            Branch(
                expressions.read(body["when"], f"{place}.when", names),
                shape.a_text(body["result"], f"{place}.result"),
            )
        )
    return tuple(branches)


def _items(value: object, path: str, names: Names) -> tuple[str, ...]:
    found = shape.texts(value, path)
    for position, name in enumerate(found):
        if name not in names.items:
            raise BadInput(shape.at(path, position), f"names {name}, which is not a question")
    return found
