"""A decided review and a discharge are frozen."""

from django.db import migrations

from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    """A decided review and a discharge are frozen."""

    dependencies = [("progress", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("progress_levelreview", "decided_at"),
        frozen_once("progress_discharge", "discharged_at", ("document_id", "version")),
    ]
