"""Each draft knows from when on it is a late entry; drafts of before lock two days after due."""

from django.db import migrations, models

DRAFTS_OF_BEFORE = """
UPDATE notes_clientnote SET locks_at = due_at + interval '48 hours'
WHERE signed_at IS NULL AND set_aside_at IS NULL
"""


class Migration(migrations.Migration):
    """Each draft knows from when on it is a late entry."""

    dependencies = [("notes", "0007_walls_of_corrections")]

    operations = [
        migrations.AddField(
            model_name="clientnote", name="locks_at", field=models.DateTimeField(null=True)
        ),
        migrations.RunSQL(DRAFTS_OF_BEFORE, migrations.RunSQL.noop),
    ]
