"""A stop that ended is never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("people", "0002_initial")]

    operations = [frozen_once("people_stop", "ended_at")]
