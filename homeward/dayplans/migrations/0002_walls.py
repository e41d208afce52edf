"""What was told of a day is never changed; a plan that was made theirs is only replaced."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("dayplans", "0001_initial")]

    operations = [
        never_changed("dayplans_useday"),
        frozen_once("dayplans_preventionplan", "signed_at", ("state", "superseded_at", "version")),
    ]
