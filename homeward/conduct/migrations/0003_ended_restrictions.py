"""A restriction that ended stays as it ended."""

from django.db import migrations

from homeward.audit.sql import frozen_once


class Migration(migrations.Migration):
    """A restriction that ended stays as it ended."""

    dependencies = [("conduct", "0002_walls")]

    operations = [frozen_once("conduct_contactrestriction", "ended_on")]
