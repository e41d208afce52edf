"""Reading a consent, and the ways a paper names a recipient."""

from homeward.kernel.bad_input import BadInput

from . import fields
from .codes import (
    AUTHORITIES,
    CONSENT_KINDS,
    NAMED_TYPES,
    PURPOSES,
    RECIPIENT_CLASSES,
    RECORD_CLASSES,
)
from .fields import Fields
from .intermediaries import DESIGNATIONS
from .parties import Named
from .world import Consent, Signer, Through

KEYS = frozenset(
    {
        "id",
        "client",
        "kind",
        "signed_at",
        "signer",
        "disclosers",
        "recipients",
        "purposes",
        "classes",
        "records_from",
        "records_to",
        "starts_at",
        "expires_at",
        "expires_on_event",
        "irrevocable_until_event",
        "superseded_at",
        "through",
    }
)


def read_consent(value: object, path: str) -> Consent:
    """A signed consent. What the form should say and does not is a defect, not bad input."""
    row = Fields(value, path, KEYS)
    return Consent(
        id=row.required("id", fields.opaque_id),
        client=row.required("client", fields.opaque_id),
        kind=row.required("kind", fields.one_of(CONSENT_KINDS)),
        signed_at=row.required("signed_at", fields.instant),
        signer=row.required("signer", _signer),
        disclosers=frozenset(row.many("disclosers", fields.opaque_id)),
        recipients=row.many("recipients", read_named),
        purposes=frozenset(row.many("purposes", fields.one_of(PURPOSES))),
        classes=frozenset(row.many("classes", fields.one_of(RECORD_CLASSES))),
        records_from=row.optional("records_from", fields.day),
        records_to=row.optional("records_to", fields.day),
        starts_at=row.optional("starts_at", fields.instant),
        expires_at=row.optional("expires_at", fields.instant),
        expires_on_event=row.optional("expires_on_event", fields.code),
        irrevocable_until_event=row.optional("irrevocable_until_event", fields.code),
        superseded_at=row.optional("superseded_at", fields.instant),
        through=row.optional("through", _through),
    )


def _through(value: object, path: str) -> Through:
    row = Fields(value, path, {"designation", "members"})
    return Through(
        designation=row.required("designation", fields.one_of(DESIGNATIONS)),
        members=frozenset(row.many("members", fields.opaque_id)),
    )


def _signer(value: object, path: str) -> Signer:
    row = Fields(value, path, {"id", "authority"})
    return Signer(
        id=row.required("id", fields.opaque_id),
        authority=row.required("authority", fields.one_of(AUTHORITIES)),
    )


def read_named(value: object, path: str) -> Named:
    """A person, an entity or a class of recipients; a class must be one we know."""
    row = Fields(value, path, {"type", "id"})
    kind = row.required("type", fields.one_of(NAMED_TYPES))
    identity = fields.one_of(RECIPIENT_CLASSES) if kind == "class" else fields.opaque_id
    return Named(type=kind, id=row.required("id", identity))


def read_named_or_id(value: object, path: str) -> Named:
    """Restrictions, flags and court papers may name a recipient by id alone."""
    if isinstance(value, str):
        return Named(type=None, id=fields.opaque_id(value, path))
    if isinstance(value, dict):
        return read_named(value, path)
    raise BadInput(path, "give an id, or an object with type and id")
