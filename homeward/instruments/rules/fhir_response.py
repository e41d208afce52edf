"""FHIR R4 (4.0.1) QuestionnaireResponse, out and in.

Out: what a client answered, without what stays inside the care team and, for wording that needs a
licence, without any text. In: strict, every refusal names the path. Source: HL7 FHIR R4,
QuestionnaireResponse; answer ordinals as in the definition, never as sent.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from homeward.instruments.rules.definition_items import ORDINAL
from homeward.instruments.rules.instrument import Instrument, Item, Number
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

COMPLETED, IN_PROGRESS = "completed", "in-progress"
STATUSES = (COMPLETED, IN_PROGRESS, "amended", "entered-in-error", "stopped")
URN = "urn:homeward:instrument:"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"


@dataclass(frozen=True, slots=True)
class Told:
    """What a response told: which instrument and version, the answers, whether it is finished."""

    instrument: str
    version: str
    answers: Mapping[str, Number]
    is_handed_in: bool
    authored: str = ""


def response_out(
    instrument: Instrument,
    answers: Mapping[str, Number],
    *,
    authored: str = "",
    is_handed_in: bool = True,
    is_masked: Callable[[str], bool] = lambda _link_id: False,
) -> dict[str, Any]:
    """The resource. A masked answer goes out as "masked", never silently as unanswered."""
    with_text = bool(instrument.meta.get("items_embedded_verbatim"))
    body: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{URN}{instrument.id}|{instrument.version}",
        "status": COMPLETED if is_handed_in else IN_PROGRESS,
    }
    if authored:
        body["authored"] = authored
    body["item"] = [
        _item_out(item, answers[name], with_text=with_text, masked=is_masked(name))
        for name, item in instrument.items.items()
        if name in answers
    ]
    if not body["item"]:
        del body["item"]
    return body


def _item_out(item: Item, value: Number, *, with_text: bool, masked: bool) -> dict[str, Any]:
    body: dict[str, Any] = {"linkId": item.link_id}
    if with_text:
        body["text"] = item.text
    if masked:
        body["extension"] = [{"url": ABSENT, "valueCode": "masked"}]
        return body
    if item.is_number:
        body["answer"] = [{"valueInteger": value}]
        return body
    option = next(each for each in item.options if each.ordinal == value)
    coding: dict[str, Any] = {
        "extension": [{"url": ORDINAL, "valueDecimal": option.ordinal}],
        "code": option.code,
    }
    if with_text:
        coding["display"] = option.display
    body["answer"] = [{"valueCoding": coding}]
    return body


def response_in(document: object, instrument_of: Callable[[str], Instrument]) -> Told:
    """Read a resource; raises BadInput naming the path of the first fault.

    `instrument_of` answers a shipped instrument by id, or raises BadInput. A masked or empty item
    is unanswered.
    """
    body = shape.an_object(document, "", needs=("resourceType", "questionnaire", "status"))
    shape.one_of(body["resourceType"], "resourceType", ["QuestionnaireResponse"])
    status = shape.one_of(body["status"], "status", STATUSES)
    if status == "entered-in-error":
        raise BadInput("status", "entered-in-error has no answers to read")
    instrument_id, version = _canonical(body["questionnaire"])
    try:
        instrument = instrument_of(instrument_id)
    except BadInput as fault:
        raise BadInput("questionnaire", fault.mend) from fault
    if version and version != instrument.version:
        raise BadInput(
            "questionnaire", f"is version {version}; this house has {instrument.version}"
        )
    answers: dict[str, Number] = {}
    for item, path in _items(body.get("item", []), "item"):
        link_id = shape.a_text(item.get("linkId"), f"{path}.linkId")
        if link_id in answers:
            raise BadInput(f"{path}.linkId", f"repeats {link_id}")
        if not item.get("answer"):
            if link_id not in instrument.items and not item.get("item"):
                raise BadInput(f"{path}.linkId", f"{link_id} is not an item of {instrument_id}")
            continue
        if link_id not in instrument.items:
            raise BadInput(f"{path}.linkId", f"{link_id} is not an item of {instrument_id}")
        answers[link_id] = _answer_in(item["answer"], instrument.items[link_id], f"{path}.answer")
    authored = body.get("authored", "")
    return Told(
        instrument_id,
        instrument.version,
        {name: answers[name] for name in instrument.items if name in answers},
        status != IN_PROGRESS,
        shape.a_text(authored, "authored") if authored else "",
    )


def _canonical(value: object) -> tuple[str, str]:
    text = shape.a_text(value, "questionnaire")
    url, _, version = text.partition("|")
    if not url.startswith(URN):
        raise BadInput("questionnaire", f"must begin with {URN}")
    return url.removeprefix(URN), version


def _items(value: object, path: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        item = shape.an_object(entry, place, needs=("linkId",))
        yield item, place
        if "item" in item:
            yield from _items(item["item"], f"{place}.item")


def _answer_in(value: object, item: Item, path: str) -> Number:
    given = shape.a_list(value, path, least=1)
    if len(given) > 1:
        raise BadInput(path, "has more than one answer; this item takes one")
    place = shape.at(path, 0)
    answer = shape.an_object(given[0], place)
    if item.is_number:
        if "valueInteger" not in answer:
            raise BadInput(place, "needs valueInteger")
        number = shape.a_whole(answer["valueInteger"], f"{place}.valueInteger")
        assert item.least is not None and item.most is not None  # loading guarantees both
        if not item.least <= number <= item.most:
            raise BadInput(f"{place}.valueInteger", f"must be from {item.least} to {item.most}")
        return number
    if "valueCoding" not in answer:
        raise BadInput(place, "needs valueCoding")
    coding = shape.an_object(answer["valueCoding"], f"{place}.valueCoding", needs=("code",))
    for option in item.options:
        if option.code == coding["code"]:
            return option.ordinal
    codes = ", ".join(option.code for option in item.options)
    raise BadInput(f"{place}.valueCoding.code", f"must be one of {codes}")
