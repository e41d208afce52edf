"""A revealed draw and a result are never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    """A revealed draw and a result are never changed."""

    dependencies = [("drugtests", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        frozen_once("drugtests_draw", "revealed_at"),
        never_changed("drugtests_analyteresult"),
    ]
