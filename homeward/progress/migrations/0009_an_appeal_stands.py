"""What the client said when they appealed stays as they said it until it is decided."""

from django.db import migrations

WALL = """
CREATE FUNCTION homeward_keep_the_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.client_reply IS DISTINCT FROM NEW.client_reply THEN
    RAISE EXCEPTION 'the words of an appeal that was made are never changed'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER progress_administrativecase_appeal_stands
  BEFORE UPDATE ON progress_administrativecase
  FOR EACH ROW WHEN (OLD.appeal IN ('appealed', 'upheld', 'overturned'))
  EXECUTE FUNCTION homeward_keep_the_appeal();
"""
GONE = """
DROP TRIGGER progress_administrativecase_appeal_stands ON progress_administrativecase;
DROP FUNCTION homeward_keep_the_appeal();
"""


class Migration(migrations.Migration):
    """An appeal is said once."""

    dependencies = [("progress", "0008_settled_denials")]

    operations = [migrations.RunSQL(WALL, GONE)]
