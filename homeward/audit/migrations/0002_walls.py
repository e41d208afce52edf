"""Append-only by trigger and by role, and the list of entries that wait for their place."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

from homeward.audit.sql import FUNCTIONS, never_changed


class Migration(migrations.Migration):
    """Nobody updates or deletes an audit row, the owner of the tables included."""

    dependencies = [("audit", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        FUNCTIONS,
        never_changed("audit_entry"),
        never_changed("audit_link"),
        never_changed("audit_head"),
        migrations.RunSQL(
            """
            CREATE FUNCTION audit_queue() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO audit_waiting (entry_id, transaction_number)
              SELECT id, transaction_number FROM fresh;
              RETURN NULL;
            END $$;
            CREATE TRIGGER audit_entry_queued AFTER INSERT ON audit_entry
              REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION audit_queue();
            """,
            "DROP TRIGGER audit_entry_queued ON audit_entry; DROP FUNCTION audit_queue();",
        ),
    ]
