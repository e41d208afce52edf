"""A seat repeats its session's times and capacity; the database keeps them equal.

With them equal, the seat's own constraints refuse the seat beyond capacity and the double booking.
"""

from django.db import migrations


class Migration(migrations.Migration):
    """Composite foreign keys from seats and leaders to the times of their session."""

    dependencies = [("timetable", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE timetable_groupsession ADD CONSTRAINT timetable_session_shape
              UNIQUE (id, starts_at, ends_at, capacity);
            ALTER TABLE timetable_groupsession ADD CONSTRAINT timetable_session_times
              UNIQUE (id, starts_at, ends_at);
            ALTER TABLE timetable_seat ADD CONSTRAINT timetable_seat_follows_session
              FOREIGN KEY (session_id, starts_at, ends_at, capacity)
              REFERENCES timetable_groupsession (id, starts_at, ends_at, capacity)
              ON UPDATE CASCADE;
            ALTER TABLE timetable_sessionleader ADD CONSTRAINT timetable_leader_follows_session
              FOREIGN KEY (session_id, starts_at, ends_at)
              REFERENCES timetable_groupsession (id, starts_at, ends_at)
              ON UPDATE CASCADE;
            """,
            """
            ALTER TABLE timetable_sessionleader DROP CONSTRAINT timetable_leader_follows_session;
            ALTER TABLE timetable_seat DROP CONSTRAINT timetable_seat_follows_session;
            ALTER TABLE timetable_groupsession DROP CONSTRAINT timetable_session_times;
            ALTER TABLE timetable_groupsession DROP CONSTRAINT timetable_session_shape;
            """,
        )
    ]
