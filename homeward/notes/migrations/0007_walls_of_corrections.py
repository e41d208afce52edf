"""A signed note leaves its chart only with a reason beside it; no note is ever deleted.

The reason, the proofs of signatures, kept words and answers about names are never changed.
"""

from django.db import migrations
from django.db.migrations import RunSQL

from homeward.audit.sql import frozen_once, never_changed

FROZEN = frozen_once("notes_clientnote", "signed_at")
FROZEN_BUT_ASIDE = frozen_once("notes_clientnote", "signed_at", ("set_aside_at", "version"))

# Whoever sets a note aside, or brings it back, has written down why at that very instant.
ONLY_WITH_A_REASON = RunSQL(
    """
    CREATE FUNCTION notes_set_aside_with_a_reason() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT 1 FROM notes_settingaside AS why
        WHERE why.note_id = NEW.id AND (
          (why.kind IN ('deleted', 'voided') AND why.at = NEW.set_aside_at)
          OR (why.kind = 'restored' AND NEW.set_aside_at IS NULL AND why.at >= OLD.set_aside_at)
        )
      ) THEN
        RAISE EXCEPTION 'a note is set aside, or brought back, only with a reason on record'
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER notes_clientnote_aside_with_a_reason BEFORE UPDATE ON notes_clientnote
      FOR EACH ROW WHEN (OLD.set_aside_at IS DISTINCT FROM NEW.set_aside_at)
      EXECUTE FUNCTION notes_set_aside_with_a_reason();
    CREATE TRIGGER notes_clientnote_never_deleted BEFORE DELETE ON notes_clientnote
      FOR EACH ROW EXECUTE FUNCTION homeward_refuse_change();
    """,
    """
    DROP TRIGGER notes_clientnote_never_deleted ON notes_clientnote;
    DROP TRIGGER notes_clientnote_aside_with_a_reason ON notes_clientnote;
    DROP FUNCTION notes_set_aside_with_a_reason();
    """,
)


class Migration(migrations.Migration):
    """A signed note leaves its chart only with a reason beside it; no note is ever deleted."""

    dependencies = [("notes", "0006_corrections")]

    operations = [
        RunSQL(FROZEN.reverse_sql, FROZEN.sql),
        FROZEN_BUT_ASIDE,
        ONLY_WITH_A_REASON,
        never_changed("notes_settingaside"),
        never_changed("notes_signatureproof"),
        never_changed("notes_earlierwords"),
        never_changed("notes_notaclient"),
    ]
