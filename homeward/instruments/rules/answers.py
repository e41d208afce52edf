"""Answers as they arrive, made into numbers: text is an option's code, a number its ordinal."""

from homeward.instruments.rules.instrument import Instrument, Item, Number
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput


def answers_of(value: object, instrument: Instrument, path: str = "answers") -> dict[str, Number]:
    """Ordinals and values by linkId, in form order; an absent linkId is an unanswered item.

    Raises BadInput naming the linkId of an unknown item, code, ordinal or value out of range.
    """
    given = shape.an_object(value, path)
    for link_id in given:
        if link_id not in instrument.items:
            raise BadInput(
                f"{path}.{link_id}", f"is not an item of {instrument.id}; use its linkIds"
            )
    return {
        link_id: answer_of(given[link_id], item, f"{path}.{link_id}")
        for link_id, item in instrument.items.items()
        if link_id in given
    }


def answer_of(value: object, item: Item, path: str) -> Number:
    """One answer as a number."""
    if value is None:
        raise BadInput(path, "is null; leave an unanswered item out")
    if item.is_number:
        return _number(value, item, path)
    if isinstance(value, str):
        for option in item.options:
            if option.code == value:
                return option.ordinal
        codes = ", ".join(option.code for option in item.options)
        raise BadInput(path, f"has no option coded {value!r}; use one of {codes}")
    ordinal = shape.a_number(value, path)
    ordinals = sorted({option.ordinal for option in item.options})
    if ordinal not in ordinals:
        allowed = ", ".join(str(each) for each in ordinals)
        raise BadInput(path, f"has no option scored {ordinal}; use one of {allowed}")
    return ordinal


def _number(value: object, item: Item, path: str) -> Number:
    number = shape.a_whole(value, path)
    assert item.least is not None and item.most is not None  # loading guarantees both
    if not item.least <= number <= item.most:
        raise BadInput(path, f"must be from {item.least} to {item.most}")
    return number
