"""Who fetched a pack is never changed; an entry that was taken or declined stays as it is."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("downtime", "0001_initial")]

    operations = [
        never_changed("downtime_packfetch"),
        frozen_once("downtime_paperentry", "taken_at"),
    ]
