"""Encrypted mappings: what JSON can say, sealed like a text and opened on its row alone.

Nothing in such a column can be searched or joined on; a query that needs a part of it keeps that
part in a column of its own.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models.query_utils import DeferredAttribute

from homeward.core.crypto import EncryptedTextField, OfRow, Sealed


class MappingOfRow(dict[str, Any]):
    """An opened mapping that knows its row, which is where it will be sealed again."""

    row: str

    def __init__(self, content: Mapping[str, Any], row: str) -> None:
        super().__init__(content)
        self.row = row


class _Opened(DeferredAttribute):
    """Opens a sealed mapping when it is first looked at."""

    field: Any

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or value is None:
            return value
        row = str(instance.pk)
        if isinstance(value, Sealed):
            value = json.loads(self.field.open(value.stored, row))
        elif value == "":
            value = {}
        if not isinstance(value, MappingOfRow) or value.row != row:
            value = MappingOfRow(value, row)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedMappingField(EncryptedTextField):
    """A mapping of JSON values, sealed on its way to the database; an empty one is sealed too."""

    descriptor_class: Any = _Opened

    def get_prep_value(self, value: Any) -> Any:
        """The sealed text; refuses a mapping that does not know its row."""
        if value is None or isinstance(value, str):
            return super().get_prep_value(value)
        row = getattr(value, "row", "")
        return super().get_prep_value(OfRow(json.dumps(value, ensure_ascii=False), row))
