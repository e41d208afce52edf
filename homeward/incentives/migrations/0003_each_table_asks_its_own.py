"""A posting is asked whether it adds up; an entry, also whether what it takes was there.

The function of the walls looked for columns of an entry on a posting as well.
"""

from django.db import migrations

BALANCES = """
CREATE OR REPLACE FUNCTION homeward_incentives_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told jsonb := to_jsonb(NEW); asked uuid; lines integer; total bigint;
BEGIN
  asked := coalesce(told ->> 'posting_id', told ->> 'id')::uuid;
  SELECT count(*), coalesce(sum(cents), 0) INTO lines, total
    FROM incentives_entry WHERE posting_id = asked;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'the entries of a posting add up to zero'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_posting_balances';
  END IF;
  IF TG_TABLE_NAME = 'incentives_posting' THEN
    RETURN NULL;
  END IF;
  IF (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
        WHERE each.account = 'owed' AND each.client_id = (told ->> 'client_id')::uuid) > 0
     OR (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
        WHERE each.stock_id = (told ->> 'stock_id')::uuid) < 0 THEN
    RAISE EXCEPTION 'nothing is handed over that is not owed and in stock'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_never_below_zero';
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("incentives", "0002_walls")]

    operations = [migrations.RunSQL(BALANCES, migrations.RunSQL.noop)]
