"""That a stop closed the client's account is written with a death that stands, and never unsaid."""

from django.db import migrations

WALL = """
CREATE FUNCTION homeward_keep_what_a_stop_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.closed_account OR OLD.kind <> 'died' OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'what a stop closed is written once, with a death that stands'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER people_stop_closed_once
  BEFORE UPDATE ON people_stop
  FOR EACH ROW WHEN (OLD.closed_account IS DISTINCT FROM NEW.closed_account)
  EXECUTE FUNCTION homeward_keep_what_a_stop_closed();
"""
GONE = """
DROP TRIGGER people_stop_closed_once ON people_stop;
DROP FUNCTION homeward_keep_what_a_stop_closed();
"""


class Migration(migrations.Migration):
    """A wall."""

    dependencies = [("people", "0004_stop_closed_account")]

    operations = [migrations.RunSQL(WALL, GONE)]
