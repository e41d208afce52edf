"""The written notice of an administrative case is given once: the time to appeal never moves."""

from django.db import migrations

WALL = """
CREATE FUNCTION homeward_refuse_second_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.notice_at, OLD.notice_how, OLD.appeal_until)
     IS DISTINCT FROM (NEW.notice_at, NEW.notice_how, NEW.appeal_until) THEN
    RAISE EXCEPTION 'a notice that was given is never given again or moved'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER progress_administrativecase_notice_once
  BEFORE UPDATE ON progress_administrativecase
  FOR EACH ROW WHEN (OLD.notice_at IS NOT NULL)
  EXECUTE FUNCTION homeward_refuse_second_notice();
"""
GONE = """
DROP TRIGGER progress_administrativecase_notice_once ON progress_administrativecase;
DROP FUNCTION homeward_refuse_second_notice();
"""


class Migration(migrations.Migration):
    """One notice a case."""

    dependencies = [("progress", "0006_walls_of_reviews")]

    operations = [migrations.RunSQL(WALL, GONE)]
