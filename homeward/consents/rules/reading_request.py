"""Reading the request."""

from homeward.kernel.bad_input import BadInput

from . import fields
from .codes import PURPOSES, RECIPIENT_CLASSES, RECIPIENT_TYPES, RECORD_CLASSES, REPORTS
from .fields import Fields
from .parties import Recipient
from .request import Emergency, Item, PriorDisclosure, Request

KEYS = frozenset(
    {
        "client",
        "discloser",
        "recipient",
        "purpose",
        "service",
        "emergency",
        "instruments",
        "report",
        "incident",
        "prior_disclosures",
        "items",
    }
)


def read_request(value: object, path: str = "request") -> Request:
    """The request; raises BadInput naming the field."""
    row = Fields(value, path, KEYS)
    items = row.many("items", _item)
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise BadInput(f"{path}.items[{index}].id", "this id is used twice; give each its own")
        seen.add(item.id)
    return Request(
        client=row.required("client", fields.opaque_id),
        discloser=row.required("discloser", fields.opaque_id),
        recipient=row.required("recipient", _recipient),
        purpose=row.required("purpose", fields.one_of(PURPOSES)),
        service=row.optional("service", fields.code),
        emergency=row.optional("emergency", _emergency),
        instruments=frozenset(row.many("instruments", fields.opaque_id)),
        report=row.optional("report", fields.one_of(REPORTS)),
        incident=row.optional("incident", fields.opaque_id),
        prior_disclosures=row.many("prior_disclosures", _prior),
        items=items,
    )


def _recipient(value: object, path: str) -> Recipient:
    row = Fields(value, path, {"type", "id", "classes", "covered_entity"})
    return Recipient(
        type=row.required("type", fields.one_of(RECIPIENT_TYPES)),
        id=row.required("id", fields.opaque_id),
        classes=frozenset(row.many("classes", fields.one_of(RECIPIENT_CLASSES))),
        covered_entity=row.optional("covered_entity", fields.truth) or False,
    )


def _emergency(value: object, path: str) -> Emergency:
    row = Fields(value, path, {"facility", "nature"})
    return Emergency(
        facility=row.optional("facility", fields.text) or "",
        nature=row.optional("nature", fields.text) or "",
    )


def _prior(value: object, path: str) -> PriorDisclosure:
    row = Fields(value, path, {"consent", "item", "at"})
    return PriorDisclosure(
        consent=row.required("consent", fields.opaque_id),
        item=row.required("item", fields.opaque_id),
        at=row.required("at", fields.instant),
    )


def _item(value: object, path: str) -> Item:
    row = Fields(value, path, {"id", "class", "date", "author"})
    return Item(
        id=row.required("id", fields.opaque_id),
        record_class=row.required("class", fields.one_of(RECORD_CLASSES)),
        dated=row.optional("date", fields.day),
        author=row.optional("author", fields.opaque_id),
    )
