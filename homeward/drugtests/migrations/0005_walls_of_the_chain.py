"""Certificates, ended panels and agreements, and settled messages are never changed."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed

# Whoever was named as the second person before they had to say so themselves had agreed.
SECONDED = """
UPDATE drugtests_drugtest SET seconded_at = ordered_at
WHERE is_for_cause AND seconded_at IS NULL
"""


class Migration(migrations.Migration):
    """Certificates, ended panels and agreements, and settled messages are never changed."""

    dependencies = [("drugtests", "0004_whole_chain"), ("audit", "0002_walls")]

    operations = [
        never_changed("drugtests_certificate"),
        frozen_once("drugtests_panel", "ended_at"),
        frozen_once("drugtests_agreeddays", "ended_at"),
        frozen_once("drugtests_kit", "withdrawn_at"),
        frozen_once("drugtests_labmessage", "resolved_at", ("replays", "replayed_at", "version")),
        migrations.RunSQL(SECONDED, migrations.RunSQL.noop),
    ]
