"""Who was told and what was changed is never unsaid; a closed incident is frozen."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("incidents", "0001_initial")]

    operations = [
        never_changed("incidents_incidentnotification"),
        never_changed("incidents_incidentevent"),
        never_changed("incidents_incidentperson"),
        frozen_once("incidents_followup", "done_at"),
        # Opening it again changes nothing but that it is closed.
        frozen_once("incidents_incident", "closed_at", ("closed_at", "closed_by_id", "version")),
    ]
