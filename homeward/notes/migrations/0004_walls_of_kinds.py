"""Observations and formats are never changed; a closed counseling note is frozen."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """Observations and formats are never changed; a closed counseling note is frozen."""

    dependencies = [("notes", "0003_kinds_of_notes")]

    operations = [
        never_changed("notes_observation"),
        never_changed("notes_noteformat"),
        frozen_once("notes_counselingnote", "closed_at"),
    ]
