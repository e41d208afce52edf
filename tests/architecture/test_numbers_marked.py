"""Another number of the program is another recorded version, in every rule set."""

import ast
import importlib
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import wraps
from inspect import signature
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_type_hints

import pytest

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Source, mark_of, marked, marked_by

ROOT = Path(__file__).parents[2]
SOURCE = Source("s", "A source")
# Marked inside, for they use a part of what is handed in; each has a row below. The rule sets of
# the level review are marked by `rule_sets`, and have tests of their own.
INSIDE = {
    "homeward.medications.rules.vitals.outside",
    "homeward.instruments.rules.check_in.answer_to",
    *(f"homeward.progress.rules.{name}"
      for name in ("review.suggest", "rule_sets.suggest", "step_2.suggest", "step_2.weigh",
                   "step_3.suggest", "step_3.weigh", "step_4.suggest")),
}  # fmt: skip


def rules():
    """Every public rule that answers with a decision: its name and its function."""
    for path in sorted(ROOT.glob("homeward/*/rules/**/*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if (
                isinstance(node, ast.FunctionDef)
                and node.returns is not None
                and ast.unparse(node.returns) == "Decision"
                and not node.name.startswith("_")
            ):
                module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                module = module.removesuffix(".__init__")
                yield f"{module}.{node.name}", getattr(importlib.import_module(module), node.name)


RULES = dict(rules())
MARKED = {name: rule for name, rule in RULES.items() if hasattr(rule, "takes")}


def takes_numbers(rule):
    told = " ".join(str(each.annotation) for each in signature(rule).parameters.values())
    return "Number" in told


def test_every_rule_that_takes_numbers_is_marked():
    assert len(MARKED) >= 40
    silent = {name for name, rule in RULES.items() if takes_numbers(rule)} - set(MARKED)
    assert silent == INSIDE & set(RULES)


def number(value: int) -> ProgramNumber:
    return ProgramNumber("n", Decimal(value), "days", SOURCE, date(2026, 1, 1))


def made(kind: Any, value: int) -> Any:
    """Something of a type that stands for one value; what is no number is always the same."""
    if kind is ProgramNumber:
        return number(value)
    if kind in (int, float, Decimal):
        return kind(value)
    if kind is timedelta:
        return timedelta(minutes=value)
    if is_dataclass(kind) and kind is not Source:
        hints = get_type_hints(kind)
        return kind(**{
            each.name: made(hints[each.name], value) for each in fields(kind) if each.init
        })  # fmt: skip
    return SOURCE if kind is Source else str(value)


def called(rule, value):
    """The version the wrapper of a rule records, with this value for every number it takes."""

    @wraps(rule.__wrapped__)
    def stub(*_args, **_kwargs):
        return Decision("x", "s", "1")

    hints = get_type_hints(rule)
    handed: dict[str, Any] = {}
    for path in rule.takes:
        name, _dot, inside = path.partition(".")
        if not inside:
            handed[name] = made(hints[name], value)
            continue
        whole = handed.setdefault(name, SimpleNamespace())
        setattr(whole, inside, value)
    return marked_by(*rule.takes)(stub)(**handed).version


@pytest.mark.parametrize("name", sorted(MARKED))
def test_another_number_is_another_recorded_version(name):
    rule = MARKED[name]
    assert called(rule, 7) == called(rule, 7) != called(rule, 8)
    assert called(rule, 7).startswith("1+")
    hints = get_type_hints(rule)
    for path in rule.takes:
        kind = hints.get(path)
        if is_dataclass(kind) and kind is not ProgramNumber:
            each_alone(kind)


def each_alone(kind):
    """Each number of a rule's own set makes another mark by itself."""
    usual, others, hints = made(kind, 7), made(kind, 8), get_type_hints(kind)
    for each in fields(kind):
        if hints[each.name] in (int, float, Decimal, ProgramNumber, timedelta):
            other = replace(usual, **{each.name: getattr(others, each.name)})
            assert mark_of(other) != mark_of(usual), (kind, each.name)


def test_rules_marked_inside_follow_their_numbers():
    from homeward.instruments.rules import check_in
    from homeward.medications.rules import vitals

    usual = {code: number(90) for _unit, *codes in vitals.LIMITS.values() for code in codes if code}
    asked = vitals.Measured(pulse=100)
    before = vitals.outside(asked, usual)
    assert vitals.outside(asked, {**usual, "elsewhere": number(1)}).version == before.version
    after = vitals.outside(asked, {**usual, "vitals_pulse_high": number(120)})
    assert (before.outcome, after.outcome) == ("outside", "within")
    assert after.version != before.version
    told = check_in.Answers(craving=7)
    before = check_in.answer_to(told)
    after = check_in.answer_to(told, check_in.CheckInNumbers(strong_craving=7))
    assert (before.outcome, after.outcome) == ("none", "same day")
    assert after.version != before.version


def test_who_adopted_a_number_is_no_part_of_it():
    adopted = replace(number(7), is_adopted=True, starts_on=date(2026, 2, 1))
    assert mark_of(adopted) == mark_of(number(7))
    assert mark_of(Decimal("7.0")) == mark_of(7) != mark_of(Decimal("7.5"))
    assert mark_of({"a": 7, "later": None}) == mark_of({"a": 7})
    assert marked(Decision("x", "s", "2"), 7).version == f"2+{mark_of(7)}"
