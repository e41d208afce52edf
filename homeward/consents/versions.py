"""Which version of a row left: its place, its number and a hash of what it said then."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """`sha256` is over the fields that were read, by name, in a fixed order."""

    record: str
    id: str
    version: int
    sha256: str

    def to_json(self) -> dict[str, Any]:
        """As the ledger keeps it."""
        return {
            "record": self.record,
            "id": self.id,
            "version": self.version,
            "sha256": self.sha256,
        }


def version_of(row: models.Model) -> RecordVersion:
    """The version of a row as it is held; fields it was read without are not part of it."""
    left_out = row.get_deferred_fields()
    said = {
        field.attname: str(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.attname not in left_out and not isinstance(field, models.BinaryField)
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return RecordVersion(
        record=row._meta.label_lower,
        id=str(row.pk),
        version=getattr(row, "version", 1),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
