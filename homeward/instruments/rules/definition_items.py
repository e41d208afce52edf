"""The questions of a definition: FHIR R4 items with ordinals and `enableWhen`."""

from collections.abc import Iterator, Mapping
from typing import Any

from homeward.instruments.rules.instrument import AskedWhen, Item, Number, Option
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
LEAST = "http://hl7.org/fhir/StructureDefinition/minValue"
MOST = "http://hl7.org/fhir/StructureDefinition/maxValue"


def items_of(value: object, path: str) -> dict[str, Item]:
    """Questions by linkId, in form order; groups are opened, display lines left out."""
    items: dict[str, Item] = {}
    places: list[tuple[Item, str]] = []
    for document, place in _questions(value, path):
        item = _item(document, place)
        if item.link_id in items:
            raise BadInput(f"{place}.linkId", f"repeats {item.link_id}")
        items[item.link_id] = item
        places.append((item, place))
    if not items:
        raise BadInput(path, "needs at least one question")
    for item, place in places:
        for position, condition in enumerate(item.asked_when):
            where = shape.at(f"{place}.enableWhen", position)
            _check_condition(condition, where, items)
    return items


def _questions(value: object, path: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for position, entry in enumerate(shape.a_list(value, path, least=1)):
        place = shape.at(path, position)
        document = shape.an_object(entry, place, needs=("linkId", "type"))
        kind = shape.one_of(
            document["type"], f"{place}.type", ("choice", "integer", "group", "display")
        )
        if kind == "group":
            yield from _questions(document.get("item"), f"{place}.item")
        elif kind != "display":
            yield document, place


def _item(document: Mapping[str, Any], path: str) -> Item:
    is_choice = document["type"] == "choice"
    least, most = (None, None) if is_choice else _limits(document, path)
    behaviour = document.get("enableBehavior", "all")
    return Item(
        link_id=shape.a_text(document["linkId"], f"{path}.linkId"),
        text=shape.a_text(document.get("text"), f"{path}.text"),
        options=_options(document, f"{path}.answerOption") if is_choice else (),
        least=least,
        most=most,
        is_required=_flag(document.get("required", False), f"{path}.required"),
        asked_when=_conditions(document.get("enableWhen", []), f"{path}.enableWhen"),
        asked_when_any=shape.one_of(behaviour, f"{path}.enableBehavior", ("all", "any")) == "any",
        loinc=_loinc(document, path),
    )


def _options(document: Mapping[str, Any], path: str) -> tuple[Option, ...]:
    options: list[Option] = []
    for position, entry in enumerate(shape.a_list(document.get("answerOption"), path, least=2)):
        place = shape.at(path, position)
        body = shape.an_object(entry, place, needs=("valueCoding", "extension"))
        coding = shape.an_object(
            body["valueCoding"], f"{place}.valueCoding", needs=("code", "display")
        )
        code = shape.a_text(coding["code"], f"{place}.valueCoding.code")
        if code in {option.code for option in options}:
            raise BadInput(f"{place}.valueCoding.code", f"repeats {code}")
        ordinal = _extension(body["extension"], f"{place}.extension", ORDINAL, "valueDecimal")
        if ordinal is None:
            raise BadInput(f"{place}.extension", "needs the ordinalValue extension")
        display = shape.a_text(coding["display"], f"{place}.valueCoding.display")
        options.append(Option(code, display, ordinal))
    return tuple(options)


def _limits(document: Mapping[str, Any], path: str) -> tuple[int, int]:
    place = f"{path}.extension"
    found = document.get("extension", [])
    least = _extension(found, place, LEAST, "valueInteger")
    most = _extension(found, place, MOST, "valueInteger")
    if not isinstance(least, int) or not isinstance(most, int) or least >= most:
        raise BadInput(place, "a number item needs whole minValue below maxValue")
    return least, most


def _extension(value: object, path: str, url: str, key: str) -> Number | None:
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(entry, place, needs=("url",))
        if body["url"] == url:
            return shape.a_number(body.get(key), f"{place}.{key}")
    return None


def _conditions(value: object, path: str) -> tuple[AskedWhen, ...]:
    conditions = []
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(
            entry,
            place,
            needs=("question", "operator"),
            may=("answerCoding", "answerInteger"),
        )
        code, number = None, None
        if "answerCoding" in body:
            coding = shape.an_object(body["answerCoding"], f"{place}.answerCoding", needs=("code",))
            code = shape.a_text(coding["code"], f"{place}.answerCoding.code")
        elif "answerInteger" in body:
            number = shape.a_whole(body["answerInteger"], f"{place}.answerInteger")
        else:
            raise BadInput(place, "needs answerCoding or answerInteger")
        allowed = ("=", "!=") if code is not None else ("=", "!=", ">", "<", ">=", "<=")
        conditions.append(
            AskedWhen(
                question=shape.a_text(body["question"], f"{place}.question"),
                operator=shape.one_of(body["operator"], f"{place}.operator", allowed),
                code=code,
                value=number,
            )
        )
    return tuple(conditions)


def _check_condition(condition: AskedWhen, path: str, items: Mapping[str, Item]) -> None:
    question = items.get(condition.question)
    if question is None:
        raise BadInput(f"{path}.question", f"names {condition.question}, which is not a question")
    if condition.code is not None and condition.code not in {o.code for o in question.options}:
        raise BadInput(f"{path}.answerCoding.code", "is not an option of that question")


def _loinc(document: Mapping[str, Any], path: str) -> str | None:
    for position, entry in enumerate(shape.a_list(document.get("code", []), f"{path}.code")):
        place = shape.at(f"{path}.code", position)
        body = shape.an_object(entry, place, needs=("code",))
        return shape.a_text(body["code"], f"{place}.code")
    return None


def _flag(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise BadInput(path, "must be true or false")
    return value
