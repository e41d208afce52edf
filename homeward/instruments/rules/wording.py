"""Official wording laid over a definition, item by item; scoring never changes with the words.

Raises BadInput naming the path of what is missing or does not belong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from homeward.instruments.rules.instrument import Instrument, Item, Option
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The text of one question and of its answers, by option code."""

    text: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one questionnaire in one language."""

    title: str
    items: Mapping[str, ItemWords]


def read(document: object, instrument: Instrument) -> Wording:
    """A text file: `{"title": ..., "items": {linkId: {"text": ..., "options": {code: ...}}}}`.

    Every question and every answer must be there; a half translated form misleads.
    """
    body = shape.an_object(document, "", needs=("items",), may=("title",))
    given = shape.an_object(body["items"], "items")
    for link_id in given:
        if link_id not in instrument.items:
            raise BadInput(f"items.{link_id}", f"is not an item of {instrument.id}")
    items = {
        name: _item(given.get(name), item, f"items.{name}")
        for name, item in instrument.items.items()
    }
    title = shape.a_text(body["title"], "title") if "title" in body else instrument.title
    return Wording(title, items)


def _item(value: object, item: Item, path: str) -> ItemWords:
    if value is None:
        raise BadInput(path, "is missing")
    body = shape.an_object(value, path, needs=("text",), may=("options",))
    options = shape.an_object(body.get("options", {}), f"{path}.options")
    codes = {option.code for option in item.options}
    for code in options:
        if code not in codes:
            raise BadInput(f"{path}.options.{code}", "is not an option of this item")
    words = {}
    for option in item.options:
        if option.code not in options:
            raise BadInput(f"{path}.options.{option.code}", "is missing")
        words[option.code] = shape.a_text(options[option.code], f"{path}.options.{option.code}")
    return ItemWords(shape.a_text(body["text"], f"{path}.text"), words)


def lay_over(instrument: Instrument, wording: Wording) -> Instrument:
    """The same instrument with these words, which are not ours to pass on."""
    return replace(
        instrument,
        title=wording.title,
        meta={**instrument.meta, "items_embedded_verbatim": False},
        items={name: _worded(item, wording.items[name]) for name, item in instrument.items.items()},
    )


def _worded(item: Item, words: ItemWords) -> Item:
    return replace(
        item,
        text=words.text,
        options=tuple(
            Option(option.code, words.options[option.code], option.ordinal)
            for option in item.options
        ),
    )


def to_json(wording: Wording) -> dict[str, object]:
    """The form it is read from again."""
    return {
        "title": wording.title,
        "items": {
            name: {"text": words.text, "options": dict(words.options)}
            for name, words in wording.items.items()
        },
    }
