"""What was done about a signal is never changed; a rung that ended stays as it ended."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """Walls of this room."""

    dependencies = [("retention", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        never_changed("retention_signalstep"),
        frozen_once("retention_outreachrung", "attempt_id"),
    ]
