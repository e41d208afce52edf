"""What was watched, counted, stated or signed is never changed; nobody witnesses themselves."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

WITNESS = migrations.RunSQL(
    """
    CREATE FUNCTION medications_refuse_own_witness() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM medications_dosemark AS mark WHERE mark.id = NEW.mark_id
                 AND (mark.by_id = NEW.by_id OR mark.state <> 'wasted'
                      OR NOT mark.is_controlled)) THEN
        RAISE EXCEPTION 'a waste is witnessed by somebody else'
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER medications_witness_is_another BEFORE INSERT ON medications_wastewitness
      FOR EACH ROW EXECUTE FUNCTION medications_refuse_own_witness();
    """,
    "DROP TRIGGER medications_witness_is_another ON medications_wastewitness;"
    "DROP FUNCTION medications_refuse_own_witness();",
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("medications", "0001_initial")]

    operations = [
        never_changed("medications_medicationevent"),
        never_changed("medications_reconciliation"),
        never_changed("medications_reconciliationline"),
        never_changed("medications_dosemark"),
        never_changed("medications_wastewitness"),
        never_changed("medications_broughtcount"),
        never_changed("medications_certification"),
        never_changed("medications_pdmpcheck"),
        never_changed("medications_naloxoneoffer"),
        never_changed("medications_naloxonecheck"),
        never_changed("medications_naloxoneuse"),
        never_changed("medications_vitals"),
        never_changed("medications_allergystatement"),
        never_changed("medications_pregnancystatement"),
        never_changed("medications_healtheducation"),
        frozen_once("medications_medication", "ended_on"),
        frozen_once("medications_broughtin", "closed_at"),
        frozen_once("medications_takehome", "back_at"),
        frozen_once("medications_withdrawalwatch", "ended_at"),
        frozen_once("medications_medicalorder", "signed_at"),
        frozen_once("medications_allergy", "ended_at"),
        WITNESS,
    ]
