"""A closed signal stays as it was closed.

Only one that the rules withdrew because the record was corrected opens again, as the same signal,
when the fact stands once more.
"""

from django.db import migrations

CLOSED = migrations.RunSQL(
    """
    CREATE FUNCTION retention_refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.closed_because = 'facts_changed' AND NEW.closed_at IS NULL
         AND (NEW.id, NEW.client_id, NEW.episode_id, NEW.code, NEW.trigger, NEW.raised_at)
           = (OLD.id, OLD.client_id, OLD.episode_id, OLD.code, OLD.trigger, OLD.raised_at)
      THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a closed signal is never changed or removed'
        USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER retention_risksignal_closed BEFORE UPDATE OR DELETE ON retention_risksignal
      FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL)
      EXECUTE FUNCTION retention_refuse_closed();
    """,
    """
    DROP TRIGGER retention_risksignal_closed ON retention_risksignal;
    DROP FUNCTION retention_refuse_closed();
    """,
)


class Migration(migrations.Migration):
    """A closed signal stays as it was closed."""

    dependencies = [("retention", "0002_walls")]

    operations = [CLOSED]
