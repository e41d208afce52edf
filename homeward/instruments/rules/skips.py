"""Items a form skips by rule, and items it never asks."""

from collections.abc import Mapping

from homeward.instruments.rules.expressions import OPERATORS, Known, holds
from homeward.instruments.rules.instrument import AskedWhen, Instrument, Number


def items_skipped(instrument: Instrument, raw: Mapping[str, Number]) -> frozenset[str]:
    """Unanswered items that skip logic sets to nought, judged on raw answers."""
    known = Known(raw, {}, {})
    return frozenset(
        name
        for skip in instrument.skips
        if holds(skip.when, known)
        for name in skip.items
        if name not in raw
    )


def items_not_asked(instrument: Instrument, raw: Mapping[str, Number]) -> frozenset[str]:
    """Items whose `enableWhen` does not hold; while its question is open they are not asked yet."""
    return frozenset(
        item.link_id
        for item in instrument.items.values()
        if item.asked_when
        and not (any if item.asked_when_any else all)(
            _holds(condition, instrument, raw) for condition in item.asked_when
        )
    )


def _holds(condition: AskedWhen, instrument: Instrument, raw: Mapping[str, Number]) -> bool:
    if condition.question not in raw:
        return False
    expected = condition.value
    if condition.code is not None:
        options = instrument.items[condition.question].options
        expected = next(o.ordinal for o in options if o.code == condition.code)
    assert expected is not None  # loading guarantees a code or a number
    sign = "==" if condition.operator == "=" else condition.operator
    return OPERATORS[sign](raw[condition.question], expected)
