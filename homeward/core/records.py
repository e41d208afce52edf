"""The base of every row: an opaque id, a version, and for protected rows a scope."""

import uuid
from typing import Any, ClassVar

from django.db import DatabaseError, connection, models, transaction

from homeward.core.refusals import StaleVersion
from homeward.core.scoping import ProtectedManager, refuse_reader
from homeward.kernel.records import RecordClass


class Record(models.Model):
    """A row with an opaque id and a version that each change raises by one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    _read_version: int | None = None

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a row this process made stays readable to it without a scope."""
        made = self._state.adding
        super().save(*args, **kwargs)
        if made:
            self._state.scope = "free"  # type: ignore[attr-defined]

    def change(self, **values: Any) -> None:
        """Set fields and raise the version, writing only what changed.

        Raises StaleVersion when the row was changed since it was read, locked or not.
        """
        for name, value in values.items():
            setattr(self, name, value)
        self._read_version = self.version
        self.version += 1
        try:
            self.save(update_fields=[*values, "version"])
        except DatabaseError as fault:
            if type(fault) is DatabaseError:  # Django's own: no row had the version that was read
                if connection.in_atomic_block:
                    # The statement was in order and changed nothing; the transaction may go on.
                    transaction.set_rollback(False)
                raise StaleVersion from fault
            raise
        finally:
            self._read_version = None

    def _do_update(self, base_qs: Any, *args: Any, **kwargs: Any) -> Any:
        if self._read_version is not None:
            base_qs = base_qs.filter(version=self._read_version)
        return super()._do_update(base_qs, *args, **kwargs)


class ProtectedRecord(Record):
    """A row that is reached only for an actor and a purpose.

    `record_class` says what kind of information it is; `client_path`, `site_path` and
    `author_path` say how to reach those facts from the row (None where it has none).
    `rows_by_relation` names the rows that a relation opens by what they say, not by whom they are
    about.
    """

    record_class: ClassVar[RecordClass]
    client_path: ClassVar[str | None] = "client"
    site_path: ClassVar[str] = "site"
    author_path: ClassVar[str | None] = None
    minimal_fields: ClassVar[tuple[str, ...]] = ()
    rows_by_relation: ClassVar[dict[str, models.Q]] = {}

    objects = ProtectedManager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raises Unscoped for a row that was reached for reading only."""
        if not self._state.adding:
            refuse_reader(getattr(self._state, "scope", None))
        super().save(*args, **kwargs)

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"


def expect_version(row: Record, version: int | None) -> None:
    """Raise StaleVersion when the form was made from another version; None asks nothing."""
    if version is not None and row.version != version:
        raise StaleVersion
