"""A line of the schedule is never changed; a later one supersedes it."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """What was asked when stays to be read."""

    dependencies = [("instruments", "0009_schedule_lines"), ("audit", "0002_walls")]

    operations = [never_changed("instruments_scheduleline")]
