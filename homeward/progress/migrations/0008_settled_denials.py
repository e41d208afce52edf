"""A payer's no that is settled is never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_where


class Migration(migrations.Migration):
    """A payer's no that is settled is never changed."""

    dependencies = [("progress", "0007_wall_of_the_notice")]

    operations = [frozen_where("progress_leveldenial", "OLD.state <> 'open'")]
