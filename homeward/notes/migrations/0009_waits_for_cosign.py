"""A signed note knows whether a second signature is to come; the queue then reads no other note.

The database writes it down itself, whoever signs or brings a note in: true where the signer held
no credential to sign alone on that day at that site, false from the second signature on.
"""

from django.db import migrations, models
from django.db.migrations import RunSQL

from homeward.audit.sql import frozen_once

BEFORE = frozen_once("notes_clientnote", "signed_at", ("set_aside_at", "version"))
FROM_NOW_ON = frozen_once(
    "notes_clientnote", "signed_at", ("set_aside_at", "version", "waits_for_cosign")
)
ALONE = """
    SELECT 1 FROM staff_credential AS held
    WHERE held.worker_id = {note}.signed_by_id AND held.may_sign_alone
      AND held.starts_on <= ({note}.signed_at AT TIME ZONE place.time_zone)::date
      AND (held.ends_on IS NULL
           OR held.ends_on > ({note}.signed_at AT TIME ZONE place.time_zone)::date)
"""
SIGNED_BEFORE = f"""
    UPDATE notes_clientnote AS note SET waits_for_cosign = true
    FROM program_site AS place
    WHERE place.id = note.site_id AND note.signed_at IS NOT NULL
      AND NOT EXISTS ({ALONE.format(note="note")})
      AND NOT EXISTS (SELECT 1 FROM notes_cosignature AS second WHERE second.note_id = note.id)
"""
KEPT_BY_THE_DATABASE = RunSQL(
    f"""
    CREATE FUNCTION notes_waits_for_cosign() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT NOT EXISTS ({ALONE.format(note="NEW")}) INTO NEW.waits_for_cosign
      FROM program_site AS place WHERE place.id = NEW.site_id;
      RETURN NEW;
    END $$;
    CREATE TRIGGER notes_clientnote_waits_once_signed BEFORE UPDATE ON notes_clientnote
      FOR EACH ROW WHEN (OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL)
      EXECUTE FUNCTION notes_waits_for_cosign();
    CREATE TRIGGER notes_clientnote_waits_brought_in BEFORE INSERT ON notes_clientnote
      FOR EACH ROW WHEN (NEW.signed_at IS NOT NULL)
      EXECUTE FUNCTION notes_waits_for_cosign();
    CREATE FUNCTION notes_waits_no_longer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE notes_clientnote SET waits_for_cosign = false
      WHERE id = NEW.note_id AND waits_for_cosign;
      RETURN NULL;
    END $$;
    CREATE TRIGGER notes_cosignature_ends_waiting AFTER INSERT ON notes_cosignature
      FOR EACH ROW EXECUTE FUNCTION notes_waits_no_longer();
    CREATE FUNCTION notes_waiting_ends_with_a_signature() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.waits_for_cosign
         OR NOT EXISTS (SELECT 1 FROM notes_cosignature WHERE note_id = NEW.id) THEN
        RAISE EXCEPTION 'a note waits for its second signature until there is one'
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER notes_clientnote_waiting_is_true BEFORE UPDATE ON notes_clientnote
      FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL
                         AND OLD.waits_for_cosign IS DISTINCT FROM NEW.waits_for_cosign)
      EXECUTE FUNCTION notes_waiting_ends_with_a_signature();
    """,
    """
    DROP TRIGGER notes_clientnote_waiting_is_true ON notes_clientnote;
    DROP FUNCTION notes_waiting_ends_with_a_signature();
    DROP TRIGGER notes_cosignature_ends_waiting ON notes_cosignature;
    DROP FUNCTION notes_waits_no_longer();
    DROP TRIGGER notes_clientnote_waits_brought_in ON notes_clientnote;
    DROP TRIGGER notes_clientnote_waits_once_signed ON notes_clientnote;
    DROP FUNCTION notes_waits_for_cosign();
    """,
)


class Migration(migrations.Migration):
    """A signed note knows whether a second signature is still to come."""

    dependencies = [
        ("notes", "0008_when_a_note_locks"), ("program", "0001_initial"), ("staff", "0001_initial"),
    ]  # fmt: skip

    operations = [
        migrations.AddField(
            model_name="clientnote", name="waits_for_cosign",
            field=models.BooleanField(db_default=False, default=False),
        ),
        RunSQL(BEFORE.reverse_sql, BEFORE.sql),
        FROM_NOW_ON,
        RunSQL(SIGNED_BEFORE, RunSQL.noop),
        migrations.AddIndex(
            model_name="clientnote",
            index=models.Index(
                fields=["author", "signed_at"], name="notes_waits_cosign",
                condition=models.Q(waits_for_cosign=True),
            ),
        ),
        KEPT_BY_THE_DATABASE,
    ]  # fmt: skip
