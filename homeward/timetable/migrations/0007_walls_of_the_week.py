"""What was promised and every move stay as they were; two who are kept apart never meet.

A seat takes the rows of its client's pairs before it looks for the other's seat, so that of two
seats at one instant the second waits and then sees the first.
"""

from django.db import migrations

from homeward.audit.sql import never_changed

KEPT_APART = migrations.RunSQL(
    """
    CREATE FUNCTION timetable_refuse_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      pair record;
    BEGIN
      FOR pair IN
        SELECT kept.level, kept.starts_on, kept.ends_on,
               CASE WHEN kept.client_id = NEW.client_id THEN kept.other_id
                    ELSE kept.client_id END AS other
        FROM timetable_keptapart AS kept
        WHERE NEW.client_id IN (kept.client_id, kept.other_id)
        ORDER BY kept.id FOR NO KEY UPDATE
      LOOP
        IF EXISTS (
          SELECT 1 FROM timetable_seat AS seat
          JOIN timetable_groupsession AS theirs ON theirs.id = seat.session_id
          JOIN timetable_groupsession AS ours ON ours.id = NEW.session_id
          WHERE seat.client_id = pair.other AND seat.released_at IS NULL
            AND ours."on" >= pair.starts_on
            AND (pair.ends_on IS NULL OR ours."on" < pair.ends_on)
            AND (
              seat.session_id = NEW.session_id
              OR (pair.level = 'site' AND theirs.site_id = ours.site_id
                  AND theirs.mode = 'in_person' AND ours.mode = 'in_person'
                  AND theirs.starts_at < NEW.ends_at AND NEW.starts_at < theirs.ends_at)
            )
        ) THEN
          RAISE EXCEPTION 'a placement rule keeps two people out of one session'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'timetable_kept_apart';
        END IF;
      END LOOP;
      RETURN NEW;
    END $$;
    CREATE TRIGGER timetable_seat_kept_apart
      BEFORE INSERT OR UPDATE OF client_id, session_id, released_at, starts_at, ends_at
      ON timetable_seat FOR EACH ROW WHEN (NEW.released_at IS NULL)
      EXECUTE FUNCTION timetable_refuse_meeting();
    """,
    """
    DROP TRIGGER timetable_seat_kept_apart ON timetable_seat;
    DROP FUNCTION timetable_refuse_meeting();
    """,
)


class Migration(migrations.Migration):
    """Append-only moves, steps, publications and tellings; the locking trigger on seats."""

    dependencies = [("timetable", "0006_drafted_weeks"), ("audit", "0002_walls")]

    operations = [
        KEPT_APART,
        never_changed("timetable_draftmove"),
        never_changed("timetable_planningstep"),
        never_changed("timetable_publication"),
        never_changed("timetable_toldweek"),
        never_changed("timetable_toldworker"),
    ]
