"""A kind of card stays as it was begun, but its row can be locked while its shelf moves."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

_WALL = never_changed("incentives_stock")


class Migration(migrations.Migration):
    dependencies = [("incentives", "0003_each_table_asks_its_own")]

    operations = [
        migrations.RunSQL(_WALL.reverse_sql, _WALL.sql),
        frozen_once("incentives_stock", "begun_at"),
    ]
