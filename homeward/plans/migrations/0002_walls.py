"""A signature under a plan is never changed."""

from django.db import migrations

from homeward.audit.sql import never_changed


class Migration(migrations.Migration):
    """A signature under a plan is never changed."""

    dependencies = [("plans", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        never_changed("plans_plansignature"),
    ]
