"""A decided placement is frozen."""

from django.db import migrations

from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    """A decided placement is frozen."""

    dependencies = [("placement", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("placement_placement", "decided_at"),
    ]
