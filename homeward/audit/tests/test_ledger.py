"""The audit's promises: whole, gapless, keyed, and closed to change."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from homeward import audit
from homeward.audit import ledger
from homeward.audit.models import Entry
from homeward.audit.sequencing import sequence_entries
from homeward.audit.verification import verify_audit
from homeward.core.actors import NOBODY, Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
CLERK = Actor.of_service("test")


def undone() -> None:
    with audit.unit():
        audit.record("core.test.undone", actor=CLERK, at=NOON)
        raise ValueError


def write(code: str = "core.test.done") -> None:
    with audit.unit():
        audit.record(code, actor=CLERK, at=NOON)


@pytest.mark.django_db
class TestUnit:
    def test_refuses_a_record_outside_a_unit(self):
        """Nothing is audited apart from the change it describes."""
        with pytest.raises(audit.NoUnit):
            audit.record("core.test.done", actor=CLERK, at=NOON)

    def test_an_undone_part_takes_its_rows_with_it(self):
        """A refused action inside a request leaves no claim that it happened."""
        with audit.unit():
            audit.record("core.test.kept", actor=CLERK, at=NOON)
            with pytest.raises(ValueError):
                undone()

        assert list(Entry.objects.values_list("code", flat=True)) == ["core.test.kept"]

    def test_who_asks_as_nobody_leaves_no_thread_to_the_browser(self):
        """The session of whoever is signed in there stands beside their own rows alone."""
        token = ledger.circumstance.set(ledger.Circumstance("request", "session"))
        try:
            with audit.unit():
                audit.record("core.test.asked", actor=NOBODY, at=NOON)
                audit.record("core.test.done", actor=CLERK, at=NOON)
        finally:
            ledger.circumstance.reset(token)

        kept = dict(Entry.objects.values_list("code", "session_ref"))
        assert kept == {"core.test.asked": "", "core.test.done": "session"}

    def test_reads_of_one_model_become_one_row(self):
        """A list of fifty clients is one audit row with fifty ids."""
        first, second = uuid.uuid4(), uuid.uuid4()
        with audit.unit():
            for item in (first, second, first):
                audit.saw(
                    "people.client",
                    actor=CLERK,
                    purpose="treatment",
                    record_ids=[item],
                    client_ids=[item],
                )

        assert Entry.objects.get().record_ids == [first, second]


@pytest.mark.django_db(transaction=True)
class TestVerification:
    def test_a_whole_audit_verifies(self):
        """What was written, sequenced and signed holds."""
        for _ in range(5):
            write()
        assert sequence_entries(now=NOON) == 5

        result = verify_audit()

        assert (result.first_fault, result.rows, result.unsequenced) == (None, 5, 0)
        assert result.heads == 1

    def test_the_app_role_cannot_change_or_remove_a_row(self):
        """The database refuses, whatever the program asks."""
        write()
        for sql in (
            "UPDATE audit_entry SET code = 'x'",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry",
        ):
            with (
                pytest.raises(DatabaseError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(sql)
