"""A posting is what its kind says, of one site and client, and as two people agreed.

It has two entries and no more, so that nothing is added to an old one; what it takes is asked of
the ledger one transaction after the other.
"""

from django.db import migrations

BALANCES = """
CREATE OR REPLACE FUNCTION homeward_incentives_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told jsonb := to_jsonb(NEW);
  made incentives_posting%ROWTYPE;
  agreed incentives_proposal%ROWTYPE;
  lines integer; total bigint; named text; elsewhere integer; owed bigint; stocked bigint;
  shelf uuid; wanted bigint;
BEGIN
  SELECT * INTO STRICT made FROM incentives_posting
    WHERE id = coalesce(told ->> 'posting_id', told ->> 'id')::uuid;
  SELECT count(*), coalesce(sum(cents), 0),
         string_agg(account, ' ' ORDER BY account COLLATE "C"),
         count(*) FILTER (WHERE site_id <> made.site_id
           OR (account = 'owed' AND client_id IS DISTINCT FROM made.client_id)),
         sum(cents) FILTER (WHERE account = 'owed'),
         sum(cents) FILTER (WHERE account = 'stock'),
         min(stock_id::text)::uuid
    INTO lines, total, named, elsewhere, owed, stocked, shelf
    FROM incentives_entry WHERE posting_id = made.id;
  IF lines <> 2 OR total <> 0 OR elsewhere > 0 OR named <> (CASE made.kind
       WHEN 'hand_over' THEN 'owed stock' WHEN 'receive' THEN 'bought stock'
       WHEN 'count' THEN 'difference stock' ELSE 'given owed' END) THEN
    RAISE EXCEPTION 'the entries of a posting are two, of its kind, and add up to zero'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_posting_balances';
  END IF;
  IF TG_TABLE_NAME = 'incentives_posting' THEN
    IF made.kind = 'earn' THEN
      SELECT cents INTO wanted FROM incentives_turn
        WHERE id = made.turn_id AND client_id = made.client_id;
      IF wanted IS DISTINCT FROM -owed THEN
        RAISE EXCEPTION 'what is earned is what was counted'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_as_counted';
      END IF;
      RETURN NULL;
    END IF;
    SELECT * INTO STRICT agreed FROM incentives_proposal WHERE id = made.proposal_id;
    IF NOT agreed.is_confirmed OR agreed.kind <> made.kind OR agreed.site_id <> made.site_id
       OR agreed.client_id IS DISTINCT FROM made.client_id
       OR agreed.stock_id IS DISTINCT FROM shelf
       OR (made.kind IN ('hand_over', 'void') AND owed <> agreed.cents)
       OR (made.kind = 'receive' AND stocked <> agreed.cents)
       OR (made.kind = 'correct' AND agreed.about_id IS DISTINCT FROM made.corrects_id) THEN
      RAISE EXCEPTION 'what is posted is what two people agreed on'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_as_agreed';
    END IF;
    RETURN NULL;
  END IF;
  IF told ->> 'client_id' IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(told ->> 'client_id', 0));
    IF (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
          WHERE each.account = 'owed' AND each.client_id = (told ->> 'client_id')::uuid) > 0 THEN
      RAISE EXCEPTION 'nothing is handed over that is not owed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_never_below_zero';
    END IF;
  END IF;
  IF told ->> 'stock_id' IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(told ->> 'stock_id', 0));
    IF (SELECT coalesce(sum(each.cents), 0) FROM incentives_entry AS each
          WHERE each.stock_id = (told ->> 'stock_id')::uuid) < 0 THEN
      RAISE EXCEPTION 'nothing is handed over that is not in stock'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'incentives_never_below_zero';
    END IF;
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("incentives", "0005_a_protocol_ends_courses")]

    operations = [migrations.RunSQL(BALANCES, migrations.RunSQL.noop)]
