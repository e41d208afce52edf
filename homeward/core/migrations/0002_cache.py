"""The table of Django's database cache, shared by every process."""

from django.db import migrations


class Migration(migrations.Migration):
    """Rate limits must count across processes, so the cache lives in the database."""

    dependencies = [("core", "0001_initial"), ("audit", "0002_walls")]

    operations = [
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE core_cache (cache_key varchar(255) PRIMARY KEY,"
            " value text NOT NULL, expires timestamptz NOT NULL);"
            "CREATE INDEX core_cache_expires ON core_cache (expires);",
            "DROP TABLE core_cache;",
        )
    ]
