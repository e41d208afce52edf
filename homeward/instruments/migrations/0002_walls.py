"""Answers and scores are never overwritten."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """Answers and scores are never overwritten."""

    dependencies = [("instruments", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        never_changed("instruments_response"),
    ]
