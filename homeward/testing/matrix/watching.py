"""Which tables a request wrote, and with which values."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

_WRITE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
# What a request may always write: who asked, that it was sent, and the session it came in.
BOOKS = ("audit_", "core_submission", "django_session", "accounts_", "axes_", "usersessions_")


@dataclass(slots=True)
class Written:
    """Statements that wrote: table and values."""

    statements: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tables(self) -> list[str]:
        """Tables of care that were written, each as often as it was."""
        return [table for table, _ in self.statements if not table.startswith(BOOKS)]

    def naming(self, ids: frozenset[str]) -> list[str]:
        """Tables in which something was written about one of these ids, the books included."""
        return [
            table
            for table, values in self.statements
            if table != "core_submission" and any(each in values for each in ids)
        ]

    def keep(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """The wrapper around every statement."""
        answer = execute(sql, params, many, context)
        if (found := _WRITE.match(sql)) and context["cursor"].rowcount != 0:
            self.statements.append((found[1], repr(params)))
        return answer


@contextmanager
def watched() -> Iterator[Written]:
    """Everything written inside."""
    written = Written()
    with connection.execute_wrapper(written.keep):
        yield written
