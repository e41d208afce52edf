"""How somebody was known stays as it was said; what was used up or ended opens nothing again."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("doorways", "0001_initial")]

    operations = [
        never_changed("doorways_identitycheck"),
        frozen_once("doorways_card", "used_at", ("tries", "version")),
        frozen_once("doorways_device", "ended_at"),
    ]
