"""What was counted and posted is never changed, and every posting adds up to zero."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

BALANCES = """
CREATE FUNCTION homeward_incentives_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked uuid; lines integer; total bigint;
BEGIN
  asked := CASE TG_TABLE_NAME WHEN 'incentives_posting' THEN NEW.id
           ELSE (to_jsonb(NEW) ->> 'posting_id')::uuid END;
  SELECT count(*), coalesce(sum(cents), 0) INTO lines, total
    FROM incentives_entry WHERE posting_id = asked;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'the entries of a posting add up to zero'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_posting_balances';
  END IF;
  IF TG_TABLE_NAME = 'incentives_entry' AND (
       (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
          WHERE each.account = 'owed' AND each.client_id = NEW.client_id) > 0
    OR (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
          WHERE each.stock_id = NEW.stock_id) < 0) THEN
    RAISE EXCEPTION 'nothing is handed over that is not owed and in stock'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_never_below_zero';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER incentives_posting_balances AFTER INSERT ON incentives_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION homeward_incentives_balance();
CREATE CONSTRAINT TRIGGER incentives_entry_balances AFTER INSERT ON incentives_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION homeward_incentives_balance();
"""
NO_BALANCES = """
DROP TRIGGER incentives_entry_balances ON incentives_entry;
DROP TRIGGER incentives_posting_balances ON incentives_posting;
DROP FUNCTION homeward_incentives_balance();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("incentives", "0001_initial")]

    operations = [
        never_changed("incentives_entry"),
        never_changed("incentives_posting"),
        never_changed("incentives_turn"),
        never_changed("incentives_promise"),
        never_changed("incentives_stock"),
        frozen_once("incentives_proposal", "settled_at"),
        frozen_once("incentives_enrolment", "ended_at"),
        frozen_once("incentives_protocol", "adopted_at", ("ended_at", "ended_by_id", "version")),
        migrations.RunSQL(BALANCES, NO_BALANCES),
    ]
