"""What was said and done is never changed; what ends is ended once; use alone climbs no ladder."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

SAID_ONCE = (
    "conductevent",
    "responsestep",
    "clientreply",
    "conductnote",
    "belongingssearch",
    "restrictionreview",
    "rulessignature",
)
USE_ALONE = migrations.RunSQL(
    """
    CREATE FUNCTION conduct_refuse_rung_for_use() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.rung IN ('conversation', 'written_agreement', 'behavior_contract', 'team_review',
                      'transfer_or_discharge')
         AND EXISTS (
           SELECT 1 FROM conduct_conductevent AS event
           WHERE event.id = NEW.event_id
             AND event.kind IN ('substance_use', 'came_intoxicated', 'test_positive',
                                'test_missed', 'test_refused'))
      THEN
        RAISE EXCEPTION 'use alone climbs the clinical ladder only'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'conduct_use_is_clinical';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER conduct_use_is_clinical BEFORE INSERT ON conduct_responsestep
      FOR EACH ROW EXECUTE FUNCTION conduct_refuse_rung_for_use();
    """,
    """
    DROP TRIGGER conduct_use_is_clinical ON conduct_responsestep;
    DROP FUNCTION conduct_refuse_rung_for_use();
    """,
)


class Migration(migrations.Migration):
    """What was said and done is never changed; what ends is ended once."""

    dependencies = [("conduct", "0001_conduct"), ("audit", "0002_walls")]

    operations = [
        *(never_changed(f"conduct_{name}") for name in SAID_ONCE),
        frozen_once("conduct_rulesedition", "published_at"),
        frozen_once("conduct_appeal", "heard_at"),
        frozen_once("conduct_searchconsent", "withdrawn_at"),
        frozen_once("conduct_founditem", "ended_at"),
        frozen_once("conduct_witness", "answered_at"),
        frozen_once("conduct_visit", "out_at"),
        USE_ALONE,
    ]
