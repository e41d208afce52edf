"""A comment on a plan is never changed; a signed plan may still end and be shared."""

from django.db import migrations

from homeward.audit.sql import never_changed

BEFORE = "{state,active_from,review_due_on,version}"
NOW = "{state,active_from,review_due_on,version,ended_at,stay_due_on,shared_at}"


def _standing(ignored: str) -> str:
    """The columns of a signed plan's row that may still change."""
    return f"""
    CREATE OR REPLACE FUNCTION plans_plan_refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - '{ignored}'::text[])
                            = (to_jsonb(NEW) - '{ignored}'::text[]) THEN
        RETURN NEW;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        IF plans_is_signed(OLD.id) THEN
          RAISE EXCEPTION 'a part of a signed plan is never changed or removed (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        IF plans_is_signed(NEW.id) THEN
          RAISE EXCEPTION 'nothing is added to a signed plan (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      RETURN OLD;
    END $$;
    """


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_whole_plan"), ("audit", "0002_walls")]

    operations = [
        never_changed("plans_plancomment"),
        migrations.RunSQL(_standing(NOW), _standing(BEFORE)),
    ]
