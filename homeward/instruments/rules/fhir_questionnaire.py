"""A FHIR R4 (4.0.1) Questionnaire made into a definition of this house, or refused by path.

FHIR has no scoring of its own, so a Questionnaire alone cannot be scored: a scoring part comes
with it, or the wish to sum every item. What cannot be scored is refused, never guessed. The result
is loaded like any shipped definition, which proves ranges and bands against the items.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from homeward.instruments.rules.definition import SCHEMA, load
from homeward.instruments.rules.definition_items import LEAST, MOST, ORDINAL
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

STATUSES = ("draft", "active", "retired", "unknown")
SCORED = ("choice", "integer", "boolean")
KEPT = ("group", "display")
# R4 item types that no key of this house can score.
UNSCORABLE = (
    "decimal", "date", "dateTime", "time", "string", "text", "url", "open-choice", "attachment",
    "reference", "quantity", "question",
)  # fmt: skip
# Weights of answers as R4 servers write them: the base extension and the later item weight.
WEIGHTS = (ORDINAL, "http://hl7.org/fhir/StructureDefinition/itemWeight")
SUM = "sum"
CARRIED = ("enableWhen", "enableBehavior", "code")


def definition_from(
    document: object, scoring: object = None, *, sums_all: bool = False
) -> dict[str, Any]:
    """The definition (`homeward-instrument/1`) of a Questionnaire.

    `scoring` is the definition's scoring part; without it `sums_all` makes one total of every
    scored item. Raises BadInput naming the path of the first fault.
    """
    form = shape.an_object(document, "", needs=("resourceType", "status", "item"))
    shape.one_of(form["resourceType"], "resourceType", ["Questionnaire"])
    shape.one_of(form["status"], "status", STATUSES)
    if form["status"] == "retired":
        raise BadInput("status", "is retired; a retired form is not asked any more")
    name = shape.a_text(form.get("id") or form.get("name"), "id")
    title = shape.a_text(form.get("title") or form.get("name"), "title")
    items = [_item(entry, path) for entry, path in _entries(form["item"], "item")]
    links = list(_links(items))
    if scoring is None and not sums_all:
        raise BadInput(
            "scoring", "is missing: FHIR says nothing of scoring; give a scoring file or --sum"
        )
    definition = {
        "schema": SCHEMA,
        "questionnaire": {
            "resourceType": "Questionnaire",
            "id": name,
            "version": str(form.get("version") or "1.0.0"),
            "title": title,
            "status": form["status"],
            "copyright": str(form.get("copyright", "")),
            "code": form.get("code", []),
            "item": items,
        },
        "meta": {
            "licence_status": "stated_by_site",
            "items_embedded_verbatim": True,
            "attribution": str(form.get("copyright") or title),
        },
        "scoring": scoring if scoring is not None else _sum_of(links),
    }
    load(definition)
    return definition


def _entries(value: object, path: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for position, entry in enumerate(shape.a_list(value, path, least=1)):
        place = shape.at(path, position)
        yield shape.an_object(entry, place, needs=("linkId", "type")), place


def _item(entry: Mapping[str, Any], path: str) -> dict[str, Any]:
    kind = entry["type"]
    if kind in UNSCORABLE:
        raise BadInput(f"{path}.type", f"{kind} cannot be scored; use choice or integer")
    kind = shape.one_of(kind, f"{path}.type", (*SCORED, *KEPT))
    made: dict[str, Any] = {
        "linkId": shape.a_text(entry["linkId"], f"{path}.linkId"),
        "type": "choice" if kind == "boolean" else kind,
    }
    if kind != "group" or "text" in entry:
        made["text"] = shape.a_text(entry.get("text"), f"{path}.text")
    if kind == "group":
        below = _entries(entry.get("item"), f"{path}.item")
        made["item"] = [_item(each, place) for each, place in below]
    elif kind != "display":
        made |= _question(entry, kind, path)
    return made


def _question(entry: Mapping[str, Any], kind: str, path: str) -> dict[str, Any]:
    if entry.get("repeats"):
        raise BadInput(f"{path}.repeats", "an item with several answers cannot be scored")
    if "answerValueSet" in entry:
        raise BadInput(
            f"{path}.answerValueSet", "name the answers in answerOption, with their scores"
        )
    if "item" in entry:
        raise BadInput(f"{path}.item", "a question below a question; use a group")
    made: dict[str, Any] = {"required": bool(entry.get("required", False))}
    made |= {name: entry[name] for name in CARRIED if name in entry}
    if kind == "boolean":
        made["answerOption"] = [_option("Y", "Yes", 1), _option("N", "No", 0)]
    elif kind == "choice":
        made["answerOption"] = _options(entry.get("answerOption"), f"{path}.answerOption")
    else:
        made["extension"] = _limits(entry.get("extension", []), f"{path}.extension")
    return made


def _options(value: object, path: str) -> list[dict[str, Any]]:
    made = []
    for position, entry in enumerate(shape.a_list(value, path, least=2)):
        place = shape.at(path, position)
        option = shape.an_object(entry, place, needs=("valueCoding",))
        coding = shape.an_object(option["valueCoding"], f"{place}.valueCoding", needs=("code",))
        weight = _weight(option, coding, place)
        code = shape.a_text(coding["code"], f"{place}.valueCoding.code")
        made.append(_option(code, str(coding.get("display") or code), weight))
    return made


def _weight(option: Mapping[str, Any], coding: Mapping[str, Any], path: str) -> int | float:
    for holder, where in ((option, path), (coding, f"{path}.valueCoding")):
        for position, entry in enumerate(shape.a_list(holder.get("extension", []), where)):
            place = shape.at(f"{where}.extension", position)
            body = shape.an_object(entry, place, needs=("url",))
            if body["url"] in WEIGHTS:
                return shape.a_number(body.get("valueDecimal"), f"{place}.valueDecimal")
    raise BadInput(f"{path}.extension", "needs an ordinalValue: an answer without a score")


def _option(code: str, display: str, ordinal: float) -> dict[str, Any]:
    return {
        "extension": [{"url": ORDINAL, "valueDecimal": ordinal}],
        "valueCoding": {"code": code, "display": display},
    }


def _limits(value: object, path: str) -> list[dict[str, Any]]:
    found = {}
    for position, entry in enumerate(shape.a_list(value, path)):
        place = shape.at(path, position)
        body = shape.an_object(entry, place, needs=("url",))
        if body["url"] in (LEAST, MOST):
            found[body["url"]] = shape.a_whole(body.get("valueInteger"), f"{place}.valueInteger")
    if set(found) != {LEAST, MOST}:
        raise BadInput(path, "a number needs minValue and maxValue, or it cannot be scored")
    return [{"url": url, "valueInteger": found[url]} for url in (LEAST, MOST)]


def _links(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        if item["type"] == "group":
            yield from _links(item["item"])
        elif item["type"] != "display":
            yield item


def _sum_of(links: list[dict[str, Any]]) -> dict[str, Any]:
    low = high = 0.0
    for item in links:
        values = [
            option["extension"][0]["valueDecimal"] for option in item.get("answerOption", [])
        ] or [limit["valueInteger"] for limit in item["extension"]]
        low, high = low + min(values), high + max(values)
    return {
        "scores": [
            {
                "id": "total",
                "method": SUM,
                "items": [item["linkId"] for item in links],
                "range": [_whole(low), _whole(high)],
                "missing": {"max_missing": 0},
            }
        ],
        "rules": [],
        "safety": [],
    }


def _whole(value: float) -> int | float:
    return int(value) if value.is_integer() else value
